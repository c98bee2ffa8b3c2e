import {
  type Agent,
  type CatalogueRecord,
  type Distribution,
  fileTypes,
  type LabelledThing,
  type LangString,
  labelOf,
  licences,
  nameOf,
  type Place,
  say,
  themes,
  titleOf,
} from '#standards/dcat-ap-de'
import { geometryOf } from '#standards/geojson'
import { fromLines } from '#standards/rdf'
import { ckanNamespaces } from './package-quads.ts'

export interface CkanExtra {
  key: string
  value: string
}

/** What stands around a package in its portal. */
export interface PackagePlace {
  readonly id: string
  readonly name: string
  readonly created: Date
  readonly changed: Date
  readonly organization: CkanOrganization
  /** Ids of the distributions, in their order. */
  readonly resourceIds: readonly string[]
  /** Positions of distributions whose file the portal keeps itself, and of those whose rows can be asked for. */
  readonly uploads: ReadonlySet<number>
  readonly tables: ReadonlySet<number>
}

export interface CkanOrganization {
  id: string
  name: string
  title: string
  type: 'organization'
  description: string
  image_url: string
  created: string
  is_organization: true
  approval_status: 'approved'
  state: 'active'
}

export type CkanResource = Record<string, string | number | boolean | null>

/** A package as CKAN 2.9 and later give it. */
export interface CkanPackage {
  [field: string]: unknown
  id: string
  name: string
  title: string
  extras: CkanExtra[]
  resources: CkanResource[]
}

/** A moment as CKAN writes it: UTC without saying so, six places after the point. */
export const ckanMoment = (moment: Date): string => moment.toISOString().replace(/Z$/, '000')

/** A date of the record in CKAN's form; a mere year or month becomes its first day. Undefined where there is none. */
function ckanDate(text: string | undefined): string | undefined {
  if (!text) return undefined
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : ckanMoment(new Date(time))
}

const serviceFormats: Readonly<Record<string, string>> = { WMS_SRVC: 'WMS', WFS_SRVC: 'WFS' }

