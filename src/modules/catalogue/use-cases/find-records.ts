import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import type { Bbox } from '#platform/search'
import type { CatalogueHouse } from '../house.ts'
import type { RecordFilter } from '../store/queries/record-list.ts'
import { type ListPart, listRecords } from './list-records.ts'
import { type ParamFault, readSearch, type SearchRequest, searchIds } from './search-data.ts'

/** How deep the index gives pages. */
export const indexReach = 10_000

/** What only the index knows: words, facets, areas. */
export interface IndexQuestion {
  readonly text: string
  readonly exact?: boolean
  readonly facets?: SearchRequest['facets']
  readonly bbox?: Bbox
}

/** Why a search is not answered: `too-many` finds more than can be given out in this way. */
export type FindFault = { readonly fault: 'too-many'; readonly total: number } | ParamFault

/** What an interface asks for: what the index finds and the table agrees with. */
export interface FindRequest {
  readonly index?: IndexQuestion
  readonly filters: readonly RecordFilter[]
  /** Without an order, what fits the words best comes first; without words, the last changed. */
  readonly sort?: ListPart['sort']
  readonly offset: number
  readonly limit: number
}

export interface Found {
  readonly total: number
  readonly ids: readonly string[]
}

/** A question to the index, as pages ask it. */
export function questionOf(house: CatalogueHouse, site: Site, index: IndexQuestion): SearchRequest {
  const read = readSearch(new URLSearchParams(), site, house.sites())
  if (!read.ok) throw new Error('an empty search can always be read')
  const { text, exact = false, facets = {}, bbox } = index
  return { ...read.value, text, exact, facets, ...(bbox ? { bbox } : {}) }
}

/** Every id that a question to the index finds, best first. `strict`: nothing that has only some of the words. */
export async function indexIds(
  house: CatalogueHouse,
  site: Site,
  index: IndexQuestion,
  strict: boolean,
): Promise<Result<string[], FindFault>> {
  const ids: string[] = []
  const question = questionOf(house, site, index)
  for (;;) {
    const answer = await searchIds(house, question, { sort: 'relevance', offset: ids.length, limit: 1000 })
    if (!answer.ok) return fail(answer.error[0] ?? { field: 'q', fault: 'time', value: '' })
    const { match, total, hits } = answer.value
    if (strict && match !== 'all') return ok([])
    if (total > indexReach) return fail({ fault: 'too-many', total })
    ids.push(...hits.map((hit) => hit.id))
    if (hits.length < 1000 || ids.length >= indexReach) return ok(ids)
  }
}

const newest = [{ by: 'changed' as const, descending: true }]

/**
 * Finds a part of what is asked. Without a question to the index the table answers, to the end of any catalogue. With one, and with
 * conditions or an order that only the table knows, the index gives the set and the table the order; the set may have 10,000 records.
 */
export async function findRecords(
  house: CatalogueHouse,
  site: Site,
  request: FindRequest,
  strict = false,
): Promise<Result<Found, FindFault>> {
  const { index, filters, offset, limit } = request
  const all: RecordFilter = { all: filters }
  if (!index) return ok(await listRecords(house, site, all, { sort: request.sort ?? newest, offset, limit }))
  const byFit = request.sort === undefined
  if (byFit && filters.length === 0) {
    if (offset + limit > indexReach) return fail({ fault: 'too-many', total: offset + limit })
    const answer = await searchIds(house, questionOf(house, site, index), { sort: 'relevance', offset, limit })
    if (!answer.ok) return fail(answer.error[0] ?? { field: 'q', fault: 'time', value: '' })
    if (strict && answer.value.match !== 'all') return ok({ total: 0, ids: [] })
    return ok({ total: answer.value.total, ids: answer.value.hits.map((hit) => hit.id) })
  }
  const best = await indexIds(house, site, index, strict)
  if (!best.ok) return best
  const filter: RecordFilter = { all: [{ ids: best.value }, ...filters] }
  if (!byFit) return ok(await listRecords(house, site, filter, { sort: request.sort ?? newest, offset, limit }))
  const { total, ids } = await listRecords(house, site, filter, { sort: [], offset: 0, limit: indexReach })
  const fit = new Set(ids)
  return ok({ total, ids: best.value.filter((id) => fit.has(id)).slice(offset, offset + limit) })
}
