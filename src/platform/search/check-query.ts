import { fail, ok, type Result } from '#kernel/result.ts'
import { pageBound, type SearchFault, type SearchQuery, type SearchSchema } from './port.ts'

const limitBound = 1_000
const isCount = (value: number | undefined, most: number) =>
  value === undefined || (Number.isInteger(value) && value >= 0 && value <= most)
const isDay = (value: number | undefined) => value === undefined || Number.isFinite(value)

/** Refuses what no adapter should be asked: numbers that are none or too large, facets that are not in the schema. Gives the query back. */
export function checkQuery(query: SearchQuery, schema: SearchSchema): Result<SearchQuery, SearchFault> {
  if (!isCount(query.limit, limitBound)) return fail({ code: 'bad-number', field: 'limit', limit: limitBound })
  if (!isCount(query.facetLimit, limitBound)) return fail({ code: 'bad-number', field: 'facetLimit', limit: limitBound })
  if (!isCount(query.offset, Number.MAX_SAFE_INTEGER)) return fail({ code: 'bad-number', field: 'offset', limit: pageBound })
  if ((query.offset ?? 0) + (query.limit ?? 20) > pageBound)
    return fail({ code: 'page-too-deep', field: 'offset', limit: pageBound })
  if (!isDay(query.time?.from) || !isDay(query.time?.to)) return fail({ code: 'bad-number', field: 'time' })
  const { bbox } = query
  if (bbox && !(bbox.length === 4 && bbox.every(Number.isFinite) && bbox[0] <= bbox[2] && bbox[1] <= bbox[3]))
    return fail({ code: 'bad-number', field: 'bbox' })
  const unknown = Object.keys(query.facets ?? {}).find((name) => !schema.facets.includes(name))
  return unknown === undefined ? ok(query) : fail({ code: 'unknown-facet', field: unknown })
}
