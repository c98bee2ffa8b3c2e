import {
  type CatalogueRecord,
  type Distribution,
  fileTypes,
  languages,
  licences,
  nameOf,
  type Period,
  publisherOf,
  say,
  themes,
  titleOf,
} from '#standards/dcat-ap-de'
import { type Geometry, geometryOf } from '#standards/geojson'

export interface OgcLink {
  href: string
  rel: string
  type?: string
  title?: string
  hreflang?: string
  length?: number
}

/** A record of OGC API Records as a feature of GeoJSON. */
export interface OgcRecord {
  id: string
  type: 'Feature'
  conformsTo: string[]
  geometry: Geometry | null
  time: { date: string } | { interval: [string, string] } | null
  properties: Record<string, unknown> & { type: string; title: string }
  links: OgcLink[]
}

export interface RecordPlace {
  readonly id: string
  readonly created: Date
  readonly changed: Date
  readonly lang: string
  /** Links that belong to the catalogue: self, alternate, collection. */
  readonly links: readonly OgcLink[]
}

/** Values of `type`. */
export const recordKinds = ['dataset', 'series', 'service'] as const

/** Licences of the DCAT-AP.de list in the SPDX list. */
const spdx: Readonly<Record<string, string>> = {
  'dl-zero-de/2.0': 'DL-DE-ZERO-2.0',
  'dl-by-de/2.0': 'DL-DE-BY-2.0',
  'cc-zero': 'CC0-1.0',
  'cc-by/4.0': 'CC-BY-4.0',
  'cc-by-sa/4.0': 'CC-BY-SA-4.0',
  'cc-by-nc/4.0': 'CC-BY-NC-4.0',
  'cc-by-nd/4.0': 'CC-BY-ND-4.0',
  'cc-by-de/3.0': 'CC-BY-3.0-DE',
  'cc-by-sa-de/3.0': 'CC-BY-SA-3.0-DE',
  odbl: 'ODbL-1.0',
  odby: 'ODC-By-1.0',
  odcpddl: 'PDDL-1.0',
  'gpl/3.0': 'GPL-3.0-only',
}

const distributionsOf = (record: CatalogueRecord): readonly Distribution[] =>
  record.kind === 'service' ? [] : record.distribution

function licencesOf(record: CatalogueRecord): string[] {
  const all = [record.license, ...distributionsOf(record).map((one) => one.license)]
  return [...new Set(all.filter((iri) => iri !== undefined))]
}

/** The first or last day of what a date names. */
function dayOf(text: string, end: boolean): string | undefined {
  if (/^\d{4}$/.test(text)) return end ? `${text}-12-31` : `${text}-01-01`
  if (/^\d{4}-\d\d$/.test(text)) {
    const [year = 0, month = 0] = text.split('-').map(Number)
    return end ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : `${text}-01`
  }
  return /^\d{4}-\d\d-\d\d/.test(text) ? text.slice(0, 10) : undefined
}

function timeOf(periods: readonly Period[]): OgcRecord['time'] {
  const starts = periods.map((one) => (one.start ? dayOf(one.start, false) : undefined))
  const ends = periods.map((one) => (one.end ? dayOf(one.end, true) : undefined))
  const start = starts.includes(undefined) ? undefined : starts.sort()[0]
  const end = ends.includes(undefined) ? undefined : ends.sort().at(-1)
  if (start === undefined && end === undefined) return null
  return start === end && start !== undefined ? { date: start } : { interval: [start ?? '..', end ?? '..'] }
}

function geometry(record: CatalogueRecord): Geometry | null {
  for (const place of record.spatial) {
    const shape = geometryOf(place.geometry ?? place.bbox ?? place.centroid ?? '')
    if (shape) return shape
  }
  return null
}

function contactsOf(record: CatalogueRecord, lang: string): object[] {
  const contacts: object[] = []
  const email = (address: string | undefined) => (address ? { emails: [{ value: address }] } : {})
  const publisher = publisherOf(record, lang)
  if (publisher) contacts.push({ organization: publisher, ...email(record.publisher?.mbox), roles: ['publisher'] })
  for (const one of record.contactPoint) {
    const name = say(one.fn ?? [], lang) || say(one.organizationName ?? [], lang) || one.email
    const phone = one.telephone?.replace(/[^\d+]/g, '')
    if (name)
      contacts.push({
        organization: name,
        ...email(one.email),
        ...(phone && /^\+[1-9]\d{3,14}$/.test(phone) ? { phones: [{ value: phone }] } : {}),
        ...(one.url && /^https?:/.test(one.url) ? { links: [{ href: one.url, rel: 'about', type: 'text/html' }] } : {}),
        roles: ['pointOfContact'],
      })
  }
  for (const one of record.originator) {
    const name = nameOf(one, lang)
    if (name) contacts.push({ organization: name, ...email(one.mbox), roles: ['originator'] })
  }
  return contacts
}

