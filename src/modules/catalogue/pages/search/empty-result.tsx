import type { Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { routes } from '../../routes.ts'
import { isFiltered, type SearchPageData, withoutFilters } from './read-search-page.ts'
import type { SearchLinks } from './search-links.ts'

interface Way {
  href: string
  text: string
}

/** What leads on from here, the best first. Every way that names a number leads to that many. */
function ways(visit: Visit, data: SearchPageData, links: SearchLinks): Way[] {
  const { t } = visit
  const { request, answer, views, instead } = data
  const wider = views.filter(({ site, total }) => site.id !== request.view.id && total > 0)
  const corrected =
    answer.corrected && answer.corrected.toLowerCase() !== request.text.toLowerCase() ? answer.corrected : undefined
  return [
    ...(corrected
      ? [{ href: links.to({ text: corrected, exact: false }), text: t('catalogue.search.empty.corrected', { words: corrected }) }]
      : []),
    ...(request.exact && request.text ? [{ href: links.to({ exact: false }), text: t('catalogue.search.exact.off') }] : []),
    ...(isFiltered(request) && instead && instead.withoutFilters > 0
      ? [
          {
            href: links.to({ ...withoutFilters(request), page: 1 }),
            text: t('catalogue.search.empty.filters', { count: instead.withoutFilters }),
          },
        ]
      : []),
    ...wider.map(({ site, total }) => ({
      href: links.to({ view: site }),
      text: t('catalogue.search.empty.wider', { count: total, name: site.name }),
    })),
    ...(instead && instead.all > 0
      ? [{ href: visit.to(routes.search), text: t('catalogue.search.empty.all', { count: instead.all }) }]
      : []),
    { href: visit.to(routes.newWish, {}, { titel: request.text || undefined }), text: t('catalogue.wish.write') },
    { href: visit.to(routes.themes), text: t('catalogue.search.empty.themes') },
  ]
}

/** Nothing found: why, and where it goes on. */
export function EmptyResult({
  visit,
  data,
  links,
}: {
  readonly visit: Visit
  readonly data: SearchPageData
  readonly links: SearchLinks
}) {
  const { t } = visit
  const { request, instead } = data
  const [first, ...more] = ways(visit, data, links)
  const reason =
    instead?.all === 0
      ? 'catalogue.search.empty.nothing'
      : isFiltered(request) && (instead?.withoutFilters ?? 0) > 0
        ? 'catalogue.search.empty.filtered'
        : 'catalogue.search.empty.words'
  return (
    <Empty title={t('catalogue.search.empty.title')} reason={t(reason)}>
      <Actions>
        {first && <Button kind="secondary" text={first.text} href={first.href} />}
        {more.map((way) => (
          <a key={way.href} class="alm-link" href={way.href}>
            {way.text}
          </a>
        ))}
      </Actions>
    </Empty>
  )
}
