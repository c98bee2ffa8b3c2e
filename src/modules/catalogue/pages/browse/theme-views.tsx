import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { routes } from '../../routes.ts'
import { facetParams } from '../../use-cases/search-data.ts'
import { facetLabel, themeCodes, themeName } from '../search/labels.ts'
import { RecordTable } from './record-table.tsx'
import type { Overview } from './scope.ts'
import { WideBars } from './wide-bars.tsx'

/** All themes: those with data by number, the others named. */
export function themesView(visit: Visit, overview: Overview): View {
  const { t, lang, site } = visit
  const counted = (overview.facets.theme ?? []).filter(({ key }) => themeCodes.includes(key))
  const first = counted[0]
  const empty = themeCodes.filter((code) => !counted.some(({ key }) => key === code)).map((code) => themeName(code, lang) ?? code)
  const title = first
    ? t('catalogue.themes.title', { name: themeName(first.key, lang) ?? first.key })
    : t('catalogue.themes.title.none')
  const lead = t('catalogue.themes.lead', { count: overview.total, themes: counted.length, all: themeCodes.length })
  return {
    title: t('catalogue.nav.themes'),
    description: lead,
    area: 'themes',
    crumbs: [{ label: t('catalogue.nav.themes') }],
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'CollectionPage',
        name: t('catalogue.nav.themes'),
        url: visit.address(site, routes.themes),
      },
    ],
    body: (
      <>
        <Head title={title} lead={lead} t={t} />
        <Section title={t('catalogue.themes.section')} note={t('catalogue.themes.note')}>
          <WideBars
            title={t('catalogue.themes.measure')}
            lang={lang}
            bars={counted.map(({ key, count }) => ({
              label: themeName(key, lang) ?? key,
              value: count,
              href: visit.to(routes.theme, { code: key }),
            }))}
          />
        </Section>
        {empty.length > 0 && (
          <Section title={t('catalogue.themes.empty')} note={t('catalogue.themes.empty.note')}>
            <ul class="alm-list">
              {empty.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Section>
        )}
      </>
    ),
  }
}

/** Where the records of a facet value come from: bars that lead into the search. */
export function FacetBars({
  visit,
  overview,
  name,
  query,
  most = 10,
}: {
  readonly visit: Visit
  readonly overview: Overview
  readonly name: 'place' | 'publisher' | 'format' | 'theme'
  readonly query: Record<string, string | readonly string[] | undefined>
  readonly most?: number
}) {
  const { t, lang, sites } = visit
  const bars = (overview.facets[name] ?? []).slice(0, most).map(({ key, count }) => ({
    label: facetLabel(name, key, sites, lang),
    value: count,
    href: visit.to(routes.search, {}, { ...query, [facetParams[name]]: key }),
  }))
  return bars.length === 0 ? null : <WideBars title={t(`catalogue.bars.${name}`)} bars={bars} lang={lang} />
}

/** One theme: how much, what is new, who publishes it. */
export function themeView(visit: Visit, code: string, overview: Overview): View {
  const { t, lang, site } = visit
  const name = themeName(code, lang) ?? code
  const query = { [facetParams.theme]: code }
  const all = visit.to(routes.search, {}, query)
  const publishers = (overview.facets.publisher ?? []).length
  const title =
    overview.total === 0
      ? t('catalogue.theme.none', { name })
      : t('catalogue.search.found.theme', { count: overview.total, name })
  const lead = overview.total === 0 ? t('catalogue.theme.none.lead') : t('catalogue.theme.lead', { count: publishers })
  return {
    title: name,
    description: `${title}. ${site.name}.`,
    area: 'themes',
    crumbs: [{ label: t('catalogue.nav.themes'), href: visit.to(routes.themes) }, { label: name }],
    alternates: [{ type: 'application/atom+xml', href: visit.to(routes.atom, {}, query), title: name }],
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'CollectionPage',
        name: title,
        url: visit.address(site, routes.theme, { code }),
      },
    ],
    body: (
      <>
        <Head title={title} lead={lead} t={t}>
          <Actions>
            {overview.total > 0 ? (
              <Button text={t('catalogue.browse.all', { count: overview.total })} href={all} />
            ) : (
              <Button text={t('catalogue.themes.back')} href={visit.to(routes.themes)} />
            )}
            {overview.total > 0 && (
              <a class="alm-link" href={visit.to(routes.atom, {}, query)}>
                {t('catalogue.search.onwards.feed')}
              </a>
            )}
          </Actions>
        </Head>
        {overview.total > 0 && (
          <>
            <Section title={t('catalogue.home.new')}>
              <RecordTable records={overview.newest} caption={t('catalogue.home.new.caption')} visit={visit} />
              <LinkList
                links={[
                  {
                    href: visit.to(routes.search, {}, { ...query, sort: 'neu' }),
                    text: t('catalogue.browse.all', { count: overview.total }),
                  },
                  { href: visit.to(routes.resultsCsv, {}, query), text: t('catalogue.search.onwards.csv') },
                ]}
              />
            </Section>
            <Section title={t('catalogue.search.facet.publisher')} note={t('catalogue.home.figures.note')}>
              <FacetBars visit={visit} overview={overview} name={site.within.length > 1 ? 'place' : 'publisher'} query={query} />
            </Section>
            <Section title={t('catalogue.table.formats')} note={t('catalogue.browse.formats.note')}>
              <FacetBars visit={visit} overview={overview} name="format" query={query} />
            </Section>
          </>
        )}
      </>
    ),
  }
}
