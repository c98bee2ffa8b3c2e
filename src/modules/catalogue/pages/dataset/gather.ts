import type { Site } from '#kernel/site.ts'
import type { Visit } from '#platform/http'
import type { CatalogueRecord, Distribution } from '#standards/dcat-ap-de'
import { type CatalogueHouse, storeOf } from '../../house.ts'
import { routes } from '../../routes.ts'
import type { StoredResource } from '../../store/catalogue-store.ts'
import type { Origin } from '../../store/origin-store.ts'
import { type Beside, type LinkedRecord, surroundings } from '../../store/queries/dataset-page.ts'
import type { Quality } from '../../store/tables.ts'
import { assess } from '../../use-cases/assess-quality.ts'
import { distributionsOf } from '../../use-cases/search-document.ts'
import { type HostedFile, isTable, type TablePreview, tablePreview } from '../../use-cases/table-preview.ts'
import { isMap, type MapPreview, mapPreview } from '../../use-cases/table-preview-map.ts'
import { readRemarks } from '../remark/read-remarks.ts'
import type { Remarks } from '../remark/remarks-section.tsx'
import { alikeRecords, type Elsewhere, elsewhereOf } from './elsewhere.ts'
import { rankOf } from './file-format.ts'

/** A way to a record on a page of this portal. */
export interface RecordLink {
  title: string
  href: string
  /** Whose it is, where it is not the tenant of the page. */
  site?: string
  modified?: string
  slug: string
}

/** A distribution with the file that the portal keeps for it. */
export interface FileEntry {
  distribution: Distribution
  hosted?: HostedFile
}

/** Everything the page of a dataset, series or data service shows. */
export interface DatasetPage {
  resource: StoredResource
  record: CatalogueRecord
  quality: Quality
  /** Best first. */
  files: readonly FileEntry[]
  table?: { file: HostedFile; preview: TablePreview }
  map?: { file: HostedFile; preview: MapPreview }
  /** Records of this portal by the IRIs that the record names. */
  links: ReadonlyMap<string, RecordLink>
  /** Members of this series, or of the series this record belongs to. */
  members: readonly RecordLink[]
  elsewhere: Elsewhere | undefined
  remarks: Remarks
  /** Where it was harvested from. */
  origin: Origin | undefined
}

/** The file behind a distribution: its address ends as the portal's own addresses do. */
function hostedOf(one: Distribution, slug: string, files: ReadonlyMap<string, HostedFile>): HostedFile | undefined {
  for (const address of [...one.downloadURL, ...one.accessURL]) {
    const [, owner, name] = /\/daten\/([^/?#]+)\/datei\/([^/?#]+)$/.exec(address) ?? []
    if (owner === slug && name !== undefined) return files.get(decoded(name))
  }
  return undefined
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The files of a record, best first. */
export function fileEntries(resource: StoredResource, kept: readonly HostedFile[]): FileEntry[] {
  const byName = new Map(kept.map((file) => [file.name, file]))
  return distributionsOf(resource.record)
    .map((distribution): FileEntry => {
      const hosted = hostedOf(distribution, resource.slug, byName)
      return { distribution, ...(hosted ? { hosted } : {}) }
    })
    .sort((a, b) => rankOf(a.distribution) - rankOf(b.distribution))
}

/** IRIs of other records that a record names. */
function mentioned(record: CatalogueRecord): string[] {
  const services = distributionsOf(record).flatMap((one) => one.accessService)
  if (record.kind === 'service') return [...new Set(record.servesDataset)].slice(0, 100)
  return [
    ...new Set([
      ...record.inSeries,
      ...record.relation,
      ...record.source,
      ...record.isReferencedBy,
      ...record.hasVersion,
      ...record.isVersionOf,
      ...services,
    ]),
  ].slice(0, 100)
}

const linkTo = (visit: Visit, one: LinkedRecord): RecordLink | undefined => {
  const site = visit.sites.byId(one.tenant)
  if (!site) return undefined
  return {
    title: one.title,
    slug: one.slug,
    href: visit.toSite(site, routes.dataset, { slug: one.slug }),
    ...(site.id === visit.site.id ? {} : { site: site.name }),
    ...(one.modified ? { modified: new Date(one.modified).toISOString() } : {}),
  }
}

/** The outlines of a tenant and of those above it, nearest first. */
export const areasAround = (site: Site, visit: Visit) =>
  [site.id, ...site.ancestors].map((id) => visit.sites.byId(id)?.area).filter((area) => area !== undefined)

/** The quality as it was judged last, with the checks as of today: freshness ages by itself. */
export function qualityToday(resource: StoredResource, now: Date): Quality {
  const fresh = assess(resource.record, { now, findings: undefined, links: resource.links })
  return resource.quality ? { ...resource.quality, checks: fresh.checks } : fresh
}

/** Gathers what a page shows: a question to the index, one to the database where it leads to other records, and where there are remarks those of the remarks. */
export async function gather(
  house: CatalogueHouse,
  visit: Visit,
  resource: StoredResource,
  beside: Beside,
): Promise<DatasetPage> {
  const { record } = resource
  const files = fileEntries(resource, beside.files)
  const [found, alike, said, table, map] = await Promise.all([
    surroundings(house.database, storeOf(house, visit.sites.root).scope, house.config.publicUrl, {
      tenant: visit.site.id,
      uris: mentioned(record),
      series: record.kind === 'series' ? record.uri : record.kind === 'dataset' ? record.inSeries[0] : undefined,
    }),
    alikeRecords(house, visit, record),
    beside.remarked ? readRemarks(house, visit, resource.id) : { shown: [], answers: new Map() },
    firstTable(house, files),
    firstMap(house, visit, files),
  ])
  const links = new Map(
    found.linked.flatMap((one) => {
      const link = linkTo(visit, one)
      return link ? [[one.uri, link] as const] : []
    }),
  )
  return {
    resource,
    record,
    files,
    links,
    elsewhere: alike && elsewhereOf(visit, alike),
    remarks: { ...said, waiting: beside.remarksWaiting },
    origin: beside.origin,
    quality: qualityToday(resource, visit.now),
    members: found.members.map((one) => linkTo(visit, one)).filter((one) => one !== undefined),
    ...(table ? { table } : {}),
    ...(map ? { map } : {}),
  }
}

async function firstTable(house: CatalogueHouse, files: readonly FileEntry[]) {
  const file = files.find(({ hosted }) => hosted && isTable(hosted) && house.storage.has(hosted.sha256))?.hosted
  if (!file) return undefined
  const preview = await tablePreview(house.storage, file, 0)
  return preview && preview.columns.length > 0 && preview.total > 0 ? { file, preview } : undefined
}

async function firstMap(house: CatalogueHouse, visit: Visit, files: readonly FileEntry[]) {
  const file = files.find(({ hosted }) => hosted && isMap(hosted) && house.storage.has(hosted.sha256))?.hosted
  if (!file) return undefined
  const preview = await mapPreview(house.storage, file, visit.site.area)
  return preview ? { file, preview } : undefined
}
