import type { View, Visit } from '#platform/http'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Rows } from '#ui/components/result-row/result-row.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { OpenedProcedure } from '../../../../format.ts'
import { routes } from '../../../../routes.ts'
import type { TownEvent } from '../../model/event.ts'
import type { Poll } from '../../model/poll.ts'
import { EventRow, PollRow } from '../event-row.tsx'
import { eventFrame } from '../frame.tsx'

/** Every date of a procedure: what is to come, what was, with minutes where there are any. */
export function eventsView(
  visit: Visit,
  { procedure }: OpenedProcedure,
  events: readonly TownEvent[],
  polls: readonly Poll[],
): View {
  const { t, now } = visit
  const { slug } = procedure
  const title = t('participation.events.all')
  const coming = events.filter((one) => one.endsAt > now)
  const over = events.filter((one) => one.endsAt <= now).reverse()
  const searching = polls.filter((one) => one.state === 'open' && one.until > now)
  return eventFrame(
    visit,
    procedure,
    title,
    <>
      <Head pre={procedure.title} title={title} t={t}>
        <LinkList
          links={[
            { href: visit.to(routes.procedure, { slug }), text: t('participation.closed.back') },
            { href: visit.to(routes.procedureCalendar, { slug }), text: t('participation.take.calendar') },
          ]}
        />
      </Head>
      <Section title={t('participation.events.coming')} id="kommende">
        {coming.length + searching.length === 0 ? (
          <Empty title={t('participation.events.none')} reason={t('participation.events.none.reason')} />
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
      </Section>
      {over.length > 0 && (
        <Section title={t('participation.events.over')} id="vergangene" note={t('participation.events.over.note')}>
          <Rows>
            {over.map((event) => (
              <EventRow key={event.id} event={event} slug={slug} visit={visit} />
            ))}
          </Rows>
        </Section>
      )}
    </>,
  )
}
