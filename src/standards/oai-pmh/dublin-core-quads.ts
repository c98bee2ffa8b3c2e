import type { Quad } from '@rdfjs/types'
import { expand, GraphWriter, iri, isWeb, text } from '#standards/rdf'
import { allAt, attributeOf, elementsOf, textWithin, type XmlElement } from '#standards/xml'

const space = 'http://purl.org/dc/elements/1.1/'
const isFile =
  /\.(?:csv|tsv|xlsx?|ods|json|geojson|jsonld|xml|gml|kmz?|gpkg|shp|zip|7z|gz|tar|tiff?|nc|parquet|rdf|ttl|pdf|txt|sav|dta)(?:$|[?#])/i

/** Whether an element is a record in unqualified Dublin Core, as every repository has it. */
export const isOaiDublinCore = (element: XmlElement): boolean =>
  element.name === 'dc' && elementsOf(element).some((one) => one.ns === space)

/** Words of DCMI Type, COAR and DRIVER for what is no data: articles, books, pictures, programs, things. */
const otherTypes =
  /(?:^|[/#:])(?:text|image|stillimage|movingimage|sound|software|physicalobject|event|interactiveresource|(?:research |journal |conference )?article|book|bookpart|review|report|preprint|workingpaper|lecture|conference(?:object|paper|item)|(?:bachelor|master|doctoral)\s?thesis|thesis|video|annotation|patent|periodical|other)$/i

/** What a record says that it describes, where that is no data: its first type. Undefined where it may be data. */
export function otherKind(dc: XmlElement): string | undefined {
  const types = allAt(dc, 'type')
    .map(textWithin)
    .filter((one) => one !== '' && !/semantics\/(?:\w+Version)$/i.test(one))
  return types.length > 0 && types.every((one) => otherTypes.test(one)) ? types[0] : undefined
}

const rightsOfAccess: Readonly<Record<string, string>> = {
  openaccess: 'PUBLIC',
  restrictedaccess: 'RESTRICTED',
  embargoedaccess: 'RESTRICTED',
  closedaccess: 'NON_PUBLIC',
}
const accessOf = (value: string) => rightsOfAccess[/semantics\/(\w+)$/.exec(value)?.[1]?.toLowerCase() ?? '']

/** `doi:10.5281/zenodo.1` and `10.5281/zenodo.1` as the address they stand for. */
const asAddress = (value: string): string => {
  const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(value)?.[1]
  return doi ? `https://doi.org/${doi}` : value
}

function dates(writer: GraphWriter, subject: ReturnType<typeof iri>, given: readonly string[]): void {
  const moments = given.filter((one) => /^\d{4}(?:-\d\d){0,2}(?:T\S+)?$/.test(one)).sort()
  const [first = ''] = moments
  const last = moments.at(-1) ?? ''
  writer.moment(subject, 'dct:issued', first)
  if (last !== first) writer.moment(subject, 'dct:modified', last)
}

function coverage(writer: GraphWriter, subject: ReturnType<typeof iri>, value: string): void {
  const [, start, end] = /^(\d{4}(?:-\d\d){0,2})?\s*\/\s*(\d{4}(?:-\d\d){0,2})?$/.exec(value) ?? []
  if (start || end) {
    const period = writer.node(subject, 'dct:temporal', 'dct:PeriodOfTime')
    writer.moment(period, 'dcat:startDate', start ?? '')
    writer.moment(period, 'dcat:endDate', end ?? '')
    return
  }
  const limit = (side: string) => Number(new RegExp(`${side}limit\\s*=\\s*(-?[\\d.]+)`, 'i').exec(value)?.[1] ?? Number.NaN)
  const box = [limit('west'), limit('south'), limit('east'), limit('north')] as [number, number, number, number]
  const place = writer.node(subject, 'dct:spatial', 'dct:Location')
  if (box.every(Number.isFinite)) writer.box(place, box)
  else writer.add(place, 'skos:prefLabel', value)
}

/**
 * Writes a record in unqualified Dublin Core as triples. Its address is the first that is no file; files are what identifiers, sources and
 * relations name with an ending of one. Where none is named, the page itself leads to the data (DCAT 3, 6.8.10).
 */
export function oaiDublinCoreToQuads(dc: XmlElement, uri: string): Quad[] {
  const writer = new GraphWriter()
  const subject = iri(uri)
  const said = (name: string) =>
    allAt(dc, name)
      .filter((one) => one.ns === space)
      .map((one) => ({ value: textWithin(one).replace(/\s+/g, ' '), lang: attributeOf(one, 'lang') }))
  const all = (name: string) => [...new Set(said(name).map((one) => one.value))].filter(Boolean)
  const types = all('type').join(' ')
  const isService = /\bservice$/i.test(types)
  const kind = isService ? 'dcat:DataService' : /\bseries$/i.test(types) ? 'dcat:DatasetSeries' : 'dcat:Dataset'
  writer.add(subject, 'rdf:type', iri(expand(kind)))
  writer.say(subject, 'dct:title', said('title'))
  writer.say(subject, 'dct:description', said('description'))
  writer.say(subject, 'dcat:keyword', said('subject'))
  for (const id of all('identifier')) writer.add(subject, 'dct:identifier', id)
  for (const language of all('language')) writer.add(subject, 'dct:language', language)
  dates(writer, subject, all('date'))
  for (const name of ['publisher', 'creator', 'contributor'] as const)
    for (const value of all(name)) writer.add(writer.node(subject, `dct:${name}`, 'foaf:Agent'), 'foaf:name', value)
  for (const value of all('coverage')) coverage(writer, subject, value)
  const rights = all('rights')
  const [access] = rights.flatMap((one) => accessOf(one) ?? [])
  if (access)
    writer.add(subject, 'dct:accessRights', iri(`http://publications.europa.eu/resource/authority/access-right/${access}`))
  const terms = rights.filter((one) => !/^info:/.test(one))
  const license = terms.find(isWeb) ?? terms[0] ?? ''
  const addresses = all('identifier').map(asAddress).filter(isWeb)
  const page = addresses.find((one) => !isFile.test(one))
  if (page) writer.link(subject, 'dcat:landingPage', page)
  const links = [...all('relation'), ...all('source')].filter(isWeb)
  const files = [...new Set([...addresses, ...links].filter((one) => isFile.test(one)))]
  for (const one of links.filter((link) => !isFile.test(link))) writer.link(subject, 'dct:relation', one)
  if (isService) {
    for (const one of [...files, ...addresses].slice(0, 1)) writer.link(subject, 'dcat:endpointURL', one)
    writer.link(subject, 'dct:license', license)
    return writer.quads
  }
  const places = files.length > 0 ? files : page ? [page] : []
  const formats = all('format').filter((one) => !/^\d+(?:[.,]\d+)?\s*(?:bytes?|[kmg]i?b|pages?|seiten)?$/i.test(one))
  for (const [at, address] of places.entries()) {
    const node = iri(`${uri}#distribution-${at + 1}`)
    writer.add(subject, 'dcat:distribution', node)
    writer.add(node, 'rdf:type', iri(expand('dcat:Distribution')))
    writer.link(node, 'dcat:accessURL', address)
    if (files.length > 0) writer.link(node, 'dcat:downloadURL', address)
    if (formats.length === 1 || places.length === 1) writer.add(node, 'dct:format', formats[0])
    writer.link(node, 'dct:license', license)
  }
  if (places.length === 0) writer.link(subject, 'dct:license', license)
  if (terms.length > 1) writer.add(subject, 'dct:rights', text(terms.filter((one) => one !== license).join('; ')))
  return writer.quads
}
