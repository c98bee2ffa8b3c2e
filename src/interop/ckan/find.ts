import {
  type CatalogueHouse,
  type FindFault,
  type Found,
  findRecords,
  type IndexQuestion,
  indexIds,
  indexReach,
  type ListPart,
  type RecordFilter,
} from '#catalogue'
import type { Result } from '#kernel/result.ts'
import type { Site, Sites } from '#kernel/site.ts'
import { CkanRefusal } from './answers.ts'
import { flat, type IndexFacet, type Plan } from './plan.ts'

const mostLeaves = 12

/** The part of a search that one question to the index answers. */
export interface IndexPart {
  text: string
  facets: Partial<Record<IndexFacet | 'place', string[]>>
}

/** Where a search is made. */
export interface FindPlace {
  readonly house: CatalogueHouse
  readonly site: Site
  readonly sites: Sites
}

const says: Readonly<Record<string, string>> = {
  long: 'the words are too long: at most 1000 characters',
  many: 'too many words or values: at most 32 words',
  deep: `start + rows reach beyond ${indexReach}`,
  time: 'the search took too long: narrow it, or ask again later',
}

/** The value, or the refusal that CKAN gives for the fault. */
function foundIn<T>(result: Result<T, FindFault>): T {
  if (result.ok) return result.value
  const { error } = result
  if (error.fault !== 'too-many')
    throw new CkanRefusal({ kind: 'search', message: says[error.fault] ?? 'the search cannot be answered' })
  throw new CkanRefusal({
    kind: 'search',
    message: `such a search is answered for up to ${indexReach} datasets, and this one reaches ${error.total}. Narrow it; to walk through everything ask without words and with no other filters than organization, id, name, metadata_modified and metadata_created`,
  })
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
        throw new CkanRefusal({
          kind: 'query',
          message: `at most ${mostLeaves} words or facets can be joined by OR and NOT`,
        })
      const index: IndexQuestion =
        plan.kind === 'words' ? { text: plan.text } : { text: '', facets: { [plan.facet]: [...plan.values] } }
      return { ids: foundIn(await indexIds(place.house, place.site, index, true)) }
    }
  }
}

/** Finds a part of what a search means. Without an order, what fits the words best comes first. */
export async function find(
  place: FindPlace,
  { index, table, tenants }: Divided,
  part: Omit<ListPart, 'sort'> & { sort?: ListPart['sort'] },
): Promise<Found> {
  const budget = { leaves: mostLeaves }
  const filters: RecordFilter[] = tenants ? [{ tenants }] : []
  for (const one of table) filters.push(await filterOf(place, one, budget))
  return foundIn(await findRecords(place.house, place.site, { ...(index ? { index } : {}), filters, ...part }))
}
