import type { FindRequest, IndexQuestion, RecordFilter, RecordSort } from '#catalogue'
import { isIdInAnyCase } from '#kernel/id.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import { fileTypes, findFormat, licences, themes } from '#standards/dcat-ap-de'
import { type Bounds, parseBbox, parseDatetime, recordKinds } from '#standards/ogc-records'

/** What a client may ask of the records. `next` is ours: the place of the next page, only ever given out in links. */
export const knownParameters = [
  ...['limit', 'bbox', 'datetime', 'q', 'type', 'ids', 'externalIds', 'sortby', 'offset', 'f'],
  ...['title', 'keywords', 'themes', 'formats', 'license', 'publisher', 'organization'],
] as const
export const usualLimit = 10
export const mostRecords = 1000

/** Which parameter is wrong, and why. */
export interface ParameterFault {
  readonly field: string
  readonly message: string
}

/** A question to the catalogue: several to the index, where words or boxes are alternatives, joined by OR. */
export interface RecordsQuestion {
  readonly alternatives: readonly IndexQuestion[]
  readonly filters: readonly RecordFilter[]
  readonly sort?: FindRequest['sort']
  readonly offset: number
  readonly limit: number
}

const sortables: Readonly<Record<string, RecordSort['by']>> = { title: 'title', created: 'created', updated: 'changed', id: 'id' }
/** Names that `sortby` knows, with the type of what they sort. */
export const sortableProperties: Readonly<Record<string, { type: string; format?: string; title: string }>> = {
  id: { type: 'string', title: 'Identifier' },
  title: { type: 'string', title: 'Title' },
  created: { type: 'string', format: 'date-time', title: 'Since when the record is in the catalogue' },
  updated: { type: 'string', format: 'date-time', title: 'When the record was last changed' },
}

class Faults {
  readonly list: ParameterFault[] = []
  add(field: string, message: string): undefined {
    this.list.push({ field, message })
    return undefined
  }
}

const listOf = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

function limitOf(text: string | undefined, faults: Faults): number {
  if (text === undefined) return usualLimit
  if (!/^\+?\d{1,12}$/.test(text) || Number(text) < 1) {
    faults.add('limit', 'a whole number from 1; more than 1000 are cut to 1000')
    return usualLimit
  }
  return Math.min(Number(text), mostRecords)
}

function sortOf(text: string | undefined, faults: Faults): FindRequest['sort'] {
  if (text === undefined) return undefined
  // A plus in an address is read as a space.
  return listOf(text.replaceAll(' ', '+')).flatMap((one) => {
    const [, sign = '+', name = ''] = /^([+-]?)(.+)$/.exec(one) ?? []
    const by = Object.hasOwn(sortables, name) ? sortables[name] : undefined
    if (!by)
      return (
        faults.add('sortby', `${name.slice(0, 60)} cannot be sorted by; known are ${Object.keys(sortables).join(', ')}`) ?? []
      )
    return [{ by, descending: sign === '-' }]
  })
}

/** Words of one term, which must stand in this order: a phrase. */
const phrase = (term: string) => `"${term.replaceAll('"', ' ').trim()}"`

/** Values of `externalIds`: `scheme:value`, a value, or a scheme. Every record has an address (scheme `uri`). */
function identified(values: readonly string[]): RecordFilter {
  const plain = values.map((value) => value.replace(/^uri:/, ''))
  const filters: RecordFilter[] = [{ uris: plain }, { identifiers: values }]
  return values.includes('uri') ? { all: [] } : { any: filters }
}

const facetOf: Readonly<
  Record<string, { facet: 'theme' | 'format' | 'licence' | 'publisher' | 'keyword'; key: (value: string) => string }>
> = {
  keywords: { facet: 'keyword', key: (value) => value },
  themes: { facet: 'theme', key: (value) => (themes.find(value)?.code ?? value).toLowerCase() },
  formats: { facet: 'format', key: (value) => findFormat(value)?.code ?? fileTypes.find(value)?.code ?? value },
  license: { facet: 'licence', key: (value) => licences.find(value)?.code ?? value },
  publisher: { facet: 'publisher', key: (value) => value },
}

/** Reads a question from an address; gives every fault with its parameter. What is empty counts as not given. */
export function readQuestion(
  query: URLSearchParams,
  organizations: readonly { id: string; slug: string }[],
): Result<RecordsQuestion, ParameterFault[]> {
  const faults = new Faults()
  for (const name of new Set(query.keys())) {
    if (!knownParameters.some((one) => one === name))
      faults.add(name.slice(0, 60), `not known; known are ${knownParameters.join(', ')}`)
    else if (query.getAll(name).length > 1) faults.add(name, 'given more than once')
  }
  const one = (name: string) => query.get(name)?.trim() || undefined
  const offsetText = one('offset') ?? '0'
  if (!/^\d{1,9}$/.test(offsetText)) faults.add('offset', 'a whole number from 0')
  const filters: RecordFilter[] = []
  const types = listOf(one('type'))
  if (types.length > 0)
    filters.push({ kinds: types.map((type) => recordKinds.find((kind) => kind === type.toLowerCase()) ?? 'none') })
  const ids = listOf(one('ids'))
  if (ids.length > 500) faults.add('ids', 'at most 500')
  if (ids.length > 0) filters.push({ ids: ids.map((id) => id.toLowerCase()).filter(isIdInAnyCase) })
  const external = listOf(one('externalIds'))
  if (external.length > 500) faults.add('externalIds', 'at most 500')
  if (external.length > 0) filters.push(identified(external))
  const time = one('datetime')
  const span =
    time === undefined
      ? undefined
      : (parseDatetime(time) ??
        faults.add('datetime', '2026-11-26, 2026-11-26T20:00:00Z, or an interval 2026-01-01/.. with the earlier first'))
  if (span && (span.from || span.to)) filters.push({ covers: span })
  const owner = one('organization')
  if (owner !== undefined)
    filters.push({ tenants: organizations.filter((site) => listOf(owner).includes(site.slug)).map((site) => site.id) })

  const boxText = one('bbox')
  const boxes: readonly Bounds[] =
    (boxText === undefined
      ? undefined
      : (parseBbox(boxText) ?? faults.add('bbox', 'west,south,east,north in degrees (WGS 84), or six numbers with heights'))) ??
    []
  const terms = listOf(one('q'))
  if (terms.length > 12) faults.add('q', 'at most 12 terms')
  const title = one('title')
  const facets: Record<string, string[]> = {}
  for (const [name, { facet, key }] of Object.entries(facetOf)) {
    const values = listOf(one(name))
    if (values.length > 0) facets[facet] = values.map(key).slice(0, 50)
  }
  const sort = sortOf(one('sortby'), faults)
  const limit = limitOf(one('limit'), faults)
  if (faults.list.length > 0) return fail(faults.list)

  const common = title === undefined ? '' : `titel:${phrase(title)}`
  const texts = terms.length > 0 ? terms.map((term) => `${phrase(term)} ${common}`.trim()) : [common]
  const asks = terms.length > 0 || title !== undefined || boxes.length > 0 || Object.keys(facets).length > 0
  const alternatives = !asks
    ? []
    : texts.flatMap((text) =>
        (boxes.length > 0 ? boxes : [undefined]).map(
          (bbox): IndexQuestion => ({ text, exact: true, facets, ...(bbox ? { bbox } : {}) }),
        ),
      )
  return ok({ alternatives, filters, ...(sort ? { sort } : {}), offset: Number(offsetText), limit })
}
