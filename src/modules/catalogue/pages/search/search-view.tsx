import type { View, Visit } from '#platform/http'
import { pageBound } from '#platform/search'
import { ActiveFilters } from '#ui/components/active-filters/active-filters.tsx'
import { Choice } from '#ui/components/choice/choice.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Pagination } from '#ui/components/pagination/pagination.tsx'
import { SearchBar } from '#ui/components/search-bar/search-bar.tsx'
import { Switch } from '#ui/components/tabs/tabs.tsx'
import { routes } from '../../routes.ts'
import { pageSize, type SearchRequest } from '../../use-cases/search-data.ts'
import { searchSubject } from '../subscription/wanted.ts'
import { activeFilters } from './chips.ts'
import { EmptyResult } from './empty-result.tsx'
import { Filters } from './filters.tsx'
import { headingOf } from './heading.ts'
import { isFiltered, type SearchPageData, withoutFilters } from './read-search-page.ts'
import { ResultMap } from './result-map.tsx'
import { ResultRows } from './result-rows.tsx'
import { type SearchLinks, searchLinks } from './search-links.ts'
import { Searched } from './searched.tsx'

/** As deep as a search can be leafed through. */
const lastPage = pageBound / pageSize

const sorts: readonly SearchRequest['sort'][] = ['relevance', 'modified', 'issued', 'title']

function Toolbar({ visit, data, links }: { readonly visit: Visit; readonly data: SearchPageData; readonly links: SearchLinks }) {
  const { t } = visit
  const { request } = data
  // Without words nothing is better than another: the newest come first, and the list says so.
  const order = request.sort === 'relevance' && !request.text ? 'modified' : request.sort
  const offered = sorts.filter((sort) => sort !== 'relevance' || request.text)
  return (
    <div class="alm-toolbar">
      <Choice
        label={t('catalogue.search.sort')}
        links={offered.map((sort) => ({
          href: links.to({ sort }),
          text: t(`catalogue.search.sort.${sort}`),
          current: sort === order,
        }))}
      />
      <Switch
        label={t('catalogue.search.as')}
        links={[
          { href: links.to({ page: request.page }, false), text: t('catalogue.search.as.list'), current: !links.map },
          { href: links.to({ page: request.page }, true), text: t('catalogue.search.as.map'), current: links.map },
        ]}
      />
    </div>
  )
}

function Onwards({ visit, links }: { readonly visit: Visit; readonly links: SearchLinks }) {
  const { t } = visit
  return (
    <section class="alm-after" aria-labelledby="weiter">
      <h2 class="alm-h3" id="weiter">
        {t('catalogue.search.onwards')}
      </h2>
      <LinkList
        links={[
          {
            href: visit.to(routes.subscribe, {}, { art: 'suche', was: searchSubject(links.params) }),
            text: t('catalogue.subscribe.search'),
          },
          { href: visit.to(routes.atom, {}, links.params), text: t('catalogue.search.onwards.feed') },
          { href: visit.to(routes.resultsCsv, {}, links.params), text: t('catalogue.search.onwards.csv') },
          { href: visit.to(routes.interfaces, {}, links.params), text: t('catalogue.search.onwards.api') },
        ]}
      />
    </section>
  )
}

function Results({ visit, data, links }: { readonly visit: Visit; readonly data: SearchPageData; readonly links: SearchLinks }) {
  const { t } = visit
  const { request, answer, cards } = data
  const filters = activeFilters(visit, data, links)
  const pages = Math.min(Math.ceil(answer.total / pageSize), lastPage)
  const clear = filters.length > 1 ? links.to({ ...withoutFilters(request), view: visit.site, exact: false }) : undefined
  return (
    <div>
      <h2 class="kern-sr-only">{t('catalogue.search.results')}</h2>
      <ActiveFilters filters={filters} {...(clear ? { clearHref: clear } : {})} t={t} />
      {answer.total === 0 ? (
        <EmptyResult visit={visit} data={data} links={links} />
      ) : (
        <>
          <Toolbar visit={visit} data={data} links={links} />
          {links.map && <ResultMap visit={visit} data={data} links={links} />}
          <div class={links.map && data.map ? 'catalogue-numbered' : undefined}>
            <ResultRows cards={cards} terms={answer.terms} start={(request.page - 1) * pageSize + 1} visit={visit} />
          </div>
          <Pagination
            page={request.page}
            pages={pages}
            href={(page) => links.to({ page })}
            next={t('catalogue.search.next', { count: pageSize })}
            t={t}
          />
          <Onwards visit={visit} links={links} />
        </>
      )}
    </div>
  )
}

/** The search page: bar, finding, what else was searched; facets in the rail, results beside. */
export function searchView(visit: Visit, data: SearchPageData): View {
  const { t, site } = visit
  const { request } = data
  const links = searchLinks(visit, request)
  const heading = headingOf(visit, data)
  const narrowed = isFiltered(request) || request.text !== '' || links.map || request.view.id !== site.id
  // A search by words alone stays open to search engines: its canonical address is the plain list, which is where they should arrive.
  const left = isFiltered(request) || links.map || request.view.id !== site.id || request.page > 1 || data.answer.total === 0
  const chosen = activeFilters(visit, data, links).length
  return {
    title: request.page > 1 ? t('catalogue.search.title.page', { title: heading, page: request.page }) : heading,
    description: t('catalogue.search.description', { name: site.name }),
    area: 'data',
    ownSearch: true,
    crumbs:
      narrowed || request.page > 1
        ? [{ label: t('catalogue.nav.data'), href: visit.to(routes.search) }, { label: t('catalogue.search.crumb') }]
        : [{ label: t('catalogue.nav.data') }],
    alternates: [{ type: 'application/atom+xml', href: visit.to(routes.atom, {}, links.params), title: heading }],
    ...(left ? { robots: 'noindex, follow' } : {}),
    jsonLd: narrowed
      ? []
      : [
          {
            '@context': 'https://schema.org',
            '@type': 'CollectionPage',
            name: heading,
            url: visit.address(site, routes.search),
            isPartOf: { '@type': 'WebSite', name: site.name },
          },
        ],
    islands: ['facet', ...(data.map ? ['result-map'] : [])],
    body: (
      <>
        <div class="alm-searchhead">
          <SearchBar
            action={visit.to(routes.search)}
            label={t('catalogue.search.label')}
            value={request.text}
            suggestions={visit.to(routes.suggest)}
            hidden={request.view.id === site.id ? {} : { gebiet: request.view.slug }}
            t={t}
          />
          <h1>{heading}</h1>
          <Searched visit={visit} data={data} links={links} />
        </div>
        <div class="alm-side">
          <Filters visit={visit} data={data} links={links} chosen={chosen} />
          <Results visit={visit} data={data} links={links} />
        </div>
      </>
    ),
  }
}
