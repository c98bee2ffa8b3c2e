import { type Answer, page, type View, type Visit } from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import type { Children } from '#ui/vocabulary.ts'
import type { ParticipationHouse } from '../../../house.ts'
import { procedureCrumbs } from '../../../pages/crumbs.ts'
import { whenThere } from '../../../pages/procedure/when-there.ts'
import { routes } from '../../../routes.ts'
import { mapBySlug, type OpenedMap } from '../use-cases/open-map.ts'

/** Opens the opinion map that the address names and lets `show` answer; says what stands in the way otherwise. */
export async function withMap(
  house: ParticipationHouse,
  visit: Visit,
  show: (map: OpenedMap) => Promise<Answer> | Answer,
): Promise<Answer> {
  return whenThere(visit, await mapBySlug(house, visit.site, visit.params.slug ?? ''), show)
}

/** The frame of every public page of an opinion map. */
export const mapFrame = (
  visit: Visit,
  { procedure }: OpenedMap,
  title: string,
  body: Children,
  more: Pick<View, 'islands' | 'robots'> = {},
): View => ({
  title: `${title}: ${procedure.title}`,
  area: 'participation',
  robots: 'noindex',
  crumbs: procedureCrumbs(visit, procedure, title),
  body,
  ...more,
})

/** A page that says why there is nothing to do, and leads on. */
export function mapNotice(
  visit: Visit,
  map: OpenedMap,
  key: string,
  links: readonly { readonly href: string; readonly text: string }[] = [],
  children?: Children,
): View {
  const { t } = visit
  const { procedure } = map
  const title = t(`participation.opinion.${key}`)
  return mapFrame(
    visit,
    map,
    title,
    <>
      <Head pre={procedure.title} title={title} lead={t(`participation.opinion.${key}.lead`, { office: procedure.office })} t={t}>
        <LinkList
          links={[...links, { href: visit.to(routes.procedure, { slug: procedure.slug }), text: t('participation.closed.back') }]}
        />
      </Head>
      {children}
    </>,
  )
}

/** Too early, or too late: 409, with whatever was typed. */
export function closedMap(
  visit: Visit,
  map: OpenedMap,
  links: Parameters<typeof mapNotice>[3] = [],
  children?: Children,
): Answer {
  const coming = map.phases.some(({ actions, startsAt }) => actions.includes('rate') && startsAt !== null && startsAt > visit.now)
  return page(mapNotice(visit, map, coming ? 'early' : 'over', links, children), 409)
}
