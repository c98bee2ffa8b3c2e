import { fieldSpan } from './check.ts'
import type { Group } from './plan.ts'
import type { Segment } from './segment.ts'
import type { Vocabulary } from './vocabulary.ts'

/** So many of the best are looked at more closely; the same number for every page, so that pages fit together. */
export const closelyRead = 80

// What the title tells beyond the sum of weights. General rules, not tuned on single questions.
const allInTitle = 0.35
const asWritten = 0.2
const nothingElse = 0.25
const sideBySide = 0.15

/** Makes the function that tells by how much the title of a document raises its score. */
export function titleGain(groups: readonly Group[], vocabulary: Vocabulary): (segment: Segment, doc: number) => number {
  const typed = groups.map((group) => new Set(group.words.map((word) => vocabulary.words.findText(word))))
  const groupAt = groupFinder(groups, typed, vocabulary)
  return (segment, doc) => {
    const [from, to] = fieldSpan(segment, doc, 0)
    let meaning = 0
    let matched = 0
    let exact = 0
    let neighbours = 0
    let before = -2
    let found = 0
    for (let at = from; at < to; at++) {
      const word = segment.tokens[at] as number
      if (vocabulary.firstTerm(word) < 0) continue
      meaning++
      const g = groupAt(word)
      if (g < 0) {
        before = -2
        continue
      }
      matched++
      if (typed[g]?.has(word)) exact |= 1 << g
      found |= 1 << g
      if (g === before + 1) neighbours++
      before = g
    }
    if (matched === 0) return 0
    const share = bits(found) / groups.length
    return (
      allInTitle * share +
      (asWritten * bits(exact)) / groups.length +
      nothingElse * share * (matched / meaning) +
      (neighbours > 0 ? sideBySide : 0)
    )
  }
}

/** Makes the function that tells which group a word of a title satisfies, or -1. The titles found have many words in common. */
function groupFinder(
  groups: readonly Group[],
  typed: readonly ReadonlySet<number>[],
  { termStarts, terms }: Vocabulary,
): (word: number) => number {
  const wanted = groups.map((group) => new Set(group.leaves.flatMap((leaf) => (leaf.weight >= 0.4 ? leaf.terms : []))))
  const known = new Map<number, number>()
  return (word) => {
    let group = known.get(word)
    if (group === undefined) {
      const own = terms.data.subarray(termStarts.data[word], termStarts.data[word + 1])
      group = typed.findIndex((words, g) => words.has(word) || own.some((term) => wanted[g]?.has(term)))
      known.set(word, group)
    }
    return group
  }
}

function bits(value: number): number {
  let count = 0
  for (let rest = value; rest !== 0; rest &= rest - 1) count++
  return count
}
