import { xmlText } from '#standards/atom'
import {
  type Agent,
  type CatalogueRecord,
  type ContactPoint,
  type Distribution,
  fileTypes,
  frequencies,
  labelOf,
  licences,
  nameOf,
  publisherOf,
  say,
  themes,
  titleOf,
} from '#standards/dcat-ap-de'
import { isoLanguage, maintenanceOf, topicOfTheme } from './iso-words.ts'
import { anchor, code, date, dated, language, text, wrap } from './iso-xml.ts'

/** What is known of a record besides its content. */
export interface MetadataPlace {
  readonly id: string
  readonly lang: string
  readonly changed: Date
  /** Address of its page. */
  readonly page: string
  readonly bounds?: readonly [number, number, number, number]
  /** Who looks after the catalogue, where the record names nobody. */
  readonly keeper: { readonly name: string; readonly email?: string }
  /** Links to data, services and pages. */
  readonly links: readonly { readonly address: string; readonly protocol: string; readonly title: string }[]
}

const spaces =
  'xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco" xmlns:gmx="http://www.isotc211.org/2005/gmx" xmlns:srv="http://www.isotc211.org/2005/srv" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
const schemaLocation =
  'xsi:schemaLocation="http://www.isotc211.org/2005/gmd http://repository.gdi-de.org/schemas/geonetwork/2020-12-11/csw/2.0.2/profiles/apiso/1.0.1/apiso.xsd"'

const noLimits = 'http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations'

interface Party {
  readonly organisation: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly url?: string | undefined
}

const partyOf = (agent: Agent, lang: string): Party => ({
  organisation: nameOf(agent, lang),
  email: agent.mbox,
  url: agent.homepage,
})
const contactOf = (one: ContactPoint, lang: string): Party => ({
  organisation: say(one.organizationName ?? [], lang) || say(one.fn ?? [], lang) || one.email,
  email: one.email,
  phone: one.telephone,
  url: one.url,
})

const online = (address: string, protocol?: string, title?: string, role?: string) =>
  `<gmd:CI_OnlineResource><gmd:linkage><gmd:URL>${xmlText(address)}</gmd:URL></gmd:linkage>${text('gmd:protocol', protocol)}${text('gmd:name', title)}${role ? code('gmd:function', 'CI_OnLineFunctionCode', role) : ''}</gmd:CI_OnlineResource>`

function responsible({ organisation, email, phone, url }: Party, role: string): string {
  const contact = `${wrap('gmd:phone', wrap('gmd:CI_Telephone', text('gmd:voice', phone)))}${wrap('gmd:address', wrap('gmd:CI_Address', text('gmd:electronicMailAddress', email)))}${url ? `<gmd:onlineResource>${online(url)}</gmd:onlineResource>` : ''}`
  return `<gmd:CI_ResponsibleParty>${text('gmd:organisationName', organisation)}${wrap('gmd:contactInfo', wrap('gmd:CI_Contact', contact))}${code('gmd:role', 'CI_RoleCode', role)}</gmd:CI_ResponsibleParty>`
}

/** Persons and bodies of a record with their roles; somebody is always named. */
function parties(record: CatalogueRecord, place: MetadataPlace): { contact: string; points: string } {
  const { lang, keeper } = place
  const own: Party = { organisation: keeper.name, email: keeper.email }
  const publisher = record.publisher
    ? partyOf(record.publisher, lang)
    : { organisation: publisherOf(record, lang) ?? keeper.name }
  const points = record.contactPoint.map((one) => responsible(contactOf(one, lang), 'pointOfContact'))
  const roles: [readonly Agent[], string][] = [
    [record.originator, 'originator'],
    [record.creator, 'author'],
    [record.maintainer, 'custodian'],
  ]
  const named = roles.flatMap(([agents, role]) =>
    agents.filter((one) => nameOf(one, lang)).map((one) => responsible(partyOf(one, lang), role)),
  )
  const all = [
    ...(points.length > 0 ? points : [responsible(own, 'pointOfContact')]),
    responsible(publisher, 'publisher'),
    ...named,
  ]
  const [first] = record.contactPoint
  return {
    contact: `<gmd:contact>${responsible(first ? contactOf(first, lang) : own, 'pointOfContact')}</gmd:contact>`,
    points: all.map((one) => `<gmd:pointOfContact>${one}</gmd:pointOfContact>`).join(''),
  }
}

