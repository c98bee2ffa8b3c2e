import { stem, unmarked } from './analyzer/stem.ts'
import { tokenize } from './analyzer/tokens.ts'
import type { HighlightTerms } from './port.ts'

/** A piece of text, marked when a search word matched it. */
export interface Segment {
  readonly text: string
  readonly marked: boolean
}

/** So much of a text is looked through for the best place. */
const readAtMost = 4_000
const keptWords = 60_000
const stems = new Map<string, string>()

function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= keptWords) stems.clear()
  const found = stem(word.replaceAll('-', ''))
  stems.set(word, found)
  return found
}

type Matcher = (word: string) => boolean
const matchers = new WeakMap<HighlightTerms, Matcher>()

/** Makes the test whether a folded word is marked; kept for the texts of one page. */
function matcherFor(terms: HighlightTerms): Matcher {
  const known = matchers.get(terms)
  if (known) return known
  const words = new Set(terms.words)
  const wanted = new Set(terms.stems)
  // Inside compounds: stems of 4 letters at the beginning, of 5 anywhere; Zählung also as Zähl-.
  const inside = [...new Set(terms.stems.flatMap((one) => (/.{4}ung$/.test(one) ? [one, one.slice(0, -3)] : [one])))].filter(
    (one) => one.length >= 4,
  )
  const test = (word: string) => {
    if (words.has(word) || (word.includes('-') && word.split('-').some((piece) => words.has(piece)))) return true
    if (wanted.size === 0) return false
    if (wanted.has(stemOf(word))) return true
    if (word.length < 6) return false
    const plain = unmarked(word)
    return inside.some((one) => plain.length > one.length && (one.length >= 5 ? plain.includes(one) : plain.startsWith(one)))
  }
  const seen = new Map<string, boolean>()
  const matcher: Matcher = (word) => {
    let answer = seen.get(word)
    if (answer === undefined) {
      answer = test(word)
      seen.set(word, answer)
    }
    return answer
  }
  matchers.set(terms, matcher)
  return matcher
}

interface Place {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** A text made ready for excerpts: its words as they are compared, and where they stand. */
export interface ReadText {
  readonly text: string
  /** Whether the text went on where reading ended. */
  readonly cut: boolean
  readonly words: readonly string[]
  /** Beginning and end of each word, by turns. */
  readonly places: Uint32Array
}

/** The few thousand words that texts are made of, each kept once however many texts are. Found by their letters, so that no text is made only to look one up. */
const slots = 1 << 17
let shared: (string | undefined)[] = new Array(slots)
let sharedCount = 0

const isWord = (word: string, codes: Uint16Array, length: number): boolean => {
  if (word.length !== length) return false
  for (let i = 0; i < length; i++) if (word.charCodeAt(i) !== codes[i]) return false
  return true
}

function sharedWord(codes: Uint16Array, length: number): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (codes[i] as number), 0x01000193)
  if (sharedCount >= keptWords) {
    shared = new Array(slots)
    sharedCount = 0
  }
  let at = (hash ^ (hash >>> 15)) & (slots - 1)
  for (let word = shared[at]; word !== undefined; word = shared[at]) {
    if (isWord(word, codes, length)) return word
    at = (at + 1) & (slots - 1)
  }
  const made = String.fromCharCode.apply(null, codes.subarray(0, length) as unknown as number[])
  shared[at] = made
  sharedCount++
  return made
}

function wordsIn(text: string): Pick<ReadText, 'words' | 'places'> {
  const words: string[] = []
  const places: number[] = []
  tokenize(text, (codes, length, start, end) => {
    words.push(sharedWord(codes, length))
    places.push(start, end)
  })
  return { words, places: Uint32Array.from(places) }
}

/** Reads a text for excerpts; plain text goes in (no markup). Whoever shows it again and again keeps what comes out. */
export function readText(given: string): ReadText {
  const text = given.slice(0, readAtMost).replace(/\s+/g, ' ').trim()
  return { text, cut: given.length > readAtMost, ...wordsIn(text) }
}

function placesOf({ words, places }: Pick<ReadText, 'words' | 'places'>, terms: HighlightTerms): Place[] {
  if (terms.words.length + terms.stems.length === 0) return []
  const matches = matcherFor(terms)
  const found: Place[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    if (matches(word)) found.push({ word, start: places[2 * i] as number, end: places[2 * i + 1] as number })
  }
  return found
}

function cut(text: string, places: readonly Place[], from: number, to: number): Segment[] {
  const segments: Segment[] = []
  let at = from
  for (const { start, end } of places) {
    if (start < at || end > to) continue
    if (start > at) segments.push({ text: text.slice(at, start), marked: false })
    segments.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < to) segments.push({ text: text.slice(at, to), marked: false })
  return segments
}

/** The whole text as segments, with every matching word marked; joined they are the text. */
export function highlight(text: string, terms: HighlightTerms): Segment[] {
  return cut(text, placesOf(wordsIn(text), terms), 0, text.length)
}

/** Where the window of `length` characters begins that holds the most different matching words. */
function bestStart(places: readonly Place[], length: number): number {
  let best = 0
  let most = 0
  for (let i = 0; i < places.length; i++) {
    const first = places[i] as Place
    const words = new Set<string>()
    for (let j = i; j < places.length && (places[j] as Place).end <= first.start + length * 0.8; j++)
      words.add((places[j] as Place).word)
    if (words.size > most) {
      most = words.size
      best = first.start
    }
  }
  return best
}

/** The beginning of the sentence or word a little before `at`. */
function beginningBefore(text: string, at: number, length: number): number {
  if (at <= length * 0.35) return 0
  const earliest = at - Math.floor(length * 0.35)
  const sentence = text.slice(earliest, at).search(/[.!?:]\s+\S/)
  if (sentence >= 0) return earliest + sentence + text.slice(earliest + sentence).search(/\s\S/) + 1
  const space = text.indexOf(' ', at - Math.floor(length * 0.2))
  return space >= 0 && space < at ? space + 1 : at
}

/** About `length` characters around the best place, as segments with `…` where text is left out; plain text goes in (no markup). */
export function excerpt(given: string | ReadText, terms: HighlightTerms, length = 180): Segment[] {
  const ready = typeof given === 'string' ? readText(given) : given
  const read = ready.text
  const places = placesOf(ready, terms)
  const from = read.length <= length ? 0 : Math.min(beginningBefore(read, bestStart(places, length), length), read.length)
  let to = Math.min(read.length, from + length)
  if (to < read.length) {
    const space = read.lastIndexOf(' ', to)
    if (space > from + length * 0.7) to = space
  }
  const segments = cut(read, places, from, to)
  if (from > 0) segments.unshift({ text: '… ', marked: false })
  if (to < read.length || ready.cut) segments.push({ text: ' …', marked: false })
  return segments
}
