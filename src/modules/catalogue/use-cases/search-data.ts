import { dayNumber } from '#kernel/day.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Query } from '#kernel/route.ts'
import type { Site, Sites } from '#kernel/site.ts'
import { type Bbox, pageBound, type SearchAnswer, type SearchFault, type SearchQuery, type SearchSort } from '#platform/search'
import { type CatalogueHouse, storeOf } from '../house.ts'
import type { StoredResource } from '../store/catalogue-store.ts'
import type { ResultCard } from '../store/result-card.ts'
import { type FacetName, facetNames } from './search-document.ts'

/** Names of the facets in addresses. */
export const facetParams: Readonly<Record<FacetName, string>> = {
  place: 'ort',
  theme: 'thema',
  format: 'format',
  licence: 'lizenz',
  publisher: 'herausgeber',
  keyword: 'stichwort',
}
export const pageSize = 20

/** A data search as it stands in an address: the same for page, feed, CSV and API. */
export interface SearchRequest {
  text: string
  exact: boolean
  /** Slug of the tenant whose view is searched: the site's own or one above it. */
  view: Site
  facets: Partial<Record<FacetName, string[]>>
  open: boolean
  hvd: boolean
  from?: string
  to?: string
  bbox?: Bbox
  sort: SearchSort
  /** Counts from 1. */
  page: number
}

/** What is wrong with a parameter; the text key is `catalogue.search.fault.<fault>`. */
export interface ParamFault {
  field: string
  fault: 'number' | 'date' | 'bbox' | 'sort' | 'view' | 'long' | 'many' | 'deep' | 'time'
  value: string
}

const sorts: Readonly<Record<string, SearchSort>> = {
  relevanz: 'relevance',
  neu: 'modified',
  erschienen: 'issued',
  titel: 'title',
}
const sortName = (sort: SearchSort) => Object.entries(sorts).find(([, value]) => value === sort)?.[0] ?? 'relevanz'

function bboxOf(text: string): Bbox | undefined {
  const parts = text.split(',').map(Number)
  const [west, south, east, north] = parts
  if (
    parts.length !== 4 ||
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined ||
    parts.some((n) => !Number.isFinite(n))
  )
    return undefined
  return west >= -180 && east <= 180 && south >= -90 && north <= 90 && west <= east && south <= north
    ? [west, south, east, north]
    : undefined
}

/** Reads a search from an address, of which a page has `size` records. Gives every fault with its parameter; what is merely unknown is left aside. */
export function readSearch(
  params: URLSearchParams,
  site: Site,
  sites: Sites,
  size = pageSize,
): Result<SearchRequest, ParamFault[]> {
  const faults: ParamFault[] = []
  const say = (field: string, fault: ParamFault['fault'], value: string) => {
    faults.push({ field, fault, value: value.slice(0, 80) })
    return undefined
  }
  const one = (name: string) => params.get(name)?.trim() || undefined
  const text = one('q') ?? ''
  if (text.length > 1000) say('q', 'long', text)
  const pageText = one('seite')
  const page =
    pageText === undefined
      ? 1
      : /^\d{1,6}$/.test(pageText) && Number(pageText) >= 1
        ? Number(pageText)
        : (say('seite', 'number', pageText) ?? 1)
  if (page * size > pageBound) say('seite', 'deep', String(page))
  const day = (name: string) => {
    const value = one(name)
    if (value === undefined) return undefined
    return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) && dayNumber(value) !== undefined ? value : say(name, 'date', value)
  }
  const bboxText = one('bbox')
  const bbox = bboxText === undefined ? undefined : (bboxOf(bboxText) ?? say('bbox', 'bbox', bboxText))
  const sortText = one('sort')
  const sort =
    sortText === undefined
      ? 'relevance'
      : ((Object.hasOwn(sorts, sortText) ? sorts[sortText] : undefined) ?? say('sort', 'sort', sortText) ?? 'relevance')
  const viewSlug = one('gebiet')
  const view =
    viewSlug === undefined
      ? site
      : ([site.id, ...site.ancestors].map((id) => sites.byId(id)).find((s) => s?.slug === viewSlug) ??
        say('gebiet', 'view', viewSlug) ??
        site)
  const facets: Partial<Record<FacetName, string[]>> = {}
  for (const name of facetNames) {
    const values = [...new Set(params.getAll(facetParams[name]).filter((value) => value !== ''))]
    if (values.length > 50) say(facetParams[name], 'many', String(values.length))
    if (values.length > 0) facets[name] = values.slice(0, 50)
  }
  const from = day('von')
  const to = day('bis')
  if (faults.length > 0) return fail(faults)
  return ok({
    text,
    exact: params.has('genau'),
    view,
    facets,
    open: params.has('offen'),
    hvd: params.has('hvd'),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(bbox ? { bbox } : {}),
    sort,
    page,
  })
}