function citation(record: CatalogueRecord, place: MetadataPlace): string {
  const dates = `${dated(record.issued, 'publication')}${dated(record.modified, 'revision')}`
  const changed = dated(place.changed.toISOString().slice(0, 10), 'revision')
  const identifiers = [record.uri, ...record.identifier.filter((one) => one !== record.uri)]
  return `<gmd:citation><gmd:CI_Citation>${text('gmd:title', titleOf(record, place.lang))}${dates || changed}${identifiers
    .map((one) => `<gmd:identifier><gmd:MD_Identifier>${text('gmd:code', one)}</gmd:MD_Identifier></gmd:identifier>`)
    .join('')}</gmd:CI_Citation></gmd:citation>`
}

const keywords = (words: readonly string[], more = '') =>
  words.length === 0
    ? ''
    : `<gmd:descriptiveKeywords><gmd:MD_Keywords>${words.map((word) => text('gmd:keyword', word)).join('')}${more}</gmd:MD_Keywords></gmd:descriptiveKeywords>`

const thesaurus = (title: string, day: string) =>
  `${code('gmd:type', 'MD_KeywordTypeCode', 'theme')}<gmd:thesaurusName><gmd:CI_Citation>${text('gmd:title', title)}${dated(day, 'publication')}</gmd:CI_Citation></gmd:thesaurusName>`

const licencesOf = (record: CatalogueRecord): { iri: string; part?: Distribution }[] => {
  const parts = record.kind === 'service' ? [] : record.distribution
  const all = [
    ...(record.license ? [{ iri: record.license }] : []),
    ...parts.flatMap((part) => (part.license ? [{ iri: part.license, part }] : [])),
  ]
  return all.filter(({ iri }, at) => all.findIndex((one) => one.iri === iri) === at)
}

function keywordBlocks(record: CatalogueRecord, lang: string): string {
  const free = [...new Set(record.keyword.map((word) => word.value.trim()).filter(Boolean))]
  const open = licencesOf(record).some(({ iri }) => licences.get(iri)?.open)
  const named = record.theme.flatMap((iri) => themes.get(iri) ?? [])
  const labels = named.map((one) => (lang === 'en' ? one.en : one.de))
  // GDI-DE: harvesters know open data by this word.
  const words = open && !free.some((word) => word.toLowerCase() === 'opendata') ? [...free, 'opendata'] : free
  return `${keywords(words)}${keywords(labels, thesaurus('Data theme (EU)', '2015-08-01'))}`
}

/** What one must know before use: licence and source, as GDI-DE writes them for open data. */
function constraints(record: CatalogueRecord, lang: string): string {
  const use = licencesOf(record).map(({ iri, part }) => {
    const licence = licences.get(iri)
    const name = licence ? (lang === 'en' ? licence.en : licence.de) : iri
    const url = licence?.url ?? iri
    const source = part ? say(part.licenseAttributionByText, lang) : ''
    const json = JSON.stringify({ id: licence?.code ?? iri, name, url, quelle: source })
    return `<gmd:resourceConstraints><gmd:MD_LegalConstraints>${code('gmd:useConstraints', 'MD_RestrictionCode', 'otherRestrictions')}${anchor('gmd:otherConstraints', url, name)}${text('gmd:otherConstraints', source ? `Quellenvermerk: ${source}` : undefined)}${text('gmd:otherConstraints', json)}</gmd:MD_LegalConstraints></gmd:resourceConstraints>`
  })
  const right = record.accessRights?.replace(/^.*\//, '')
  const limits =
    right === undefined || right === 'PUBLIC'
      ? anchor(
          'gmd:otherConstraints',
          noLimits,
          lang === 'en' ? 'No limitations to public access' : 'Es gelten keine Zugriffsbeschränkungen',
        )
      : text('gmd:otherConstraints', labelOf(record.accessRights ?? '', lang === 'en' ? 'en' : 'de') ?? right)
  const access = `<gmd:resourceConstraints><gmd:MD_LegalConstraints>${code('gmd:accessConstraints', 'MD_RestrictionCode', 'otherRestrictions')}${limits}</gmd:MD_LegalConstraints></gmd:resourceConstraints>`
  return `${use.join('')}${access}`
}

const instant = (value: string) => /^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)?)?$/.test(value)

