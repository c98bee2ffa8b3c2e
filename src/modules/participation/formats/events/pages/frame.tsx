import { type Answer, notFound, problem, type View, type Visit } from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import type { Children } from '#ui/vocabulary.ts'
import type { OpenedProcedure } from '../../../format.ts'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import type { Procedure } from '../../../model/procedure.ts'
import { whenThere } from '../../../pages/procedure/when-there.ts'
import { routes } from '../../../routes.ts'
import type { TownEvent } from '../model/event.ts'
import { eventByKey } from '../store/event-store.ts'
import { eventsBySlug } from '../use-cases/open-events.ts'

/** The frame of every public page of dates; pages behind a link are kept nowhere on the way. */
export function eventFrame(
  visit: Visit,
  procedure: Pick<Procedure, 'slug' | 'title'>,
  title: string,
  body: Children,
  more: Partial<Pick<View, 'secret' | 'islands' | 'robots' | 'alternates' | 'description'>> = {},
): View {
  return {
    title: `${title}: ${procedure.title}`,
    area: 'participation',
    ...(more.secret ? { robots: 'noindex, nofollow' } : {}),
    crumbs: [
      { label: visit.t('participation.nav'), href: visit.to(routes.procedures) },
      { label: procedure.title, href: visit.to(routes.procedure, { slug: procedure.slug }) },
      { label: title },
    ],
    body,
    ...more,
  }
}

/** A page that only says why something cannot be done, and leads back. */
export function eventNotice(visit: Visit, procedure: Pick<Procedure, 'slug' | 'title' | 'office'>, key: string): View {
  const title = visit.t(`participation.events.${key}`)
  return eventFrame(
    visit,
    procedure,
    title,
    <Head
      pre={procedure.title}
      title={title}
      lead={visit.t(`participation.events.${key}.lead`, { office: procedure.office })}
      t={visit.t}
    >
      <LinkList
        links={[{ href: visit.to(routes.procedure, { slug: procedure.slug }), text: visit.t('participation.closed.back') }]}
      />
    </Head>,
    { robots: 'noindex' },
  )
}

/** Opens the procedure with dates that the address names and lets `show` answer. */
export async function withEvents(
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: OpenedProcedure) => Promise<Answer> | Answer,
): Promise<Answer> {
  return whenThere(visit, await eventsBySlug(house, visit.site, visit.params.slug ?? ''), show)
}

/** The number of an event or a search in an address; undefined for what is none. */
export const keyIn = (text: string | undefined): number | undefined =>
  /^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : undefined

/** Opens the event that the address names, with its procedure. */
export const withEvent = (
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: OpenedProcedure, event: TownEvent) => Promise<Answer> | Answer,
): Promise<Answer> =>
  withEvents(house, visit, async (opened) => {
    const key = keyIn(visit.params.event)
    const event = key === undefined ? undefined : await eventByKey(publicDb(house, visit.site), opened.procedure.id, key)
    return event ? show(opened, event) : problem(notFound)
  })

/** What stands at a secret link that leads to nothing any more. */
export const goneLink = (visit: Visit): Answer =>
  problem({
    status: 404,
    id: 'participation/no-link',
    title: visit.t('participation.own.gone'),
    detail: visit.t('participation.events.gone.detail'),
  })
