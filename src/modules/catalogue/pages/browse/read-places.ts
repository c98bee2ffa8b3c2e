import type { Site } from '#kernel/site.ts'
import type { Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { themeCodes } from '../search/labels.ts'
import { type Ground, groundOf } from './ground.ts'
import { type Place, placesOf, viewOfPlaces } from './places.ts'
import { type Overview, readOverview } from './scope.ts'

/** `recent`: renewed in the last twelve months; `older`: published, but not renewed; `other`: publishes, but not this; `none`: nothing known. */
export type PlaceState = 'recent' | 'older' | 'other' | 'none'

export interface PlaceRow {
  place: Place
  state: PlaceState
  /** Records that fit the question, those of them renewed in twelve months, and all records of the place. */
  count: number
  recent: number
  any: number
}

export interface PlacesData {
  view: Site
  /** What is asked: a theme, a word, both or neither. */
  theme?: string
  words: string
  rows: PlaceRow[]
  ground?: Ground
  /** The visited site's own place, outlined on the map. */
  own?: string
}

type Counts = ReadonlyMap<string, number>

async function countsByPlace(
  house: CatalogueHouse,
  view: Site,
  narrowed: { text?: string; theme?: string; since?: number },
): Promise<Counts> {
  const answer = await house.search.search({
    scope: view.id,
    limit: 0,
    facetLimit: 1000,
    ...(narrowed.text ? { text: narrowed.text } : {}),
    ...(narrowed.theme ? { facets: { theme: [narrowed.theme] } } : {}),
    ...(narrowed.since === undefined ? {} : { time: { from: narrowed.since } }),
  })
  return new Map(answer.ok ? (answer.value.facets.place ?? []).map(({ key, count }) => [key, count]) : [])
}

/** Who publishes what in a view: three questions to the index, none to the database. */
export async function readPlaces(house: CatalogueHouse, visit: Visit): Promise<PlacesData> {
  const { site, sites, query } = visit
  const view = viewOfPlaces(site, sites)
  const theme = themeCodes.find((code) => code === query.get('thema'))
  const text = (query.get('q') ?? '').trim().slice(0, 200)
  const narrowed = { ...(theme ? { theme } : {}), ...(text ? { text } : {}) }
  const since = Math.floor(visit.now.getTime() / 86_400_000) - 366
  const [any, count, recent] = await Promise.all([
    countsByPlace(house, view, {}),
    theme || text ? countsByPlace(house, view, narrowed) : undefined,
    countsByPlace(house, view, { ...narrowed, since }),
  ])
  const of = (counts: Counts, place: Place) => counts.get(place.site?.slug ?? '') ?? 0
  const rows = placesOf(house.config.dataDir, view, sites).all.map((place): PlaceRow => {
    const figures = { count: of(count ?? any, place), recent: of(recent, place), any: of(any, place) }
    const state = figures.recent > 0 ? 'recent' : figures.count > 0 ? 'older' : figures.any > 0 ? 'other' : 'none'
    return { place, state, ...figures }
  })
  const ground = groundOf(house.config.dataDir, view, sites)
  return {
    view,
    ...(theme ? { theme } : {}),
    words: text,
    rows,
    ...(ground ? { ground } : {}),
    ...(view.id === site.id ? {} : { own: site.slug }),
  }
}

/** A place of similar size with what it publishes. */
export interface Neighbour {
  place: Place
  count: number
}

export interface PlaceData {
  place: Place
  view: Site
  overview?: Overview
  /** For a district: its municipalities. */
  members: Neighbour[]
  /** Places of similar size, the nearest in size first, with this one among them. */
  similar: Neighbour[]
  /** What they publish by theme, and this place does not. */
  missing: { code: string; places: number }[]
}

const closest = 6

/** Places whose population is between half and double, nearest first. */
function similarTo(place: Place, all: readonly Place[]): Place[] {
  const { population } = place
  if (place.level !== 'gemeinde' || !population) return []
  const distance = (one: Place) => Math.abs(Math.log((one.population ?? 1) / population))
  return all
    .filter(
      (one) => one.level === 'gemeinde' && one.id !== place.id && one.population !== undefined && distance(one) < Math.LN2 * 2,
    )
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, closest)
}

/** Everything the page of a place shows; undefined when the view has no such place. */
export async function readPlace(house: CatalogueHouse, visit: Visit, slug: string): Promise<PlaceData | undefined> {
  const view = viewOfPlaces(visit.site, visit.sites)
  const places = placesOf(house.config.dataDir, view, visit.sites)
  const place = places.bySlug(slug)
  if (!place) return undefined
  const neighbours = similarTo(place, places.all)
  const others = neighbours.flatMap((one) => (one.site ? [one.site.slug] : []))
  const [counts, overview, theirs] = await Promise.all([
    countsByPlace(house, view, {}),
    place.site ? readOverview(house, view, { facets: { place: [place.site.slug] }, newest: 8 }) : undefined,
    others.length > 0 ? readOverview(house, view, { facets: { place: others } }) : undefined,
  ])
  const withCount = (one: Place): Neighbour => ({ place: one, count: counts.get(one.site?.slug ?? '') ?? 0 })
  const own = new Set((overview?.facets.theme ?? []).map(({ key }) => key))
  const members =
    place.level === 'kreis'
      ? places.all.filter((one) => one.level === 'gemeinde' && one.kreis !== undefined && one.kreis === place.kreis)
      : []
  const byCount = (a: Neighbour, b: Neighbour) => b.count - a.count || a.place.name.localeCompare(b.place.name, 'de')
  return {
    place,
    view,
    ...(overview ? { overview } : {}),
    members: members.map(withCount).sort(byCount),
    similar: neighbours.length > 0 ? [place, ...neighbours].map(withCount).sort(byCount) : [],
    missing: (theirs?.facets.theme ?? [])
      .filter(({ key }) => !own.has(key) && themeCodes.includes(key))
      .map(({ key, count }) => ({ code: key, places: count })),
  }
}
