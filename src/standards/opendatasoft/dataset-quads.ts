import type { Quad, Term } from '@rdfjs/types'
import { isObject, type Json, written } from '#kernel/json.ts'
import { htmlToText } from '#standards/dcat-ap-de'
import { expand, GraphWriter, iri, isWeb, text } from '#standards/rdf'

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value]
const texts = (value: unknown): string[] => listOf(value).map(written).filter(Boolean)

/** A dataset as the catalogue of an Opendatasoft portal gives it (Explore API v2.1). */
export type OdsDataset = Json

/** Where the portal is: its origin and the root of its interface. */
export interface OdsPlace {
  readonly portal: string
  readonly api: string
}

/** Whether something looks like a dataset of this interface. */
export const isOdsDataset = (value: unknown): value is OdsDataset =>
  isObject(value) && written(value.dataset_id) !== '' && isObject(value.metas)

/** Its readable id, which stands in its addresses, and the one that never changes. */
export const odsId = (given: Json): { readonly id: string; readonly uid: string } => ({
  id: written(given.dataset_id),
  uid: written(given.dataset_uid),
})

const group = (given: Json, name: string): Json => {
  const metas = isObject(given.metas) ? given.metas : {}
  const found = metas[name]
  return isObject(found) ? found : {}
}

const pageOf = (portal: string, id: string) => `${portal}/explore/dataset/${encodeURIComponent(id)}/`

/** The portal that a federated dataset comes from, and its page there; undefined for a portal's own. */
export function federatedFrom(given: Json): { readonly host: string; readonly page: string } | undefined {
  const meta = group(given, 'default')
  const host = written(meta.source_domain_address).toLowerCase()
  const id = written(meta.source_dataset)
  return /^[a-z0-9.-]+\.[a-z]{2,}$/.test(host) && id !== '' ? { host, page: pageOf(`https://${host}`, id) } : undefined
}

/** Its page at this portal. */
export const odsPage = (given: Json, { portal }: OdsPlace): string => pageOf(portal, odsId(given).id)

/** Formats in which every table can be had, and those that need places. */
const exports = [
  ['csv', 'CSV'],
  ['xlsx', 'XLSX'],
  ['json', 'JSON'],
  ['parquet', 'PARQUET'],
] as const
const geoExports = [
  ['geojson', 'GEOJSON'],
  ['shp', 'SHP'],
] as const
const fileType = (code: string) => iri(`http://publications.europa.eu/resource/authority/file-type/${code}`)

interface File {
  readonly address: string
  readonly title: string
  readonly format: Term | string
  readonly kind: string
}

/** A file beside the table: `odsfile:` is an inner name, which the interface gives under its id. */
function besides(given: Json, name: 'attachments' | 'alternative_exports', base: string): File[] {
  return listOf(given[name]).flatMap((one) => {
    if (!isObject(one)) return []
    const url = written(one.url)
    const id = written(one.id)
    const address = isWeb(url) ? url : id && `${base}/${name}/${encodeURIComponent(id)}`
    if (!address) return []
    const ending = /\.(\w{2,8})$/.exec(url)?.[1] ?? ''
    const format = written(one.mimetype) || ending
    return [{ address, title: written(one.title) || id, format: isWeb(format) ? iri(format) : format, kind: `${name}/${id}` }]
  })
}

function filesOf(given: Json, { api }: OdsPlace): File[] {
  const base = `${api}/catalog/datasets/${encodeURIComponent(odsId(given).id)}`
  const geo = listOf(given.features).includes('geo')
  const tables = given.has_records === true ? [...exports, ...(geo ? geoExports : [])] : []
  return [
    ...tables.map(([name, code]) => ({
      address: `${base}/exports/${name}`,
      title: code === 'GEOJSON' ? 'GeoJSON' : code === 'PARQUET' ? 'Parquet' : code,
      format: fileType(code),
      kind: `exports/${name}`,
    })),
    ...besides(given, 'alternative_exports', base),
    ...besides(given, 'attachments', base),
  ]
}

function people(writer: GraphWriter, subject: Term, given: Json): void {
  const [meta, dcat] = [group(given, 'default'), group(given, 'dcat')]
  for (const [property, values] of [
    ['dct:publisher', texts(meta.publisher).slice(0, 1)],
    ['dct:creator', texts(dcat.creator)],
    ['dct:contributor', texts(dcat.contributor)],
  ] as const)
    for (const name of values) writer.add(writer.node(subject, property, 'foaf:Organization'), 'foaf:name', name)
  const [name, mail] = [written(dcat.contact_name), written(dcat.contact_email).replace(/^mailto:/i, '')]
  if (name === '' && !/^\S+@\S+$/.test(mail)) return
  const contact = writer.node(subject, 'dcat:contactPoint', 'vcard:Kind')
  writer.add(contact, 'vcard:fn', name || texts(meta.publisher)[0])
  if (/^\S+@\S+$/.test(mail)) writer.add(contact, 'vcard:hasEmail', iri(`mailto:${mail}`))
}

