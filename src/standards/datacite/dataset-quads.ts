import type { Quad, Term } from '@rdfjs/types'
import { expand, GraphWriter, iri, isWeb } from '#standards/rdf'
import { allAt, attributeOf, firstAt, textWithin, type XmlElement } from '#standards/xml'

const isSpace = (ns: string) => /^https?:\/\/(?:schema\.)?datacite\.org\/(?:schema\/)?kernel-\d/.test(ns)

/** The DataCite resource that an element is or wraps (`oai_datacite` has it in a payload); undefined where there is none. */
export function dataciteOf(element: XmlElement): XmlElement | undefined {
  const found = element.name === 'oai_datacite' ? firstAt(element, 'payload/resource') : element
  return found?.name === 'resource' && isSpace(found.ns) ? found : undefined
}

const general = (resource: XmlElement) => attributeOf(firstAt(resource, 'resourceType'), 'resourceTypeGeneral')

/** What a resource is: data, or the general type of what is none (an article, a program). */
export function dataciteKind(resource: XmlElement): 'data' | { readonly other: string } {
  const kind = general(resource)
  return kind === '' || /^(?:Dataset|Collection|DataPaper|Model|Service|Other)$/.test(kind) ? 'data' : { other: kind }
}

/** An identifier of a known scheme as the address it stands for; undefined where it has none. */
function addressOf(value: string, scheme: string): string | undefined {
  if (isWeb(value)) return value
  if (/^doi$/i.test(scheme)) return `https://doi.org/${value.replace(/^doi:\s*/i, '')}`
  if (/^handle$/i.test(scheme)) return `https://hdl.handle.net/${value.replace(/^hdl:\s*/i, '')}`
  return /^urn$/i.test(scheme) && /^urn:nbn:/i.test(value) ? `https://nbn-resolving.org/${value}` : undefined
}

function people(writer: GraphWriter, subject: Term, resource: XmlElement): void {
  const agent = (property: string, name: string, kind: string, mark: XmlElement | undefined) => {
    if (name === '') return
    const id = textWithin(mark)
    const scheme = attributeOf(mark, 'nameIdentifierScheme')
    const known = isWeb(id)
      ? id
      : /^orcid$/i.test(scheme) && /^[\dX-]{19}$/.test(id)
        ? `https://orcid.org/${id}`
        : /^ror$/i.test(scheme) && /^\w{9}$/.test(id)
          ? `https://ror.org/${id}`
          : undefined
    const type = /^personal$/i.test(kind) ? 'foaf:Person' : /^organi[sz]ational$/i.test(kind) ? 'foaf:Organization' : 'foaf:Agent'
    if (known) {
      writer.add(subject, property, iri(known))
      writer.add(iri(known), 'rdf:type', iri(expand(type)))
      writer.add(iri(known), 'foaf:name', name)
    } else writer.add(writer.node(subject, property, type), 'foaf:name', name)
  }
  for (const one of allAt(resource, 'creators/creator')) {
    const name = firstAt(one, 'creatorName')
    agent('dct:creator', textWithin(name), attributeOf(name, 'nameType'), firstAt(one, 'nameIdentifier'))
  }
  for (const one of allAt(resource, 'contributors/contributor')) {
    const name = firstAt(one, 'contributorName')
    agent('dct:contributor', textWithin(name), attributeOf(name, 'nameType'), firstAt(one, 'nameIdentifier'))
  }
  agent('dct:publisher', textWithin(firstAt(resource, 'publisher')), 'Organizational', undefined)
}

function places(writer: GraphWriter, subject: Term, resource: XmlElement): void {
  for (const one of allAt(resource, 'geoLocations/geoLocation')) {
    const number = (path: string) => Number(textWithin(firstAt(one, path)) || Number.NaN)
    const [box, point] = [firstAt(one, 'geoLocationBox'), firstAt(one, 'geoLocationPoint')]
    const sides = ['westBoundLongitude', 'southBoundLatitude', 'eastBoundLongitude', 'northBoundLatitude']
    // Kernel 3 has the corners as one text, latitude first.
    const old = textWithin(box).split(/\s+/).map(Number)
    const [south = Number.NaN, west = Number.NaN, north = Number.NaN, east = Number.NaN] = old.length === 4 ? old : []
    const corners = sides.map((side) => number(`geoLocationBox/${side}`))
    const found = (corners.every(Number.isFinite) ? corners : [west, south, east, north]) as [number, number, number, number]
    const name = textWithin(firstAt(one, 'geoLocationPlace'))
    const [x, y] = [number('geoLocationPoint/pointLongitude'), number('geoLocationPoint/pointLatitude')]
    const hasBox = box !== undefined && found.every(Number.isFinite)
    const hasPoint = point !== undefined && Number.isFinite(x) && Number.isFinite(y)
    if (!hasBox && !hasPoint && name === '') continue
    const place = writer.node(subject, 'dct:spatial', 'dct:Location')
    writer.add(place, 'skos:prefLabel', name)
    if (hasBox) writer.box(place, found)
    else if (hasPoint) writer.box(place, [x, y, x, y])
  }
}

