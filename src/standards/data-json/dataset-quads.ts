import type { Quad, Term } from '@rdfjs/types'
import { isObject, written } from '#kernel/json.ts'
import { htmlToText } from '#standards/dcat-ap-de'
import { blank, expand, iri, text, triple } from '#standards/rdf'

/** A dataset of a `data.json` (Project Open Data Metadata Schema 1.1, "DCAT-US"): as DKAN, ArcGIS Hub and many others publish it. */
export type DataJsonDataset = Readonly<Record<string, unknown>>

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
const isAddress = (value: string) => /^(?:https?|ftp):\/\/\S+$/i.test(value)
const plain = (value: string) => (/<\w+[^>]*>/.test(value) ? htmlToText(value).trim() : value)

/** Whether something looks like a dataset of a data.json. */
export const isDataset = (value: unknown): value is DataJsonDataset =>
  isObject(value) &&
  ('title' in value || 'identifier' in value) &&
  ('distribution' in value || 'accessLevel' in value || 'description' in value)

/** The datasets of a document, also where they stand in a bare list (DKAN's metastore); undefined for what is none. */
export function datasetsOf(json: unknown): unknown[] | undefined {
  if (isObject(json) && Array.isArray(json.dataset)) return json.dataset
  return Array.isArray(json) && (json.length === 0 || json.some(isDataset)) ? json : undefined
}

/** Parts of a dataset that DKAN's metastore keeps apart and shows with their ids: `{"identifier": "...", "data": ...}`. */
const referenced = ['publisher', 'theme', 'keyword', 'distribution'] as const

/** A dataset with its parts in their places, as it stands in a data.json; others stay as they are. */
export function withoutReferences(given: DataJsonDataset): DataJsonDataset {
  const inside = (part: unknown): unknown => (isObject(part) && 'data' in part && 'identifier' in part ? part.data : part)
  const parts = referenced.flatMap((name) => {
    const value = given[name]
    return value === undefined ? [] : [[name, Array.isArray(value) ? value.map(inside) : inside(value)] as const]
  })
  return { ...given, ...Object.fromEntries(parts) }
}

class Writer {
  readonly quads: Quad[] = []
  #blanks = 0

  add(subject: Term, name: string, value: Term | string | undefined): void {
    if (value === undefined || value === '') return
    this.quads.push(triple(subject, expand(name), typeof value === 'string' ? text(value) : value))
  }

  node(type: string): Term {
    const node = blank(`d${this.#blanks++}`)
    this.add(node, 'rdf:type', iri(expand(type)))
    return node
  }

  link(subject: Term, name: string, value: unknown): void {
    for (const one of listOf(value).map(written)) if (one) this.add(subject, name, isAddress(one) ? iri(one) : one)
  }

  moment(subject: Term, name: string, value: unknown): void {
    const given = written(value)
    this.add(subject, name, /^\d{4}-\d\d-\d\dT/.test(given) ? text(given, '', expand('xsd:dateTime')) : given)
  }
}

/** `west,south,east,north` as a box, in numbers; anything else stays the words it is. */
function place(writer: Writer, subject: Term, given: unknown): void {
  const value = isObject(given) ? JSON.stringify(given) : written(given)
  if (value === '') return
  const node = writer.node('dct:Location')
  const [west, south, east, north] = value.split(',').map(Number)
  const numbers = [west, south, east, north]
  if (isObject(given))
    writer.add(node, 'locn:geometry', text(value, '', 'https://www.iana.org/assignments/media-types/application/vnd.geo+json'))
  else if (value.split(',').length === 4 && numbers.every((one) => Number.isFinite(one)))
    writer.add(
      node,
      'dcat:bbox',
      text(
        `POLYGON((${west} ${south}, ${east} ${south}, ${east} ${north}, ${west} ${north}, ${west} ${south}))`,
        '',
        expand('gsp:wktLiteral'),
      ),
    )
  else writer.add(node, 'skos:prefLabel', value)
  writer.add(subject, 'dct:spatial', node)
}

