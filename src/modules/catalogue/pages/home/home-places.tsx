import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { routes } from '../../routes.ts'
import { facetParams } from '../../use-cases/search-data.ts'
import { middleOf } from '../browse/ground.ts'
import type { HomeData, PlaceCount } from './read-home.ts'

/** So many places stand on the home page; the rest is one link away. */
const most = 10

/** The view in outline: its places with their names, or, where they are many, its districts and the places that publish. The table beside holds the same. */
function SmallMap({ visit, data }: { readonly visit: Visit; readonly data: HomeData }) {
  const { ground, places } = data
  if (!ground) return null
  const { width, height, paths } = ground.outlines
  const drawn = places.filter(({ place }) => paths.has(place.id))
  const named = ground.borders.length === 0 && drawn.length <= 6
  const shapes = named ? drawn.map(({ place }) => paths.get(place.id)) : ground.borders
  return (
    <figure class="catalogue-smallmap">
      <svg viewBox={`-6 -6 ${width + 12} ${height + 12}`} aria-hidden="true" focusable="false">
        {shapes.map((d, i) => (
          <path key={`${i}`} d={d} />
        ))}
        {!named &&
          drawn.map(({ place, count }) => count > 0 && <path key={place.id} class="is-publishing" d={paths.get(place.id)} />)}
        {named &&
          drawn.map(({ place }) => {
            const [x, y] = middleOf(paths.get(place.id) ?? '')
            return (
              <a key={place.id} href={visit.to(routes.place, { slug: place.slug })} tabIndex={-1}>
                <text x={x} y={y} text-anchor="middle">
                  {place.name}
                </text>
              </a>
            )
          })}
      </svg>
      {ground.source === 'register' && <figcaption>{visit.t('catalogue.map.credit')}</figcaption>}
    </figure>
  )
}

/** Places with inhabitants and what they publish. */
export function HomePlaces({ visit, data }: { readonly visit: Visit; readonly data: HomeData }) {
  const { t, lang } = visit
  const number = (value: number | undefined) => (value === undefined ? '' : formatNumber(value, lang))
  const rows = data.places.slice(0, most)
  return (
    <div class="catalogue-homeplaces">
      <SmallMap visit={visit} data={data} />
      <Table<PlaceCount>
        caption={t('catalogue.home.places.caption')}
        columns={[
          {
            title: t('catalogue.table.place'),
            cell: ({ place }) => <a href={visit.to(routes.place, { slug: place.slug })}>{place.name}</a>,
          },
          { title: t('catalogue.table.people'), right: true, cell: ({ place }) => number(place.population) },
          {
            title: t('catalogue.table.records'),
            right: true,
            cell: ({ place, count }) =>
              count > 0 ? (
                <a href={visit.to(routes.search, {}, { [facetParams.place]: place.site?.slug })}>{number(count)}</a>
              ) : (
                '0'
              ),
          },
        ]}
        rows={rows}
        rowKey={({ place }) => place.id}
        inline
        t={t}
      />
      <LinkList
        links={[
          {
            href: visit.to(routes.places),
            text: t(data.places.length > most ? 'catalogue.home.places.all' : 'catalogue.home.places.map', {
              count: data.places.length,
            }),
          },
        ]}
      />
    </div>
  )
}
