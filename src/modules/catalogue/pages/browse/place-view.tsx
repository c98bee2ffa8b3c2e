import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import { facetParams } from '../../use-cases/search-data.ts'
import { themeName } from '../search/labels.ts'
import type { Neighbour, PlaceData } from './read-places.ts'
import { isDated, RecordTable } from './record-table.tsx'
import { FacetBars } from './theme-views.tsx'

const viewOf = (visit: Visit, data: PlaceData) => (data.view.id === visit.site.id ? {} : { gebiet: data.view.slug })

function Neighbours({
  visit,
  data,
  rows,
  caption,
}: {
  readonly visit: Visit
  readonly data: PlaceData
  readonly rows: readonly Neighbour[]
  readonly caption: string
}) {
  const { t, lang } = visit
  const perThousand = ({ place, count }: Neighbour) =>
    place.population ? formatNumber((count / place.population) * 10_000, lang, 1) : ''
  const columns: Column<Neighbour>[] = [
    {
      title: t('catalogue.table.place'),
      cell: ({ place }) =>
        place.id === data.place.id ? (
          <strong>{t('catalogue.place.this', { name: place.name })}</strong>
        ) : (
          <a href={visit.to(routes.place, { slug: place.slug })}>{place.name}</a>
        ),
    },
    {
      title: t('catalogue.table.people'),
      right: true,
      cell: ({ place }) => (place.population === undefined ? '' : formatNumber(place.population, lang)),
    },
    {
      title: t('catalogue.table.records'),
      right: true,
      cell: ({ place, count }) =>
        count > 0 ? (
          <a href={visit.to(routes.search, {}, { [facetParams.place]: place.site?.slug, ...viewOf(visit, data) })}>
            {formatNumber(count, lang)}
          </a>
        ) : (
          '0'
        ),
    },
    { title: t('catalogue.place.per'), right: true, cell: perThousand },
  ]
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ place }) => place.id} inline t={t} />
}

/** Themes that places of this size publish, and this one does not: each leads to what they have. */
function Missing({ visit, data }: { readonly visit: Visit; readonly data: PlaceData }) {
  const { t, lang } = visit
  const slugs = data.similar
    .filter(({ place }) => place.id !== data.place.id)
    .flatMap(({ place }) => (place.site ? [place.site.slug] : []))
  return (
    <ul class="alm-list">
      {data.missing.map(({ code, places }) => (
        <li key={code}>
          {themeName(code, lang)}:{' '}
          <a
            href={visit.to(routes.search, {}, { [facetParams.theme]: code, [facetParams.place]: slugs, ...viewOf(visit, data) })}
          >
            {t('catalogue.search.found', { count: places })}
          </a>
        </li>
      ))}
    </ul>
  )
}

function leadOf(visit: Visit, data: PlaceData): string {
  const { t, lang } = visit
  const { place, overview } = data
  const people = place.population ? [t('catalogue.place.people', { people: formatNumber(place.population, lang) })] : []
  if (!place.site) return [...people, t('catalogue.place.absent', { name: place.name })].join(' ')
  if (!overview || overview.total === 0) return [...people, t('catalogue.place.nothing', { name: place.name })].join(' ')
  return [...people, t('catalogue.place.lead', { count: (overview.facets.theme ?? []).length })].join(' ')
}

function Published({ visit, data }: { readonly visit: Visit; readonly data: PlaceData }) {
  const { t } = visit
  const { place, overview } = data
  if (!overview || overview.total === 0 || !place.site) return null
  const query = { [facetParams.place]: place.site.slug, ...viewOf(visit, data) }
  return (
    <>
      <Section title={t('catalogue.place.published')} note={t('catalogue.home.figures.note')}>
        <FacetBars visit={visit} overview={overview} name="theme" query={query} most={13} />
      </Section>
      <Section title={t(isDated(overview.newest) ? 'catalogue.home.new' : 'catalogue.place.some')}>
        <RecordTable records={overview.newest} caption={t('catalogue.home.new.caption')} whose={false} visit={visit} />
        <LinkList
          links={[
            {
              href: visit.to(routes.search, {}, { ...query, sort: 'neu' }),
              text: t('catalogue.browse.all', { count: overview.total }),
            },
            { href: visit.to(routes.atom, {}, query), text: t('catalogue.search.onwards.feed') },
            { href: visit.to(routes.resultsCsv, {}, query), text: t('catalogue.search.onwards.csv') },
          ]}
        />
      </Section>
    </>
  )
}

/** The front door of another tenant's portal, for links only; the shell answers it. */
const portalHome = { ...routes.search, path: '/' }

/** The one next step: into the portal of the place, to its data, or back to the list. */
function NextStep({ visit, data }: { readonly visit: Visit; readonly data: PlaceData }) {
  const { t } = visit
  const { place, overview } = data
  const portal = place.site && place.site.id !== visit.site.id ? visit.toSite(place.site, portalHome) : undefined
  const total = overview?.total ?? 0
  return (
    <Actions>
      {portal && total > 0 ? (
        <Button text={t('catalogue.place.portal', { name: place.name })} href={portal} />
      ) : total > 0 ? (
        <Button
          text={t('catalogue.browse.all', { count: total })}
          href={visit.to(routes.search, {}, { [facetParams.place]: place.site?.slug, ...viewOf(visit, data) })}
        />
      ) : (
        <Button text={t('catalogue.place.all')} href={visit.to(routes.places)} />
      )}
      {total > 0 && (
        <a class="alm-link" href={visit.to(routes.places)}>
          {t('catalogue.place.all')}
        </a>
      )}
    </Actions>
  )
}

/** One place: what it publishes, and what places of its size do. */
export function placeView(visit: Visit, data: PlaceData): View {
  const { t, site } = visit
  const { place, overview, members, similar, missing } = data
  const total = overview?.total ?? 0
  const title =
    total > 0
      ? t('catalogue.place.title', { name: place.name, count: total })
      : t('catalogue.place.title.none', { name: place.name })
  const lead = leadOf(visit, data)
  return {
    title: place.name,
    description: `${title}. ${lead}`,
    area: 'places',
    crumbs: [{ label: t('catalogue.nav.places'), href: visit.to(routes.places) }, { label: place.name }],
    ...(place.site && total > 0
      ? {
          alternates: [
            {
              type: 'application/atom+xml',
              href: visit.to(routes.atom, {}, { [facetParams.place]: place.site.slug, ...viewOf(visit, data) }),
              title: place.name,
            },
          ],
        }
      : {}),
    ...(total === 0 ? { robots: 'noindex, follow' } : {}),
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'CollectionPage',
        name: title,
        url: visit.address(site, routes.place, { slug: place.slug }),
        about: { '@type': 'AdministrativeArea', name: place.name },
      },
    ],
    body: (
      <>
        <Head title={title} lead={lead} t={t}>
          <NextStep visit={visit} data={data} />
        </Head>
        <Published visit={visit} data={data} />
        {members.length > 0 && (
          <Section title={t('catalogue.place.members')}>
            <Neighbours visit={visit} data={data} rows={members} caption={t('catalogue.place.members')} />
          </Section>
        )}
        {similar.length > 0 && (
          <Section title={t('catalogue.place.similar')} note={t('catalogue.place.similar.note')}>
            <Neighbours visit={visit} data={data} rows={similar} caption={t('catalogue.place.similar')} />
          </Section>
        )}
        {missing.length > 0 && (
          <Section title={t('catalogue.place.missing')} note={t('catalogue.place.missing.note', { name: place.name })}>
            <Missing visit={visit} data={data} />
          </Section>
        )}
      </>
    ),
  }
}
