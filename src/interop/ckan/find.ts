import { type CatalogueHouse, type ListPart, listRecords, type RecordFilter, readSearch, searchIds } from '#catalogue'
import type { Site, Sites } from '#kernel/site.ts'
import { CkanRefusal } from './answers.ts'
import { flat, type IndexFacet, type Plan } from './plan.ts'

/** How deep the index gives pages. */
const reach = 10_000
const mostLeaves = 12

/** The part of a search that one question to the index answers. */
export interface IndexPart {
  text: string
  facets: Partial<Record<IndexFacet | 'place', string[]>>
}

export interface Found {
  total: number
  ids: string[]
}

const tooMany = (total: number) =>
  new CkanRefusal({
    kind: 'search',
    message: `${total} datasets are found, and such a search is answered for up to ${reach}. Narrow it; to walk through everything ask without words and with no other filters than organization, id, name, metadata_modified and metadata_created`,
  })

/** Where a search is made. */
export interface FindPlace {
  readonly house: CatalogueHouse
  readonly site: Site
  readonly sites: Sites
}

/** A question to the index as pages ask it. */
export function questionOf({ site, sites }: FindPlace, part: IndexPart) {
  const read = readSearch(new URLSearchParams(), site, sites)
  if (!read.ok) throw new Error('an empty search is always readable')
  return { ...read.value, text: part.text, facets: part.facets }
}

const refusedBy = (faults: readonly { fault: string }[]) => {
  const says: Readonly<Record<string, string>> = {
    long: 'the words are too long: at most 1000 characters',
    many: 'too many words or values: at most 32 words',
    deep: `start + rows reach beyond ${reach}`,
    time: 'the search took too long: narrow it, or ask again later',
  }
  return new CkanRefusal({ kind: 'search', message: says[faults[0]?.fault ?? ''] ?? 'the search cannot be answered' })
}

/** Every id that a question to the index finds, best first; refuses what finds more than can be given out. */
async function allIds(place: FindPlace, part: IndexPart, strict: boolean): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const answer = await searchIds(place.house, questionOf(place, part), { sort: 'relevance', offset: ids.length, limit: 1000 })
    if (!answer.ok) throw refusedBy(answer.error)
    if (strict && answer.value.match !== 'all') return []
    if (answer.value.total > reach) throw tooMany(answer.value.total)
    ids.push(...answer.value.hits.map((hit) => hit.id))
    if (answer.value.hits.length < 1000 || ids.length >= reach) return ids
  }
}

/** A search divided: one question to the index where words or facets are asked for, and conditions for the table. */
export interface Divided {
  readonly index: IndexPart | undefined
  readonly table: readonly Plan[]
  readonly tenants: readonly string[] | undefined
}

/** Gathers what one question to the index can ask at once; the rest is left for the table. */
export function divide(plan: Plan): Divided {
  const texts: string[] = []
  const facets: IndexPart['facets'] = {}
  const table: Plan[] = []
  let tenants: readonly string[] | undefined
  for (const part of flat(plan)) {
    if (part.kind === 'words') texts.push(part.text)
    else if (part.kind === 'facet' && !facets[part.facet]) facets[part.facet] = [...part.values]
    else if (part.kind === 'tenants') tenants = tenants ? tenants.filter((id) => part.ids.includes(id)) : part.ids
    else table.push(part)
  }
  const asks = texts.length > 0 || Object.keys(facets).length > 0
  return { index: asks ? { text: texts.join(' '), facets } : undefined, table, tenants }
}

/** Turns a plan into a condition of the table; what only the index knows becomes the ids it finds. */
async function filterOf(place: FindPlace, plan: Plan, budget: { leaves: number }): Promise<RecordFilter> {
  switch (plan.kind) {
    case 'table':
      return plan.filter
    case 'tenants':
      return { tenants: plan.ids }
    case 'not':
      return { not: await filterOf(place, plan.part, budget) }
    case 'all':
    case 'any': {
      const parts: RecordFilter[] = []
      for (const part of plan.parts) parts.push(await filterOf(place, part, budget))
      return plan.kind === 'all' ? { all: parts } : { any: parts }
    }
    case 'words':
    case 'facet': {
      if (--budget.leaves < 0)
        throw new CkanRefusal({ kind: 'query', message: `at most ${mostLeaves} words or facets can be joined by OR and NOT` })
      const part =
        plan.kind === 'words' ? { text: plan.text, facets: {} } : { text: '', facets: { [plan.facet]: [...plan.values] } }
      return { ids: await allIds(place, part, true) }
    }
  }
}

/** The condition of the table for everything that does not go into the one question to the index. */
export async function tableFilter(place: FindPlace, { table, tenants }: Divided): Promise<RecordFilter[]> {
  const budget = { leaves: mostLeaves }
  const filters: RecordFilter[] = tenants ? [{ tenants }] : []
  for (const part of table) filters.push(await filterOf(place, part, budget))
  return filters
}

/** Finds a part of what a search means. Without an order, what fits the words best comes first. */
export async function find(
  place: FindPlace,
  divided: Divided,
  part: Omit<ListPart, 'sort'> & { sort?: ListPart['sort'] },
): Promise<Found> {
  const { house, site } = place
  const filters = await tableFilter(place, divided)
  const newest = [{ by: 'changed' as const, descending: true }]
  const { index } = divided
  if (!index) return listRecords(house, site, { all: filters }, { ...part, sort: part.sort ?? newest })
  const byFit = part.sort === undefined && index.text !== ''
  if (byFit && filters.length === 0) {
    const { offset, limit } = part
    if (offset + limit > reach) throw tooMany(offset + limit)
    const answer = await searchIds(house, questionOf(place, index), { sort: 'relevance', offset, limit })
    if (!answer.ok) throw refusedBy(answer.error)
    return { total: answer.value.total, ids: answer.value.hits.map((hit) => hit.id) }
  }
  const best = await allIds(place, index, false)
  const filter: RecordFilter = { all: [{ ids: best }, ...filters] }
  if (!byFit) return listRecords(house, site, filter, { ...part, sort: part.sort ?? newest })
  const { total, ids } = await listRecords(house, site, filter, { sort: [], offset: 0, limit: reach })
  const fit = new Set(ids)
  return { total, ids: best.filter((id) => fit.has(id)).slice(part.offset, part.offset + part.limit) }
}
