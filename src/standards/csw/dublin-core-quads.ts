import type { Quad } from '@rdfjs/types'
import { expand, GraphWriter, iri, isWeb } from '#standards/rdf'
import { allAt, attributeOf, firstAt, textWithin, type XmlElement } from '#standards/xml'

/** Whether an element is a record in the catalogue's own form (OGC 07-006r1, 10.2.5), which every server has. */
export const isDublinCore = (element: XmlElement): boolean =>
  /^(?:Brief|Summary)?Record$/.test(element.name) && element.ns.startsWith('http://www.opengis.net/cat/csw')

/** Corners as west, south, east, north. EPSG:4326 has latitude first, WGS84BoundingBox longitude. */
function boxOf(element: XmlElement): [number, number, number, number] | undefined {
  const corner = (name: string) => textWithin(firstAt(element, name)).split(/\s+/).map(Number)
  const latitudeFirst = element.name === 'BoundingBox' && /EPSG.*4326/i.test(attributeOf(element, 'crs'))
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = [...corner('LowerCorner'), ...corner('UpperCorner')]
  const box: [number, number, number, number] = latitudeFirst ? [b, a, d, c] : [a, b, c, d]
  const [west, south, east, north] = box
  if (!box.every(Number.isFinite) || Math.max(Math.abs(south), Math.abs(north)) > 90) return undefined
  return Math.max(Math.abs(west), Math.abs(east)) > 360 ? undefined : box
}

/** Writes a csw:Record as triples. It says less than ISO 19139: for servers that give nothing else. */
export function dublinCoreToQuads(record: XmlElement, uri: string): Quad[] {
  const writer = new GraphWriter()
  const subject = iri(uri)
  const all = (name: string) => allAt(record, name).map(textWithin).filter(Boolean)
  const [type = ''] = all('type')
  const isService = /service/i.test(type)
  writer.add(
    subject,
    'rdf:type',
    iri(expand(isService ? 'dcat:DataService' : /series/i.test(type) ? 'dcat:DatasetSeries' : 'dcat:Dataset')),
  )
  for (const title of all('title')) writer.add(subject, 'dct:title', title)
  const [description = all('description')[0]] = all('abstract')
  writer.add(subject, 'dct:description', description)
  for (const id of all('identifier')) writer.add(subject, 'dct:identifier', id)
  for (const word of all('subject')) writer.add(subject, 'dcat:keyword', word)
  for (const language of all('language')) writer.add(subject, 'dct:language', language)
  const [modified = all('date')[0] ?? ''] = all('modified')
  writer.moment(subject, 'dct:modified', modified)
  writer.moment(subject, 'dct:issued', all('issued')[0] ?? '')
  for (const [name, property] of [
    ['publisher', 'dct:publisher'],
    ['creator', 'dct:creator'],
    ['contributor', 'dct:contributor'],
  ] as const)
    for (const value of new Set(all(name))) writer.add(writer.node(subject, property, 'foaf:Agent'), 'foaf:name', value)
  for (const box of [...allAt(record, 'BoundingBox'), ...allAt(record, 'WGS84BoundingBox')].flatMap((one) => [boxOf(one)]))
    if (box) writer.box(writer.node(subject, 'dct:spatial', 'dct:Location'), box)
  const rights = all('rights')
  const links = [...allAt(record, 'references'), ...allAt(record, 'URI')]
  const addresses = [...new Map(links.map((one) => [textWithin(one), one])).entries()].filter(([url]) => isWeb(url))
  const [format = ''] = all('format')
  for (const [at, [url, link]] of addresses.entries()) {
    if (isService) {
      writer.link(subject, 'dcat:endpointURL', url)
      continue
    }
    const node = iri(`${uri}#distribution-${at + 1}`)
    const said = `${attributeOf(link, 'scheme')} ${attributeOf(link, 'protocol')}`
    const service = /\b(WMS|WFS|WCS)\b/i.exec(
      `${said} ${/[?&]service=(\w+)/i.exec(url)?.[1] ?? ''}`.replaceAll(/[:_-]/g, ' '),
    )?.[1]
    writer.add(subject, 'dcat:distribution', node)
    writer.add(node, 'rdf:type', iri(expand('dcat:Distribution')))
    writer.add(node, 'dct:title', attributeOf(link, 'description') || attributeOf(link, 'name'))
    writer.link(node, 'dcat:accessURL', url)
    writer.add(node, 'dct:format', service?.toUpperCase() ?? format)
    for (const one of rights) writer.add(node, 'dct:license', one)
  }
  if (addresses.length === 0) for (const one of rights) writer.add(subject, 'dct:license', one)
  return writer.quads
}
