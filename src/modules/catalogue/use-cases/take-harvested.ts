import type { CatalogueRecord } from '#standards/dcat-ap-de'
import { deDrafts } from '../locales/drafts-de.ts'
import type { ImportNote, Upserted } from '../store/catalogue-store.ts'
import { idsByUri, noteOrigins, type OriginSource, replaceNotes } from '../store/origin-store.ts'
import type { CatalogueDb } from '../store/tables.ts'
import { upsertAll } from '../store/write-records.ts'
import { fingerprintOf } from './import-catalogue.ts'

/** A record as a harvest brings it. */
export interface Harvested {
  readonly record: CatalogueRecord
  /** Its page at the source. */
  readonly page: string | null
  readonly notes: readonly ImportNote[]
}

/** What became of it, and which record of the catalogue it is. */
export interface Taken extends Upserted {
  readonly id: string
}

const keptOwnReason = deDrafts['catalogue.import.kept-own'] ?? ''

/** Takes harvested records into a tenant's catalogue in the caller's transaction: with where they came from and what was mended. */
export async function takeHarvested(
  trx: CatalogueDb,
  tenant: string,
  source: OriginSource,
  given: readonly Harvested[],
  publicUrl: string,
): Promise<Taken[]> {
  const incoming = given.map(({ record }) => ({ record, hash: fingerprintOf(record), head: null }))
  const outcomes = await upsertAll(trx, tenant, incoming, source.address, publicUrl)
  const uris = given.map(({ record }) => record.uri)
  const ids = await idsByUri(trx, tenant, uris, publicUrl)
  const taken = outcomes.map((one): Taken => ({ ...one, id: ids.get(one.uri) ?? '' }))
  const pages = new Map(given.map(({ record, page }) => [record.uri, page]))
  await noteOrigins(
    trx,
    tenant,
    source,
    taken.map(({ id, uri }) => ({ resource: id, page: pages.get(uri) ?? null })),
  )
  const kept = taken
    .filter((one) => one.keptOwn)
    .map(({ uri }): ImportNote => ({ kind: 'kept', record: uri, property: 'dcat:Resource', from: '', reason: keptOwnReason }))
  await replaceNotes(trx, tenant, source, uris, [...given.flatMap(({ notes }) => notes), ...kept])
  return taken
}
