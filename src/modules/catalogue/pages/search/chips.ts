import type { Visit } from '#platform/http'
import type { ActiveFilter } from '#ui/components/active-filters/active-filters.tsx'
import { facetNames } from '../../use-cases/search-document.ts'
import { facetLabel, periodLabel } from './labels.ts'
import type { SearchPageData } from './read-search-page.ts'
import type { SearchLinks } from './search-links.ts'

/** Every filter that is on, with the way to take it off. */
export function activeFilters(visit: Visit, { request }: SearchPageData, links: SearchLinks): ActiveFilter[] {
  const { t, lang, sites, site } = visit
  const facets = facetNames.flatMap((name) =>
    (request.facets[name] ?? []).map((key) => ({
      text: t(`catalogue.search.chip.${name}`, { name: facetLabel(name, key, sites, lang) }),
      href: links.without(name, key),
    })),
  )
  return [
    ...(request.view.id === site.id ? [] : [{ text: request.view.name, href: links.to({ view: site }) }]),
    ...facets,
    ...(request.open ? [{ text: t('catalogue.search.open'), href: links.to({ open: false }) }] : []),
    ...(request.hvd ? [{ text: t('catalogue.search.hvd'), href: links.to({ hvd: false }) }] : []),
    ...(request.from || request.to ? [{ text: periodLabel(request, t), href: links.drop('from', 'to') }] : []),
    ...(request.bbox ? [{ text: t('catalogue.search.area'), href: links.drop('bbox') }] : []),
    ...(request.exact && request.text ? [{ text: t('catalogue.search.exact.chip'), href: links.to({ exact: false }) }] : []),
  ]
}
