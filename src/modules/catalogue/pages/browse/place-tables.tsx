import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { StackedBar } from '#ui/components/stacked-bar/stacked-bar.tsx'
import { Status, type StatusKind } from '#ui/components/status/status.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import { facetParams } from '../../use-cases/search-data.ts'
import type { PlaceRow, PlaceState, PlacesData } from './read-places.ts'

const kinds: Readonly<Record<PlaceState, StatusKind>> = { recent: 'ok', older: 'warn', other: 'run', none: 'idle' }

/** The records of a place that fit the question, in the search of the shown view. */
function searchOf(visit: Visit, data: PlacesData, slug: string): string {
  const query = { [facetParams.place]: slug, [facetParams.theme]: data.theme, q: data.words || undefined }
  return data.view.id === visit.site.id
    ? visit.to(routes.search, {}, query)
    : visit.to(routes.search, {}, { ...query, gebiet: data.view.slug })
}

/** Places one by one: inhabitants, state, number. */
export function PlaceTable({
  visit,
  data,
  rows,
}: {
  readonly visit: Visit
  readonly data: PlacesData
  readonly rows: readonly PlaceRow[]
}) {
  const { t, lang } = visit
  const asked = data.theme !== undefined || data.words !== ''
  const columns: Column<PlaceRow>[] = [
    {
      title: t('catalogue.table.place'),
      cell: ({ place }) => <a href={visit.to(routes.place, { slug: place.slug })}>{place.name}</a>,
    },
    {
      title: t('catalogue.table.people'),
      right: true,
      cell: ({ place }) => (place.population === undefined ? '' : formatNumber(place.population, lang)),
    },
    {
      title: t('catalogue.table.state'),
      cell: ({ state }) => (
        <Status kind={kinds[state]}>{t(asked ? `catalogue.places.state.${state}` : `catalogue.places.plain.${state}`)}</Status>
      ),
    },
    {
      title: t('catalogue.table.records'),
      right: true,
      cell: ({ place, count }) =>
        count > 0 && place.site ? <a href={searchOf(visit, data, place.site.slug)}>{formatNumber(count, lang)}</a> : '0',
    },
  ]
  return (
    <Table caption={t('catalogue.places.list.caption')} columns={columns} rows={rows} rowKey={({ place }) => place.id} t={t} />
  )
}

/** A district with its municipalities; cities that are their own district stand together. */
export interface District {
  readonly key: string
  readonly name: string
  readonly slug?: string
  readonly rows: readonly PlaceRow[]
}

/** Municipalities by district, the largest share of publishing ones first. */
export function districtsOf(rows: readonly PlaceRow[]): District[] {
  const kreise = new Map(
    rows.filter(({ place }) => place.level === 'kreis').map(({ place }) => [place.kreis ?? place.ars ?? place.id, place]),
  )
  const municipalities = rows.filter(({ place }) => place.level === 'gemeinde')
  const groups = Map.groupBy(municipalities, ({ place }) => (place.kreis && kreise.has(place.kreis) ? place.kreis : ''))
  const share = (group: readonly PlaceRow[]) => group.filter((row) => row.count > 0).length / Math.max(group.length, 1)
  return [...groups]
    .map(([key, group]): District => {
      const place = kreise.get(key)
      return { key: key || 'frei', name: place?.name ?? '', ...(place ? { slug: place.slug } : {}), rows: group }
    })
    .sort((a, b) => share(b.rows) - share(a.rows) || a.name.localeCompare(b.name, 'de'))
}

const order: readonly PlaceState[] = ['recent', 'older', 'other', 'none']

/** Districts with the share of their municipalities as a bar and as numbers. */
export function DistrictTable({ visit, data }: { readonly visit: Visit; readonly data: PlacesData }) {
  const { t, lang } = visit
  const asked = data.theme !== undefined || data.words !== ''
  const count = (district: District, state: PlaceState) => district.rows.filter((row) => row.state === state).length
  const shown = order.filter((state) => state !== 'other' || asked)
  const columns: Column<District>[] = [
    {
      title: t('catalogue.table.district'),
      cell: (one) =>
        one.slug ? (
          <a href={visit.to(routes.place, { slug: one.slug })}>{one.name}</a>
        ) : (
          t('catalogue.places.free', { count: one.rows.length })
        ),
    },
    {
      title: t('catalogue.places.share'),
      cell: (one) => (
        <StackedBar
          id={`anteil-${one.key}`}
          segments={[
            { step: 'full', value: count(one, 'recent') },
            { step: 'hatched', value: count(one, 'older') },
            { step: 'pale', value: count(one, 'other') },
            { step: 'empty', value: count(one, 'none') },
          ]}
        />
      ),
    },
    ...shown.map(
      (state): Column<District> => ({
        title: t(`catalogue.places.short.${state}`),
        right: true,
        cell: (one) => formatNumber(count(one, state), lang),
      }),
    ),
  ]
  return (
    <Table
      caption={t('catalogue.places.districts.caption')}
      columns={columns}
      rows={districtsOf(data.rows)}
      rowKey={(one) => one.key}
      t={t}
    />
  )
}
