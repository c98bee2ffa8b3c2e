import {
  type CatalogueRecord,
  type Distribution,
  fileTypes,
  frequencies,
  labelOf,
  languages,
  licences,
  publisherOf,
  say,
  titleOf,
} from '#standards/dcat-ap-de'

export type DcatUsDataset = Record<string, unknown> & { identifier: string; title: string }

const schema = 'https://project-open-data.cio.gov/v1.1/schema'
/** What a catalogue says before its datasets (DCAT-US 1.1). */
export const dcatUsHead = {
  '@context': `${schema}/catalog.jsonld`,
  '@type': 'dcat:Catalog',
  conformsTo: schema,
  describedBy: `${schema}/catalog.json`,
} as const

/** Repeating durations of ISO 8601, as DCAT-US writes how often data change. */
const rhythms: Readonly<Record<string, string>> = {
  CONT: 'R/PT1S',
  UPDATE_CONT: 'R/PT1S',
  HOURLY: 'R/PT1H',
  DAILY: 'R/P1D',
  WEEKLY: 'R/P1W',
  BIWEEKLY: 'R/P2W',
  MONTHLY: 'R/P1M',
  BIMONTHLY: 'R/P2M',
  QUARTERLY: 'R/P3M',
  ANNUAL_2: 'R/P6M',
  ANNUAL: 'R/P1Y',
  BIENNIAL: 'R/P2Y',
  TRIENNIAL: 'R/P3Y',
  QUINQUENNIAL: 'R/P5Y',
  DECENNIAL: 'R/P10Y',
  IRREG: 'irregular',
}
const tongues: Readonly<Record<string, string>> = {
  DEU: 'de',
  ENG: 'en',
  FRA: 'fr',
  NLD: 'nl',
  POL: 'pl',
  TUR: 'tr',
  ITA: 'it',
  SPA: 'es',
}

const isWeb = (url: string | undefined): url is string => url !== undefined && /^https?:\/\//i.test(url)

function distributionOf(part: Distribution) {
  const format = fileTypes.get(part.format ?? '')
  const mediaType = /media-types\/(.+)$/.exec(part.mediaType ?? '')?.[1] ?? format?.mediaType
  const title = say(part.title)
  const description = say(part.description)
  const downloadURL = part.downloadURL.find(isWeb)
  const accessURL = part.accessURL.find((url) => isWeb(url) && url !== downloadURL)
  return {
    '@type': 'dcat:Distribution',
    ...(downloadURL ? { downloadURL, mediaType: mediaType ?? 'application/octet-stream' } : {}),
    ...(accessURL ? { accessURL } : {}),
    ...(format ? { format: format.code } : {}),
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    ...(part.license ? { license: licences.get(part.license)?.url ?? part.license } : {}),
  }
}

/** A record as a dataset of `data.json`; `page` is its address for people, `contact` whom to ask where the record names nobody. Where nobody has an address, `hasEmail` is left out. */
export function writeDataset(
  record: CatalogueRecord,
  place: {
    readonly identifier: string
    readonly page: string
    readonly changed: Date
    readonly contact: { name: string; email: string }
  },
): DcatUsDataset {
  const parts = record.kind === 'service' ? [] : record.distribution
  const licence = record.license ?? parts.find((one) => one.license)?.license
  const [contact] = record.contactPoint
  const mailbox = contact?.email || place.contact.email
  const [period] = record.temporal
  const rhythm = record.kind === 'service' ? undefined : rhythms[frequencies.get(record.accrualPeriodicity ?? '')?.code ?? '']
  const keyword = [...new Set(record.keyword.map((one) => one.value.trim()).filter(Boolean))]
  const where = record.spatial.map((one) => say(one.prefLabel ?? []) || one.uri || one.geometry).find(Boolean)
  const spoken = record.language.flatMap((iri) => tongues[languages.get(iri)?.code ?? ''] ?? [])
  const themes = record.theme.map((iri) => labelOf(iri, 'de') ?? iri)
  const served =
    record.kind === 'service'
      ? record.endpointURL.filter(isWeb).map((accessURL) => ({ '@type': 'dcat:Distribution', accessURL, format: 'API' }))
      : []
  return {
    '@type': 'dcat:Dataset',
    identifier: place.identifier,
    title: titleOf(record),
    description: say(record.description) || titleOf(record),
    keyword: keyword.length > 0 ? keyword : themes.length > 0 ? themes : [titleOf(record)],
    modified: record.modified ?? record.issued ?? place.changed.toISOString(),
    ...(record.issued ? { issued: record.issued } : {}),
    publisher: { '@type': 'org:Organization', name: publisherOf(record) ?? place.contact.name },
    contactPoint: {
      '@type': 'vcard:Contact',
      fn: (contact && (say(contact.fn ?? []) || say(contact.organizationName ?? []))) || place.contact.name,
      ...(mailbox ? { hasEmail: `mailto:${mailbox}` } : {}),
    },
    accessLevel: 'public',
    ...(licence ? { license: licences.get(licence)?.url ?? licence } : {}),
    ...(where ? { spatial: where } : {}),
    ...(period?.start && period.end ? { temporal: `${period.start}/${period.end}` } : {}),
    ...(rhythm ? { accrualPeriodicity: rhythm } : {}),
    ...(spoken.length > 0 ? { language: spoken } : {}),
    ...(themes.length > 0 ? { theme: themes } : {}),
    landingPage: record.landingPage.find(isWeb) ?? place.page,
    distribution: [...parts.map(distributionOf), ...served],
  }
}
