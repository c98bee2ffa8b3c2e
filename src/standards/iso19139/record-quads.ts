import type { Quad, Term } from '@rdfjs/types'
import { frequencies, hvdCategories, languages, themes } from '#standards/dcat-ap-de'
import { expand, GraphWriter, iri, text } from '#standards/rdf'
import { allAt, attributeOf, elementsOf, firstAt, textWithin, type XmlElement } from '#standards/xml'
import { type Terms, termsOf } from './constraints.ts'
import { momentOf, writeExtents } from './extents.ts'
import { endpointsOf, formatTerm, writeDistributions, writeTerms } from './online.ts'
import { writePeople } from './people.ts'
import { codeOf, type Said, Texts } from './texts.ts'
import { themesOfTopic } from './topic-categories.ts'

/** What of a record must be known before it is read as a whole. */
export interface RecordHead {
  /** gmd:fileIdentifier; empty where it has none. */
  readonly id: string
  /** What it describes; `other` for programs, devices and the like, which are no data. */
  readonly kind: 'dataset' | 'series' | 'service' | 'other'
  /** gmd:hierarchyLevel as written. */
  readonly level: string
  /** Carries the keyword by which German geoportals mark open data. */
  readonly open: boolean
}

const namespaces: ReadonlySet<string> = new Set(['http://www.isotc211.org/2005/gmd', 'http://www.isotc211.org/2005/gmi'])
const noData: ReadonlySet<string> = new Set([
  'application',
  'software',
  'collectionHardware',
  'collectionSession',
  'fieldSession',
  'dimensionGroup',
])

/** Whether an element is a record of ISO 19139, for data or for images. */
export const isRecord = (element: XmlElement): boolean => /^M[DI]_Metadata$/.test(element.name) && namespaces.has(element.ns)

interface Keyword {
  readonly said: readonly Said[]
  readonly plain: string
  readonly anchor: string
  /** Title of the thesaurus it is from. */
  readonly thesaurus: string
}

function keywordsOf(record: XmlElement, texts: Texts): Keyword[] {
  return allAt(record, 'identificationInfo/*/descriptiveKeywords/MD_Keywords').flatMap((group) => {
    const title = firstAt(group, 'thesaurusName/CI_Citation/title')
    const thesaurus = `${texts.plain(title)} ${texts.anchor(title)}`
    return allAt(group, 'keyword').map((one) => ({
      said: texts.of(one),
      plain: texts.plain(one),
      anchor: texts.anchor(one),
      thesaurus,
    }))
  })
}

/** `opendata` by the conventions of GDI-DE; `opendataident` and `#opendata_hh#` are older ways to say it. */
const isOpenWord = (word: string) => /^#?open[\s_-]?data(?:ident|_hh)?#?$/i.test(word.trim())

/** Reads what a record is, without reading all of it. */
export function headOf(record: XmlElement): RecordHead {
  const texts = new Texts(record)
  const level = codeOf(firstAt(record, 'hierarchyLevel'))
  const [first] = allAt(record, 'identificationInfo/*')
  const isService = first?.name === 'SV_ServiceIdentification'
  return {
    id: texts.plain(firstAt(record, 'fileIdentifier')),
    kind: isService || level === 'service' ? 'service' : noData.has(level) ? 'other' : level === 'series' ? 'series' : 'dataset',
    level,
    open: keywordsOf(record, texts).some(({ plain }) => isOpenWord(plain)),
  }
}

const classes = { dataset: 'dcat:Dataset', other: 'dcat:Dataset', series: 'dcat:DatasetSeries', service: 'dcat:DataService' }

