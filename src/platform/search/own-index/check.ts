import type { TextField } from '../port.ts'
import type { Check, Group } from './plan.ts'
import { fieldCount, type Segment } from './segment.ts'
import type { Vocabulary } from './vocabulary.ts'

const fieldNumbers: Record<TextField, number> = { title: 0, keywords: 1, description: 2, other: 3 }

/** Where the words of a field begin and end. */
export function fieldSpan(segment: Segment, doc: number, field: number): [number, number] {
  const at = doc * fieldCount + field
  return [at === 0 ? 0 : (segment.fieldEnds[at - 1] as number), segment.fieldEnds[at] as number]
}

/** Makes the test of a group's condition on the words of a document: field, order, exact form. */
export function checker(group: Group, check: Check, segment: Segment, vocabulary: Vocabulary): (doc: number) => boolean {
  const fields = check.field ? [fieldNumbers[check.field]] : [0, 1, 2, 3]
  const matches = check.sequence.length > 0 ? sequenceTest(check, segment, vocabulary) : wordTest(group, segment, vocabulary)
  return (doc) =>
    fields.some((field) => {
      const [from, to] = fieldSpan(segment, doc, field)
      for (let at = from; at < to; at++) if (matches(at, to)) return true
      return false
    })
}

/** Does the word at this place satisfy the group by one of its terms? */
function wordTest(group: Group, segment: Segment, vocabulary: Vocabulary): (at: number) => boolean {
  const wanted = new Set(group.leaves.flatMap((leaf) => leaf.terms))
  const { termStarts, terms } = vocabulary
  return (at) => {
    const word = segment.tokens[at] as number
    for (let i = termStarts.data[word] as number; i < (termStarts.data[word + 1] as number); i++)
      if (wanted.has(terms.data[i] as number)) return true
    return false
  }
}

function sequenceTest(check: Check, segment: Segment, vocabulary: Vocabulary): (at: number, to: number) => boolean {
  const { sequence } = check
  const hyphened = new Map<number, boolean>()
  const { termStarts, terms } = vocabulary
  /** Exact words also stand inside `Corona-Fälle`. */
  const isPiece = (word: number, wanted: number) => {
    if (sequence.length > 1 || wanted < 0) return false
    let known = hyphened.get(word)
    if (known === undefined) {
      known = vocabulary.words.word(word).split('-').includes(vocabulary.words.word(wanted))
      hyphened.set(word, known)
    }
    return known
  }
  const fits = (word: number, part: { word: number; stem: number }) => {
    if (word === part.word || isPiece(word, part.word)) return true
    if (check.exact || part.stem < 0) return false
    const first = termStarts.data[word] as number
    return first < (termStarts.data[word + 1] as number) && terms.data[first] === part.stem
  }
  return (at, to) => {
    if (at + sequence.length > to) return false
    return sequence.every((part, i) => fits(segment.tokens[at + i] as number, part))
  }
}
