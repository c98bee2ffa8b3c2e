import { type CatalogueHouse, type ListPart, type RecordFilter, type RecordSort, recordsOf } from '#catalogue'
import type { Visit } from '#platform/http'
import { parseSolrQuery, parseSolrSort } from '#standards/ckan'
import { CkanRefusal } from './answers.ts'
import { countFacets, type SearchFacets } from './facets.ts'
import { divide, type FindPlace, find } from './find.ts'
import { organizationsOf, packageOf } from './packages.ts'
import { type Plan, type PlanPlace, planOf } from './plan.ts'
import { type ActionData, listIn, numberIn, textIn } from './request.ts'

/** CKAN's own bound (ckan.search.rows_max). */
export const mostRows = 1000

/** Parameters of package_search; those of the second line change nothing here, as everything public is all there is. */
const known = new Set([
  ...['q', 'fq', 'fq_list', 'sort', 'rows', 'start', 'facet', 'facet.field', 'facet.limit', 'facet.mincount'],
  ...[
    'include_private',
    'include_drafts',
    'include_deleted',
    'use_default_schema',
    'extras',
    'qf',
    'bf',
    'boost',
    'defType',
    'mm',
    'tie',
    'wt',
  ],
])

const refuse = (message: string) => new CkanRefusal({ kind: 'query', message })

const sorts: Readonly<Record<string, RecordSort['by']>> = {
  id: 'id',
  name: 'slug',
  title: 'title',
  title_string: 'title',
  metadata_modified: 'changed',
  metadata_created: 'created',
}

/** The order of the answer; undefined for the usual one, by how well it fits. */
export function sortOf(text: string | undefined): ListPart['sort'] | undefined {
  const read = parseSolrSort(text ?? '')
  if (!read.ok) throw refuse(read.error.message)
  const [first] = read.value
  if (!first || first.field === 'score' || first.field === 'relevance') return undefined
  return read.value
    .filter(({ field }) => field !== 'score' && field !== 'relevance')
    .map(({ field, descending }) => {
      const by = Object.hasOwn(sorts, field) ? sorts[field] : undefined
      if (!by)
        throw refuse(`sort: the field ${field.slice(0, 60)} is not known; known are score, ${Object.keys(sorts).join(', ')}`)
      return { by, descending }
    })
}

/** Where names of a view lead in the table. */
const namedIn =
  (visit: Visit): PlanPlace['named'] =>
  (name) => {
    const [, owner = '', rest = ''] = /^([^_]+)_(.+)$/.exec(name) ?? []
    const other = organizationsOf(visit).find((site) => site.slug === owner)
    const own: RecordFilter = { all: [{ tenants: [visit.site.id] }, { slugs: [name] }] }
    return other ? { any: [own, { all: [{ tenants: [other.id] }, { slugs: [rest] }] }] } : own
  }

/** What `q` and all `fq` mean together. */
export function searchPlan(visit: Visit, data: ActionData): Plan {
  const place: PlanPlace = { organizations: organizationsOf(visit), now: visit.now, named: namedIn(visit) }
  const read = (text: string): Plan => {
    const query = parseSolrQuery(text)
    if (!query.ok) throw refuse(query.error.message)
    return planOf(query.value, place)
  }
  const q = textIn(data, 'q')?.trim() ?? ''
  // Words as people type them go to the index as they are; only what names fields or operators is a query.
  const written = /(?:^|[\s(+!-])(?:[A-Za-z_][\w.]*|\*):|\b(?:AND|OR|NOT)\b|&&|\|\|/.test(q)
  const words: Plan = written || q === '' || q === '*' ? read(q === '*' ? '' : q) : { kind: 'words', text: q }
  const filters = [...listIn(data, 'fq'), ...listIn(data, 'fq_list')].map(read)
  return { kind: 'all', parts: [words, ...filters] }
}

export interface PackageSearch {
  count: number
  sort: string
  facets: Readonly<Record<string, Readonly<Record<string, number>>>>
  search_facets: SearchFacets
  /** Ids of the packages of this answer, in order. */
  ids: readonly string[]
}

/** `package_search` without its packages: reads the question, finds, counts. */
export async function packageSearch(house: CatalogueHouse, visit: Visit, data: ActionData): Promise<PackageSearch> {
  const unknown = Object.keys(data).find((name) => !known.has(name) && !name.startsWith('ext_'))
  if (unknown !== undefined)
    throw refuse(`Invalid search parameters: ${unknown.slice(0, 60)}; known are ${[...known].slice(0, 10).join(', ')}`)
  const rows = numberIn(data, 'rows', 10, mostRows)
  const start = numberIn(data, 'start', 0)
  const sortText = textIn(data, 'sort')
  const sort = sortOf(sortText)
  const place: FindPlace = { house, site: visit.site, sites: visit.sites }
  const divided = divide(searchPlan(visit, data))
  const wanted =
    textIn(data, 'facet') === 'false' ? [] : listIn(data, 'facet.field').flatMap((one) => one.split(/[\s,]+/).filter(Boolean))
  const limit = textIn(data, 'facet.limit') === '-1' ? 1000 : numberIn(data, 'facet.limit', 50, 1000)
  const least = numberIn(data, 'facet.mincount', 1)
  const [{ total, ids }, counted] = await Promise.all([
    find(place, divided, { offset: start, limit: rows, ...(sort ? { sort } : {}) }),
    wanted.length > 0 ? countFacets(visit, place, divided, { wanted, limit, least }) : ({} as SearchFacets),
  ])
  return {
    count: total,
    sort: sortText ?? 'score desc, metadata_modified desc',
    facets: Object.fromEntries(
      Object.entries(counted).map(([name, { items }]) => [
        name,
        Object.fromEntries(items.map((item) => [item.name, item.count])),
      ]),
    ),
    search_facets: counted,
    ids,
  }
}

/** Packages as JSON, a hundred at a time, with commas between them. */
export async function* packagesJson(house: CatalogueHouse, visit: Visit, ids: readonly string[]): AsyncGenerator<string> {
  let first = true
  for (let at = 0; at < ids.length; at += 100) {
    const records = await recordsOf(house, visit.site, ids.slice(at, at + 100))
    if (records.length === 0) continue
    yield (first ? '' : ', ') + records.map((one) => JSON.stringify(packageOf(visit, one))).join(', ')
    first = false
  }
}

/** The whole answer of package_search, written piece by piece. */
export async function* searchJson(house: CatalogueHouse, visit: Visit, found: PackageSearch): AsyncGenerator<string> {
  const { ids, ...rest } = found
  yield `${JSON.stringify(rest).slice(0, -1)}, "results": [`
  yield* packagesJson(house, visit, ids)
  yield ']}'
}
