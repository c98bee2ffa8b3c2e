import type { ContactPoint, DataService, Dataset, Distribution, LangString, Place } from '#standards/dcat-ap-de'
import { type Department, departments } from './departments.ts'
import type { Draft, DraftDataService, DraftDataset } from './draft.ts'
import type { DemoFile } from './files/demo-file.ts'
import { demoTenant } from './tenants.ts'
import {
  availabilityOf,
  completed,
  dctReferences,
  fileTypeOf,
  formats,
  frequencyOf,
  german,
  hvdCategories,
  hvdRegulation,
  licences,
  mediaTypeOf,
  modelDatasetOf,
  openNrw,
  publicAccess,
  themeOf,
} from './vocabulary.ts'

/** Where things are found; the portal knows its own addresses. */
export interface DemoAddresses {
  /** IRI and page of a dataset, series or data service. */
  recordUri(tenant: string, slug: string): string
  /** Address from which a file is downloaded. */
  fileUrl(tenant: string, slug: string, fileName: string): string
}

const de = (value: string): LangString => ({ value, lang: 'de' })
const en = (value: string): LangString => ({ value, lang: 'en' })

function contactOf(department: Department): ContactPoint {
  const [postalCode, locality] = department.place.split(' ')
  return {
    type: 'http://www.w3.org/2006/vcard/ns#Organization',
    fn: [de(department.name)],
    organizationName: [de(department.name)],
    email: department.mailbox,
    telephone: department.telephone.replaceAll(' ', '-'),
    streetAddress: department.street,
    ...(postalCode && locality ? { postalCode, locality } : {}),
    countryName: 'Deutschland',
  }
}

function placeOf(tenantSlug: string): Place[] {
  const { geocoding, area, name } = demoTenant(tenantSlug)
  if (!geocoding || !area) return []
  return [{ uri: geocoding.uri, prefLabel: [de(name)], geometry: area.wkt, bbox: area.bboxWkt }]
}

function described(draft: Draft, uri: string) {
  const department: Department = departments[draft.by]
  const { geocoding } = demoTenant(department.tenant)
  return {
    uri,
    title: [de(draft.title), en(draft.titleEn)],
    description: [de(draft.description)],
    issued: draft.issued,
    modified: draft.modified,
    language: [german],
    page: (draft.pages ?? []).map(([url, label]) => ({ uri: url, label: [de(label)] })),
    accessRights: publicAccess,
    rights: [],
    applicableLegislation: [...(draft.hvd ? [hvdRegulation] : []), ...(draft.legislation ?? [])],
    hvdCategory: draft.hvd ? [hvdCategories[draft.hvd]] : [],
    identifier: [uri],
    keyword: draft.keywords.map(de),
    theme: draft.themes.map(themeOf),
    publisher: {
      uri: `https://${department.mailbox.split('@')[1]}/stellen/${department.mailbox.split('@')[0]}`,
      type: 'http://xmlns.com/foaf/0.1/Organization',
      name: [de(department.name)],
      mbox: department.mailbox,
      agentType: 'http://purl.org/adms/publishertype/LocalAuthority',
    },
    creator: [],
    contributor: [],
    originator: [],
    maintainer: [],
    contactPoint: [contactOf(department)],
    landingPage: [uri],
    contributorID: [openNrw],
    politicalGeocodingURI: geocoding ? [geocoding.uri] : [],
    politicalGeocodingLevelURI: geocoding ? [geocoding.level] : [],
    geocodingDescription: [],
    legalBasis: (draft.legalBasis ?? []).map(de),
    spatial: placeOf(department.tenant),
  }
}

/** What all distributions of a dataset share. */
function distributionBase(draft: DraftDataset, uri: string, title: string): Distribution {
  const body = departments[draft.by].name.split(',')[0] ?? ''
  return {
    uri,
    title: [de(title)],
    description: [],
    issued: draft.issued,
    modified: draft.modified,
    language: [german],
    conformsTo: [],
    page: [],
    rights: [],
    applicableLegislation: draft.hvd ? [hvdRegulation] : [],
    hvdCategory: [],
    extra: [],
    accessURL: [],
    downloadURL: [],
    availability: availabilityOf(draft.availability ?? 'AVAILABLE'),
    status: completed,
    licenseAttributionByText:
      draft.licence === 'by' || draft.licence === 'cc-by' ? [de(draft.attribution ?? `${body}: ${draft.title}`)] : [],
    accessService: [],
    ...(draft.licence ? { license: licences[draft.licence] } : {}),
  }
}

