import type { Visit } from '#platform/http'
import { Empty } from '#ui/components/empty/empty.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Rows } from '#ui/components/result-row/result-row.tsx'
import type { FormatSection, OpenedProcedure } from '../../format.ts'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { eventRoutes } from './event-routes.ts'
import { EventRow, PollRow } from './pages/event-row.tsx'
import { eventsOf } from './store/event-store.ts'
import { pollsOf } from './store/poll-store.ts'

/** The dates of a procedure on its page: what is to come, what is being searched for, and the way to what was. Two questions. */
export async function eventSections(
  house: ParticipationHouse,
  visit: Visit,
  { procedure }: OpenedProcedure,
): Promise<FormatSection[]> {
  const { t, now } = visit
  const { slug } = procedure
  const db = publicDb(house, visit.site)
  const [events, polls] = await Promise.all([eventsOf(db, procedure.id), pollsOf(db, procedure.id)])
  const coming = events.filter((one) => one.endsAt > now)
  const searching = polls.filter((one) => one.state === 'open' && one.until > now)
  const earlier = events.length - coming.length
  return [
    {
      id: 'termine',
      title: t('participation.events.section'),
      body: (
        <>
          {coming.length + searching.length === 0 ? (
            <Empty
              title={t('participation.events.none')}
              reason={t(earlier > 0 ? 'participation.events.none.over' : 'participation.events.none.reason')}
            />
          ) : (
            <Rows>
              {searching.map((poll) => (
                <PollRow key={poll.id} poll={poll} slug={slug} visit={visit} />
              ))}
              {coming.map((event) => (
                <EventRow key={event.id} event={event} slug={slug} visit={visit} />
              ))}
            </Rows>
          )}
          {earlier > 0 && (
            <LinkList
              links={[
                {
                  href: visit.to(eventRoutes.events, { slug }),
                  text: t('participation.events.earlier', { count: earlier }),
                },
              ]}
            />
          )}
        </>
      ),
    },
  ]
}
