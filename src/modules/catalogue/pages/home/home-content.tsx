import type { HomeContent, HomePart, Visit } from '#platform/http'
import { Figures } from '#ui/components/figures/figures.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { routes } from '../../routes.ts'
import { facetParams } from '../../use-cases/search-data.ts'
import { RecordTable } from '../browse/record-table.tsx'
import { WideBars } from '../browse/wide-bars.tsx'
import { formatName, themeName } from '../search/labels.ts'
import { HomePlaces } from './home-places.tsx'
import type { HomeData } from './read-home.ts'

const search = (visit: Visit, query = {}) => visit.to(routes.search, {}, query)

/** Where the areas of the portal begin: data, places or themes, and what machines read. Only what is there. */
function entrances(visit: Visit, data: HomeData): HomePart[] {
  const { t, lang } = visit
  const { total, facets } = data.overview
  const formats = (facets.format ?? []).slice(0, 2)
  const themes = (facets.theme ?? []).slice(0, 3)
  const places = data.places.filter((one) => one.count > 0).slice(0, 3)
  const byPlace = places.length > 1
  return [
    {
      kind: 'entrance',
      order: 10,
      id: 'data',
      title: t('catalogue.nav.data'),
      href: search(visit),
      note: t('catalogue.home.data', { count: total }),
      links: [
        { href: search(visit), text: t('catalogue.nav.all') },
        { href: visit.to(routes.publishers), text: t('catalogue.home.who') },
        ...(formats[0]
          ? [
              {
                href: search(visit, { [facetParams.format]: formats[0].key }),
                text: t('catalogue.home.format', { count: formats[0].count, name: formatName(formats[0].key, lang) }),
              },
            ]
          : []),
      ],
    },
    byPlace
      ? {
          kind: 'entrance',
          order: 20,
          id: 'places',
          title: t('catalogue.nav.places'),
          href: visit.to(routes.places),
          note: t('catalogue.home.places', { count: data.places.filter((one) => one.count > 0).length }),
          links: places.map(({ place, count }) => ({
            href: visit.to(routes.place, { slug: place.slug }),
            text: t('catalogue.home.place', { name: place.name, count }),
          })),
        }
      : {
          kind: 'entrance',
          order: 20,
          id: 'themes',
          title: t('catalogue.nav.themes'),
          href: visit.to(routes.themes),
          note: t('catalogue.home.themes', { count: (facets.theme ?? []).length }),
          links: themes.map(({ key, count }) => ({
            href: visit.to(routes.theme, { code: key }),
            text: t('catalogue.home.place', { name: themeName(key, lang) ?? key, count }),
          })),
        },
    {
      kind: 'entrance',
      order: 60,
      id: 'developers',
      title: t('catalogue.home.developers'),
      href: visit.to(routes.interfaces),
      note: t('catalogue.home.developers.note'),
      links: [
        { href: visit.to(routes.interfaces), text: t('catalogue.nav.interfaces') },
        { href: visit.to(routes.metadataQuality), text: t('catalogue.nav.quality') },
        { href: visit.to(routes.atom), text: t('catalogue.home.feed') },
      ],
    },
  ]
}

function NewData({ visit, data }: { readonly visit: Visit; readonly data: HomeData }) {
  const { t } = visit
  return (
    <>
      <RecordTable
        records={data.overview.newest}
        caption={t('catalogue.home.new.caption')}
        whose={visit.site.within.length > 1}
        visit={visit}
      />
      <LinkList
        links={[
          { href: search(visit), text: t('catalogue.home.new.all', { count: data.overview.total }) },
          { href: visit.to(routes.atom), text: t('catalogue.home.new.subscribe') },
        ]}
      />
    </>
  )
}