/** The short name of a format, as CKAN shows it: `CSV`, `WMS`. '' where nothing is known. */
export function ckanFormat(iri: string | undefined): string {
  if (!iri) return ''
  const code = fileTypes.get(iri)?.code ?? iri.replace(/^.*[/#]/, '')
  return serviceFormats[code] ?? code
}

const lastPart = (iri: string) => iri.replace(/[/#]+$/, '').replace(/^.*[/#]/, '')
const mediaTypeOf = (iri: string | undefined) => (iri ? (/media-types\/(.+)$/.exec(iri)?.[1] ?? iri) : null)

/** Key and value, where there is a value. */
class Extras {
  readonly list: CkanExtra[] = []

  readonly #keys = new Set<string>()

  /** The first to come keeps its key: CKAN allows each once. */
  text(key: string, value: string | undefined): void {
    if (!value || this.#keys.has(key)) return
    this.#keys.add(key)
    this.list.push({ key, value })
  }

  /** Lists are written as JSON, as ckanext-dcat reads them. */
  all(key: string, values: readonly string[]): void {
    if (values.length > 0) this.text(key, JSON.stringify(values))
  }

  agent(prefix: string, agent: Agent | undefined): void {
    if (!agent) return
    this.text(`${prefix}_uri`, agent.uri)
    this.text(`${prefix}_name`, nameOf(agent))
    this.text(`${prefix}_email`, agent.mbox)
    this.text(`${prefix}_url`, agent.homepage)
    this.text(`${prefix}_type`, agent.agentType)
  }
}

const thingsOf = (things: readonly LabelledThing[]) => things.map((one) => one.uri ?? say(one.label ?? [])).filter(Boolean)
const valuesOf = (texts: readonly LangString[]) => texts.map((one) => one.value)

function spatial(extras: Extras, places: readonly Place[]): void {
  const shapes = places.map((place) => geometryOf(place.geometry ?? place.bbox ?? place.centroid ?? ''))
  const shape = shapes.find((one) => one !== undefined)
  if (shape) extras.text('spatial', JSON.stringify(shape))
  extras.text('spatial_uri', places.find((place) => place.uri)?.uri)
  extras.text('spatial_text', places.map((place) => say(place.prefLabel ?? [])).find(Boolean))
}

/** What the record says beyond our model and came from a CKAN portal goes back under the key it had there. */
function foreign(extras: Extras, record: CatalogueRecord): void {
  for (const { predicate, object } of fromLines(record.extra)) {
    const key = [ckanNamespaces.extra, ckanNamespaces.field].find((space) => predicate.value.startsWith(space))
    if (key) extras.text(decodeURIComponent(predicate.value.slice(key.length)), object.value)
  }
}

/** Extras by the names that ckanext-dcat and ckanext-dcatde give them. */
function extrasOf(record: CatalogueRecord): CkanExtra[] {
  const extras = new Extras()
  extras.text('guid', record.uri)
  extras.text('uri', record.uri)
  extras.text('identifier', record.identifier[0] ?? record.uri)
  extras.all('alternate_identifier', record.identifier.slice(1))
  extras.text('issued', record.issued)
  extras.text('modified', record.modified)
  extras.all('theme', record.theme)
  extras.all('language', record.language)
  extras.all('contributorID', record.contributorID)
  extras.all('politicalGeocodingURI', record.politicalGeocodingURI)
  extras.text('politicalGeocodingLevelURI', record.politicalGeocodingLevelURI[0])
  extras.all('geocodingText', valuesOf(record.geocodingDescription))
  extras.all('legalbasisText', valuesOf(record.legalBasis))
  extras.agent('publisher', record.publisher)
  extras.agent('creator', record.creator[0])
  extras.agent('originator', record.originator[0])
  extras.agent('maintainer', record.maintainer[0])
  extras.agent('contributor', record.contributor[0])
  const [contact] = record.contactPoint
  extras.text('contact_uri', contact?.uri)
  extras.text('contact_name', contact && (say(contact.fn ?? []) || say(contact.organizationName ?? [])))
  extras.text('contact_email', contact?.email)
  extras.text('contact_telephone', contact?.telephone)
  extras.text('contact_url', contact?.url)
  spatial(extras, record.spatial)
  const [period] = record.temporal
  extras.text('temporal_start', period?.start)
  extras.text('temporal_end', period?.end)
  extras.text('access_rights', record.accessRights)
  extras.all('conforms_to', thingsOf(record.conformsTo))
  extras.all('documentation', thingsOf(record.page))
  extras.all('applicable_legislation', record.applicableLegislation)
  extras.all('hvd_category', record.hvdCategory)
  if (record.kind !== 'service') {
    extras.text('frequency', record.accrualPeriodicity)
    extras.all('qualityProcessURI', record.qualityProcessURI)
    extras.text('dcat_type', record.type[0])
    extras.text('provenance', thingsOf(record.provenance)[0])
    extras.text('dcat_version', record.version)
    extras.text('version_notes', say(record.versionNotes))
    extras.all('related_resource', record.relation)
    extras.all('source', record.source)
    extras.all('is_referenced_by', record.isReferencedBy)
    extras.all('has_version', record.hasVersion)
    extras.all('is_version_of', record.isVersionOf)
    extras.all('in_series', record.inSeries)
    extras.all('sample', record.sample)
    extras.text('temporal_resolution', record.temporalResolution)
    extras.text('spatial_resolution_in_meters', record.spatialResolutionInMeters)
  }
  foreign(extras, record)
  return extras.list
}

function resourceOf(record: CatalogueRecord, part: Distribution, at: number, place: PackagePlace): CkanResource {
  const maybe = (key: string, value: string | undefined) => (value ? { [key]: value } : {})
  const list = (key: string, values: readonly string[]) => (values.length > 0 ? { [key]: JSON.stringify(values) } : {})
  const licence = part.license ?? record.license
  return {
    id: place.resourceIds[at] ?? '',
    package_id: place.id,
    name: say(part.title) || titleOf(record),
    description: say(part.description),
    url: part.downloadURL[0] ?? part.accessURL[0] ?? '',
    ...maybe('access_url', part.accessURL[0]),
    ...maybe('download_url', part.downloadURL[0]),
    uri: part.uri,
    format: ckanFormat(part.format),
    mimetype: mediaTypeOf(part.mediaType) ?? fileTypes.get(part.format ?? '')?.mediaType ?? null,
    mimetype_inner: null,
    size: part.byteSize ?? null,
    hash: part.checksum?.value ?? '',
    ...maybe('hash_algorithm', part.checksum?.algorithm),
    created: ckanDate(part.issued ?? record.issued) ?? ckanMoment(place.created),
    last_modified: ckanDate(part.modified ?? record.modified) ?? null,
    metadata_modified: ckanMoment(place.changed),
    ...maybe('issued', part.issued),
    ...maybe('modified', part.modified),
    position: at,
    state: 'active',
    url_type: place.uploads.has(at) ? 'upload' : null,
    resource_type: null,
    datastore_active: place.tables.has(at),
    cache_url: null,
    cache_last_updated: null,
    ...maybe('license', licence),
    ...maybe('licenseAttributionByText', say(part.licenseAttributionByText)),
    ...maybe('rights', thingsOf(part.rights)[0]),
    ...maybe('availability', part.availability),
    ...maybe('status', part.status),
    ...list('language', part.language),
    ...list('conforms_to', thingsOf(part.conformsTo)),
    ...list('documentation', thingsOf(part.page)),
    ...list('applicable_legislation', part.applicableLegislation),
    ...list('hvd_category', part.hvdCategory),
    ...maybe('compress_format', part.compressFormat),
    ...maybe('package_format', part.packageFormat),
    ...maybe('temporal_resolution', part.temporalResolution),
    ...maybe('spatial_resolution_in_meters', part.spatialResolutionInMeters),
  }
}

/** A data service has no distributions: what it serves is at its endpoint. */
const endpointOf = (record: CatalogueRecord, place: PackagePlace): CkanResource[] =>
  record.kind !== 'service'
    ? []
    : record.endpointURL.map((url, at) => ({
        id: place.resourceIds[at] ?? '',
        package_id: place.id,
        name: titleOf(record),
        description: '',
        url,
        access_url: url,
        format: ckanFormat(record.format[0]) || 'API',
        mimetype: null,
        mimetype_inner: null,
        size: null,
        hash: '',
        created: ckanDate(record.issued) ?? ckanMoment(place.created),
        last_modified: ckanDate(record.modified) ?? null,
        metadata_modified: ckanMoment(place.changed),
        position: at,
        state: 'active',
        url_type: null,
        resource_type: 'api',
        datastore_active: false,
        cache_url: null,
        cache_last_updated: null,
        ...(record.license ? { license: record.license } : {}),
      }))

/** An EU theme as a group. */
export interface CkanGroup {
  id: string
  name: string
  title: string
  display_name: string
  description: string
  image_display_url: string
}

/** The group of a theme by its code in lower case; undefined where there is no such theme. */
export function ckanGroup(name: string, lang = 'de'): CkanGroup | undefined {
  const theme = themes.concepts.find((one) => one.code.toLowerCase() === name)
  if (!theme) return undefined
  const title = labelOf(theme.iri, lang) ?? theme.code
  return { id: name, name, title, display_name: title, description: '', image_display_url: '' }
}

/** A licence as `license_list` gives it. */
export function ckanLicence(iri: string) {
  const licence = licences.get(iri)
  return {
    license_id: iri,
    license_title: licence?.de ?? lastPart(iri),
    ...(licence?.url ? { license_url: licence.url } : /^https?:/.test(iri) ? { license_url: iri } : {}),
    isopen: licence?.open ?? false,
  }
}

/** A tag; its id is its name, as nothing else tells tags apart. */
export const ckanTag = (name: string) => ({ id: name, name, display_name: name, state: 'active', vocabulary_id: null })

/** A record as a CKAN package. The reverse, for what CKAN can say, of `packageToRecord`. */
export function writePackage(record: CatalogueRecord, place: PackagePlace): CkanPackage {
  const resources =
    record.kind === 'service'
      ? endpointOf(record, place)
      : record.distribution.map((part, at) => resourceOf(record, part, at, place))
  const licence =
    record.license ?? (record.kind === 'service' ? undefined : record.distribution.find((one) => one.license)?.license)
  const tags = [...new Set(record.keyword.map((word) => word.value.trim()).filter(Boolean))].map(ckanTag)
  const codes = record.theme.flatMap((iri) => themes.get(iri)?.code.toLowerCase() ?? [])
  const groups = [...new Set(codes)].flatMap((code) => ckanGroup(code) ?? [])
  const [author] = record.creator
  const [maintainer] = record.maintainer
  const [contact] = record.contactPoint
  return {
    id: place.id,
    name: place.name,
    title: titleOf(record),
    notes: say(record.description),
    type: 'dataset',
    state: 'active',
    private: false,
    url: record.landingPage[0] ?? null,
    version: (record.kind === 'service' ? undefined : record.version) ?? null,
    author: nameOf(author) ?? null,
    author_email: author?.mbox ?? null,
    maintainer: nameOf(maintainer) ?? ((contact && say(contact.fn ?? [])) || null),
    maintainer_email: maintainer?.mbox ?? contact?.email ?? null,
    creator_user_id: null,
    ...(licence ? ckanLicence(licence) : { license_id: null, license_title: null, isopen: false }),
    metadata_created: ckanMoment(place.created),
    metadata_modified: ckanMoment(place.changed),
    owner_org: place.organization.id,
    organization: place.organization,
    groups,
    tags,
    num_tags: tags.length,
    extras: extrasOf(record),
    resources,
    num_resources: resources.length,
    relationships_as_subject: [],
    relationships_as_object: [],
  }
}
