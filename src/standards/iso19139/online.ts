import type { Term } from '@rdfjs/types'
import { findFormat } from '#standards/dcat-ap-de'
import { type GraphWriter, iri } from '#standards/rdf'
import { allAt, firstAt, textWithin, type XmlElement } from '#standards/xml'
import type { Terms } from './constraints.ts'
import { codeOf, type Said, type Texts } from './texts.ts'

/** A CI_OnlineResource. */
interface Online {
  readonly url: string
  readonly name: readonly Said[]
  readonly description: readonly Said[]
  readonly protocol: string
  readonly profile: string
  /** CI_OnLineFunctionCode. */
  readonly purpose: string
}

function onlineOf(element: XmlElement, texts: Texts): Online {
  return {
    url: textWithin(firstAt(element, 'linkage')),
    name: texts.of(firstAt(element, 'name')),
    description: texts.of(firstAt(element, 'description')),
    protocol: texts.plain(firstAt(element, 'protocol')),
    profile: texts.plain(firstAt(element, 'applicationProfile')),
    purpose: codeOf(firstAt(element, 'function')),
  }
}

/** Services by what their address, protocol or profile says: file type of the EU list, and the standard they follow. */
const services: readonly (readonly [RegExp, string, string?])[] = [
  // The EU list has no word for it: the standard says enough.
  [/\bwmts\b/i, '', 'http://www.opengis.net/def/serviceType/ogc/wmts'],
  [/\bwms\b/i, 'WMS', 'http://www.opengis.net/def/serviceType/ogc/wms'],
  [/\bwfs\b/i, 'WFS', 'http://www.opengis.net/def/serviceType/ogc/wfs'],
  [/\bwcs\b/i, 'WCS', 'http://www.opengis.net/def/serviceType/ogc/wcs'],
  [/\bogc ?api\b.*features|\/collections\/[^/]+\/items\b/i, 'JSON', 'http://www.opengis.net/spec/ogcapi-features-1/1.0/req/core'],
  [/esri:?rest|\/rest\/services\//i, 'REST'],
  [/inspire ?atom|\batom\b/i, 'ATOM'],
]

function serviceOf({ url, protocol, profile }: Online): readonly [format: string, standard: string | undefined] | undefined {
  const asked = /[?&]service=(\w+)/i.exec(url)?.[1] ?? ''
  const said = `${asked} ${protocol} ${profile}`.replaceAll(/[-_:]/g, ' ')
  const found = services.find(([pattern]) => pattern.test(said)) ?? services.find(([pattern]) => pattern.test(url))
  return found && [found[1], found[2]]
}

const endingOf = (url: string) =>
  /\.([a-z0-9]{2,8})(?:[?#].*)?$/i.exec(url.replace(/^https?:\/\/[^/]*/i, ''))?.[1]?.toLowerCase() ?? ''
const nothing = /^(?:-|n\/?a|unknown|unbekannt|none|keine?|missing)?$/i

function formatOf(online: Online, named: readonly string[]): string {
  const profile = findFormat(online.profile) ? online.profile : ''
  const ending = endingOf(online.url)
  const known = findFormat(ending) ? ending : ''
  const only = named.length === 1 ? (named[0] ?? '') : ''
  // What is packed tells more than the packing.
  return profile || (known === 'zip' ? '' : known) || only || known
}

const isWeb = (url: string) => /^(?:https?|ftp):\/\/\S+$/i.test(url)

function onlines(record: XmlElement, texts: Texts): { links: Online[]; formats: string[] } {
  const distribution = firstAt(record, 'distributionInfo/MD_Distribution')
  if (!distribution) return { links: [], formats: [] }
  const at = (path: string) => allAt(distribution, path)
  const links = [
    ...at('transferOptions/MD_DigitalTransferOptions/onLine/CI_OnlineResource'),
    ...at('distributor/MD_Distributor/distributorTransferOptions/MD_DigitalTransferOptions/onLine/CI_OnlineResource'),
  ].map((one) => onlineOf(one, texts))
  const formats = [
    ...at('distributionFormat/MD_Format/name'),
    ...at('distributor/MD_Distributor/distributorFormat/MD_Format/name'),
  ]
    .map((one) => texts.plain(one))
    .filter((name) => !nothing.test(name))
  const seen = new Set<string>()
  const fresh = links.filter(({ url }) => isWeb(url) && !seen.has(url) && seen.add(url))
  return { links: fresh, formats: [...new Set(formats)] }
}

const aside: ReadonlySet<string> = new Set(['information', 'search', 'order', 'offlineAccess', 'upload', 'emailService'])

/** Whether a link leads to the data, to something about them, or nobody can tell. */
function leadsTo(online: Online): 'data' | 'page' | 'unsure' {
  if (serviceOf(online)) return 'data'
  if (online.purpose === 'download' || /download/i.test(online.protocol)) return 'data'
  if (aside.has(online.purpose) || /metadata|csw/i.test(online.protocol)) return 'page'
  const format = findFormat(endingOf(online.url))
  if (format && !/^(?:HTML|PDF|DOC|DOCX|PNG|JPEG|GIF)$/.test(format.code)) return 'data'
  return format ? 'page' : 'unsure'
}

/** A format as the EU list names it; other words stay words, so that people can say what they mean. */
export const formatTerm = (name: string): Term | string => {
  const known = findFormat(name) ?? findFormat(name.replace(/\s*\([^)]*\)\s*$/, ''))
  return known ? iri(known.iri) : name
}

/** The terms of use, at a distribution or at a service. */
export function writeTerms(writer: GraphWriter, subject: Term, terms: Terms): void {
  if (terms.license) writer.add(subject, 'dct:license', iri(terms.license))
  else if (terms.words) writer.say(subject, 'dct:license', [terms.words])
}

/** Files and services of a record as distributions; what only speaks about the data as pages. */
export function writeDistributions(writer: GraphWriter, subject: Term, record: XmlElement, texts: Texts, terms: Terms): void {
  const { links, formats } = onlines(record, texts)
  const sure = links.filter((one) => leadsTo(one) === 'data')
  const data = sure.length > 0 ? sure : links.filter((one) => leadsTo(one) === 'unsure')
  for (const [at, online] of data.entries()) {
    const node = iri(`${subject.value}#distribution-${at + 1}`)
    const service = serviceOf(online)
    const format = service?.[0] ?? formatOf(online, formats)
    writer.add(subject, 'dcat:distribution', node)
    writer.add(node, 'rdf:type', iri('http://www.w3.org/ns/dcat#Distribution'))
    writer.say(node, 'dct:title', online.name.length > 0 ? online.name : [{ value: format, lang: '' }])
    writer.say(node, 'dct:description', online.description)
    writer.link(node, 'dcat:accessURL', online.url)
    if (!service && (online.purpose === 'download' || findFormat(endingOf(online.url))))
      writer.link(node, 'dcat:downloadURL', online.url)
    writer.add(node, 'dct:format', formatTerm(format))
    if (service?.[1]) writer.link(node, 'dct:conformsTo', service[1])
    writeTerms(writer, node, terms)
    if (terms.attribution) writer.say(node, 'dcatde:licenseAttributionByText', [{ value: terms.attribution, lang: texts.lang }])
  }
  for (const { url } of links.filter((one) => !data.some(({ url }) => url === one.url))) writer.link(subject, 'foaf:page', url)
  if (data.length === 0) writeTerms(writer, subject, terms)
}

/** The address of a service without the one request it was written down with. */
const withoutRequest = (url: string) =>
  url
    .replace(/([?&])(?:service|request|version|acceptversions)=[^&#]*/gi, '$1')
    .replace(/([?&])&+/g, '$1')
    .replace(/[?&]+$/, '')

/** Where a service is asked, by its operations, else by its links. */
export function endpointsOf(record: XmlElement, texts: Texts): { endpoint: string[]; description: string[]; pages: string[] } {
  const connect = allAt(
    record,
    'identificationInfo/SV_ServiceIdentification/containsOperations/SV_OperationMetadata/connectPoint/CI_OnlineResource/linkage',
  )
    .map(textWithin)
    .filter(isWeb)
  const { links } = onlines(record, texts)
  const own = links.filter((one) => serviceOf(one)).map((one) => one.url)
  const all = [...new Set([...connect, ...own])]
  const given = all.length > 0 ? all : links.map((one) => one.url).slice(0, 1)
  return {
    endpoint: [...new Set(given.map(withoutRequest))],
    description: all.filter((url) => /request=getcapabilities/i.test(url)).slice(0, 1),
    pages: links.map((one) => one.url).filter((url) => !given.includes(url)),
  }
}
