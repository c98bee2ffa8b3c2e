import { createHash } from 'node:crypto'
import type { Site } from '#kernel/site.ts'
import { type CatalogueHouse, storeOf } from '../house.ts'
import { withoutPublicAddress } from '../model/self.ts'
import type { StoredResource } from '../store/catalogue-store.ts'
import {
  countRecords,
  countsByTenant,
  type RecordFilter,
  type RecordName,
  type RecordSort,
  recordIds,
  recordNames,
} from '../store/queries/record-list.ts'

type ListHouse = Pick<CatalogueHouse, 'database' | 'config' | 'sites'>

/** Which part of a list is wanted. */
export interface ListPart {
  readonly sort: readonly RecordSort[]
  readonly offset: number
  readonly limit: number
}

/** One order of a view that somebody walks through: ids as bytes, 16 for each. */
interface Walk {
  readonly ids: Buffer
  readonly usedAt: number
}

/** Walks of all views, the last used at the end, within a common bound. */
const walks = new Map<string, Walk>()
const walkBytes = 32_000_000
const restingTime = 10 * 60_000
/** More records than this are not walked by page number. */
const longest = 500_000

/** Keeps a walk; those that nobody goes on with make room. */
function keep(key: string, ids: Buffer): void {
  const now = performance.now()
  walks.delete(key)
  walks.set(key, { ids, usedAt: now })
  let bytes = [...walks.values()].reduce((sum, walk) => sum + walk.ids.length, 0)
  for (const [old, walk] of walks) {
    if (old === key || (bytes <= walkBytes && now - walk.usedAt <= restingTime)) break
    walks.delete(old)
    bytes -= walk.ids.length
  }
}

const bytesOf = (ids: readonly string[]) => Buffer.from(ids.join('').replaceAll('-', ''), 'hex')
const idAt = (ids: Buffer, at: number) => {
  const hex = ids.toString('hex', at * 16, at * 16 + 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/**
 * The ids of one part of a list. The first part is asked for fresh. For any later part the whole order is read once and kept for who
 * goes on: each page then costs the same, however deep it lies, and what changes meanwhile neither shifts the pages nor doubles a record.
 */
async function idsOf(house: ListHouse, site: Site, filter: RecordFilter, part: ListPart): Promise<string[]> {
  const { scope } = storeOf(house, site)
  const db = house.database.within(scope)
  const asked = JSON.stringify([house.database.url, scope, filter, part.sort])
  const key = createHash('sha256').update(asked).digest('base64')
  if (part.offset === 0) {
    walks.delete(key)
    return recordIds(db, scope, filter, part)
  }
  const known = walks.get(key)?.ids
  const ids = known ?? bytesOf(await recordIds(db, scope, filter, { sort: part.sort, offset: 0, limit: longest }))
  keep(key, ids)
  const end = Math.min(part.offset + part.limit, ids.length / 16)
  return Array.from({ length: Math.max(0, end - part.offset) }, (_, at) => idAt(ids, part.offset + at))
}

/** A filter with addresses as they are stored. */
function stored(filter: RecordFilter, publicUrl: string): RecordFilter {
  if ('all' in filter) return { all: filter.all.map((one) => stored(one, publicUrl)) }
  if ('any' in filter) return { any: filter.any.map((one) => stored(one, publicUrl)) }
  if ('not' in filter) return { not: stored(filter.not, publicUrl) }
  return 'uris' in filter ? { uris: filter.uris.map((uri) => withoutPublicAddress(uri, publicUrl)) } : filter
}

/** Published records of a view in the order of these ids; those that are gone meanwhile are left out. */
export async function recordsOf(house: ListHouse, site: Site, ids: readonly string[]): Promise<StoredResource[]> {
  const byId = new Map((await storeOf(house, site).byIds(ids)).map((one) => [one.id, one]))
  return ids.map((id) => byId.get(id)).filter((one) => one !== undefined)
}

/** One page of what a filter finds in a view, without counting it: each costs the same, however deep it lies. */
export async function pageOfRecords(
  house: ListHouse,
  site: Site,
  filter: RecordFilter,
  part: ListPart,
): Promise<StoredResource[]> {
  return recordsOf(house, site, await idsOf(house, site, stored(filter, house.config.publicUrl), part))
}

/** What a filter finds in a view: how many, and the ids of the wanted part. */
export async function listRecords(
  house: ListHouse,
  site: Site,
  filter: RecordFilter,
  part: ListPart,
): Promise<{ total: number; ids: string[] }> {
  const { scope } = storeOf(house, site)
  const asked = stored(filter, house.config.publicUrl)
  const [total, ids] = await Promise.all([
    countRecords(house.database.within(scope), scope, asked),
    part.limit === 0 ? [] : idsOf(house, site, asked, part),
  ])
  return { total, ids }
}

/** The names of all published records of a view, in order, a few thousand at a time. */
export async function* namesOf(house: ListHouse, site: Site): AsyncGenerator<readonly RecordName[]> {
  const { scope } = storeOf(house, site)
  let after: RecordName | undefined
  for (;;) {
    const names = await recordNames(house.database.within(scope), scope, after, 5_000)
    if (names.length > 0) yield names
    if (names.length < 5_000) return
    after = names.at(-1)
  }
}

/** Published records by tenant of a view. */
export const recordCounts = (house: ListHouse, site: Site): Promise<ReadonlyMap<string, number>> => {
  const { scope } = storeOf(house, site)
  return countsByTenant(house.database.within(scope), scope)
}
