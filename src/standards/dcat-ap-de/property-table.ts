import { expand } from '#standards/rdf'
import type { VocabularyName } from './vocabularies/vocabularies.ts'

/** How a value is written: each kind has one reading and one writing in `decode.ts` and `encode.ts`. */
export type SimpleKind =
  | 'text'
  | 'string'
  | 'iri'
  | 'concept'
  | 'media'
  | 'date'
  | 'bytes'
  | 'decimal'
  | 'duration'
  | 'wkt'
  | 'mailto'
  | 'tel'
  | 'hex'
/** A node that the record holds as a single text: `[ a locn:Geometry ; gsp:asWKT "POINT ..." ]`. */
export type WrappedKind = 'geometry'
export type NodeKind = 'agent' | 'contact' | 'place' | 'period' | 'thing' | 'checksum'

/** One property: where it stands in the graph and where in the record. */
export interface Row {
  /** Full IRI. */
  predicate: string
  /** Prefixed name, for people. */
  name: string
  field: string
  kind: SimpleKind | WrappedKind | NodeKind
  many: boolean
  /** The list its values come from. */
  vocabulary?: VocabularyName
  /** Only values inside (true) or outside (false) the list belong to this property. */
  listed?: boolean
  /** A `many` field that is left out when empty. */
  optional?: boolean
  /** Class of a node made from a literal. */
  type?: string
}

type More = Partial<Pick<Row, 'vocabulary' | 'listed' | 'optional' | 'type'>>
const row = (name: string, field: string, kind: Row['kind'], many: boolean, more: More): Row => ({
  predicate: expand(name),
  name,
  field,
  kind,
  many,
  ...more,
})
const one = (name: string, field: string, kind: Row['kind'], more: More = {}) => row(name, field, kind, false, more)
const many = (name: string, field: string, kind: Row['kind'], more: More = {}) => row(name, field, kind, true, more)

const described: Row[] = [
  many('dct:title', 'title', 'text'),
  many('dct:description', 'description', 'text'),
  one('dct:issued', 'issued', 'date'),
  one('dct:modified', 'modified', 'date'),
  many('dct:language', 'language', 'concept', { vocabulary: 'languages' }),
  many('dct:conformsTo', 'conformsTo', 'thing', { type: 'dct:Standard' }),
  many('foaf:page', 'page', 'thing', { type: 'foaf:Document' }),
  one('dct:accessRights', 'accessRights', 'concept', { vocabulary: 'accessRights' }),
  one('dct:license', 'license', 'concept', { vocabulary: 'licences' }),
  one('dct:license', 'licenseDocument', 'thing', { type: 'dct:LicenseDocument' }),
  many('dct:rights', 'rights', 'thing', { type: 'dct:RightsStatement' }),
  many('dcatap:applicableLegislation', 'applicableLegislation', 'iri'),
  many('dcatap:hvdCategory', 'hvdCategory', 'concept', { vocabulary: 'hvdCategories' }),
]

const resource: Row[] = [
  ...described,
  many('dct:identifier', 'identifier', 'string'),
  many('dcat:keyword', 'keyword', 'text'),
  many('dcat:theme', 'theme', 'concept', { vocabulary: 'themes', listed: true }),
  // DCAT-AP.de 3.0 allows only the EU list in dcat:theme; other subjects keep their place in the record and move here.
  many('dct:subject', 'theme', 'iri', { vocabulary: 'themes', listed: false }),
  one('dct:publisher', 'publisher', 'agent'),
  many('dct:creator', 'creator', 'agent'),
  many('dct:contributor', 'contributor', 'agent'),
  many('dcatde:originator', 'originator', 'agent'),
  many('dcatde:maintainer', 'maintainer', 'agent'),
  many('dcat:contactPoint', 'contactPoint', 'contact'),
  many('dcat:landingPage', 'landingPage', 'iri'),
  many('dcatde:contributorID', 'contributorID', 'concept', { vocabulary: 'contributors' }),
  many('dcatde:politicalGeocodingURI', 'politicalGeocodingURI', 'iri'),
  many('dcatde:politicalGeocodingLevelURI', 'politicalGeocodingLevelURI', 'concept', { vocabulary: 'geocodingLevels' }),
  many('dcatde:geocodingDescription', 'geocodingDescription', 'text'),
  many('dcatde:legalBasis', 'legalBasis', 'text'),
  many('dct:spatial', 'spatial', 'place'),
  many('dct:temporal', 'temporal', 'period'),
]

const resolution: Row[] = [
  one('dcat:spatialResolutionInMeters', 'spatialResolutionInMeters', 'decimal'),
  one('dcat:temporalResolution', 'temporalResolution', 'duration'),
]

/** dcat:Dataset and dcat:DatasetSeries; distributions are handled apart. */
export const datasetRows: readonly Row[] = [
  ...resource,
  ...resolution,
  one('dct:accrualPeriodicity', 'accrualPeriodicity', 'concept', { vocabulary: 'frequencies' }),
  many('dct:type', 'type', 'iri'),
  many('dct:provenance', 'provenance', 'thing', { type: 'dct:ProvenanceStatement' }),
  many('dcatde:qualityProcessURI', 'qualityProcessURI', 'iri'),
  one('dcat:version', 'version', 'string'),
  many('adms:versionNotes', 'versionNotes', 'text'),
  many('dct:relation', 'relation', 'iri'),
  many('dct:source', 'source', 'iri'),
  many('dct:isReferencedBy', 'isReferencedBy', 'iri'),
  many('dct:hasVersion', 'hasVersion', 'iri'),
  many('dct:isVersionOf', 'isVersionOf', 'iri'),
  many('dcat:inSeries', 'inSeries', 'iri'),
  many('adms:sample', 'sample', 'iri'),
]

