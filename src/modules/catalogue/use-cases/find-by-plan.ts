import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import type { CatalogueHouse } from '../house.ts'
import type { RecordFilter } from '../store/queries/record-list.ts'
import { type FindFault, type Found, findRecords, type IndexQuestion, indexIds } from './find-records.ts'
import type { ListPart } from './list-records.ts'

/** What a query of a standard means: conditions that the index or the table knows, joined in any way. */
export type FindPlan =
  | { readonly all: readonly FindPlan[] }
  | { readonly any: readonly FindPlan[] }
  | { readonly not: FindPlan }
  | { readonly index: IndexQuestion }
  | { readonly table: RecordFilter }

/** Questions to the index that one plan may need besides the first. */
const mostQuestions = 12

const flat = (plan: FindPlan): readonly FindPlan[] => ('all' in plan ? plan.all.flatMap(flat) : [plan])

/** Joins two questions that must both hold; undefined where one question cannot say so. */
function both(a: IndexQuestion | undefined, b: IndexQuestion): IndexQuestion | undefined {
  if (!a) return b
  const again = Object.keys(b.facets ?? {}).some((name) => Object.hasOwn(a.facets ?? {}, name))
  if (again || (a.bbox && b.bbox) || (a.exact ?? false) !== (b.exact ?? false)) return undefined
  const bbox = a.bbox ?? b.bbox
  return {
    text: `${a.text} ${b.text}`.trim(),
    exact: a.exact ?? false,
    facets: { ...a.facets, ...b.facets },
    ...(bbox ? { bbox } : {}),
  }
}

/**
 * Finds a part of what a plan means. Conditions that must all hold become one question to the index; those within OR and NOT are asked one
 * by one, and what they find goes to the table as ids.
 */
export async function findByPlan(
  house: CatalogueHouse,
  site: Site,
  plan: FindPlan,
  part: Omit<ListPart, 'sort'> & { readonly sort?: ListPart['sort'] },
): Promise<Result<Found, FindFault>> {
  let index: IndexQuestion | undefined
  const rest: FindPlan[] = []
  for (const one of flat(plan)) {
    const joined = 'index' in one ? both(index, one.index) : undefined
    if (joined) index = joined
    else rest.push(one)
  }
  let left = mostQuestions
  const filterOf = async (one: FindPlan): Promise<Result<RecordFilter, FindFault>> => {
    if ('table' in one) return ok(one.table)
    if ('index' in one) {
      if (--left < 0) return fail({ field: 'q', fault: 'many', value: String(mostQuestions) })
      const ids = await indexIds(house, site, one.index, true)
      return ids.ok ? ok({ ids: ids.value }) : ids
    }
    if ('not' in one) {
      const inside = await filterOf(one.not)
      return inside.ok ? ok({ not: inside.value }) : inside
    }
    const parts: RecordFilter[] = []
    for (const inside of 'all' in one ? one.all : one.any) {
      const made = await filterOf(inside)
      if (!made.ok) return made
      parts.push(made.value)
    }
    return ok('all' in one ? { all: parts } : { any: parts })
  }
  const filters: RecordFilter[] = []
  for (const one of rest) {
    const made = await filterOf(one)
    if (!made.ok) return made
    filters.push(made.value)
  }
  return findRecords(house, site, { ...(index ? { index } : {}), filters, ...part }, true)
}
