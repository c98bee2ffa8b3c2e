import { ok, type Result } from '#kernel/result.ts'
import type { Site, Sites } from '#kernel/site.ts'
import type { Bbox, SearchAnswer } from '#platform/search'
import { titleOf } from '#standards/dcat-ap-de'
import { type CatalogueHouse, storeOf } from '../../house.ts'
import type { ResultCard } from '../../store/result-card.ts'
import { boundsOf } from '../../use-cases/bounds.ts'
import { type ParamFault, pageSize, type SearchRequest, searchCards, searchIds } from '../../use-cases/search-data.ts'
import { groundOf, middleOf } from '../browse/ground.ts'
import { viewOfPlaces } from '../browse/places.ts'

/** A view that the same search could be asked in, and what it would find there. */
export interface ViewCount {
  site: Site
  total: number
}

/** A result of this page that says where it lies. */
export interface MapPin {
  /** As in the list. */
  number: number
  title: string
  /** Middle of its mark on the grid of the ground. */
  at: readonly [number, number]
  /** The area it names itself; absent where it stands at its publisher's town. */
  box?: Bbox
}

/** What the map of results is drawn on. */
export interface ResultGround {
  paths: readonly string[]
  source: 'register' | 'tenants'
  project(lon: number, lat: number): readonly [number, number]
}

export interface ResultMapData {
  ground: ResultGround
  pins: MapPin[]
  /** What is in sight: the chosen area, else the whole view. */
  frame: Bbox
  /** Results of this page that name no area and stand at their publisher's town. */
  atOwner: number
  /** Results of this page that cannot be shown. */
  without: number
}

/** Everything the search page shows. */
export interface SearchPageData {
  request: SearchRequest
  answer: SearchAnswer
  cards: ResultCard[]
  /** The site's own view first, then those above it. */
  views: ViewCount[]
  /** When nothing was found: how much there is without the filters, and in all. */
  instead?: { withoutFilters: number; all: number }
  /** Only where the map was asked for and there is a ground to draw it on. */
  map?: ResultMapData
}

/** Whether any filter is on; words and the choice of view are none. */
export const isFiltered = (request: SearchRequest): boolean =>
  Object.keys(request.facets).length > 0 ||
  request.open ||
  request.hvd ||
  request.from !== undefined ||
  request.to !== undefined ||
  request.bbox !== undefined

/** The same search without its filters. */
export function withoutFilters(request: SearchRequest): SearchRequest {
  const { from: _from, to: _to, bbox: _bbox, ...rest } = request
  return { ...rest, facets: {}, open: false, hvd: false, page: 1 }
}

const countOf = async (house: CatalogueHouse, request: SearchRequest): Promise<number> => {
  const found = await searchIds(house, { ...request, page: 1 }, { limit: 0, facetLimit: 0 })
  return found.ok ? found.value.total : 0
}

/** Asks the index for the page and for the counts of the views above; the database once for the records. */
export async function readSearchPage(
  house: CatalogueHouse,
  request: SearchRequest,
  site: Site,
  sites: Sites,
): Promise<Result<SearchPageData, ParamFault[]>> {
  const candidates = [site.id, ...site.ancestors].map((id) => sites.byId(id)).filter((one) => one !== undefined)
  const [found, ...elsewhere] = await Promise.all([
    searchCards(house, request),
    ...candidates.map((view) => (view.id === request.view.id ? -1 : countOf(house, { ...request, view }))),
  ])
  if (!found.ok) return found
  const { answer, cards } = found.value
  const views = candidates.map((view, i) => ({
    site: view,
    total: view.id === request.view.id ? answer.total : (elsewhere[i] ?? 0),
  }))
  if (answer.total > 0) return ok({ request, answer, cards, views })
  const plain = withoutFilters(request)
  const [unfiltered, all] = await Promise.all([countOf(house, plain), countOf(house, { ...plain, text: '' })])
  return ok({ request, answer, cards, views, instead: { withoutFilters: unfiltered, all } })
}

/** A little air around a frame, so that no border touches the edge. */
const widened = ([west, south, east, north]: Bbox): Bbox => {
  const [dx, dy] = [(east - west) * 0.04, (north - south) * 0.04]
  return [west - dx, south - dy, east + dx, north + dy]
}

/** The results of a page on the ground of its view; undefined where no place of the view has an area. Only for this the documents are opened. */
export async function readResultMap(
  house: CatalogueHouse,
  data: Pick<SearchPageData, 'request' | 'cards'>,
  sites: Sites,
): Promise<ResultMapData | undefined> {
  const { request, cards } = data
  const ground = groundOf(house.config.dataDir, viewOfPlaces(request.view, sites), sites)
  if (!ground) return undefined
  const first = (request.page - 1) * pageSize + 1
  const records = new Map((await storeOf(house, request.view).byIds(cards.map((card) => card.id))).map((one) => [one.id, one]))
  const pins = cards.flatMap((card, i): MapPin[] => {
    const pin = { number: first + i, title: titleOf(card.record) }
    const box = boundsOf(records.get(card.id)?.record.spatial ?? [])
    if (box) return [{ ...pin, box, at: ground.project((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) }]
    const town = ground.outlines.paths.get(sites.byId(card.tenant)?.slug ?? '')
    return town ? [{ ...pin, at: middleOf(town) }] : []
  })
  const frame = request.bbox ?? widened(ground.frame)
  return {
    ground: { paths: [...ground.outlines.paths.values()], source: ground.source, project: ground.project },
    pins,
    frame,
    atOwner: pins.filter((pin) => !pin.box).length,
    without: cards.length - pins.length,
  }
}
