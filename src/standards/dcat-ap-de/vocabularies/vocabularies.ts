import type { Concept, Vocabulary } from './concept.ts'
import { contributors } from './contributors.ts'
import {
  accessRights,
  availabilities,
  checksumAlgorithms,
  distributionStatuses,
  geocodingLevels,
  hvdCategories,
  publisherTypes,
} from './controlled-lists.ts'
import { fileTypes } from './formats.ts'
import { frequencies } from './frequencies.ts'
import { languages } from './languages.ts'
import { licences } from './licences.ts'
import { themes } from './themes.ts'

/** Every vocabulary by its name in the property table. */
export const vocabularies = {
  accessRights,
  availabilities,
  checksumAlgorithms,
  contributors,
  distributionStatuses,
  fileTypes,
  frequencies,
  geocodingLevels,
  hvdCategories,
  languages,
  licences,
  publisherTypes,
  themes,
} as const satisfies Record<string, Vocabulary>

export type VocabularyName = keyof typeof vocabularies

const all: ReadonlyMap<string, Concept> = new Map(
  Object.values(vocabularies).flatMap((vocabulary) =>
    (vocabulary as Vocabulary).concepts.map((concept) => [concept.iri, concept] as const),
  ),
)

/** The label of a known IRI in German (or, for `en`, English); a media type's name; otherwise undefined. */
export function labelOf(iri: string, lang: string): string | undefined {
  const concept = all.get(iri)
  if (concept) return lang.startsWith('en') ? concept.en : concept.de
  return /^https?:\/\/www\.iana\.org\/assignments\/media-types\/(.+)$/.exec(iri)?.[1]
}
