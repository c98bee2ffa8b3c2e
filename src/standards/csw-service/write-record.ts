import { xmlText } from '#standards/atom'
import { type CatalogueRecord, fileTypes, labelOf, licences, nameOf, publisherOf, say, titleOf } from '#standards/dcat-ap-de'
import type { ElementSet, Presentation } from './request.ts'

/** What is known of a record besides its content. */
export interface RecordPlace {
  readonly id: string
  readonly lang: string
  readonly created: Date
  readonly changed: Date
  /** Address of its page. */
  readonly page: string
  /** West, south, east, north in degrees. */
  readonly bounds?: readonly [number, number, number, number]
}

type Line = readonly [element: string, value: string, scheme?: string]

const names = { brief: 'BriefRecord', summary: 'SummaryRecord', full: 'Record' } as const
/** Which elements a set has; the full one has all. */
const sets: Readonly<Record<Exclude<ElementSet, 'full'>, readonly string[]>> = {
  brief: ['dc:identifier', 'dc:title', 'dc:type', 'ows:BoundingBox'],
  summary: [
    ...['dc:identifier', 'dc:title', 'dc:type', 'dc:subject', 'dc:format', 'dc:relation', 'dct:modified', 'dct:abstract'],
    ...['dct:spatial', 'ows:BoundingBox'],
  ],
}

const isWeb = (text: string) => /^https?:\/\//i.test(text)
const unique = (values: readonly (string | undefined)[]) =>
  [...new Set(values.map((one) => one?.trim()))].filter((one): one is string => one !== undefined && one !== '')

/** What an address is, in the words that GIS clients look for. */
export function protocolOf(address: string, format: string | undefined): string {
  const text = `${address} ${format ?? ''}`.toUpperCase()
  for (const name of ['WMTS', 'WMS', 'WFS', 'WCS', 'CSW'])
    if (new RegExp(`(?:^|[^A-Z])${name}(?:[^A-Z]|$)`).test(text)) return `OGC:${name}`
  return 'WWW:DOWNLOAD-1.0-http--download'
}

const formatCode = (iri: string | undefined) => (iri ? (fileTypes.get(iri)?.code ?? iri.replace(/^.*[/#]/, '')) : undefined)

/** Links to data, services and pages, each with its protocol. */
export function linksOf(record: CatalogueRecord, page: string): { address: string; protocol: string; title: string }[] {
  const links = [{ address: page, protocol: 'WWW:LINK-1.0-http--link', title: titleOf(record) }]
  const parts = record.kind === 'service' ? [] : record.distribution
  for (const part of parts)
    for (const address of unique([...part.downloadURL, ...part.accessURL]).filter(isWeb))
      links.push({ address, protocol: protocolOf(address, formatCode(part.format)), title: say(part.title) })
  if (record.kind === 'service')
    for (const address of record.endpointURL.filter(isWeb))
      links.push({ address, protocol: protocolOf(address, formatCode(record.format[0])), title: titleOf(record) })
  for (const address of record.landingPage.filter(isWeb)) links.push({ address, protocol: 'WWW:LINK-1.0-http--link', title: '' })
  const seen = new Set<string>()
  return links.filter(({ address }) => !seen.has(address) && seen.add(address))
}

/** The lines of a record, in the order that the schema wants for a summary. */
function linesOf(record: CatalogueRecord, place: RecordPlace): Line[] {
  const { lang } = place
  const parts = record.kind === 'service' ? [] : record.distribution
  const all = (element: string, values: readonly (string | undefined)[]): Line[] =>
    unique(values).map((value) => [element, value])
  const agents = (list: readonly Parameters<typeof nameOf>[0][]) => list.map((one) => nameOf(one, lang))
  const formats = record.kind === 'service' ? record.format : parts.map((one) => one.format)
  const licence = unique([record.license, ...parts.map((one) => one.license)])
  return [
    ...all('dc:identifier', [place.id, record.uri, ...record.identifier]),
    ...all('dc:title', [titleOf(record, lang)]),
    ...all('dc:type', [record.kind]),
    ...all('dc:subject', [
      ...record.keyword.map((word) => word.value),
      ...record.theme.map((iri) => labelOf(iri, lang === 'en' ? 'en' : 'de') ?? iri),
    ]),
    ...all('dc:format', formats.map(formatCode)),
    ...all('dc:relation', record.kind === 'service' ? record.servesDataset : [...record.inSeries, ...record.relation]),
    ...all('dct:modified', [place.changed.toISOString().slice(0, 10)]),
    ...all('dct:abstract', [say(record.description, lang)]),
    ...all(
      'dct:spatial',
      record.spatial.map((one) => say(one.prefLabel ?? [], lang)),
    ),
    ...all('dc:date', [record.modified ?? record.issued]),
    ...all('dct:created', [record.issued]),
    ...all('dc:creator', agents([...record.creator, ...record.originator])),
    ...all('dc:publisher', [publisherOf(record, lang)]),
    ...all('dc:contributor', agents([...record.contributor, ...record.maintainer])),
    ...all(
      'dc:language',
      record.language.map((iri) => iri.replace(/^.*[/#]/, '').toLowerCase()),
    ),
    ...all('dc:source', record.kind === 'service' ? [] : record.source),
    ...all(
      'dct:temporal',
      record.temporal.map(({ start, end }) => (start || end ? `${start ?? ''}/${end ?? ''}` : undefined)),
    ),
    ...all(
      'dc:rights',
      licence.map((iri) => licences.get(iri)?.[lang === 'en' ? 'en' : 'de'] ?? iri),
    ),
    ...all(
      'dct:license',
      licence.map((iri) => licences.get(iri)?.url ?? iri),
    ),
    ...linksOf(record, place.page).map(({ address, protocol }): Line => ['dct:references', address, protocol]),
  ]
}

const boxOf = ([west, south, east, north]: readonly [number, number, number, number]) =>
  `<ows:BoundingBox crs="urn:ogc:def:crs:EPSG::4326" dimensions="2"><ows:LowerCorner>${south} ${west}</ows:LowerCorner><ows:UpperCorner>${north} ${east}</ows:UpperCorner></ows:BoundingBox>`

/** A record as csw:Record, or as its brief or summary form. Identifier and title come in any case. */
export function writeCswRecord(record: CatalogueRecord, place: RecordPlace, { set, elements }: Presentation): string {
  const name = names[set]
  const wanted = (element: string) =>
    elements
      ? elements.includes(element.replace(/^.*:/, '')) || element === 'dc:identifier' || element === 'dc:title'
      : set === 'full' || sets[set].includes(element)
  const lines = linesOf(record, place)
    .filter(([element]) => wanted(element))
    .map(
      ([element, value, scheme]) => `<${element}${scheme ? ` scheme="${xmlText(scheme)}"` : ''}>${xmlText(value)}</${element}>`,
    )
  const box = place.bounds && wanted('ows:BoundingBox') ? boxOf(place.bounds) : ''
  return `<csw:${name}>${lines.join('')}${box}</csw:${name}>\n`
}