/** Places and times, as `EX_Extent`. */
function extents(record: CatalogueRecord, place: MetadataPlace, name: 'gmd:extent' | 'srv:extent'): string {
  const labels = [...new Set(record.spatial.map((one) => say(one.prefLabel ?? [], place.lang)).filter(Boolean))]
  const described = labels.map(
    (label) =>
      `<gmd:geographicElement><gmd:EX_GeographicDescription><gmd:geographicIdentifier><gmd:MD_Identifier>${text('gmd:code', label)}</gmd:MD_Identifier></gmd:geographicIdentifier></gmd:EX_GeographicDescription></gmd:geographicElement>`,
  )
  const side = (element: string, value: number) => `<gmd:${element}><gco:Decimal>${value}</gco:Decimal></gmd:${element}>`
  const [west, south, east, north] = place.bounds ?? []
  const box =
    west === undefined || south === undefined || east === undefined || north === undefined
      ? ''
      : `<gmd:geographicElement><gmd:EX_GeographicBoundingBox>${side('westBoundLongitude', west)}${side('eastBoundLongitude', east)}${side('southBoundLatitude', south)}${side('northBoundLatitude', north)}</gmd:EX_GeographicBoundingBox></gmd:geographicElement>`
  const times = record.temporal.map(({ start, end }, at) => {
    const position = (element: string, value: string | undefined) =>
      value !== undefined && instant(value)
        ? `<gml:${element}>${value}</gml:${element}>`
        : `<gml:${element} indeterminatePosition="unknown"/>`
    return start || end
      ? `<gmd:temporalElement><gmd:EX_TemporalExtent><gmd:extent><gml:TimePeriod gml:id="t${at}-${place.id}">${position('beginPosition', start)}${position('endPosition', end)}</gml:TimePeriod></gmd:extent></gmd:EX_TemporalExtent></gmd:temporalElement>`
      : ''
  })
  return wrap(name, wrap('gmd:EX_Extent', `${described.join('')}${box}${times.join('')}`))
}

const maintenance = (record: CatalogueRecord): string => {
  const known = record.kind === 'service' ? undefined : frequencies.get(record.accrualPeriodicity ?? '')?.code
  return known === undefined
    ? ''
    : `<gmd:resourceMaintenance><gmd:MD_MaintenanceInformation>${code('gmd:maintenanceAndUpdateFrequency', 'MD_MaintenanceFrequencyCode', maintenanceOf[known] ?? 'unknown')}</gmd:MD_MaintenanceInformation></gmd:resourceMaintenance>`
}

const utf8 = code('gmd:characterSet', 'MD_CharacterSetCode', 'utf8')

function dataIdentification(record: CatalogueRecord, place: MetadataPlace, points: string): string {
  const { lang } = place
  const spoken = record.language.map(isoLanguage)
  const topics = [...new Set(record.theme.map((iri) => topicOfTheme[themes.get(iri)?.code ?? '']))].filter(Boolean)
  return `<gmd:MD_DataIdentification>${citation(record, place)}${text('gmd:abstract', say(record.description, lang) || titleOf(record, lang))}${points}${maintenance(record)}${keywordBlocks(record, lang)}${constraints(record, lang)}${(spoken.length > 0 ? [...new Set(spoken)] : ['ger']).map(language).join('')}${utf8}${(topics.length >
  0
    ? topics
    : ['society']
  )
    .map((topic) => `<gmd:topicCategory><gmd:MD_TopicCategoryCode>${topic}</gmd:MD_TopicCategoryCode></gmd:topicCategory>`)
    .join('')}${extents(record, place, 'gmd:extent')}</gmd:MD_DataIdentification>`
}

/** What kind of service an address is, in the words of INSPIRE. */
function serviceType(protocol: string): string {
  if (/WMS|WMTS/.test(protocol)) return 'view'
  if (/WFS|WCS/.test(protocol)) return 'download'
  return /CSW/.test(protocol) ? 'discovery' : 'other'
}