/** The address parameters of a search: the reverse of readSearch. `change` replaces parts; a changed filter begins on page one. */
export function searchParams(request: SearchRequest, site: Site, change: Partial<SearchRequest> = {}): Query {
  const next = { ...request, page: 1, ...change }
  return {
    q: next.text || undefined,
    genau: next.exact ? 1 : undefined,
    gebiet: next.view.id === site.id ? undefined : next.view.slug,
    ...Object.fromEntries(facetNames.map((name) => [facetParams[name], next.facets[name]])),
    offen: next.open ? 1 : undefined,
    hvd: next.hvd ? 1 : undefined,
    von: next.from,
    bis: next.to,
    bbox: next.bbox?.join(','),
    sort: next.sort === 'relevance' ? undefined : sortName(next.sort),
    seite: next.page > 1 ? next.page : undefined,
  }
}

/** The last day that a year, month or day covers. */
function lastDay(text: string): number | undefined {
  if (text.length === 4) return dayNumber(`${text}-12-31`)
  if (text.length === 7) {
    const [year = 0, month = 0] = text.split('-').map(Number)
    return Math.floor(Date.UTC(year, month, 0) / 86_400_000)
  }
  return dayNumber(text)
}

/** What was found: the index's answer and the records of this page in order. */
export interface SearchResult {
  answer: SearchAnswer
  records: StoredResource[]
}

/** The same with what rows of a list show. */
export interface SearchCards {
  answer: SearchAnswer
  cards: ResultCard[]
}

/** A search as the index is asked. */
export function searchQuery(request: SearchRequest, options: Amount = {}): SearchQuery {
  const limit = options.limit ?? pageSize
  const from = request.from === undefined ? undefined : dayNumber(request.from)
  const to = request.to === undefined ? undefined : lastDay(request.to)
  return {
    scope: request.view.id,
    text: request.text,
    exact: request.exact,
    facets: request.facets as Record<string, string[]>,
    flags: [...(request.open ? ['open'] : []), ...(request.hvd ? ['hvd'] : [])],
    ...(from === undefined && to === undefined
      ? {}
      : { time: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } }),
    ...(request.bbox ? { bbox: request.bbox } : {}),
    sort: request.sort,
    offset: (request.page - 1) * limit,
    limit,
    facetLimit: options.facetLimit ?? 12,
  }
}

/** How much of an answer is wanted. */
interface Amount {
  readonly limit?: number
  readonly facetLimit?: number
}

/** One question to the index, one to whoever knows the rows. */
async function searchRows<Row extends { readonly id: string }>(
  house: CatalogueHouse,
  request: SearchRequest,
  amount: Amount,
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<Result<{ answer: SearchAnswer; rows: Row[] }, ParamFault[]>> {
  const answer = await house.search.search(searchQuery(request, amount))
  if (!answer.ok) return fail([faultOf(answer.error)])
  const ids = answer.value.hits.map((hit) => hit.id)
  return ok({ answer: answer.value, rows: inOrder(ids, await read(ids)) })
}

/** Searches the data of a view. */
export async function searchData(
  house: CatalogueHouse,
  request: SearchRequest,
  amount: Amount = {},
): Promise<Result<SearchResult, ParamFault[]>> {
  const found = await searchRows(house, request, amount, (ids) => storeOf(house, request.view).byIds(ids))
  return found.ok ? ok({ answer: found.value.answer, records: found.value.rows }) : found
}

/** The same without opening the documents of what was found. */
export async function searchCards(
  house: CatalogueHouse,
  request: SearchRequest,
  amount: Amount = {},
): Promise<Result<SearchCards, ParamFault[]>> {
  const found = await searchRows(house, request, amount, (ids) => storeOf(house, request.view).cards(ids))
  return found.ok ? ok({ answer: found.value.answer, cards: found.value.rows }) : found
}

/** The rows that were found, in the order of their ids. */
export function inOrder<Row extends { readonly id: string }>(ids: readonly string[], found: readonly Row[]): Row[] {
  const byId = new Map(found.map((one) => [one.id, one]))
  return ids.map((id) => byId.get(id)).filter((one) => one !== undefined)
}

/** Which records a search finds, without reading them; any part of the first 10,000. */
export async function searchIds(
  house: CatalogueHouse,
  request: SearchRequest,
  part: Pick<SearchQuery, 'sort' | 'offset' | 'limit' | 'facetLimit' | 'kinds'>,
): Promise<Result<SearchAnswer, ParamFault[]>> {
  const answer = await house.search.search({ ...searchQuery(request, { facetLimit: 0 }), ...part })
  return answer.ok ? answer : fail([faultOf(answer.error)])
}

function faultOf(fault: SearchFault): ParamFault {
  const kinds: Readonly<Record<SearchFault['code'], ParamFault['fault']>> = {
    'text-too-long': 'long',
    'too-many-words': 'many',
    'bad-number': 'number',
    'page-too-deep': 'deep',
    'unknown-facet': 'many',
    timeout: 'time',
    unavailable: 'time',
  }
  return { field: fault.field ?? 'q', fault: kinds[fault.code], value: '' }
}
