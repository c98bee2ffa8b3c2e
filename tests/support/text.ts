import type { Dataset, Distribution } from '#standards/dcat-ap-de'

const none = { language: [], conformsTo: [], page: [], rights: [], applicableLegislation: [], hvdCategory: [], extra: [] }
const german = (value: string) => [{ value, lang: 'de' }]

/** A distribution as an import would have read it; `given` replaces parts. */
export function distribution(given: Partial<Distribution> & { uri: string }): Distribution {
  return {
    ...none,
    title: [],
    description: [],
    accessURL: [`${given.uri}/herunterladen`],
    downloadURL: [],
    licenseAttributionByText: [],
    accessService: [],
    license: 'http://dcat-ap.de/def/licenses/cc-zero',
    ...given,
  }
}

/** A dataset as an import would have read it; `given` replaces parts. */
export function dataset(title: string, given: Partial<Dataset> = {}): Dataset {
  const uri = given.uri ?? `https://daten.example/satz/${encodeURIComponent(title)}`
  return {
    ...none,
    kind: 'dataset',
    uri,
    title: german(title),
    description: german(`${title}: was darin steht.`),
    identifier: [],
    keyword: [],
    theme: [],
    creator: [],
    contributor: [],
    originator: [],
    maintainer: [],
    contactPoint: [],
    landingPage: [],
    contributorID: [],
    politicalGeocodingURI: [],
    politicalGeocodingLevelURI: [],
    geocodingDescription: [],
    legalBasis: [],
    spatial: [],
    temporal: [],
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
    distribution: [distribution({ uri: `${uri}/csv` })],
    ...given,
  }
}

/** Beginning of every Turtle document of the tests. */
export const turtlePrefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
`

interface TurtleDataset {
  /** Last part of the IRI. */
  id: string | number
  title?: string
  description?: string
  distributions?: number
  base?: string
}

/** One dataset in Turtle with so many distributions, listed in the catalogue of `turtleCatalogue`. */
export function turtleDataset({
  id,
  title = `Datensatz ${id}`,
  description = `Beschreibung ${id}`,
  distributions = 1,
  base = 'https://daten.example',
}: TurtleDataset): string {
  const uri = `${base}/satz/${id}`
  const parts = Array.from({ length: distributions }, (_, i) => `${uri}/datei/${i}`)
  const head = `<${base}/katalog> dcat:dataset <${uri}> .
<${uri}> a dcat:Dataset ; dct:title ${JSON.stringify(title)}@de ; dct:description ${JSON.stringify(description)}@de ; dct:publisher <${base}/amt> ; dcat:keyword "Probe"@de ; dct:identifier "${id}"${parts.length > 0 ? ` ;\n  dcat:distribution ${parts.map((part) => `<${part}>`).join(', ')}` : ''} .
`
  return (
    head +
    parts
      .map(
        (part, i) =>
          `<${part}> a dcat:Distribution ; dct:title "Datei ${i}"@de ; dcat:accessURL <${part}/zugang> ; dct:license <http://dcat-ap.de/def/licenses/cc-zero> .\n`,
      )
      .join('')
  )
}

/** A Turtle document with these datasets. */
export function turtleCatalogue(datasets: readonly TurtleDataset[], base = 'https://daten.example'): string {
  return `${turtlePrefixes}<${base}/katalog> a dcat:Catalog ; dct:title "Katalog der Probe"@de ; dct:description "Nur zur Probe."@de ; dct:publisher <${base}/amt> .
<${base}/amt> a foaf:Organization ; foaf:name "Amt für Proben"@de .
${datasets.map((one) => turtleDataset({ base, ...one })).join('')}`
}
