import type { HighlightTerms } from '../port.ts'
import type { Group } from './plan.ts'
import type { IndexState } from './state.ts'

/** The words and stems to mark in the texts that were found. */
export function markedTerms(groups: readonly Group[], state: IndexState, exact: boolean): HighlightTerms {
  const words = new Set(groups.flatMap((group) => group.words))
  const stems = new Set<string>()
  if (!exact)
    for (const group of groups) {
      if (group.check?.exact) continue
      for (const leaf of group.leaves) for (const term of leaf.terms) stems.add(state.vocabulary.stems.word(term))
    }
  return { words: [...words], stems: [...stems].slice(0, 100) }
}
