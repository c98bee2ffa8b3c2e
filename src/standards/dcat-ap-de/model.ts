/** A literal with its language; `''` where the source named none. */
export interface LangString {
  value: string
  lang: string
}

/** A node of its own. `uri` is absent for a blank node; `node` is then its label in `extra`, set only where `extra` says more about it. */
export interface Node {
  uri?: string
  node?: string
}

/** foaf:Agent or a subclass. */
export interface Agent extends Node {
  /** Class IRI as given: foaf:Agent, foaf:Organization, foaf:Person, org:Organization ... */
  type?: string
  name: LangString[]
  /** foaf:mbox, as an address without `mailto:`. */
  mbox?: string
  homepage?: string
  /** dct:type, ADMS publisher type. */
  agentType?: string
}

/** vcard:Kind or a subclass. */
export interface ContactPoint extends Node {
  type?: string
  fn?: LangString[]
  organizationName?: LangString[]
  /** Address without `mailto:`. */
  email?: string
  /** Number without `tel:`. */
  telephone?: string
  url?: string
  streetAddress?: string
  postalCode?: string
  locality?: string
  countryName?: string
}

/** dct:Location: a named place, a geometry, or both. */
export interface Place extends Node {
  prefLabel?: LangString[]
  /** WKT, EPSG:4326, longitude first. */
  geometry?: string
  bbox?: string
  centroid?: string
}

/** dct:PeriodOfTime. */
export interface Period extends Node {
  start?: string
  end?: string
}

/** foaf:Document, dct:Standard, dct:ProvenanceStatement and the like: a thing with an address, a label, or both. */
export interface LabelledThing extends Node {
  type?: string
  label?: LangString[]
}

/** spdx:Checksum: algorithm as IRI, value in hex. */
export interface Checksum extends Node {
  algorithm?: string
  value?: string
}

/** What dataset, series, data service and distribution share. Dates are lexical forms of xsd:date, dateTime, gYear or gYearMonth. */
interface Described {
  /** The subject's IRI: kept from the source, or ours. */
  uri: string
  title: LangString[]
  description: LangString[]
  issued?: string
  modified?: string
  /** IRIs of the EU language list. */
  language: string[]
  conformsTo: LabelledThing[]
  page: LabelledThing[]
  /** IRI of the EU access-right list. */
  accessRights?: string
  /** IRI of the licence, of the DCAT-AP.de list where it could be recognised. */
  license?: string
  /** The licence as the source words it, where no list knows it. */
  licenseDocument?: LabelledThing
  rights: LabelledThing[]
  /** dcatap:applicableLegislation, ELI IRIs. */
  applicableLegislation: string[]
  /** dcatap:hvdCategory. */
  hvdCategory: string[]
  /** Everything else reachable from this record, as N-Triples lines; given out again unchanged. */
  extra: string[]
}

/** dcat:Distribution with the German additions. */
export interface Distribution extends Described {
  accessURL: string[]
  downloadURL: string[]
  /** IRI of the EU file-type list. */
  format?: string
  /** IRI of the IANA media types. */
  mediaType?: string
  compressFormat?: string
  packageFormat?: string
  byteSize?: number
  checksum?: Checksum
  /** dcatap:availability, IRI of the planned-availability list. */
  availability?: string
  /** adms:status. */
  status?: string
  /** dcatde:licenseAttributionByText. */
  licenseAttributionByText: LangString[]
  spatialResolutionInMeters?: string
  temporalResolution?: string
  /** dcat:accessService, IRIs of data services. */
  accessService: string[]
}

interface CatalogueResource extends Described {
  identifier: string[]
  keyword: LangString[]
  /** IRIs of the EU data-theme list first, others kept after them. */
  theme: string[]
  publisher?: Agent
  creator: Agent[]
  contributor: Agent[]
  /** dcatde:originator. */
  originator: Agent[]
  /** dcatde:maintainer. */
  maintainer: Agent[]
  contactPoint: ContactPoint[]
  landingPage: string[]
  /** dcatde:contributorID, IRIs. */
  contributorID: string[]
  /** dcatde:politicalGeocodingURI and -LevelURI. */
  politicalGeocodingURI: string[]
  politicalGeocodingLevelURI: string[]
  geocodingDescription: LangString[]
  /** dcatde:legalBasis. */
  legalBasis: LangString[]
  spatial: Place[]
  temporal: Period[]
}

/** dcat:Dataset or dcat:DatasetSeries with the German additions. */
export interface Dataset extends CatalogueResource {
  kind: 'dataset' | 'series'
  /** IRI of the EU frequency list. */
  accrualPeriodicity?: string
  distribution: Distribution[]
  /** dct:type. */
  type: string[]
  provenance: LabelledThing[]
  qualityProcessURI: string[]
  /** dcat:version, owl:versionInfo. */
  version?: string
  versionNotes: LangString[]
  relation: string[]
  source: string[]
  isReferencedBy: string[]
  hasVersion: string[]
  isVersionOf: string[]
  /** dcat:inSeries. */
  inSeries: string[]
  spatialResolutionInMeters?: string
  temporalResolution?: string
  sample: string[]
}

/** dcat:DataService. */
export interface DataService extends CatalogueResource {
  kind: 'service'
  endpointURL: string[]
  endpointDescription: string[]
  servesDataset: string[]
  format: string[]
}

export type CatalogueRecord = Dataset | DataService

/** dcat:Catalog without its entries. */
export interface CatalogueHead {
  uri: string
  title: LangString[]
  description: LangString[]
  publisher?: Agent
  homepage?: string
  language: string[]
  license?: string
  issued?: string
  modified?: string
  themeTaxonomy: string[]
  spatial: Place[]
  extra: string[]
}

/** One repair that the reader made: what stood there and what stands now. */
export interface Repair {
  /** IRI of the record. */
  record: string
  /** Prefixed name: `dct:format`. */
  property: string
  from: string
  to: string
}