function fileDistribution(draft: DraftDataset, uri: string, url: string, file: DemoFile): Distribution {
  return {
    ...distributionBase(draft, `${uri}#datei-${file.name}`, file.title),
    accessURL: [url],
    downloadURL: [url],
    format: fileTypeOf(file.fileType),
    mediaType: mediaTypeOf(file.mediaType),
    ...(draft.resolution ? { temporalResolution: draft.resolution } : {}),
  }
}

function distributionsOf(draft: DraftDataset, uri: string, addresses: DemoAddresses): Distribution[] {
  const { tenant } = departments[draft.by]
  const files = draft.files.map((file) => fileDistribution(draft, uri, addresses.fileUrl(tenant, draft.slug, file.name), file))
  const services = (draft.services ?? []).map((service, at) => ({
    ...distributionBase(draft, `${uri}#schnittstelle-${at + 1}`, service.title),
    accessURL: [service.url],
    accessService: [addresses.recordUri(tenant, service.service)],
    format: fileTypeOf(service.fileType ?? formats.GEOJSON.type),
  }))
  const external = (draft.external ?? []).map((link, at) => ({
    ...distributionBase(draft, `${uri}#extern-${at + 1}`, link.title),
    accessURL: [link.url],
    downloadURL: [link.url],
    format: fileTypeOf(link.fileType),
    mediaType: mediaTypeOf(link.mediaType),
  }))
  return [...files, ...services, ...external]
}

/** A dataset or series with all that can be said about it; byte sizes come with the files. */
export function datasetOf(draft: DraftDataset, addresses: DemoAddresses): Dataset {
  const { tenant } = departments[draft.by]
  const uri = addresses.recordUri(tenant, draft.slug)
  const model = draft.model ? [`<${uri}> <${dctReferences}> <${modelDatasetOf(draft.model)}> .`] : []
  return {
    ...described(draft, uri),
    kind: draft.kind ?? 'dataset',
    conformsTo: (draft.conformsTo ?? []).map(([url, label]) => ({ uri: url, label: [de(label)] })),
    temporal:
      draft.from || draft.until
        ? [{ ...(draft.from ? { start: draft.from } : {}), ...(draft.until ? { end: draft.until } : {}) }]
        : [],
    distribution: distributionsOf(draft, uri, addresses),
    type: [],
    provenance: draft.provenance ? [{ label: [de(draft.provenance)] }] : [],
    qualityProcessURI: [],
    versionNotes: draft.versionNotes ? [de(draft.versionNotes)] : [],
    relation: [],
    source: [],
    isReferencedBy: [],
    hasVersion: [],
    isVersionOf: [],
    inSeries: draft.series ? [addresses.recordUri(tenant, draft.series)] : [],
    sample: [],
    extra: model,
    ...(draft.frequency ? { accrualPeriodicity: frequencyOf(draft.frequency) } : {}),
    ...(draft.version ? { version: draft.version } : {}),
    ...(draft.resolution ? { temporalResolution: draft.resolution } : {}),
  }
}

/** A data service with the datasets it serves. */
export function serviceOf(draft: DraftDataService, addresses: DemoAddresses): DataService {
  const { tenant } = departments[draft.by]
  return {
    ...described(draft, addresses.recordUri(tenant, draft.slug)),
    kind: 'service',
    conformsTo: [],
    temporal: [],
    extra: [],
    endpointURL: [draft.endpoint],
    endpointDescription: [draft.endpointDescription],
    servesDataset: draft.serves.map((slug) => addresses.recordUri(tenant, slug)),
    format: draft.fileTypes.map(fileTypeOf),
    ...(draft.licence ? { license: licences[draft.licence] } : {}),
  }
}
