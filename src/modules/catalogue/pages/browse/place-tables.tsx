import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { StackedBar } from '#ui/components/stacked-bar/stacked-bar.tsx'
import { Status, type StatusKind } from '#ui/components/status/status.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import { facetParams } from '../../use-cases/search-data.ts'
import { type District, districtsOf } from './districts.ts'
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
    <Table
      caption={t('catalogue.places.list.caption')}
      columns={columns}
      rows={rows}
      rowKey={({ place }) => place.id}
      inline
      t={t}
    />
  )
}

const order: readonly PlaceState[] = ['recent', 'older', 'other', 'none']

const nameOf = (one: District, { t }: Visit) =>
  one.key === 'frei'
    ? t('catalogue.places.free', { count: one.rows.length })
    : one.key === 'sonst'
      ? t('catalogue.places.outside', { count: one.rows.length })
      : one.name

/** Districts with the share of their municipalities as a bar and as numbers. */
export function DistrictTable({ visit, data }: { readonly visit: Visit; readonly data: PlacesData }) {
  const { t, lang } = visit
  const asked = data.theme !== undefined || data.words !== ''
  const count = (district: District, state: PlaceState) => district.rows.filter((row) => row.state === state).length
  const shown = order.filter((state) => state !== 'other' || asked)
  const listOf = (query: Record<string, string>) =>
    visit.to(routes.places, {}, { thema: data.theme, q: data.words || undefined, liste: 'orte', ...query })
  const columns: Column<District>[] = [
    {
      title: t('catalogue.table.district'),
      cell: (one) => (
        <a href={one.slug ? visit.to(routes.place, { slug: one.slug }) : listOf({ kreis: one.key })}>{nameOf(one, visit)}</a>
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
        cell: (one) =>
          count(one, state) > 0 ? (
            <a href={listOf({ kreis: one.key, zustand: state })}>{formatNumber(count(one, state), lang)}</a>
          ) : (
            '0'
          ),
      }),
    ),
  ]
  return (
    <div class="catalogue-shares">
      <Table
        caption={t('catalogue.places.districts.caption')}
        columns={columns}
        rows={districtsOf(data.rows)}
        rowKey={(one) => one.key}
        inline
        t={t}
      />
    </div>
  )
}
