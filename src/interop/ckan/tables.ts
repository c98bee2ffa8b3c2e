import { type CatalogueHouse, distributionsOf, isTable, openTable, storeOf } from '#catalogue'
import { type Site, siteAddress } from '#kernel/site.ts'
import type { Visit } from '#platform/http'
import { gone, invalid } from './answers.ts'
import { findResource, keptFile } from './packages.ts'
import { type ActionData, listIn, needed, numberIn, textIn, truthIn } from './request.ts'

/** Rows in one answer. */
const mostRows = 10_000
/** Files up to this size are searched and sorted; of larger ones rows are given in their order. */
const searchedBytes = 8 * 1024 * 1024

type Row = { _id: number } & Record<string, string | number | null>

/** `{"column": "value"}` or a list of values, as an object or as JSON. */
function filtersIn(data: ActionData): Map<string, readonly string[]> {
  let given = data.filters
  if (given === undefined || given === null || given === '') return new Map()
  if (typeof given === 'string') {
    try {
      given = JSON.parse(given)
    } catch {
      throw invalid('filters', 'Cannot parse JSON')
    }
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw invalid('filters', 'Not a JSON object')
  return new Map(Object.entries(given).map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).map(String)]))
}

interface Order {
  readonly at: number
  readonly sign: number
}

function orderIn(data: ActionData, header: readonly string[]): Order[] {
  const parts = listIn(data, 'sort').flatMap((one) => one.split(','))
  return parts.map((part) => {
    const [, quoted, plain, order = 'asc'] = /^\s*(?:"([^"]+)"|(.+?))(?:\s+(asc|desc))?\s*$/i.exec(part) ?? []
    const name = quoted ?? plain ?? ''
    const at = name === '_id' ? -1 : header.indexOf(name)
    if (at < 0 && name !== '_id') throw invalid('sort', `field "${name.slice(0, 80)}" not in table`)
    return { at, sign: order.toLowerCase() === 'desc' ? -1 : 1 }
  })
}

const collator = new Intl.Collator('de', { numeric: true })
interface Numbered {
  readonly id: number
  readonly cells: readonly string[]
}

/** The file of a table that the portal keeps, by the id of its resource. */
async function fileOf(house: CatalogueHouse, visit: Visit, id: string) {
  const found = await findResource(house, visit, id)
  const site: Site | undefined = found && visit.sites.byId(found.one.tenant)
  const part = found && distributionsOf(found.one.record)[found.at]
  const name = found && site && part ? keptFile(site, visit.origin, found.one.slug, part.downloadURL) : undefined
  const files = found && site && name !== undefined ? await storeOf(house, site).files(found.one.slug) : []
  const file = files.find((one) => one.name === name && isTable(one))
  if (!found || !site || !file || !house.storage.has(file.sha256)) throw gone()
  return { file, address: siteAddress(site, visit.origin) }
}

/** Columns without a name, and names that stand twice, get one that tells them apart. */
const namesOf = (header: readonly string[]) =>
  header.map((name, at) => (name === '' || header.indexOf(name) !== at ? `${name || 'column'}_${at + 1}` : name))

