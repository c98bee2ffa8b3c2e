import { randomUUID } from 'node:crypto'
import { href } from '#kernel/route.ts'
import { type Site, siteAddress } from '#kernel/site.ts'
import type { Agent, CatalogueRecord, ContactPoint, DataService, Dataset, Distribution } from '#standards/dcat-ap-de'
import { namespaces } from '#standards/rdf'
import { routes } from '../../routes.ts'
import type { CatalogueDefaults } from '../../store/draft-tables.ts'
import { publisherOfSite } from '../export-catalogue.ts'

const german = (value: string | undefined) => (value ? [{ value, lang: 'de' }] : [])
const described = () => ({
  title: [],
  description: [],
  language: ['http://publications.europa.eu/resource/authority/language/DEU'],
  conformsTo: [],
  page: [],
  rights: [],
  applicableLegislation: [],
  hvdCategory: [],
  extra: [],
})

/** The lasting address of a record that begins here. */
export const recordUri = (site: Site, id: string, publicUrl: string): string =>
  siteAddress(site, publicUrl) + href(routes.id, { id })

/** Address of an uploaded file: below the record's page, or below its lasting address while it has no page yet. */
export const fileAddress = (site: Site, place: { id: string; slug: string | null }, name: string, publicUrl: string): string =>
  siteAddress(site, publicUrl) +
  (place.slug === null
    ? `${href(routes.id, { id: place.id })}/datei/${encodeURIComponent(name)}`
    : href(routes.file, { slug: place.slug, name }))

const publisherOf = (site: Site, defaults: CatalogueDefaults, publicUrl: string): Agent => {
  const own = publisherOfSite(site, publicUrl)
  const { publisher } = defaults
  if (!publisher) return own
  return {
    ...own,
    name: german(publisher.name),
    ...(publisher.email ? { mbox: publisher.email } : {}),
    ...(publisher.homepage ? { homepage: publisher.homepage } : {}),
  }
}

function contactOf(site: Site, { contact }: CatalogueDefaults): ContactPoint[] {
  const given = contact ?? {
    name: site.contact.organisation || site.name,
    email: site.contact.email,
    telephone: site.contact.phone,
  }
  if (!given.email && !given.telephone && !(contact?.url ?? '')) return []
  return [
    {
      type: `${namespaces.vcard}Organization`,
      fn: german(given.name),
      ...(given.email ? { email: given.email } : {}),
      ...(given.telephone ? { telephone: given.telephone } : {}),
      ...(contact?.url ? { url: contact.url } : {}),
    },
  ]
}

const keyUri = 'http://dcat-ap.de/def/politicalGeocoding/'
const levels: Readonly<Partial<Record<Site['kind'], readonly [key: string, level: string, digits: number]>>> = {
  land: ['stateKey', 'state', 2],
  kreis: ['districtKey', 'administrativeDistrict', 5],
  gemeinde: ['municipalityKey', 'municipality', 12],
}

/** The place a tenant stands for by its official key, and its level, as GovData's lists name them (IRIs); undefined for bodies that are no place. */
export function officialPlace(site: Site): { readonly uri: string; readonly level: string } | undefined {
  const [key, level, digits] = levels[site.kind] ?? []
  const official = key && site.officialKey && digits ? site.officialKey.slice(0, digits) : undefined
  if (!official) return undefined
  // The list of municipalities goes by the eight digits of the Gemeindeschlüssel: the key without the part of the association.
  const short = official.length === 12 ? official.slice(0, 5) + official.slice(9) : official
  return { uri: `${keyUri}${key}/${short}`, level: `${keyUri}Level/${level}` }
}

/** The place that new records of a tenant are about: from its settings, else from its official key. */
function geocodingOf(site: Site, defaults: CatalogueDefaults) {
  const place = officialPlace(site)
  const uri = defaults.politicalGeocodingURI ?? place?.uri
  const level = defaults.politicalGeocodingLevelURI ?? (uri ? place?.level : undefined)
  return { politicalGeocodingURI: uri ? [uri] : [], politicalGeocodingLevelURI: level ? [level] : [] }
}

/** A record with nothing in it but what the tenant's settings give: contact, publisher, place. */
export function newRecord(
  kind: CatalogueRecord['kind'],
  given: { id: string; site: Site; defaults: CatalogueDefaults; publicUrl: string },
): CatalogueRecord {
  const { site, defaults, publicUrl } = given
  const common: Omit<DataService, 'kind' | 'endpointURL' | 'endpointDescription' | 'servesDataset' | 'format'> = {
    ...described(),
    uri: recordUri(site, given.id, publicUrl),
    identifier: [given.id],
    keyword: [],
    theme: [],
    publisher: publisherOf(site, defaults, publicUrl),
    creator: [],
    contributor: [],
    originator: [],
    maintainer: [],
    contactPoint: contactOf(site, defaults),
    landingPage: [],
    contributorID: defaults.contributorID ? [defaults.contributorID] : [],
    ...geocodingOf(site, defaults),
    geocodingDescription: [],
    legalBasis: [],
    spatial: [],
    temporal: [],
  }
  if (kind === 'service') {
    const license = defaults.license ? { license: defaults.license } : {}
    return { ...common, ...license, kind, endpointURL: [], endpointDescription: [], servesDataset: [], format: [] }
  }
  const lists = { type: [], provenance: [], qualityProcessURI: [], versionNotes: [], relation: [], source: [] }
  const links = { isReferencedBy: [], hasVersion: [], isVersionOf: [], inSeries: [], sample: [] }
  return { ...common, ...lists, ...links, kind, distribution: [] } satisfies Dataset
}

/** A distribution with the tenant's licence and nothing else, for a record. */
export const newDistribution = (record: Pick<CatalogueRecord, 'uri'>, defaults: CatalogueDefaults): Distribution => ({
  ...described(),
  uri: `${record.uri}#${randomUUID().slice(0, 8)}`,
  accessURL: [],
  downloadURL: [],
  licenseAttributionByText: german(defaults.licenseAttributionByText),
  accessService: [],
  ...(defaults.license ? { license: defaults.license } : {}),
})

/** A copy of a record as the beginning of a new one: with addresses of its own, without what only the old one was. */
export function copiedRecord(record: CatalogueRecord, uri: string, id: string): CatalogueRecord {
  const { issued: _i, modified: _m, ...rest } = record
  const own = {
    ...rest,
    uri,
    identifier: [id],
    title: record.title.map((one) => ({ ...one, value: `${one.value} (Kopie)` })),
    extra: [],
  }
  if (own.kind === 'service') return own
  return {
    ...own,
    hasVersion: [],
    isVersionOf: [],
    distribution: own.distribution.map(({ issued, modified, checksum, byteSize, ...one }) => ({
      ...one,
      uri: `${uri}#${randomUUID().slice(0, 8)}`,
      extra: [],
    })),
  }
}