function distribution(writer: Writer, dataset: Term, given: DataJsonDataset, at: number, whole: DataJsonDataset): void {
  const own = written(given['@id'])
  const node = isAddress(own) ? iri(own) : iri(`${dataset.value}#distribution-${at + 1}`)
  writer.add(dataset, 'dcat:distribution', node)
  writer.add(node, 'rdf:type', iri(expand('dcat:Distribution')))
  writer.add(node, 'dct:title', written(given.title))
  writer.add(node, 'dct:description', plain(written(given.description)))
  const [download, access] = [written(given.downloadURL), written(given.accessURL)]
  writer.link(node, 'dcat:downloadURL', download)
  writer.link(node, 'dcat:accessURL', access || download)
  writer.add(node, 'dct:format', written(given.format) || written(given.mediaType))
  writer.add(node, 'dcat:mediaType', written(given.mediaType))
  writer.link(node, 'dct:conformsTo', given.conformsTo)
  writer.link(node, 'foaf:page', given.describedBy)
  writer.link(node, 'dct:license', plain(written(given.license) || written(whole.license)))
}

/** Writes a dataset as the triples its fields mean, just as they stand; mending is the catalogue reader's work. `uri` is its IRI. */
export function datasetToQuads(given: DataJsonDataset, uri: string): Quad[] {
  const writer = new Writer()
  const subject = iri(uri)
  writer.add(subject, 'rdf:type', iri(expand('dcat:Dataset')))
  writer.add(subject, 'dct:title', written(given.title))
  writer.add(subject, 'dct:description', plain(written(given.description)))
  writer.add(subject, 'dct:identifier', written(given.identifier))
  writer.moment(subject, 'dct:issued', given.issued)
  writer.moment(subject, 'dct:modified', given.modified)
  for (const word of listOf(given.keyword)) writer.add(subject, 'dcat:keyword', written(word))
  for (const theme of listOf(given.theme)) {
    const value = isObject(theme) ? written(theme.title) || written(theme.data) : written(theme)
    writer.add(subject, 'dcat:theme', isAddress(value) ? iri(value) : value)
  }
  writer.link(subject, 'dcat:landingPage', given.landingPage)
  writer.link(subject, 'foaf:page', given.describedBy)
  writer.link(subject, 'dct:relation', given.references)
  writer.link(subject, 'dct:conformsTo', given.conformsTo)
  writer.add(subject, 'dct:accrualPeriodicity', written(given.accrualPeriodicity))
  for (const language of listOf(given.language)) writer.add(subject, 'dct:language', written(language))
  if (isObject(given.publisher)) {
    const agent = writer.node('foaf:Organization')
    writer.add(agent, 'foaf:name', written(given.publisher.name))
    if (written(given.publisher.name)) writer.add(subject, 'dct:publisher', agent)
  }
  if (isObject(given.contactPoint)) {
    const contact = writer.node('vcard:Kind')
    const mail = written(given.contactPoint.hasEmail)
    writer.add(contact, 'vcard:fn', written(given.contactPoint.fn))
    writer.add(contact, 'vcard:hasEmail', mail && iri(mail.startsWith('mailto:') ? mail : `mailto:${mail}`))
    writer.add(subject, 'dcat:contactPoint', contact)
  }
  const [start, end] = written(given.temporal).split('/')
  if (start) {
    const period = writer.node('dct:PeriodOfTime')
    writer.add(period, 'dcat:startDate', start)
    writer.add(period, 'dcat:endDate', end ?? '')
    writer.add(subject, 'dct:temporal', period)
  }
  place(writer, subject, given.spatial)
  const parts = listOf(given.distribution).filter(isObject)
  for (const [at, part] of parts.entries()) distribution(writer, subject, part, at, given)
  if (parts.length === 0) writer.link(subject, 'dct:license', plain(written(given.license)))
  return writer.quads
}