/** `datastore_search` over the tables that the portal keeps: rows as texts, just as the file has them. */
export async function datastoreSearch(house: CatalogueHouse, visit: Visit, data: ActionData): Promise<unknown> {
  const id = textIn(data, 'resource_id') ?? textIn(data, 'id') ?? needed(data, 'resource_id')
  const { file } = await fileOf(house, visit, id)
  const table = await openTable(house.storage, file)
  const header = namesOf(table.header)
  const limit = numberIn(data, 'limit', 100, mostRows)
  const offset = numberIn(data, 'offset', 0)
  const filters = [...filtersIn(data)].map(([name, values]) => {
    const at = name === '_id' ? -1 : header.indexOf(name)
    if (at < 0 && name !== '_id') throw invalid('filters', `field "${name.slice(0, 80)}" not in table`)
    return { at, values }
  })
  if (data.q !== undefined && typeof data.q !== 'string') throw invalid('q', 'Only a text is supported')
  const words = (textIn(data, 'q') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const order = orderIn(data, header)
  const fields = listIn(data, 'fields').flatMap((one) =>
    header.includes(one) ? [one] : one.split(',').map((part) => part.trim()),
  )
  const strange = fields.find((name) => name !== '_id' && !header.includes(name))
  if (strange !== undefined) throw invalid('fields', `field "${strange.slice(0, 80)}" not in table`)
  const format = textIn(data, 'records_format') ?? 'objects'
  if (format !== 'objects' && format !== 'lists') throw invalid('records_format', 'objects or lists')
  const searched = filters.length > 0 || words.length > 0 || order.length > 0
  if (searched && (file.bytes > searchedBytes || !table.whole))
    throw invalid(
      'filters',
      `this table is larger than ${searchedBytes / 1024 / 1024} MB: its rows can be paged, but not searched or sorted; fetch the file`,
    )

  const rows: Numbered[] = []
  let total = table.total
  if (!searched) {
    let at = offset
    if (limit > 0)
      for await (const cells of table.rows(offset)) {
        rows.push({ id: ++at, cells })
        if (rows.length >= limit) break
      }
  } else {
    const kept: Numbered[] = []
    let at = 0
    for await (const cells of table.rows(0)) {
      const number = ++at
      const fits =
        filters.every(({ at: column, values }) => values.includes(column < 0 ? String(number) : (cells[column] ?? ''))) &&
        words.every((word) => cells.some((cell) => cell.toLowerCase().includes(word)))
      if (fits) kept.push({ id: number, cells })
    }
    if (order.length > 0)
      kept.sort((a, b) => {
        for (const { at: column, sign } of order) {
          const by = column < 0 ? a.id - b.id : collator.compare(a.cells[column] ?? '', b.cells[column] ?? '')
          if (by !== 0) return sign * by
        }
        return a.id - b.id
      })
    total = kept.length
    rows.push(...kept.slice(offset, offset + limit))
  }

  const shown = fields.length > 0 ? fields : ['_id', ...header]
  const valueAt = ({ id: number, cells }: Numbered, name: string) =>
    name === '_id' ? number : (cells[header.indexOf(name)] ?? '') || null
  const explained = new Map((file.columns ?? []).map((column) => [column.name, column]))
  return {
    resource_id: id,
    fields: shown.map((name) => {
      const column = explained.get(name)
      return {
        id: name,
        type: name === '_id' ? 'int' : 'text',
        ...(column
          ? { info: { label: name, notes: column.meaning, type: column.type, ...(column.unit ? { unit: column.unit } : {}) } }
          : {}),
      }
    }),
    records_format: format,
    records:
      format === 'lists'
        ? rows.map((row) => shown.map((name) => valueAt(row, name)))
        : rows.map((row) => Object.fromEntries(shown.map((name) => [name, valueAt(row, name)])) as Row),
    limit,
    ...(offset > 0 ? { offset } : {}),
    ...(filters.length > 0 ? { filters: Object.fromEntries(filtersIn(data)) } : {}),
    ...(words.length > 0 ? { q: textIn(data, 'q') } : {}),
    ...(truthIn(data, 'include_total', true) ? { total, total_was_estimated: !table.whole } : {}),
    _links: linksOf(visit, id, limit, offset),
  }
}

/** Where this page and the next stand, as CKAN says it: a path with query. */
function linksOf(visit: Visit, id: string, limit: number, offset: number) {
  const [path = ''] = visit.to(visit.route, visit.params).split('?', 1)
  const at = (from: number) => {
    const query = new URLSearchParams(visit.request.method === 'POST' ? { resource_id: id } : visit.query)
    query.set('limit', String(limit))
    if (from > 0) query.set('offset', String(from))
    else query.delete('offset')
    return `${path}?${query}`
  }
  return { start: at(0), next: at(offset + limit) }
}
