import { withoutUmlauts } from '#kernel/slug.ts'

interface Named {
  readonly iri: string
  readonly code: string
  readonly de: string
  readonly en: string
}

const parts = (text: string) =>
  withoutUmlauts(text)
    .replace(/^https?:\/\/[^/]*\//, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

/**
 * The entry of a list that a text most likely means: the one that shares most of its words with it. Undefined where too little is shared
 * or two fit equally well: then a person knows better.
 */
export function suggestedValue<C extends Named>(text: string, concepts: readonly C[]): C | undefined {
  const words = new Set(parts(text))
  if (words.size === 0) return undefined
  const scored = concepts
    .map((concept) => {
      const best = Math.max(
        ...[concept.code, concept.de, concept.en].map((label) => {
          const own = new Set(parts(label))
          const shared = [...own].filter((word) => words.has(word)).length
          return own.size === 0 ? 0 : (2 * shared) / (own.size + words.size)
        }),
      )
      return { concept, best }
    })
    .filter(({ best }) => best >= 0.5)
    .sort((a, b) => b.best - a.best)
  const [first, second] = scored
  return first && first.best > (second?.best ?? 0) ? first.concept : undefined
}
