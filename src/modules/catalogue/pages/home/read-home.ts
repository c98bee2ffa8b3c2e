import { dayNumber } from '#kernel/day.ts'
import type { Site, Sites } from '#kernel/site.ts'
import type { FacetCount } from '#platform/search'
import type { CatalogueHouse } from '../../house.ts'
import { checkCounts } from '../../store/queries/metadata-quality.ts'
import { type Ground, groundOf } from '../browse/ground.ts'
import { type Place, placesOf, viewOfPlaces } from '../browse/places.ts'
import { countOf, type Overview, readOverview, scopeOf } from '../browse/scope.ts'

/** A place with what it publishes. */
export interface PlaceCount {
  place: Place
  count: number
}

export interface HomeData {
  overview: Overview
  /** Words that many records carry. */
  words: readonly FacetCount[]
  /** Records that are as new as they promise. */
  current: number
  open: number
  hvd: number
  thisYear: number
  year: number
  places: readonly PlaceCount[]
  ground?: Ground
}

// Words that describe how data are published, not what they are about: nobody searches for them.
const jargon =
  /^(open ?data|offene daten|opendata|inspire\w*|geodaten|geo\w*dienst|wms|wfs|api|hvd|metadaten|dataset|daten|schnittstelle|deutschland|germany|nrw|adressen?|ansprechpartner\w*|kontakt|karten?)$/i

/** The most frequent keywords that are words of the subject: not jargon, not the name of a place. */
function wordsOf(overview: Overview, sites: Sites): FacetCount[] {
  const names = new Set(sites.all.flatMap((site) => [site.name, site.shortName].map((name) => name.toLowerCase())))
  const words = (overview.facets.keyword ?? []).filter(
    ({ key }) =>
      !jargon.test(key) && !names.has(key.toLowerCase()) && key.length > 2 && key.length < 28 && !/^[\d\s./-]+$/.test(key),
  )
  return words.slice(0, 5)
}

/** Everything the home page shows of the catalogue. Four questions to the index, two to the database. */
export async function readHome(house: CatalogueHouse, site: Site, sites: Sites): Promise<HomeData> {
  const year = house.now().getFullYear()
  const several = site.within.length > 1 && (site.kind === 'land' || site.kind === 'kreis')
  const [overview, open, hvd, thisYear, checks, counts] = await Promise.all([
    readOverview(house, site, { newest: 6, facetLimit: 40 }),
    countOf(house, site, { flags: ['open'] }),
    countOf(house, site, { flags: ['hvd'] }),
    countOf(house, site, { since: dayNumber(String(year)) ?? 0 }),
    checkCounts(house.database.within(scopeOf(site)), scopeOf(site)),
    several ? readOverview(house, site, { facetLimit: 1000 }) : undefined,
  ])
  const byPlace = new Map((counts?.facets.place ?? []).map(({ key, count }) => [key, count]))
  const places = several
    ? placesOf(house.config.dataDir, site, sites)
        .all.filter((place) => place.site)
        .map((place) => ({ place, count: byPlace.get(place.site?.slug ?? '') ?? 0 }))
        .sort((a, b) => b.count - a.count || a.place.name.localeCompare(b.place.name, 'de'))
    : []
  const ground = several ? groundOf(house.config.dataDir, viewOfPlaces(site, sites), sites) : undefined
  return {
    overview,
    words: wordsOf(overview, sites),
    current: checks.find((one) => one.id === 'current')?.passed ?? 0,
    open,
    hvd,
    thisYear,
    year,
    places,
    ...(ground ? { ground } : {}),
  }
}
