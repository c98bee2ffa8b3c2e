import { Splitter } from './analyzer/compounds.ts'
import { foldWord } from './analyzer/fold.ts'
import { stem } from './analyzer/stem.ts'
import { stopwords } from './analyzer/stopwords.ts'
import { tokensOf } from './analyzer/tokens.ts'

let splitter: Splitter | undefined

/** The stems of a text's words and of the parts of its compounds, each once, without function words: to compare short texts. At most `limit`. */
export function wordStems(text: string, limit = 60): string[] {
  splitter ??= new Splitter()
  const found = new Set<string>()
  for (const { word } of tokensOf(text)) {
    const plain = word.replaceAll('-', '')
    if (plain.length < 2 || stopwords.has(word)) continue
    found.add(stem(plain))
    for (const part of splitter.split(plain)) if (part.stem.length > 2) found.add(part.stem)
    if (found.size >= limit) break
  }
  return [...found].slice(0, limit)
}

/** A word as it stands in a text, its stem, and whether it is one of those that turn a sentence round. */
export interface StemmedWord {
  readonly word: string
  readonly stem: string
  readonly turns?: boolean
}

// A question is searched without them, but what people demand is not the same without them.
const turning: ReadonlySet<string> = new Set(
  'ja nein nicht nichts kein keine keinem keinen keiner keines ohne gegen für pro not no'.split(' ').map(foldWord),
)

/** The words of a text in their order, each time they stand there, with their stems; without numbers and without function words, but for those that turn a sentence round. */
export function stemmedWords(text: string): StemmedWord[] {
  return tokensOf(text)
    .filter(({ word }) => turning.has(word) || (word.length > 1 && !stopwords.has(word) && /\p{L}/u.test(word)))
    .map(({ word, start, end }) => ({
      word: text.slice(start, end),
      stem: stem(word.replaceAll('-', '')),
      ...(turning.has(word) ? { turns: true } : {}),
    }))
}