function dates(writer: GraphWriter, subject: Term, resource: XmlElement): void {
  const of = (type: string) =>
    allAt(resource, 'dates/date')
      .filter((one) => attributeOf(one, 'dateType') === type)
      .map(textWithin)
  const [issued = textWithin(firstAt(resource, 'publicationYear'))] = [...of('Issued'), ...of('Available')]
  writer.moment(subject, 'dct:issued', issued)
  writer.moment(subject, 'dct:modified', of('Updated').sort().at(-1) ?? '')
  for (const range of [...of('Coverage'), ...of('Collected')].slice(0, 1)) {
    const [start = '', end = ''] = range.split('/')
    const period = writer.node(subject, 'dct:temporal', 'dct:PeriodOfTime')
    writer.moment(period, 'dcat:startDate', start)
    writer.moment(period, 'dcat:endDate', end || (range.includes('/') ? '' : start))
  }
}

const abstractFirst = (one: XmlElement) => Number(attributeOf(one, 'descriptionType') !== 'Abstract')

/**
 * Writes a DataCite resource (kernel 3 and 4) as triples. DataCite names no files: the page behind the DOI is where the data are, and
 * stands as their address (DCAT 3, 6.8.10).
 */
export function dataciteToQuads(resource: XmlElement, uri: string): Quad[] {
  const writer = new GraphWriter()
  const subject = iri(uri)
  const said = (path: string) =>
    allAt(resource, path).map((one) => ({ value: textWithin(one).replace(/\s+/g, ' '), lang: attributeOf(one, 'lang') }))
  const kind = general(resource)
  const isService = kind === 'Service'
  writer.add(subject, 'rdf:type', iri(expand(isService ? 'dcat:DataService' : 'dcat:Dataset')))
  writer.say(
    subject,
    'dct:title',
    allAt(resource, 'titles/title')
      .filter((one) => !/^(?:Subtitle|AlternativeTitle|Other)$/.test(attributeOf(one, 'titleType')))
      .map((one) => ({ value: textWithin(one).replace(/\s+/g, ' '), lang: attributeOf(one, 'lang') })),
  )
  const [description, ...others] = allAt(resource, 'descriptions/description').sort((a, b) => abstractFirst(a) - abstractFirst(b))
  const kindOf = attributeOf(description, 'descriptionType')
  writer.say(
    subject,
    'dct:description',
    [description, ...others.filter((one) => attributeOf(one, 'descriptionType') === kindOf)].map((one) => ({
      value: textWithin(one),
      lang: attributeOf(one, 'lang'),
    })),
  )
  writer.say(subject, 'dcat:keyword', said('subjects/subject'))
  for (const { value } of said('language')) writer.add(subject, 'dct:language', value)
  for (const { value } of said('version')) writer.add(subject, 'dcat:version', value)
  people(writer, subject, resource)
  dates(writer, subject, resource)
  places(writer, subject, resource)
  const id = firstAt(resource, 'identifier')
  const page = addressOf(textWithin(id), attributeOf(id, 'identifierType'))
  for (const { value } of [...said('identifier'), ...said('alternateIdentifiers/alternateIdentifier')])
    writer.add(subject, 'dct:identifier', value)
  for (const one of allAt(resource, 'relatedIdentifiers/relatedIdentifier')) {
    const address = addressOf(textWithin(one), attributeOf(one, 'relatedIdentifierType'))
    if (address) writer.link(subject, 'dct:relation', address)
  }
  const rights = allAt(resource, 'rightsList/rights').map((one) => attributeOf(one, 'rightsURI') || textWithin(one))
  const license =
    rights.find((one) => isWeb(one) && !/semantics|coar/.test(one)) ?? rights.find((one) => !/^info:/.test(one)) ?? ''
  if (page) writer.link(subject, 'dcat:landingPage', page)
  if (isService) {
    if (page) writer.link(subject, 'dcat:endpointURL', page)
    writer.link(subject, 'dct:license', license)
    return writer.quads
  }
  if (!page) writer.link(subject, 'dct:license', license)
  else {
    const node = iri(`${uri}#distribution-1`)
    writer.add(subject, 'dcat:distribution', node)
    writer.add(node, 'rdf:type', iri(expand('dcat:Distribution')))
    writer.link(node, 'dcat:accessURL', page)
    const formats = said('formats/format')
    if (formats.length === 1) writer.add(node, 'dct:format', formats[0]?.value)
    writer.link(node, 'dct:license', license)
  }
  return writer.quads
}
