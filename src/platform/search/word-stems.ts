import { Splitter } from './analyzer/compounds.ts'
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
