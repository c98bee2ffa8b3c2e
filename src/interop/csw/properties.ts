import { localName } from '#standards/csw-service'

/** What a property of a query means here. */
export type Meaning =
  | 'words'
  | 'title'
  | 'abstract'
  | 'subject'
  | 'publisher'
  | 'format'
  | 'type'
  | 'identifier'
  | 'changed'
  | 'date'
  | 'area'

/** Names of the core queryables (OGC 07-006r1, table 6) and of the ISO profile (OGC 07-045), without prefix and in lower case. */
const meanings: Readonly<Record<string, Meaning>> = {
  anytext: 'words',
  title: 'title',
  abstract: 'abstract',
  description: 'abstract',
  subject: 'subject',
  keyword: 'subject',
  publisher: 'publisher',
  organisationname: 'publisher',
  creator: 'publisher',
  contributor: 'publisher',
  format: 'format',
  type: 'type',
  hierarchylevel: 'type',
  identifier: 'identifier',
  fileidentifier: 'identifier',
  resourceidentifier: 'identifier',
  modified: 'changed',
  datestamp: 'changed',
  date: 'date',
  revisiondate: 'date',
  boundingbox: 'area',
  coverage: 'area',
  spatial: 'area',
}

/** What a property means; undefined for one that is not known. Prefixes and paths in front are left aside. */
export const meaningOf = (property: string): Meaning | undefined => {
  const name = localName(property.replace(/\/(?:gco:)?CharacterString$/, '')).toLowerCase()
  return Object.hasOwn(meanings, name) ? meanings[name] : undefined
}

/** Names that capabilities give. */
export const queryables: readonly string[] = [
  ...['dc:title', 'dct:abstract', 'dc:subject', 'dc:publisher', 'dc:format', 'dc:type', 'dc:identifier', 'dct:modified'],
  ...['dc:date', 'ows:BoundingBox', 'csw:AnyText'],
]
export const isoQueryables: readonly string[] = [
  ...['apiso:Title', 'apiso:Abstract', 'apiso:Subject', 'apiso:OrganisationName', 'apiso:Format', 'apiso:Type'],
  ...['apiso:Identifier', 'apiso:Modified', 'apiso:RevisionDate', 'apiso:BoundingBox', 'apiso:AnyText'],
]