const formatName = (iri: string) => fileTypes.get(iri)?.code ?? iri.replace(/^.*[/#]/, '')

function formatsOf(record: CatalogueRecord): { name: string; mediaType?: string }[] {
  const given = record.kind === 'service' ? record.format : distributionsOf(record).map((one) => one.format)
  return [...new Set(given.filter((iri) => iri !== undefined))].map((iri) => {
    const mediaType = fileTypes.get(iri)?.mediaType
    return { name: formatName(iri), ...(mediaType ? { mediaType } : {}) }
  })
}

const isWeb = (url: string) => /^https?:\/\//i.test(url)

/** Links to the data themselves, and to what is said about them. */
function dataLinks(record: CatalogueRecord, lang: string): OgcLink[] {
  const links: OgcLink[] = []
  for (const part of distributionsOf(record)) {
    const title = say(part.title, lang) || (part.format ? formatName(part.format) : '')
    const mediaType = /media-types\/(.+)$/.exec(part.mediaType ?? '')?.[1] ?? fileTypes.get(part.format ?? '')?.mediaType
    const shared = { ...(mediaType ? { type: mediaType } : {}), ...(title ? { title } : {}) }
    for (const href of part.downloadURL.filter(isWeb))
      links.push({ href, rel: 'enclosure', ...shared, ...(part.byteSize === undefined ? {} : { length: part.byteSize }) })
    for (const href of part.accessURL.filter((url) => isWeb(url) && !part.downloadURL.includes(url)))
      links.push({ href, rel: 'item', ...shared })
  }
  if (record.kind === 'service') {
    for (const href of record.endpointURL.filter(isWeb)) links.push({ href, rel: 'service' })
    for (const href of record.endpointDescription.filter(isWeb)) links.push({ href, rel: 'service-desc' })
  }
  for (const href of record.landingPage.filter(isWeb)) links.push({ href, rel: 'about', type: 'text/html' })
  for (const iri of licencesOf(record)) {
    const href = licences.get(iri)?.url ?? iri
    if (isWeb(href)) links.push({ href, rel: 'license', title: licences.get(iri)?.[lang === 'en' ? 'en' : 'de'] ?? iri })
  }
  return links
}

/** Codes of ISO 639-1 where there is one. */
function languageCodes(record: CatalogueRecord): { code: string }[] {
  const short: Readonly<Record<string, string>> = {
    DEU: 'de',
    ENG: 'en',
    FRA: 'fr',
    NLD: 'nl',
    POL: 'pl',
    TUR: 'tr',
    ITA: 'it',
    SPA: 'es',
  }
  return record.language.map((iri) => {
    const code = languages.get(iri)?.code ?? iri.replace(/^.*[/#]/, '')
    return { code: short[code] ?? code.toLowerCase() }
  })
}

/** A record of the catalogue as a record of OGC API Records 1.0. */
export function writeRecord(record: CatalogueRecord, place: RecordPlace): OgcRecord {
  const { lang } = place
  const known = licencesOf(record).map((iri) => spdx[licences.get(iri)?.code ?? ''] ?? 'other')
  const licence = new Set(known).size > 1 ? 'various' : known[0]
  const concepts = record.theme.map((iri) => {
    const theme = themes.get(iri)
    return theme ? { id: theme.code, title: lang === 'en' ? theme.en : theme.de, url: iri } : { id: iri }
  })
  const description = say(record.description, lang)
  const keywords = [...new Set(record.keyword.map((word) => word.value.trim()).filter(Boolean))]
  const formats = formatsOf(record)
  const contacts = contactsOf(record, lang)
  const rights = [...record.rights, ...distributionsOf(record).flatMap((one) => one.rights)]
    .map((one) => say(one.label ?? [], lang))
    .find(Boolean)
  const spoken = languageCodes(record)
  return {
    id: place.id,
    type: 'Feature',
    conformsTo: ['http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core'],
    geometry: geometry(record),
    time: timeOf(record.temporal),
    properties: {
      type: record.kind,
      title: titleOf(record, lang),
      ...(description ? { description } : {}),
      ...(keywords.length > 0 ? { keywords } : {}),
      ...(concepts.length > 0
        ? { themes: [{ concepts, scheme: 'http://publications.europa.eu/resource/authority/data-theme' }] }
        : {}),
      created: place.created.toISOString(),
      updated: place.changed.toISOString(),
      language: { code: lang },
      ...(spoken.length > 0 ? { resourceLanguages: spoken } : {}),
      externalIds: [
        { scheme: 'uri', value: record.uri },
        ...record.identifier.filter((id) => id !== record.uri).map((value) => ({ value })),
      ],
      ...(formats.length > 0 ? { formats } : {}),
      ...(contacts.length > 0 ? { contacts } : {}),
      ...(licence ? { license: licence } : {}),
      ...(rights ? { rights } : {}),
    },
    links: [...place.links, ...dataLinks(record, lang)],
  }
}
