import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { packageToRecord } from '#standards/ckan'
import type { CatalogueRecord, Dataset, Distribution } from '#standards/dcat-ap-de'
import { invalid } from './answers.ts'
import type { ActionData } from './request.ts'

/** Fields that this portal tells or asks, but that belong to no dataset. */
const notOurs = [
  ...['id', 'lawfulness', 'reason', 'owner_org', 'organization', 'metadata_created', 'metadata_modified', 'creator_user_id'],
  ...['revision_id', 'relationships_as_subject', 'relationships_as_object', 'num_resources', 'num_tags', 'state', 'private'],
  ...['plugin_data', 'upload', 'allmende'],
]

type Resource = Readonly<Record<string, unknown>>

/** The resources of a package as they were sent; refuses what is no list of objects. */
export function resourcesIn(data: ActionData): Resource[] {
  const given = data.resources
  if (given === undefined || given === null || given === '') return []
  if (!Array.isArray(given) || given.some((one) => typeof one !== 'object' || one === null || Array.isArray(one)))
    throw invalid('resources', 'Only lists of dicts can be placed against resources')
  if (given.length > 500) throw invalid('resources', 'At most 500')
  return given as Resource[]
}

/** Reads a package as a dataset; each resource under an address that is known or new. */
function read(data: ActionData, resources: readonly Resource[]): Dataset {
  const fields: Record<string, unknown> = { ...data, resources }
  for (const name of notOurs) delete fields[name]
  const { record, rejected } = packageToRecord({ ...fields, id: data.name ?? data.id, state: 'active', private: false })
  if (!record || record.kind === 'service')
    throw invalid('title', `Cannot be read as a dataset${rejected ? `: ${rejected.reason}` : ''}`)
  return record
}

const empty = (value: unknown) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * What was changed goes into what is there: a value counts as changed where it differs from what CKAN could tell of the old one. So what CKAN
 * has no words for stays. `keep` names values that are not emptied by being left out.
 */
function changed<T extends object>(old: T, told: T, wanted: T, keep: readonly string[]): T {
  const result: Record<string, unknown> = { ...(old as Record<string, unknown>) }
  const [before, after] = [told as Record<string, unknown>, wanted as Record<string, unknown>]
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isDeepStrictEqual(before[name], after[name]) || (keep.includes(name) && empty(after[name]))) continue
    if (after[name] === undefined) delete result[name]
    else result[name] = after[name]
  }
  return result as T
}

/** What a tenant's settings give to each of its datasets, and what was fixed at its beginning. */
const lasting = [
  ...['publisher', 'contactPoint', 'contributorID', 'politicalGeocodingURI', 'politicalGeocodingLevelURI', 'language'],
  ...['issued', 'modified', 'identifier'],
]

/** A dataset as it is, and as CKAN tells it; resources with the addresses of their distributions. */
export interface Before {
  readonly record: CatalogueRecord
  readonly told: ActionData
  readonly addresses: ReadonlyMap<string, string>
}

/** The record that comes of a package that was sent. */
export function recordFrom(data: ActionData, before: Before): CatalogueRecord {
  const { record: old, told, addresses } = before
  if (old.kind === 'service') throw invalid('id', 'A data service is changed in the internal area: CKAN has no words for it')
  const known = new Set(old.distribution.map((one) => one.uri))
  const addressed = resourcesIn(data).map((one): Resource => {
    const uri = addresses.get(String(one.id ?? '').toLowerCase()) ?? (known.has(String(one.uri)) ? one.uri : undefined)
    return { ...one, uri: uri ?? `${old.uri}#${randomUUID().slice(0, 8)}` }
  })
  const wanted = read(data, addressed)
  const was = read(told, resourcesIn(told))
  const parts = wanted.distribution.map((part): Distribution => {
    const before = old.distribution.find((one) => one.uri === part.uri)
    const toldPart = was.distribution.find((one) => one.uri === part.uri)
    return before && toldPart ? changed(before, toldPart, part, ['issued', 'modified', 'license']) : part
  })
  const result = changed(old, { ...was, distribution: [] }, { ...wanted, distribution: [] }, lasting)
  const given = [...old.identifier, ...wanted.identifier.filter((one) => !was.identifier.includes(one))]
  return { ...result, uri: old.uri, kind: old.kind, identifier: [...new Set(given)], distribution: parts }
}