/** dcat:DataService. */
export const serviceRows: readonly Row[] = [
  ...resource,
  many('dcat:endpointURL', 'endpointURL', 'iri'),
  many('dcat:endpointDescription', 'endpointDescription', 'iri'),
  many('dcat:servesDataset', 'servesDataset', 'iri'),
  many('dct:format', 'format', 'concept', { vocabulary: 'fileTypes' }),
]

/** dcat:Distribution. */
export const distributionRows: readonly Row[] = [
  ...described,
  ...resolution,
  many('dcat:accessURL', 'accessURL', 'iri'),
  many('dcat:downloadURL', 'downloadURL', 'iri'),
  one('dct:format', 'format', 'concept', { vocabulary: 'fileTypes' }),
  one('dcat:mediaType', 'mediaType', 'media'),
  one('dcat:compressFormat', 'compressFormat', 'media'),
  one('dcat:packageFormat', 'packageFormat', 'media'),
  one('dcat:byteSize', 'byteSize', 'bytes'),
  one('spdx:checksum', 'checksum', 'checksum'),
  one('dcatap:availability', 'availability', 'concept', { vocabulary: 'availabilities' }),
  one('adms:status', 'status', 'concept', { vocabulary: 'distributionStatuses' }),
  many('dcatde:licenseAttributionByText', 'licenseAttributionByText', 'text'),
  many('dcat:accessService', 'accessService', 'iri'),
]

/** dcat:Catalog without its entries. */
export const headRows: readonly Row[] = [
  many('dct:title', 'title', 'text'),
  many('dct:description', 'description', 'text'),
  one('dct:publisher', 'publisher', 'agent'),
  one('foaf:homepage', 'homepage', 'iri'),
  many('dct:language', 'language', 'concept', { vocabulary: 'languages' }),
  one('dct:license', 'license', 'concept', { vocabulary: 'licences' }),
  one('dct:issued', 'issued', 'date'),
  one('dct:modified', 'modified', 'date'),
  many('dcat:themeTaxonomy', 'themeTaxonomy', 'iri'),
  many('dct:spatial', 'spatial', 'place'),
]

const type = one('rdf:type', 'type', 'iri')

/** What stands in nodes of their own. */
export const nodeRows: Readonly<Record<NodeKind, readonly Row[]>> = {
  agent: [
    type,
    many('foaf:name', 'name', 'text'),
    one('foaf:mbox', 'mbox', 'mailto'),
    one('foaf:homepage', 'homepage', 'iri'),
    one('dct:type', 'agentType', 'concept', { vocabulary: 'publisherTypes' }),
  ],
  contact: [
    type,
    many('vcard:fn', 'fn', 'text', { optional: true }),
    many('vcard:organization-name', 'organizationName', 'text', { optional: true }),
    one('vcard:hasEmail', 'email', 'mailto'),
    one('vcard:hasTelephone', 'telephone', 'tel'),
    one('vcard:hasURL', 'url', 'iri'),
    one('vcard:street-address', 'streetAddress', 'string'),
    one('vcard:postal-code', 'postalCode', 'string'),
    one('vcard:locality', 'locality', 'string'),
    one('vcard:country-name', 'countryName', 'string'),
  ],
  place: [
    many('skos:prefLabel', 'prefLabel', 'text', { optional: true }),
    one('locn:geometry', 'geometry', 'geometry'),
    one('dcat:bbox', 'bbox', 'wkt'),
    one('dcat:centroid', 'centroid', 'wkt'),
  ],
  period: [one('dcat:startDate', 'start', 'date'), one('dcat:endDate', 'end', 'date')],
  thing: [type, many('rdfs:label', 'label', 'text', { optional: true })],
  checksum: [
    one('spdx:algorithm', 'algorithm', 'concept', { vocabulary: 'checksumAlgorithms' }),
    one('spdx:checksumValue', 'value', 'hex'),
  ],
}

/** The class a node of a kind has, where the record does not name one. */
export const nodeTypes: Readonly<Partial<Record<NodeKind, string>>> = {
  place: expand('dct:Location'),
  period: expand('dct:PeriodOfTime'),
  checksum: expand('spdx:Checksum'),
}

/** How a geometry is wrapped. DCAT-AP.de 3.0 wants a node there, not a literal. */
export const geometryNode = {
  type: expand('locn:Geometry'),
  property: expand('gsp:asWKT'),
  datatype: expand('gsp:wktLiteral'),
} as const

/** Classes of records and of what belongs to them. */
export const classes = {
  dataset: expand('dcat:Dataset'),
  series: expand('dcat:DatasetSeries'),
  service: expand('dcat:DataService'),
  distribution: expand('dcat:Distribution'),
  catalog: expand('dcat:Catalog'),
  catalogRecord: expand('dcat:CatalogRecord'),
  agent: expand('foaf:Agent'),
  contact: expand('vcard:Kind'),
} as const

/** Properties that tie the graph together. */
export const links = {
  type: expand('rdf:type'),
  dataset: expand('dcat:dataset'),
  service: expand('dcat:service'),
  catalog: expand('dcat:catalog'),
  record: expand('dcat:record'),
  hasPart: expand('dct:hasPart'),
  distribution: expand('dcat:distribution'),
  primaryTopic: expand('foaf:primaryTopic'),
} as const

const nodeKinds: ReadonlySet<string> = new Set<NodeKind>(['agent', 'contact', 'place', 'period', 'thing', 'checksum'])
/** Tells the kinds that stand in nodes of their own. */
export const isNodeKind = (kind: Row['kind']): kind is NodeKind => nodeKinds.has(kind)

/** The rows for a record of a kind. */
export const recordRows = (kind: 'dataset' | 'series' | 'service'): readonly Row[] =>
  kind === 'service' ? serviceRows : datasetRows
