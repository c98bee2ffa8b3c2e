// The generated records of bench/search.records.ts as whole catalogue records, with distributions, publisher, contact, time and place.
import { type Dataset, type Distribution, encodeRecord, fileTypes, licences, themes } from '#standards/dcat-ap-de'
import { toTurtle } from '#standards/rdf'
import { places, record } from './search.records.ts'

const base = 'https://daten.example'
const german = (value: string) => [{ value, lang: 'de' }]
const day = (number: number | undefined) => new Date((number ?? 0) * 86_400_000).toISOString().slice(0, 10)
const described = { language: [], conformsTo: [], page: [], rights: [], applicableLegislation: [], hvdCategory: [], extra: [] }

/** Found once: the vocabularies compare spellings, and a generator must cost little beside what is measured. */
const iris = new Map<string, string | undefined>()
function iriOf(list: { find(text: string): { iri: string } | undefined }, code: string): string | undefined {
  const key = `${list === themes ? 't' : list === licences ? 'l' : 'f'}${code}`
  if (!iris.has(key)) iris.set(key, list.find(code)?.iri)
  return iris.get(key)
}

function distribution(uri: string, title: string, format: string, licence: string | undefined, size: number): Distribution {
  const type = iriOf(fileTypes, format)
  return {
    ...described,
    uri,
    title: german(`${title} als ${format}`),
    description: german(`Die Tabelle im Format ${format}, zum Herunterladen.`),
    accessURL: [uri.replace('/teil/', '/datei/')],
    downloadURL: [uri.replace('/teil/', '/datei/')],
    ...(type ? { format: type } : {}),
    byteSize: size,
    ...(licence ? { license: licence } : {}),
    licenseAttributionByText: german('Kommunale Statistik'),
    accessService: [],
  }
}

/** Number of the place that publishes record `i`, below `places.length`. */
export const placeOf = (i: number): number => Number(record(i).scopes[0]?.slice('place-'.length) ?? 0)

/** Record number `i` as an import would have read it: a title with its place, a description of 30 to 60 words, one to three files. */
export function published(i: number): Dataset {
  const { fields, facets, issued, modified, bbox = [0, 0, 0, 0] } = record(i)
  const uri = `${base}/satz/${i}`
  const place = facets.place?.[0] ?? ''
  const [licenceCode = ''] = facets.licence ?? []
  const licence = iriOf(licences, licenceCode)
  const publisher = facets.publisher?.[0] ?? place
  const title = fields.title ?? ''
  const [west, south, east, north] = bbox
  return {
    ...described,
    kind: 'dataset',
    uri,
    title: german(title),
    description: german(fields.description ?? ''),
    identifier: [String(i)],
    issued: day(issued),
    modified: day(modified),
    keyword: [...new Set(facets.keyword)].map((value) => ({ value, lang: 'de' })),
    theme: (facets.theme ?? []).map((code) => iriOf(themes, code)).filter((iri) => iri !== undefined),
    publisher: {
      uri: `${base}/amt/${places.indexOf(place)}/${publisher.length}`,
      type: 'http://xmlns.com/foaf/0.1/Organization',
      name: german(publisher),
    },
    contactPoint: [
      {
        uri: `${base}/kontakt/${places.indexOf(place)}`,
        type: 'http://www.w3.org/2006/vcard/ns#Organization',
        fn: german(`Offene Daten ${place}`),
        email: 'daten@stadt.example',
      },
    ],
    creator: [],
    contributor: [],
    originator: [],
    maintainer: [],
    landingPage: [`${uri}/seite`],
    contributorID: [],
    politicalGeocodingURI: [],
    politicalGeocodingLevelURI: [],
    geocodingDescription: [],
    legalBasis: [],
    spatial: [{ geometry: `POLYGON((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))` }],
    temporal: [],
    accrualPeriodicity: 'http://publications.europa.eu/resource/authority/frequency/ANNUAL',
    type: [],
    provenance: [],
    qualityProcessURI: [],
    versionNotes: [],
    relation: [],
    source: [],
    isReferencedBy: [],
    hasVersion: [],
    isVersionOf: [],
    inSeries: [],
    sample: [],
    distribution: [...new Set(facets.format)].map((format, n) =>
      distribution(`${uri}/teil/${n}`, title, format, licence, 1000 + ((i * 7919) % 5_000_000)),
    ),
  }
}

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const dcat = 'http://www.w3.org/ns/dcat#'

/** Datasets `from` to `from + count - 1` as one Turtle document, as a page of a harvest gives them. */
export async function turtlePage(from: number, count: number): Promise<string> {
  const pieces: string[] = []
  for await (const piece of toTurtle(Array.from({ length: count }, (_, n) => encodeRecord(published(from + n)))))
    pieces.push(piece)
  const members = Array.from({ length: count }, (_, n) => `<${base}/satz/${from + n}>`).join(', ')
  return `<${base}/katalog> <${rdfType}> <${dcat}Catalog> ; <http://purl.org/dc/terms/title> "Erzeugter Katalog"@de ; <${dcat}dataset> ${members} .\n${pieces.join('')}`
}

/** Pages of 1,000 datasets without end: five different ones, afterwards the same words under new identifiers and titles. */
export async function pageMaker(size = 1000): Promise<(page: number) => string> {
  const made: string[] = []
  for (let n = 0; n < 5; n++) made.push(await turtlePage(n * size, size))
  return (page) => {
    const round = Math.floor(page / made.length)
    const text = made[page % made.length] as string
    if (round === 0) return text
    const offset = round * made.length * size
    return text
      .replace(/\/satz\/(\d+)/g, (_, number: string) => `/satz/${Number(number) + offset}`)
      .replace(/(dct:title "[^"]*)"@de/g, `$1 ${round}"@de`)
  }
}
