import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { indexVocabulary, namespaces, rdfType, schemeEntries, type VocabularyIndex } from '#standards/shacl'
import type { VocabularyEntry } from '../reference/vocabulary-list.ts'

const eu = 'http://publications.europa.eu/resource/authority'

/** ISO 639-3 codes of the EU language list that occur in German catalogues: official EU languages, minorities, frequent migrant languages. */
const languages = `BUL CES DAN DEU ELL ENG EST FIN FRA GLE HRV HUN ITA LAV LIT MLT NLD POL POR RON SLK SLV SPA SWE
ARA AZE BEL BOS CAT CHI DSB EUS FAS FRR FRY GSW HEB HIN HSB HYE IND ISL JPN KAT KOR KUR LAT LTZ MKD MSA MUL NDS NOB NOR NNO PUS QAA ROM RUS
SQI SRP SWA THA TIR TUR UKR UND URD VIE ZHO ZXX`.split(/\s+/)

/** Levels of dcatde:politicalGeocodingLevelURI. */
const levels = ['international', 'european', 'federal', 'state', 'administrativeDistrict', 'municipality']

/** Individuals of SPDX 2.3 for dcat checksums. */
const checksums =
  'adler32 blake2b256 blake2b384 blake2b512 blake3 md2 md4 md5 md6 sha1 sha224 sha256 sha384 sha512 sha3_256 sha3_384 sha3_512'.split(
    ' ',
  )

/** Facts of lists that we know ourselves, for where the list is not installed or only an excerpt of it is. */
function ownEntries(): Quad[] {
  const below = (scheme: string, codes: readonly string[]) =>
    schemeEntries(
      scheme,
      codes.map((code) => `${scheme}/${code}`),
    )
  const algorithm = DataFactory.namedNode(`${namespaces.spdx}ChecksumAlgorithm`)
  return [
    ...below(`${eu}/language`, languages),
    ...below('http://dcat-ap.de/def/politicalGeocoding/Level', levels),
    ...below(`${eu}/planned-availability`, ['AVAILABLE', 'EXPERIMENTAL', 'STABLE', 'TEMPORARY', 'OP_DATPRO']),
    ...below(`${eu}/access-right`, ['PUBLIC', 'RESTRICTED', 'NON_PUBLIC', 'CONFIDENTIAL', 'SENSITIVE', 'NORMAL', 'OP_DATPRO']),
    ...checksums.map((name) =>
      DataFactory.quad(
        DataFactory.namedNode(`${namespaces.spdx}checksumAlgorithm_${name}`),
        DataFactory.namedNode(rdfType),
        algorithm,
      ),
    ),
  ]
}

/** All entries that may be values: the installed lists and what we know ourselves. */
export function knownEntries(installed: readonly VocabularyEntry[]): VocabularyIndex {
  const quads = ownEntries()
  for (const [scheme, entries] of Map.groupBy(installed, (entry) => entry.scheme))
    quads.push(
      ...schemeEntries(
        scheme,
        entries.map((entry) => entry.iri),
      ),
    )
  return indexVocabulary(quads)
}
