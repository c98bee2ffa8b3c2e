import type { Quad, Term } from '@rdfjs/types'
import { isObject, type Json } from '#kernel/json.ts'
import { findFormat, languages, licences, themes } from '#standards/dcat-ap-de'
import { expand, GraphWriter, iri, text } from '#standards/rdf'

const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [])
const written = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
const texts = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(written).filter(Boolean)
const isWeb = (value: string) => /^(?:https?|ftp):\/\/\S+$/i.test(value)

/** A link of a record, wherever its dialect keeps it: `links` of 1.0, `associations` of the drafts, `assets` of STAC. */
export interface ReadLink {
  readonly href: string
  readonly rel: string
  readonly type: string
  readonly title: string
  readonly length: number | undefined
}

function linkOf(given: Json, rel = ''): ReadLink | undefined {
  const href = written(given.href) || written(given.url)
  if (!isWeb(href)) return undefined
  const length = Number(given.length ?? given['file:size'])
  return {
    href,
    rel: written(given.rel) || rel,
    type: written(given.type),
    title: written(given.title) || written(given.name),
    length: Number.isSafeInteger(length) && length > 0 ? length : undefined,
  }
}

/** All links of a record, each address once. */
export function linksOf(record: Json): ReadLink[] {
  const properties = isObject(record.properties) ? record.properties : {}
  const given = [
    ...objects(record.links).map((one) => linkOf(one)),
    ...objects(properties.links).map((one) => linkOf(one)),
    ...objects(properties.associations).map((one) => linkOf(one, 'item')),
    ...objects(isObject(record.assets) ? Object.values(record.assets) : []).map((one) => linkOf(one, 'enclosure')),
  ].filter((one) => one !== undefined)
  return [...new Map(given.map((one) => [one.href, one])).values()]
}

/** Whether something looks like a record: a feature with properties that have a title or a kind. */
export const isOgcRecord = (value: unknown): value is Json =>
  isObject(value) && isObject(value.properties) && ('title' in value.properties || 'type' in value.properties || 'title' in value)

/** Relations that belong to the catalogue and not to what is described. */
const ofCatalogue: ReadonlySet<string> = new Set([
  'self',
  'root',
  'parent',
  'collection',
  'alternate',
  'canonical',
  'prev',
  'next',
  'up',
  'http://www.opengis.net/def/rel/ogc/1.0/ogc-catalog',
])
const aside: ReadonlySet<string> = new Set([
  'about',
  'describedby',
  'information',
  'related',
  'service-doc',
  'thumbnail',
  'preview',
  'icon',
  'license',
  'http://www.opengis.net/def/rel/ogc/1.0/license',
  'via',
])
const ofData: ReadonlySet<string> = new Set([
  'enclosure',
  'download',
  'item',
  'items',
  'data',
  'service',
  'service-desc',
  'distribution',
])

