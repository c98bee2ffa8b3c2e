import { stem, unmarked } from './analyzer/stem.ts'
import { tokenize } from './analyzer/tokens.ts'
import { WordTable } from './own-index/word-table.ts'
import type { HighlightTerms } from './port.ts'

/** A piece of text, marked when a search word matched it. */
export interface Segment {
  readonly text: string
  readonly marked: boolean
}

/** So much of a text is looked through for the best place. */
const readAtMost = 4_000
const keptWords = 60_000

/** Whether a word of the table at hand is marked. */
type Matcher = (word: number) => boolean

interface Place {
  readonly word: number
  readonly start: number
  readonly end: number
}

/** The few thousand words that texts are made of, each kept once and known by its number, however many texts there are. */
class Words {
  private readonly table = new WordTable()
  private readonly texts: string[] = []
  private readonly stems: string[] = []
  /** Per word the last question it was compared for, twice, and one more where it is marked. */
  private readonly marks = new Int32Array(keptWords)
  private question = 0

  get full(): boolean {
    return this.table.size >= keptWords
  }

  numberOf(codes: Uint16Array, length: number): number {
    return this.table.add(codes, length)
  }

  textOf(word: number): string {
    let found = this.texts[word]
    if (found === undefined) {
      found = this.table.word(word)
      this.texts[word] = found
    }
    return found
  }

  stemOf(word: number): string {
    let found = this.stems[word]
    if (found === undefined) {
      found = stem(this.textOf(word).replaceAll('-', ''))
      this.stems[word] = found
    }
    return found
  }

  /** Makes the test for one question; the one made before it is out of use. */
  matcher(test: (word: number) => boolean): Matcher {
    if (++this.question === 2 ** 30) {
      this.marks.fill(0)
      this.question = 1
    }
    const unmarked = this.question * 2
    return (word) => {
      let mark = this.marks[word] as number
      if (mark < unmarked) {
        mark = unmarked + (test(word) ? 1 : 0)
        this.marks[word] = mark
      }
      return mark > unmarked
    }
  }
}

/** Those that new texts are read with; texts that were read before keep theirs. */
let current = new Words()

/** Makes the test whether a word is marked. */
function makeMatcher(terms: HighlightTerms, words: Words): Matcher {
  const asked = new Set(terms.words)
  const wanted = new Set(terms.stems)
  // Inside compounds: stems of 4 letters at the beginning, of 5 anywhere; Zählung also as Zähl-.
  const inside = [...new Set(terms.stems.flatMap((one) => (/.{4}ung$/.test(one) ? [one, one.slice(0, -3)] : [one])))].filter(
    (one) => one.length >= 4,
  )
  return words.matcher((number) => {
    const word = words.textOf(number)
    if (asked.has(word) || (word.includes('-') && word.split('-').some((piece) => asked.has(piece)))) return true
    if (wanted.size === 0) return false
    if (wanted.has(words.stemOf(number))) return true
    if (word.length < 6) return false
    const plain = unmarked(word)
    return inside.some((one) => plain.length > one.length && (one.length >= 5 ? plain.includes(one) : plain.startsWith(one)))
  })
}

/** Of the texts of one page all are asked for the same. */
let last: { readonly terms: HighlightTerms; readonly words: Words; readonly matcher: Matcher } | undefined

function matcherFor(terms: HighlightTerms, words: Words): Matcher {
  if (last?.terms !== terms || last.words !== words) last = { terms, words, matcher: makeMatcher(terms, words) }
  return last.matcher
}

/** A text made ready for excerpts. */
export interface ReadText {
  readonly text: string
  /** Whether the text went on where reading ended. */
  readonly cut: boolean
  readonly known: Words
  /** Of each word its number, its beginning and its end, one after the other. All fit 16 bits: so read, a text takes little more than the text. */
  readonly words: Uint16Array
}

function wordsIn(text: string): Pick<ReadText, 'known' | 'words'> {
  if (current.full) current = new Words()
  const known = current
  const words: number[] = []
  tokenize(text, (codes, length, start, end) => {
    if (!known.full) words.push(known.numberOf(codes, length), start, end)
  })
  return { known, words: Uint16Array.from(words) }
}

/** Reads a text for excerpts; plain text goes in (no markup). Whoever shows it again and again keeps what comes out. */
export function readText(given: string): ReadText {
  // What is only single spaces stays the same string.
  const text = given
    .slice(0, readAtMost)
    .replace(/[^\S ]+|\s{2,}/g, ' ')
    .trim()
  return { text, cut: given.length > readAtMost, ...wordsIn(text) }
}

function placesOf({ known, words }: Pick<ReadText, 'known' | 'words'>, terms: HighlightTerms): Place[] {
  if (terms.words.length + terms.stems.length === 0) return []
  const matches = matcherFor(terms, known)
  const found: Place[] = []
  for (let i = 0; i < words.length; i += 3) {
    const word = words[i] as number
    if (matches(word)) found.push({ word, start: words[i + 1] as number, end: words[i + 2] as number })
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

/** Where the window of `length` characters begins that holds the most different matching words. */
function bestStart(places: readonly Place[], length: number): number {
  let best = 0
  let most = 0
  for (let i = 0; i < places.length; i++) {
    const { start } = places[i] as Place
    let different = 0
    for (let j = i; j < places.length && (places[j] as Place).end <= start + length * 0.8; j++) {
      const { word } = places[j] as Place
      let before = i
      while ((places[before] as Place).word !== word) before++
      if (before === j) different++
    }
    if (different > most) {
      most = different
      best = start
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