function serviceIdentification(record: CatalogueRecord, place: MetadataPlace, points: string): string {
  const { lang, links } = place
  const endpoint = record.kind === 'service' ? record.endpointURL[0] : undefined
  const link = links.find((one) => one.address === endpoint)
  const kind = serviceType(link?.protocol ?? '')
  const operation = endpoint
    ? `<srv:containsOperations><srv:SV_OperationMetadata>${text('srv:operationName', kind === 'other' ? 'access' : 'GetCapabilities')}<srv:DCP><srv:DCPList codeList="http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#DCPList" codeListValue="WebServices"/></srv:DCP><srv:connectPoint>${online(endpoint, link?.protocol)}</srv:connectPoint></srv:SV_OperationMetadata></srv:containsOperations>`
    : '<srv:containsOperations gco:nilReason="missing"/>'
  const served = record.kind === 'service' ? record.servesDataset : []
  return `<srv:SV_ServiceIdentification>${citation(record, place)}${text('gmd:abstract', say(record.description, lang) || titleOf(record, lang))}${points}${keywordBlocks(record, lang)}${constraints(record, lang)}<srv:serviceType><gco:LocalName>${kind}</gco:LocalName></srv:serviceType>${extents(record, place, 'srv:extent')}<srv:couplingType><srv:SV_CouplingType codeList="http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#SV_CouplingType" codeListValue="${served.length > 0 ? 'tight' : 'loose'}"/></srv:couplingType>${operation}${served.map((one) => `<srv:operatesOn xlink:href="${xmlText(one)}"/>`).join('')}</srv:SV_ServiceIdentification>`
}

function distribution(record: CatalogueRecord, links: MetadataPlace['links']): string {
  const given = record.kind === 'service' ? record.format : record.distribution.map((one) => one.format)
  const formats = [...new Set(given)].flatMap((iri) => (iri ? (fileTypes.get(iri)?.code ?? iri.replace(/^.*[/#]/, '')) : []))
  const formatXml = formats.map(
    (name) =>
      `<gmd:distributionFormat><gmd:MD_Format>${text('gmd:name', name)}<gmd:version gco:nilReason="unknown"/></gmd:MD_Format></gmd:distributionFormat>`,
  )
  const transfers = links.map(({ address, protocol, title }) => {
    const role = protocol.startsWith('WWW:LINK') ? 'information' : 'download'
    return `<gmd:transferOptions><gmd:MD_DigitalTransferOptions><gmd:onLine>${online(address, protocol, title || undefined, role)}</gmd:onLine></gmd:MD_DigitalTransferOptions></gmd:transferOptions>`
  })
  return wrap('gmd:distributionInfo', wrap('gmd:MD_Distribution', `${formatXml.join('')}${transfers.join('')}`))
}

function quality(record: CatalogueRecord, scope: string, lang: string): string {
  const lineage = record.kind === 'service' ? [] : record.provenance.map((one) => say(one.label ?? [], lang)).filter(Boolean)
  const statement = wrap('gmd:lineage', wrap('gmd:LI_Lineage', text('gmd:statement', lineage.join(' '))))
  return `<gmd:dataQualityInfo><gmd:DQ_DataQuality><gmd:scope><gmd:DQ_Scope>${code('gmd:level', 'MD_ScopeCode', scope)}</gmd:DQ_Scope></gmd:scope>${statement}</gmd:DQ_DataQuality></gmd:dataQualityInfo>`
}

/** A record as ISO 19139 (`gmd:MD_Metadata`): always whole, since every element set may have more than it must. */
export function writeMetadata(record: CatalogueRecord, place: MetadataPlace): string {
  const scope = record.kind
  const { contact, points } = parties(record, place)
  const identification =
    record.kind === 'service' ? serviceIdentification(record, place, points) : dataIdentification(record, place, points)
  return `<gmd:MD_Metadata ${spaces} ${schemaLocation}>${text('gmd:fileIdentifier', place.id)}${language(place.lang === 'en' ? 'eng' : 'ger')}${utf8}${code('gmd:hierarchyLevel', 'MD_ScopeCode', scope)}${contact}${date('gmd:dateStamp', place.changed.toISOString().slice(0, 10))}${text('gmd:metadataStandardName', 'ISO19115')}${text('gmd:metadataStandardVersion', '2003/Cor.1:2006')}<gmd:identificationInfo>${identification}</gmd:identificationInfo>${distribution(record, place.links)}${quality(record, scope, place.lang)}</gmd:MD_Metadata>\n`
}
