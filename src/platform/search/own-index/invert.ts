import { fieldCount } from './segment.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Documents as word numbers, field after field. */
export interface Forward {
  readonly count: number
  readonly tokens: Uint32Array
  readonly fieldEnds: Uint32Array
}

export interface Postings {
  readonly termIds: Uint32Array
  readonly termStarts: Uint32Array
  readonly docs: Uint32Array
  readonly impacts: Uint8Array
}

// BM25F (Robertson, Zaragoza 2009): the weighted frequencies of the fields are added, then saturated once.
/** Frequency at which a term has half its weight. */
const saturation = 4
/** How much the length of a field counts: title, keywords, description, other. */
const lengthShare = [0.35, 0.25, 0.7, 0.6]

function averageLengths(forward: Forward): number[] {
  const sums = [0, 0, 0, 0]
  let start = 0
  for (let i = 0; i < forward.count * fieldCount; i++) {
    const end = forward.fieldEnds[i] as number
    sums[i % fieldCount] = (sums[i % fieldCount] as number) + end - start
    start = end
  }
  return sums.map((sum) => Math.max(1, sum / Math.max(1, forward.count)))
}

/** In how many documents each term occurs. */
function* countDocuments(forward: Forward, vocabulary: Vocabulary): Generator<void, Uint32Array> {
  const counts = new Uint32Array(vocabulary.stems.size)
  const last = new Uint32Array(vocabulary.stems.size)
  const { tokens, fieldEnds } = forward
  const starts = vocabulary.termStarts.data
  const terms = vocabulary.terms.data
  let at = 0
  for (let doc = 0; doc < forward.count; doc++) {
    const end = fieldEnds[doc * fieldCount + fieldCount - 1] as number
    for (; at < end; at++) {
      const word = tokens[at] as number
      for (let i = starts[word] as number, stop = starts[word + 1] as number; i < stop; i++) {
        const term = terms[i] as number
        if (last[term] === doc + 1) continue
        last[term] = doc + 1
        counts[term] = (counts[term] as number) + 1
      }
    }
    if ((doc & 0x3ff) === 0) yield
  }
  return counts
}

/** Turns documents into postings: for each term its documents, ascending, each with an impact from 1 to 255. */
export function* invert(forward: Forward, vocabulary: Vocabulary, weights: readonly number[]): Generator<void, Postings> {
  const counts = yield* countDocuments(forward, vocabulary)
  const termIds: number[] = []
  const termStarts: number[] = [0]
  const next = new Uint32Array(counts.length)
  let total = 0
  for (let term = 0; term < counts.length; term++) {
    if (counts[term] === 0) continue
    next[term] = total
    termIds.push(term)
    total += counts[term] as number
    termStarts.push(total)
  }
  const postings = {
    termIds: Uint32Array.from(termIds),
    termStarts: Uint32Array.from(termStarts),
    docs: new Uint32Array(total),
    impacts: new Uint8Array(total),
  }
  yield* fill(forward, vocabulary, weights, next, postings)
  return postings
}

function* fill(
  forward: Forward,
  vocabulary: Vocabulary,
  weights: readonly number[],
  next: Uint32Array,
  out: Postings,
): Generator<void, void> {
  const averages = averageLengths(forward)
  const sums = new Float32Array(next.length)
  const touched = new Uint32Array(next.length)
  const { tokens, fieldEnds } = forward
  const starts = vocabulary.termStarts.data
  const terms = vocabulary.terms.data
  const classes = vocabulary.termWeights.data
  let at = 0
  for (let doc = 0; doc < forward.count; doc++) {
    let count = 0
    for (let field = 0; field < fieldCount; field++) {
      const end = fieldEnds[doc * fieldCount + field] as number
      const share = lengthShare[field] as number
      const gain = (weights[field] as number) / (1 - share + (share * (end - at)) / (averages[field] as number)) / 255
      for (; at < end; at++) {
        const word = tokens[at] as number
        for (let i = starts[word] as number, stop = starts[word + 1] as number; i < stop; i++) {
          const term = terms[i] as number
          const sum = sums[term] as number
          if (sum === 0) touched[count++] = term
          sums[term] = sum + gain * (classes[i] as number)
        }
      }
    }
    for (let i = 0; i < count; i++) {
      const term = touched[i] as number
      const sum = sums[term] as number
      sums[term] = 0
      const place = next[term] as number
      next[term] = place + 1
      out.docs[place] = doc
      out.impacts[place] = Math.max(1, Math.round((255 * sum) / (sum + saturation)))
    }
    if ((doc & 0xff) === 0) yield
  }
}