function InFigures({ visit, data }: { readonly visit: Visit; readonly data: HomeData }) {
  const { t, site } = visit
  const { total, facets } = data.overview
  const several = site.within.length > 1
  return (
    <Figures>
      {t(several ? `catalogue.home.figures.many.${site.kind}` : 'catalogue.home.figures.one', { name: site.name })}{' '}
      <a href={search(visit)}>{t('catalogue.home.figures.records', { count: total })}</a>
      {t(several ? 'catalogue.home.figures.published.many' : 'catalogue.home.figures.published.one')}
      {data.current > 0 && (
        <>
          {' '}
          <a href={visit.to(routes.metadataQuality, {}, { pruefung: 'current', ergebnis: 'ja' })}>
            {t('catalogue.home.figures.current', { count: data.current })}
          </a>
          {t('catalogue.home.figures.current.rest')}
        </>
      )}{' '}
      <a href={search(visit, { offen: 1 })}>{t('catalogue.home.figures.open', { count: data.open })}</a>
      {t('catalogue.home.figures.open.rest')}
      {data.hvd > 0 && (
        <>
          {' '}
          <a href={search(visit, { hvd: 1 })}>{t('catalogue.home.figures.hvd', { count: data.hvd })}</a>
          {t('catalogue.home.figures.hvd.rest')}
        </>
      )}{' '}
      {data.thisYear > 0 && (
        <>
          {t('catalogue.home.figures.year')}{' '}
          <a href={search(visit, { von: data.year })}>{t('catalogue.home.figures.renewed', { count: data.thisYear })}</a>
          {t('catalogue.home.figures.year.rest')}
        </>
      )}
      {(facets.publisher ?? []).length === 0 && t('catalogue.home.figures.nobody')}
    </Figures>
  )
}

function Themes({ visit, data }: { readonly visit: Visit; readonly data: HomeData }) {
  const { t, lang } = visit
  const bars = (data.overview.facets.theme ?? []).map(({ key, count }) => ({
    label: themeName(key, lang) ?? key,
    value: count,
    href: search(visit, { [facetParams.theme]: key }),
  }))
  return <WideBars title={t('catalogue.themes.measure')} bars={bars} lang={lang} />
}

function sections(visit: Visit, data: HomeData): HomePart[] {
  const { t, site } = visit
  const hasPlaces = data.places.length > 1
  return [
    { kind: 'section', order: 30, id: 'neue-daten', title: t('catalogue.home.new'), body: <NewData visit={visit} data={data} /> },
    {
      kind: 'section',
      order: 40,
      id: 'in-zahlen',
      title: t('catalogue.home.figures'),
      note: t('catalogue.home.figures.note'),
      body: <InFigures visit={visit} data={data} />,
    },
    hasPlaces
      ? {
          kind: 'section',
          order: 50,
          id: 'orte',
          title: t(site.kind === 'kreis' ? 'catalogue.home.places.kreis' : 'catalogue.home.places.land'),
          body: <HomePlaces visit={visit} data={data} />,
        }
      : {
          kind: 'section',
          order: 50,
          id: 'themen',
          title: t('catalogue.nav.themes'),
          note: t('catalogue.home.figures.note'),
          body: <Themes visit={visit} data={data} />,
        },
  ]
}

/** The lead with the real numbers, the search with real words, entrances and sections. */
export function homeContent(visit: Visit, data: HomeData): HomeContent {
  const { t, site } = visit
  const { total, newest } = data.overview
  const publishing = data.places.filter((one) => one.count > 0).length
  const lead =
    total === 0
      ? t('catalogue.home.lead.empty')
      : publishing > 1
        ? t(site.kind === 'kreis' ? 'catalogue.home.lead.kreis' : 'catalogue.home.lead.land', {
            records: total,
            count: publishing,
          })
        : t('catalogue.home.lead.one', { count: total, name: site.shortName })
  const words = data.words.map(({ key }) => ({ href: search(visit, { q: key }), text: key }))
  return {
    lead,
    search: {
      action: visit.to(routes.search),
      label: t('catalogue.search.label'),
      often: words,
      suggestions: visit.to(routes.suggest),
    },
    parts: [...entrances(visit, data), ...(newest.length > 0 ? sections(visit, data) : [])],
  }
}
