import { Splitter } from '../analyzer/compounds.ts'
import { stem } from '../analyzer/stem.ts'
import { stopwords } from '../analyzer/stopwords.ts'
import { GrowU8, GrowU16, GrowU32 } from './growable.ts'
import { sortSliced } from './sort-sliced.ts'
import { WordTable } from './word-table.ts'

/** How much a posting counts by the way the word contains the stem, in 255ths. */
export const classWeight = { word: 255, piece: 210, head: 160, part: 115 } as const

/** All words of the index with what they mean for searching: stems and parts. Words are analysed once, not once per occurrence. */
export class Vocabulary {
  words = new WordTable()
  stems = new WordTable()
  /** The first spelling seen in a text, for people to read. */
  shown = new GrowU16()
  shownStarts = new GrowU32()
  /** Number of documents that had the word when they came in; a measure, not a count of what is there now. */
  counts = new GrowU32()
  /** Terms (stems) of the analysed words: entry w .. w+1 of `termStarts`. The first term is the stem of the whole word. */
  termStarts = new GrowU32()
  terms = new GrowU32()
  termWeights = new GrowU8()
  splitter = new Splitter()
  /** The first `sorted.length` words in alphabetical order; words after that have come since. */
  sorted: Uint32Array = new Uint32Array(0)

  constructor() {
    this.shownStarts.push(0)
    this.termStarts.push(0)
  }

  /** Number of a word read from a text; `shown` tells how it was written there. */
  add(codes: Uint16Array, length: number, text: string, start: number, end: number): number {
    const before = this.words.size
    const id = this.words.add(codes, length)
    if (id === before) {
      const count = Math.min(end - start, 100)
      for (let i = 0; i < count; i++) one[i] = text.charCodeAt(start + i)
      this.shown.append(one, count)
      this.shownStarts.push(this.shown.length)
      this.counts.push(0)
    }
    return id
  }

  /** A word as people write it. */
  shownWord(id: number): string {
    const codes = this.shown.data.subarray(this.shownStarts.data[id], this.shownStarts.data[id + 1])
    return String.fromCharCode(...codes).replaceAll('\u00ad', '')
  }

  /** Learns building stones of compounds from the words counted so far; only before the first word is analysed. */
  learn(): void {
    const { words, counts } = this
    function* counted(): Generator<readonly [string, number]> {
      for (let id = 0; id < words.size; id++)
        if ((counts.data[id] as number) >= 3) yield [words.word(id), counts.data[id] as number]
    }
    this.splitter = new Splitter(Splitter.learn(counted()))
  }

  /** The same words, to be analysed anew with what can be learned from them now. The words are shared, the terms are not. */
  relearned(): Vocabulary {
    const fresh = new Vocabulary()
    fresh.words = this.words
    fresh.shown = this.shown
    fresh.shownStarts = this.shownStarts
    fresh.counts = this.counts
    fresh.sorted = this.sorted
    fresh.learn()
    return fresh
  }

  /** Analyses the words that have come since the last time. */
  *analyse(): Generator<void, void> {
    for (let id = this.termStarts.length - 1; id < this.words.size; id++) {
      for (const [term, weight] of this.termsOf(this.words.word(id))) {
        this.terms.push(this.stems.addText(term))
        this.termWeights.push(weight)
      }
      this.termStarts.push(this.terms.length)
      if ((id & 0x3ff) === 0) yield
    }
  }

  /** Stems of a folded word with their weights; none for a function word. */
  termsOf(word: string): Map<string, number> {
    const terms = new Map<string, number>()
    if (stopwords.has(word)) return terms
    const offer = (term: string, weight: number) => {
      if ((terms.get(term) ?? 0) < weight) terms.set(term, weight)
    }
    const pieces = word.includes('-') ? word.split('-') : []
    const joined = pieces.length > 0 ? pieces.join('') : word
    offer(stem(joined), classWeight.word)
    for (const part of this.splitter.split(joined)) offer(part.stem, part.head ? classWeight.head : classWeight.part)
    for (const piece of pieces) {
      if (piece.length < 2 || stopwords.has(piece)) continue
      offer(stem(piece), classWeight.piece)
      for (const part of this.splitter.split(piece)) offer(part.stem, part.head ? classWeight.head : classWeight.part)
    }
    return terms
  }

  /** Stem of the whole word, or -1 for a function word and for one that is not analysed yet. */
  firstTerm(word: number): number {
    if (word + 1 >= this.termStarts.length) return -1
    const at = this.termStarts.data[word] as number
    return at < (this.termStarts.data[word + 1] as number) ? (this.terms.data[at] as number) : -1
  }

  /** Puts all words in order; needed for suggestions and typing errors when many have come. */
  *sort(): Generator<void, void> {
    const keys: string[] = []
    for (let id = 0; id < this.words.size; id++) {
      keys.push(this.words.word(id))
      if ((id & 0xfff) === 0) yield
    }
    this.sorted = yield* sortSliced(keys)
  }
}

const one = new Uint16Array(100)
