import type { HighlightTerms } from './port.ts'

/** A piece of text, marked when a search word matched it. */
export interface Segment {
  readonly text: string
  readonly marked: boolean
}

/** The whole text as segments, with every matching word marked. */
export function highlight(text: string, _terms: HighlightTerms): Segment[] {
  return text === '' ? [] : [{ text, marked: false }]
}

/** About 160 to 200 characters around the best place, as segments; plain text goes in (no markup). */
export function excerpt(text: string, terms: HighlightTerms, _length = 180): Segment[] {
  return highlight(text.slice(0, 180), terms)
}