function placesAndTimes(writer: GraphWriter, subject: Term, given: Json): void {
  const [meta, dcat] = [group(given, 'default'), group(given, 'dcat')]
  for (const name of new Set([...texts(dcat.spatial), ...texts(meta.territory)])) {
    if (isWeb(name)) writer.add(subject, 'dct:spatial', iri(name))
    else writer.add(writer.node(subject, 'dct:spatial', 'dct:Location'), 'skos:prefLabel', name)
  }
  const [one = '', two = ''] = written(dcat.temporal).split('/')
  const start = written(dcat.temporal_coverage_start) || (/^\d{4}/.test(one) ? one : '')
  const end = written(dcat.temporal_coverage_end) || (/^\d{4}/.test(two) ? two : '')
  if (start || end) {
    const period = writer.node(subject, 'dct:temporal', 'dct:PeriodOfTime')
    writer.moment(period, 'dcat:startDate', start)
    writer.moment(period, 'dcat:endDate', end)
  }
}

/**
 * Writes a dataset as the triples its metas mean. Tables can be had in every format of the interface, with places as GeoJSON and Shapefile;
 * attachments and other exports come as they are. A federated dataset keeps the IRI that it has at its own portal.
 */
export function odsDatasetToQuads(given: OdsDataset, place: OdsPlace): Quad[] {
  const writer = new GraphWriter()
  const [meta, dcat, inspire] = [group(given, 'default'), group(given, 'dcat'), group(given, 'inspire')]
  const page = odsPage(given, place)
  const uri = federatedFrom(given)?.page ?? page
  const subject = iri(uri)
  writer.add(subject, 'rdf:type', iri(expand('dcat:Dataset')))
  writer.add(subject, 'dct:title', written(meta.title))
  const description = written(meta.description)
  writer.add(subject, 'dct:description', /<\w+[^>]*>/.test(description) ? htmlToText(description).trim() : description)
  writer.add(subject, 'dct:identifier', odsId(given).id)
  writer.add(subject, 'dct:identifier', written(inspire.file_identifier))
  for (const word of texts(meta.keyword)) writer.add(subject, 'dcat:keyword', word)
  for (const theme of new Set([...texts(meta.theme), ...texts(inspire.theme)])) writer.link(subject, 'dcat:theme', theme)
  for (const language of texts(meta.language)) writer.add(subject, 'dct:language', language)
  writer.moment(subject, 'dct:modified', written(meta.modified))
  writer.moment(subject, 'dct:issued', written(dcat.issued) || written(dcat.created))
  const rhythm = written(dcat.accrualperiodicity) || written(meta.update_frequency)
  if (rhythm) writer.link(subject, 'dct:accrualPeriodicity', rhythm)
  for (const standard of texts(dcat.conforms_to)) writer.link(subject, 'dct:conformsTo', standard)
  writer.link(subject, 'dcat:landingPage', page)
  people(writer, subject, given)
  placesAndTimes(writer, subject, given)
  const links = texts(meta.references)
    .flatMap((one) => one.split(/[\s,;]+/))
    .filter(isWeb)
  const files = filesOf(given, place)
  const [license, by] = [written(meta.license_url) || written(meta.license), texts(meta.attributions)[0]]
  // Without a table and a file, the data are behind the link that the dataset names, or on its page.
  const parts = files.length > 0 ? files : [{ address: links[0] ?? page, title: '', format: '', kind: 'page' }]
  for (const one of links) writer.link(subject, 'foaf:page', one)
  for (const { address, title, format, kind } of parts) {
    const node = iri(`${uri}#${kind}`)
    writer.add(subject, 'dcat:distribution', node)
    writer.add(node, 'rdf:type', iri(expand('dcat:Distribution')))
    writer.add(node, 'dct:title', title)
    writer.link(node, 'dcat:accessURL', address)
    if (kind !== 'page') writer.link(node, 'dcat:downloadURL', address)
    writer.add(node, 'dct:format', format)
    writer.link(node, 'dct:license', license)
    if (by) writer.add(node, 'dcatde:licenseAttributionByText', text(by))
  }
  return writer.quads
}