const endingOf = (url: string) => /\.([a-z0-9]{2,8})(?:[?#].*)?$/i.exec(url.replace(/^https?:\/\/[^/]*/i, ''))?.[1] ?? ''
const serviceOf = ({ href, type, rel, title }: ReadLink): string | undefined =>
  /\b(WMS|WFS|WCS)\b/i
    .exec(
      `${/[?&]service=(\w+)/i.exec(href)?.[1] ?? ''} ${type} ${rel} ${isWeb(title) ? '' : title}`.replaceAll(/[:_-]/g, ' '),
    )?.[1]
    ?.toUpperCase()

/** Data or a page about them; undefined for what belongs to the catalogue. */
function leadsTo(link: ReadLink): 'data' | 'page' | undefined {
  const rel = link.rel.toLowerCase()
  if (ofCatalogue.has(rel)) return undefined
  if (serviceOf(link)) return 'data'
  if (aside.has(rel)) return 'page'
  if (/metadata|xml\+metadata/i.test(link.rel)) return undefined
  if (ofData.has(rel) || /download/i.test(`${link.rel} ${link.type}`)) return 'data'
  const format = findFormat(link.type.replace(/^WWW:.*$/, '')) ?? findFormat(endingOf(link.href))
  return format && !/^(?:HTML|PDF|PNG|JPEG|GIF)$/.test(format.code) ? 'data' : 'page'
}

interface Party {
  readonly name: string
  readonly organisation: boolean
  readonly mail: string
  readonly phone: string
  readonly url: string
  readonly roles: readonly string[]
}

/** Contacts of 1.0, and providers of the drafts and of STAC. */
function partiesOf(properties: Json): Party[] {
  const party = (given: Json, usual: string): Party => {
    const first = (key: string) => {
      const [one] = Array.isArray(given[key]) ? given[key] : []
      return isObject(one) ? written(one.value) || written(one.href) : written(one)
    }
    const info = isObject(given.contactInfo) ? given.contactInfo : {}
    const inside = (key: string) => (isObject(info[key]) ? written(info[key].work) || written(info[key].value) : '')
    const organisation = written(given.organization)
    const roles = texts(given.roles)
    return {
      name: organisation || written(given.name),
      organisation: organisation !== '',
      mail: first('emails') || inside('email') || written(given.email),
      phone: first('phones') || inside('phone'),
      url: first('links') || written(given.url),
      roles: roles.length > 0 ? roles : [usual],
    }
  }
  return [
    ...objects(properties.contacts).map((one) => party(one, 'pointOfContact')),
    ...objects(properties.providers).map((one) => party(one, 'publisher')),
  ].filter((one) => one.name !== '' || one.mail !== '')
}

const properties: Readonly<Record<string, string>> = {
  owner: 'dcatde:originator',
  originator: 'dcatde:originator',
  custodian: 'dcatde:maintainer',
  author: 'dct:creator',
  creator: 'dct:creator',
  contributor: 'dct:contributor',
  processor: 'dct:contributor',
}
const publishing = ['publisher', 'distributor', 'host', 'owner', 'producer', 'custodian', 'pointOfContact']
const isMail = (value: string) => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(value)

function writeParties(writer: GraphWriter, subject: Term, given: Json): void {
  const parties = partiesOf(given)
  const agent = (property: string, party: Party) => {
    if (party.name === '') return
    const node = writer.node(subject, property, party.organisation ? 'foaf:Organization' : 'foaf:Agent')
    writer.add(node, 'foaf:name', party.name)
    if (isMail(party.mail)) writer.add(node, 'foaf:mbox', iri(`mailto:${party.mail}`))
    if (isWeb(party.url)) writer.link(node, 'foaf:homepage', party.url)
  }
  const publisher =
    publishing.map((role) => parties.find((one) => one.roles.includes(role) && one.name)).find(Boolean) ?? parties[0]
  if (publisher) agent('dct:publisher', publisher)
  const named = new Set<string>()
  for (const party of parties)
    for (const role of party.roles) {
      const property = properties[role]
      if (property === undefined || named.has(property + party.name)) continue
      named.add(property + party.name)
      agent(property, party)
    }
  const contacts = parties.filter((one) => one.roles.includes('pointOfContact'))
  for (const party of contacts.length > 0 ? contacts : parties.filter((one) => one.mail !== '').slice(0, 1)) {
    const node = writer.node(subject, 'dcat:contactPoint', party.organisation ? 'vcard:Organization' : 'vcard:Kind')
    writer.add(node, 'vcard:fn', party.name || party.mail)
    writer.add(node, 'vcard:hasEmail', isMail(party.mail) ? iri(`mailto:${party.mail}`) : undefined)
    writer.add(node, 'vcard:hasTelephone', party.phone)
    if (isWeb(party.url)) writer.link(node, 'vcard:hasURL', party.url)
  }
}

function writeSubjects(writer: GraphWriter, subject: Term, given: Json): void {
  const words = new Set([
    ...texts(given.keywords),
    ...objects(given.keywords).map((one) => written(one.name) || written(one.keyword)),
  ])
  const found = new Set<string>()
  const unknown = new Set<string>()
  for (const group of objects(given.themes)) {
    const scheme = written(group.scheme)
    for (const concept of Array.isArray(group.concepts) ? group.concepts : []) {
      const id = isObject(concept) ? written(concept.id) : written(concept)
      const title = isObject(concept) ? written(concept.title) || written(concept.name) : ''
      const url = isObject(concept) ? written(concept.url) : ''
      const theme = [url, id, title].map((one) => (one ? themes.find(one) : undefined)).find((one) => one !== undefined)
      if (theme) found.add(theme.iri)
      else unknown.add(url || id || title)
      if (!theme || !/data-theme/.test(`${scheme} ${url} ${id}`)) words.add(title || (isWeb(id) ? '' : id))
    }
  }
  for (const theme of found) writer.add(subject, 'dcat:theme', iri(theme))
  // Themes that no list knows are told as such, so that people can say what they mean.
  if (found.size === 0) for (const one of unknown) writer.link(subject, 'dcat:theme', one)
  for (const word of words) writer.add(subject, 'dcat:keyword', word)
}

/** Geometry, extent and time, as 1.0 has them and as the drafts had them. */
function writeExtents(writer: GraphWriter, subject: Term, record: Json, given: Json): void {
  const extent = isObject(given.extent) ? given.extent : isObject(record.extent) ? record.extent : {}
  const boxes = isObject(extent.spatial) && Array.isArray(extent.spatial.bbox) ? extent.spatial.bbox : []
  const flat = (Array.isArray(boxes[0]) ? boxes[0] : boxes).map(Number)
  if (isObject(record.geometry)) {
    const place = writer.node(subject, 'dct:spatial', 'dct:Location')
    writer.add(
      place,
      'locn:geometry',
      text(JSON.stringify(record.geometry), '', 'https://www.iana.org/assignments/media-types/application/vnd.geo+json'),
    )
  } else {
    const [west, south, east, north] = flat.length === 6 ? [flat[0], flat[1], flat[3], flat[4]] : flat
    if ([west, south, east, north].every((one) => Number.isFinite(one)))
      writer.box(writer.node(subject, 'dct:spatial', 'dct:Location'), [west, south, east, north] as [
        number,
        number,
        number,
        number,
      ])
  }
  const time = isObject(record.time) ? record.time : {}
  const intervals = isObject(extent.temporal) && Array.isArray(extent.temporal.interval) ? extent.temporal.interval : []
  const interval = Array.isArray(time.interval) ? time.interval : Array.isArray(intervals[0]) ? intervals[0] : intervals
  const instant = written(time.date) || written(time.timestamp)
  const [from, to] = (instant ? [instant, instant] : [written(interval[0]), written(interval[1])]).map((one) =>
    one === '..' ? '' : one,
  )
  if (!from && !to) return
  const period = writer.node(subject, 'dct:temporal', 'dct:PeriodOfTime')
  writer.moment(period, 'dcat:startDate', from ?? '')
  writer.moment(period, 'dcat:endDate', to ?? '')
}

/** Dates of pygeoapi and others carry a zone behind a day: `2021-12-08Z`. */
const day = (value: unknown) => written(value).replace(/^(\d{4}-\d\d-\d\d)Z$/, '$1')

function licenceOf(links: readonly ReadLink[], given: Json): string {
  const link = links.find((one) => /(?:^|\/)license$/.test(one.rel))
  const said = written(given.license)
  const known = [said, link?.href ?? '', link?.title ?? ''].map((one) => (one ? licences.find(one) : undefined)).find(Boolean)
  if (known) return known.iri
  return /^(?:other|various|proprietary|none)?$/i.test(said) ? (link?.href ?? '') : said
}

function writeData(writer: GraphWriter, subject: Term, links: readonly ReadLink[], given: Json): void {
  const licence = licenceOf(links, given)
  const formats = (Array.isArray(given.formats) ? given.formats : [])
    .map((one) => (isObject(one) ? written(one.name) || written(one.mediaType) : written(one)))
    .filter(Boolean)
  const sure = links.filter((one) => leadsTo(one) === 'data')
  for (const [at, link] of sure.entries()) {
    const node = iri(`${subject.value}#distribution-${at + 1}`)
    const service = serviceOf(link)
    const known = [link.type, endingOf(link.href)].find((one) => one && findFormat(one))
    writer.add(subject, 'dcat:distribution', node)
    writer.add(node, 'rdf:type', iri(expand('dcat:Distribution')))
    writer.add(node, 'dct:title', link.title)
    writer.link(node, 'dcat:accessURL', link.href)
    if (!service && (link.rel === 'enclosure' || findFormat(endingOf(link.href))))
      writer.link(node, 'dcat:downloadURL', link.href)
    const format = service ?? known ?? (formats.length === 1 ? (formats[0] ?? '') : '')
    const listed = findFormat(format)
    writer.add(node, 'dct:format', listed ? iri(listed.iri) : format)
    if (/^[\w.+-]+\/[\w.+-]+/.test(link.type)) writer.add(node, 'dcat:mediaType', link.type)
    if (link.length !== undefined)
      writer.add(node, 'dcat:byteSize', text(String(link.length), '', expand('xsd:nonNegativeInteger')))
    writer.link(node, 'dct:license', licence)
  }
  if (sure.length === 0) writer.link(subject, 'dct:license', licence)
}

/** What a record describes: `http://purl.org/dc/dcmitype/Dataset` is a dataset too. */
export const kindOfRecord = (record: Json): 'dataset' | 'series' | 'service' => {
  const type = isObject(record.properties) ? written(record.properties.type) : ''
  return /service|\bapi\b/i.test(type) ? 'service' : /series/i.test(type) ? 'series' : 'dataset'
}
const classes = { dataset: 'dcat:Dataset', series: 'dcat:DatasetSeries', service: 'dcat:DataService' }

/** Writes a record as the triples that its members mean in DCAT-AP.de; mending is the catalogue reader's work. */
export function ogcRecordToQuads(record: Json, uri: string): Quad[] {
  const given = isObject(record.properties) ? record.properties : {}
  const writer = new GraphWriter()
  const subject = iri(uri)
  const kind = kindOfRecord(record)
  const links = linksOf(record)
  const language = isObject(given.language) ? written(given.language.code) : written(given.language)
  const lang = /^[a-z]{2}(?:-\w+)?$/i.test(language) ? language.toLowerCase() : ''
  writer.add(subject, 'rdf:type', iri(expand(classes[kind])))
  writer.say(subject, 'dct:title', [{ value: written(given.title) || written(record.title), lang }])
  writer.say(subject, 'dct:description', [{ value: written(given.description), lang }])
  const ids = [...objects(given.externalIds), ...objects(given.externalId)].map((one) => written(one.value))
  for (const id of new Set([written(record.id), ...ids, ...texts(given.externalId)])) writer.add(subject, 'dct:identifier', id)
  // `created` and `updated` speak of the data in 1.0; the drafts had `recordCreated` for the description.
  writer.moment(subject, 'dct:issued', day(given.published))
  writer.moment(subject, 'dct:modified', day(given.updated) || day(given.datetime))
  writer.moment(subject, 'dct:created', day(given.created))
  for (const one of [...objects(given.resourceLanguages), ...objects(given.languages)]) {
    const known = languages.find(written(one.code))
    if (known) writer.add(subject, 'dct:language', iri(known.iri))
  }
  writeSubjects(writer, subject, given)
  writeParties(writer, subject, given)
  writeExtents(writer, subject, record, given)
  const rights = written(given.rights)
  if (rights) writer.add(writer.node(subject, 'dct:rights', 'dct:RightsStatement'), 'rdfs:label', rights)
  for (const link of links.filter((one) => leadsTo(one) === 'page' && !/license|thumbnail|preview|icon/.test(one.rel)))
    writer.link(subject, 'foaf:page', link.href)
  if (kind === 'service') {
    for (const link of links) {
      if (link.rel === 'service-desc' || /request=getcapabilities/i.test(link.href))
        writer.link(subject, 'dcat:endpointDescription', link.href)
      if (leadsTo(link) === 'data' && link.rel !== 'service-desc') writer.link(subject, 'dcat:endpointURL', link.href)
    }
    writer.link(subject, 'dct:license', licenceOf(links, given))
  } else writeData(writer, subject, links, given)
  return writer.quads
}