/** Ids of the data themselves: an address where code and code space make one. */
function identifiersOf(identification: XmlElement, texts: Texts): string[] {
  return allAt(identification, 'citation/CI_Citation/identifier/*').flatMap((one) => {
    const code = texts.anchor(firstAt(one, 'code')) || texts.plain(firstAt(one, 'code'))
    const space = texts.plain(firstAt(one, 'codeSpace'))
    if (code === '') return []
    return [/^https?:\/\//i.test(space) && !/^https?:/i.test(code) ? `${space.replace(/\/+$/, '')}/${code}` : code]
  })
}

function writeDates(writer: GraphWriter, subject: Term, identification: XmlElement): void {
  const dates = allAt(identification, 'citation/CI_Citation/date/CI_Date').map((one) => ({
    type: codeOf(firstAt(one, 'dateType')),
    date: momentOf(textWithin(firstAt(one, 'date'))),
  }))
  const last = (type: string) =>
    dates
      .filter((one) => one.type === type && one.date !== '')
      .map((one) => one.date)
      .sort()
      .at(-1) ?? ''
  writer.moment(subject, 'dct:issued', last('publication'))
  writer.moment(subject, 'dct:modified', last('revision'))
  writer.moment(subject, 'dct:created', last('creation'))
}

const hvd = /high-value|hochwertige datens/i
const regulation = 'http://data.europa.eu/eli/reg_impl/2023/138/oj'

function writeSubjects(writer: GraphWriter, subject: Term, record: XmlElement, texts: Texts): void {
  const keywords = keywordsOf(record, texts)
  const found = new Set<string>()
  for (const category of allAt(record, 'identificationInfo/*/topicCategory'))
    for (const code of themesOfTopic(textWithin(category))) found.add(code)
  const theme = (one: Keyword) => (themes.find(one.anchor) ?? themes.find(one.plain))?.code
  // A word of the INSPIRE list or of the EU's list means its theme; any other word does so only where nothing else says one.
  const unknown: Said[] = []
  for (const one of keywords)
    if (/inspire themes|data[ -]?theme|\/theme/i.test(one.thesaurus) || /^[A-Z]{4}$/.test(one.plain)) {
      const code = theme(one)
      if (code) found.add(code)
      else unknown.push(...one.said.slice(0, 1))
    }
  if (found.size === 0)
    for (const one of keywords) {
      const code = theme(one)
      if (code) found.add(code)
    }
  for (const code of found) writer.add(subject, 'dcat:theme', iri(`${themes.scheme}${code}`))
  // A theme that no list knows is told as one, so that people can say what it means.
  if (found.size === 0) writer.say(subject, 'dcat:theme', unknown)
  let valuable = false
  for (const one of keywords) {
    const category = hvdCategories.get(one.anchor) ?? (hvd.test(one.thesaurus) ? hvdCategories.find(one.plain) : undefined)
    if (category) {
      valuable = true
      writer.add(subject, 'dcatap:hvdCategory', iri(category.iri))
    }
    // The code of a theme is no word for people; the theme says it.
    if (!/^(?:[A-Z]{4}|https?:\/\/\S+)$/.test(one.plain)) writer.say(subject, 'dcat:keyword', one.said)
  }
  if (valuable) writer.add(subject, 'dcatap:applicableLegislation', iri(regulation))
}

/** Rules that the data keep by the record's own word, and their reference systems. */
function writeConformity(writer: GraphWriter, subject: Term, record: XmlElement, texts: Texts): void {
  for (const result of allAt(record, 'dataQualityInfo/DQ_DataQuality/report/*/result/DQ_ConformanceResult')) {
    if (textWithin(firstAt(result, 'pass')) !== 'true') continue
    const title = firstAt(result, 'specification/CI_Citation/title')
    const address = texts.anchor(title)
    if (/^https?:\/\//i.test(address)) writer.link(subject, 'dct:conformsTo', address)
    else if (texts.plain(title) !== '')
      writer.say(writer.node(subject, 'dct:conformsTo', 'dct:Standard'), 'rdfs:label', texts.of(title))
  }
  const systems = new Set<string>()
  for (const code of allAt(record, 'referenceSystemInfo/MD_ReferenceSystem/referenceSystemIdentifier/RS_Identifier/code')) {
    const said = `${texts.anchor(code)} ${texts.plain(code)}`
    const number = /EPSG(?:[:/\s]+[\d.]*)*?[:/\s]+(\d{4,6})\b/i.exec(said)?.[1]
    if (number) systems.add(`http://www.opengis.net/def/crs/EPSG/0/${number}`)
  }
  for (const system of systems) writer.link(subject, 'dct:conformsTo', system)
}

function writeRights(writer: GraphWriter, subject: Term, terms: Terms, open: boolean): void {
  const access = terms.access ?? (open ? 'PUBLIC' : undefined)
  if (access)
    writer.add(subject, 'dct:accessRights', iri(`http://publications.europa.eu/resource/authority/access-right/${access}`))
  for (const one of terms.rights) writer.say(writer.node(subject, 'dct:rights', 'dct:RightsStatement'), 'rdfs:label', [one])
}

function writeData(writer: GraphWriter, subject: Term, record: XmlElement, identification: XmlElement, texts: Texts): void {
  const often = codeOf(firstAt(identification, 'resourceMaintenance/MD_MaintenanceInformation/maintenanceAndUpdateFrequency'))
  const frequency = frequencies.find(often)
  writer.add(subject, 'dct:accrualPeriodicity', frequency ? iri(frequency.iri) : often)
  const lineage = firstAt(record, 'dataQualityInfo/DQ_DataQuality/lineage/LI_Lineage/statement')
  if (texts.plain(lineage) !== '')
    writer.say(writer.node(subject, 'dct:provenance', 'dct:ProvenanceStatement'), 'rdfs:label', texts.of(lineage))
  const metres = allAt(identification, 'spatialResolution/MD_Resolution/distance/Distance')
    .filter((one) => /(?:^|[#:])(?:m|met(?:er|re)s?)$/i.test(attributeOf(one, 'uom')))
    .map((one) => textWithin(one).replace(',', '.'))
    .find((one) => Number(one) > 0)
  if (metres) writer.add(subject, 'dcat:spatialResolutionInMeters', text(metres, '', expand('xsd:decimal')))
  writer.add(subject, 'dcat:version', texts.plain(firstAt(identification, 'citation/CI_Citation/edition')))
}

function writeService(
  writer: GraphWriter,
  subject: Term,
  record: XmlElement,
  { texts, terms, place }: { texts: Texts; terms: Terms; place: RecordPlace },
): void {
  const { endpoint, description, pages } = endpointsOf(record, texts)
  for (const url of endpoint) writer.link(subject, 'dcat:endpointURL', url)
  for (const url of description) writer.link(subject, 'dcat:endpointDescription', url)
  for (const url of pages) writer.link(subject, 'foaf:page', url)
  const kind =
    texts.plain(firstAt(record, 'identificationInfo/*/serviceType')) ||
    textWithin(firstAt(record, 'identificationInfo/*/serviceType'))
  const version = allAt(record, 'identificationInfo/*/serviceTypeVersion').map((one) => texts.plain(one))
  const standard = /\b(WM(?:T)?S|WFS|WCS)\b/i.exec([kind, ...version, ...description].join(' ').replaceAll(/[_:=]/g, ' '))?.[1]
  if (standard) {
    writer.link(subject, 'dct:conformsTo', `http://www.opengis.net/def/serviceType/ogc/${standard.toLowerCase()}`)
    writer.add(subject, 'dct:format', formatTerm(standard))
  }
  for (const coupled of allAt(record, 'identificationInfo/SV_ServiceIdentification/operatesOn')) {
    const address = attributeOf(coupled, 'href')
    const id = /[?&]id=([^&#]+)/i.exec(address)?.[1] ?? ''
    const uri = id ? place.uriOf(safelyDecoded(id)) : undefined
    if (uri) writer.add(subject, 'dcat:servesDataset', iri(uri))
  }
  writeTerms(writer, subject, terms)
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export interface RecordPlace {
  /** The IRI that a record with this fileIdentifier has here. */
  uriOf(id: string): string | undefined
}

/** Writes a record as the triples that its elements mean in DCAT-AP.de; mending is the catalogue reader's work. */
export function recordToQuads(record: XmlElement, uri: string, place: RecordPlace): Quad[] {
  const texts = new Texts(record)
  const { id, kind, open } = headOf(record)
  const identification = allAt(record, 'identificationInfo').flatMap(elementsOf)[0]
  const writer = new GraphWriter()
  const subject = iri(uri)
  writer.add(subject, 'rdf:type', iri(expand(classes[kind])))
  if (!identification) return writer.quads
  writer.say(subject, 'dct:title', texts.of(firstAt(identification, 'citation/CI_Citation/title')))
  writer.say(subject, 'dct:description', texts.of(firstAt(identification, 'abstract')))
  for (const identifier of new Set([id, ...identifiersOf(identification, texts)]))
    writer.add(subject, 'dct:identifier', identifier)
  writeDates(writer, subject, identification)
  for (const spoken of allAt(identification, 'language')) {
    const known = languages.find(codeOf(spoken).split(/[;,\s]/)[0] ?? '')
    writer.add(subject, 'dct:language', known ? iri(known.iri) : codeOf(spoken))
  }
  writeSubjects(writer, subject, record, texts)
  writePeople(writer, subject, record, texts)
  writeExtents(writer, subject, identification, texts)
  writeConformity(writer, subject, record, texts)
  const terms = termsOf(identification, texts)
  writeRights(writer, subject, terms, open)
  if (kind === 'service') writeService(writer, subject, record, { texts, terms, place })
  else {
    writeData(writer, subject, record, identification, texts)
    writeDistributions(writer, subject, record, texts, terms)
  }
  return writer.quads
}
