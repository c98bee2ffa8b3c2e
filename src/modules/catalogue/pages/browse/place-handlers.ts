import { type Answer, body, page, redirect, type Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { routes } from '../../routes.ts'
import { csvLine } from '../search/results-csv.ts'
import { placeView } from './place-view.tsx'
import { placesView } from './places-view.tsx'
import { type PlacesData, readPlace, readPlaces } from './read-places.ts'

/** The list of places as a table for programs. */
function placesCsv(visit: Visit, data: PlacesData): Answer {
  const head = [
    'place',
    'level',
    'official_key',
    'district',
    'population',
    'state',
    'datasets',
    'datasets_renewed_in_12_months',
    'datasets_of_all_kinds',
    'url',
  ]
  const lines = data.rows.map(({ place, state, count, recent, any }) =>
    csvLine([
      place.name,
      place.level,
      place.ars,
      place.kreis,
      place.population,
      state,
      count,
      recent,
      any,
      visit.address(visit.site, routes.place, { slug: place.slug }),
    ]),
  )
  return body('text/csv; charset=utf-8; header=present', csvLine(head) + lines.join(''), {
    'content-disposition': 'attachment; filename="orte.csv"',
  })
}

/** Map and list of places; as CSV where that is asked for. */
export async function placesAnswer(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const data = await readPlaces(house, visit)
  return visit.query.get('als') === 'csv' ? placesCsv(visit, data) : page(placesView(visit, data))
}

/** One place; undefined when there is none of that name. */
export async function placeAnswer(house: CatalogueHouse, visit: Visit): Promise<Answer | undefined> {
  const slug = visit.params.slug ?? ''
  const data = await readPlace(house, visit, slug)
  if (data) return page(placeView(visit, data))
  // A place above: it has its own page in the portal that it belongs to.
  const above = visit.site.ancestors.map((id) => visit.sites.byId(id)).find((one) => one?.slug === slug)
  return above ? redirect(visit.toSite(above, routes.places), 302) : undefined
}
