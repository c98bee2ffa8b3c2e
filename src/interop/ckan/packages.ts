import { createHash } from 'node:crypto'
import {
  type CatalogueHouse,
  catalogueRoutes,
  distributionsOf,
  listRecords,
  recordsOf,
  type StoredResource,
  storeOf,
} from '#catalogue'
import { isIdInAnyCase } from '#kernel/id.ts'
import { textIn } from '#kernel/locale.ts'
import { type Site, type Sites, shownWith, siteAddress } from '#kernel/site.ts'
import type { Visit } from '#platform/http'
import { type CkanOrganization, type CkanPackage, ckanMoment, writePackage } from '#standards/ckan'
import type { CatalogueRecord } from '#standards/dcat-ap-de'

/** The tenants of a view whose catalogue is on: its organizations. */
export const organizationsOf = (visit: Pick<Visit, 'site' | 'sites'>): readonly Site[] =>
  shownWith('catalogue', visit.site, visit.sites)
    .map((id) => visit.sites.byId(id))
    .filter((site) => site !== undefined)

/** CKAN knows since when an organization is there; tenants do not tell, and nobody's harvest depends on it. */
const always = ckanMoment(new Date(0))

/** A tenant as an organization. */
export const organizationOf = (site: Site): CkanOrganization => ({
  id: site.id,
  name: site.slug,
  title: site.name,
  type: 'organization',
  description: textIn(site.subtitle, 'de'),
  image_url: '',
  created: always,
  is_organization: true,
  approval_status: 'approved',
  state: 'active',
})

/**
 * The name of a package: its address where it is at home, `tenant_address` in the views above, because two towns may each have a
 * `baumkataster` and CKAN's names are unique. Addresses hold no underscore.
 */
export const packageName = (view: Site, sites: Sites, one: { readonly tenant: string; readonly slug: string }): string =>
  one.tenant === view.id ? one.slug : `${sites.byId(one.tenant)?.slug ?? one.tenant}_${one.slug}`

/** The id of a distribution: that of its record and a fingerprint of its address, so that it stays when others come or go. */
const resourceId = (record: string, uri: string) => `${record}-${createHash('sha256').update(uri).digest('hex').slice(0, 12)}`

/** Ids of everything that is a resource of a package, in order. */
export function resourceIdsOf(one: Pick<StoredResource, 'id' | 'record'>): string[] {
  const { record } = one
  const addresses = record.kind === 'service' ? record.endpointURL : record.distribution.map((part) => part.uri)
  return addresses.map((uri) => resourceId(one.id, uri))
}

const isTableName = (name: string) => /\.(csv|tsv|tab)$/i.test(name)

/** Name of the file that the portal itself keeps for a distribution. */
export function keptFile(site: Site, publicUrl: string, slug: string, urls: readonly string[]): string | undefined {
  const base = `${siteAddress(site, publicUrl)}${catalogueRoutes.dataset.path.replace(':slug', slug)}/datei/`
  const own = urls.find((url) => url.startsWith(base))
  if (!own) return undefined
  try {
    return decodeURIComponent(own.slice(base.length))
  } catch {
    return undefined
  }
}

/** A stored record as a package of the view that is asked. */
export function packageOf(visit: Visit, one: StoredResource): CkanPackage {
  const site = visit.sites.byId(one.tenant) ?? visit.site
  const kept = distributionsOf(one.record).map((part) => keptFile(site, visit.origin, one.slug, part.downloadURL))
  const at = (fits: (name: string) => boolean) =>
    new Set(kept.flatMap((name, i) => (name !== undefined && fits(name) ? [i] : [])))
  return writePackage(one.record, {
    id: one.id,
    name: packageName(visit.site, visit.sites, one),
    created: one.createdAt,
    changed: one.changedAt,
    organization: organizationOf(site),
    resourceIds: resourceIdsOf(one),
    uploads: at(() => true),
    tables: at(isTableName),
  })
}

/** Addresses that a record may have had in the portal before: those it came with are kept. */
function formerAddresses(visit: Visit, path: string): string[] {
  const hosts = new Set([...visit.site.hosts, ...(visit.request.headers.host ? [visit.request.headers.host] : [])])
  return [...hosts]
    .flatMap((host) => [`https://${host}${path}`, `http://${host}${path}`])
    .concat(siteAddress(visit.site, visit.origin) + path)
}

/** The published record at one of these old paths, by the address it came with. */
export async function atFormerPath(house: CatalogueHouse, visit: Visit, path: string): Promise<StoredResource | undefined> {
  const { ids } = await listRecords(house, visit.site, { uris: formerAddresses(visit, path) }, { sort: [], offset: 0, limit: 2 })
  return (await recordsOf(house, visit.site, ids))[0]
}

const isName = (text: string) => /^[\p{L}\p{N}_.~-]{1,200}$/u.test(text)

/** The published record that a name or id means in a view; also by a former address, and by the id it had in the portal before. */
export async function findPackage(house: CatalogueHouse, visit: Visit, given: string): Promise<StoredResource | undefined> {
  const store = storeOf(house, visit.site)
  if (isIdInAnyCase(given)) {
    const found = await store.byId(given.toLowerCase())
    if (found?.state === 'published') return found
  }
  if (!isName(given)) return undefined
  const [, owner = '', rest = ''] = /^([^_]+)_(.+)$/.exec(given) ?? []
  const other = organizationsOf(visit).find((site) => site.slug === owner)
  const places = [
    { all: [{ tenants: [visit.site.id] }, { slugs: [given] }] },
    ...(other ? [{ all: [{ tenants: [other.id] }, { slugs: [rest] }] }] : []),
    { slugs: [given] },
    { uris: formerAddresses(visit, `/dataset/${given}`) },
    // The name that a program gave it, where its address had to become another.
    { all: [{ tenants: [visit.site.id] }, { identifiers: [given] }] },
  ]
  const { ids } = await listRecords(house, visit.site, { any: places }, { sort: [], offset: 0, limit: 20 })
  const found = await recordsOf(house, visit.site, ids)
  const sure = found.find((one) => packageName(visit.site, visit.sites, one) === given) ?? found.find((one) => one.slug !== given)
  // A bare address means a record of another tenant only where no second one has it.
  if (sure || found.length === 1) return sure ?? found[0]
  const moved = await store.formerSlug(given)
  const now = moved === undefined ? undefined : await store.bySlug(moved)
  return now?.state === 'published' ? now : undefined
}

/** The published record and the position of its resource by the id of the resource. */
export async function findResource(
  house: CatalogueHouse,
  visit: Visit,
  given: string,
): Promise<{ one: StoredResource; at: number } | undefined> {
  const id = given.slice(0, 36).toLowerCase()
  if (!isIdInAnyCase(id)) return undefined
  const one = await storeOf(house, visit.site).byId(id)
  if (one?.state !== 'published') return undefined
  const at = resourceIdsOf(one).indexOf(given.toLowerCase())
  return at < 0 ? undefined : { one, at }
}

/** The address to fetch at a position. */
export const addressAt = (record: CatalogueRecord, at: number): string | undefined => {
  if (record.kind === 'service') return record.endpointURL[at]
  const part = record.distribution[at]
  return part?.downloadURL[0] ?? part?.accessURL[0]
}
