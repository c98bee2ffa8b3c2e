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

interface Wanted {
  /** Word numbers as typed. */
  readonly words: ReadonlySet<number>
  readonly terms: ReadonlySet<number>
}

/** Makes the function that tells by how much the title of a document raises its score. */
export function titleGain(groups: readonly Group[], vocabulary: Vocabulary): (segment: Segment, doc: number) => number {
  const wanted: Wanted[] = groups.map((group) => ({
    words: new Set(group.words.map((word) => vocabulary.words.findText(word))),
    terms: new Set(group.leaves.flatMap((leaf) => (leaf.weight >= 0.4 ? leaf.terms : []))),
  }))
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
      const first = vocabulary.termStarts.data[word] as number
      const last = vocabulary.termStarts.data[word + 1] as number
      if (first === last) continue
      meaning++
      const g = groupAt(wanted, word, first, last, vocabulary)
      if (g < 0) {
        before = -2
        continue
      }
      matched++
      if (wanted[g]?.words.has(word)) exact |= 1 << g
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

function groupAt(wanted: readonly Wanted[], word: number, first: number, last: number, vocabulary: Vocabulary): number {
  for (let g = 0; g < wanted.length; g++) {
    const { words, terms } = wanted[g] as Wanted
    if (words.has(word)) return g
    for (let i = first; i < last; i++) if (terms.has(vocabulary.terms.data[i] as number)) return g
  }
  return -1
}

function bits(value: number): number {
  let count = 0
  for (let rest = value; rest !== 0; rest &= rest - 1) count++
  return count
}
