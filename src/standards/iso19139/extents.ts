import type { Term } from '@rdfjs/types'
import { expand, type GraphWriter, iri, text } from '#standards/rdf'
import { allAt, attributeOf, firstAt, textWithin, type XmlElement } from '#standards/xml'
import type { Texts } from './texts.ts'

const germany = 'http://dcat-ap.de/def/politicalGeocoding/'
/** Official keys of Germany by their length. */
const keys: Readonly<Record<number, string>> = {
  2: 'stateKey',
  3: 'governmentDistrictKey',
  5: 'districtKey',
  8: 'municipalityKey',
  12: 'regionalKey',
}

const degrees = (element: XmlElement, name: string) => {
  const written = textWithin(firstAt(element, name)).replace(',', '.')
  return written === '' ? Number.NaN : Number(written)
}

function boxOf(element: XmlElement): [number, number, number, number] | undefined {
  const west = degrees(element, 'westBoundLongitude')
  const east = degrees(element, 'eastBoundLongitude')
  const south = degrees(element, 'southBoundLatitude')
  const north = degrees(element, 'northBoundLatitude')
  if (![west, east, south, north].every(Number.isFinite)) return undefined
  if (Math.max(Math.abs(south), Math.abs(north)) > 90 || Math.max(Math.abs(west), Math.abs(east)) > 360) return undefined
  return [west, south, east, north]
}

/** `posList` with latitude first, as EPSG:4326 and 4258 have it, as a polygon; undefined for other systems. */
function polygonOf(element: XmlElement): string | undefined {
  const shape = firstAt(element, '**/Polygon')
  const srs = attributeOf(shape, 'srsName')
  const list = textWithin(firstAt(shape, 'exterior/LinearRing/posList')).split(/\s+/).map(Number)
  if (list.length < 8 || list.length % 2 > 0 || !list.every(Number.isFinite) || !/4326|4258/.test(srs)) return undefined
  const pairs = Array.from({ length: list.length / 2 }, (_, at) => `${list[at * 2 + 1]} ${list[at * 2]}`)
  return `POLYGON((${pairs.join(', ')}))`
}

/** Boxes, outlines, names and official keys of an extent. */
function writePlace(writer: GraphWriter, subject: Term, extent: XmlElement, texts: Texts): void {
  const boxes = allAt(extent, 'geographicElement/EX_GeographicBoundingBox').map(boxOf)
  const named = allAt(extent, 'geographicElement/EX_GeographicDescription/geographicIdentifier/*/code')
  const names = texts.of(firstAt(extent, 'description'))
  for (const code of named) {
    const value = texts.plain(code)
    const address = [texts.anchor(code), value].find((one) => /^https?:\/\//i.test(one))
    const key = /^\d+$/.test(value) ? keys[value.length] : undefined
    if (address?.startsWith(germany)) writer.add(subject, 'dcatde:politicalGeocodingURI', iri(address))
    else if (address) writer.add(subject, 'dct:spatial', iri(address))
    else if (key) writer.add(subject, 'dcatde:politicalGeocodingURI', iri(`${germany}${key}/${value}`))
    else names.push(...texts.of(code))
  }
  const outlines = allAt(extent, 'geographicElement/EX_BoundingPolygon').flatMap((one) => polygonOf(one) ?? [])
  const [first, ...more] = boxes.filter((one) => one !== undefined)
  if (!first && names.length === 0 && outlines.length === 0) return
  const place = writer.node(subject, 'dct:spatial', 'dct:Location')
  writer.say(place, 'skos:prefLabel', names.slice(0, 1))
  if (first) writer.box(place, first)
  const [outline] = outlines
  if (outline) writer.add(place, 'locn:geometry', text(outline, '', expand('gsp:wktLiteral')))
  for (const name of names.slice(1)) writer.say(writer.node(subject, 'dct:spatial', 'dct:Location'), 'skos:prefLabel', [name])
  for (const box of more) writer.box(writer.node(subject, 'dct:spatial', 'dct:Location'), box)
}

/** `2019-05-01T08:30:00` stays; midnight says no more than the day. */
export const momentOf = (written: string): string => written.trim().replace(/T00:00:00(?:\.0+)?(?:Z|[+-]\d\d:\d\d)?$/, '')

function writePeriod(writer: GraphWriter, subject: Term, temporal: XmlElement): void {
  const period = firstAt(temporal, 'extent/TimePeriod')
  const instant = firstAt(temporal, 'extent/TimeInstant/timePosition')
  const end = (name: string) =>
    momentOf(textWithin(firstAt(period, `${name}Position`)) || textWithin(firstAt(period, `${name}/TimeInstant/timePosition`)))
  const [from, to] = period ? [end('begin'), end('end')] : [momentOf(textWithin(instant)), momentOf(textWithin(instant))]
  if (from === '' && to === '') return
  const node = writer.node(subject, 'dct:temporal', 'dct:PeriodOfTime')
  writer.moment(node, 'dcat:startDate', from)
  writer.moment(node, 'dcat:endDate', to)
}

/** Where and when the data hold. */
export function writeExtents(writer: GraphWriter, subject: Term, identification: XmlElement, texts: Texts): void {
  for (const extent of allAt(identification, 'extent/EX_Extent')) {
    writePlace(writer, subject, extent, texts)
    for (const temporal of allAt(extent, 'temporalElement/*')) writePeriod(writer, subject, temporal)
  }
}
