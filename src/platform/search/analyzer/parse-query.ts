import { fail, ok, type Result } from '#kernel/result.ts'
import { type QueryField, type SearchFault, type TextField, textBound, wordBound } from '../port.ts'
import { tokensOf } from './tokens.ts'

/** A word or phrase of a question. */
export interface QueryTerm {
  /** As typed, for messages. */
  readonly shown: string
  /** Folded words; several for a phrase. */
  readonly words: readonly string[]
  readonly phrase: boolean
  readonly exclude: boolean
  /** `Verkehrs*`: all words that begin so. */
  readonly prefix: boolean
  readonly field?: TextField
}

/** A question taken apart. */
export interface ParsedQuery {
  readonly terms: readonly QueryTerm[]
  /** `format:csv` and the like: facet keys, one of which must be set. */
  readonly conditions: readonly { readonly facet: string; readonly keys: readonly string[] }[]
  /** Something was typed, whether or not it can be searched. */
  readonly typed: boolean
}

// -word, field:word, "phrase" with any quotation marks people type; then words.
const chunk = /(-)?(?:([\p{L}]{2,20}):)?(?:["„“”«»]([^"„“”«»]*)["„“”«»]?|(\S+))/gu

/** Takes a question apart; refuses what is too long. `fields` are the owner's prefixes, anything else before a colon is a word. */
export function parseQuery(text: string, fields: Readonly<Record<string, QueryField>>): Result<ParsedQuery, SearchFault> {
  if (text.length > textBound) return fail({ code: 'text-too-long', field: 'text', limit: textBound })
  const terms: QueryTerm[] = []
  const conditions: { facet: string; keys: readonly string[] }[] = []
  for (const [whole, minus, prefix, quoted, bare] of text.matchAll(chunk)) {
    const exclude = minus !== undefined
    const known = prefix && Object.hasOwn(fields, prefix.toLowerCase()) ? fields[prefix.toLowerCase()] : undefined
    const value = quoted ?? bare ?? ''
    if (known && 'facet' in known && !exclude) {
      if (value !== '') conditions.push({ facet: known.facet, keys: known.resolve?.(value) ?? [value] })
      continue
    }
    const read = known || !prefix ? value : whole.replace(/^-/, '')
    const field = known && 'field' in known ? { field: known.field } : {}
    terms.push(...termsOf(read, quoted !== undefined, exclude, field))
  }
  if (terms.reduce((sum, term) => sum + term.words.length, 0) > wordBound)
    return fail({ code: 'too-many-words', field: 'text', limit: wordBound })
  return ok({ terms, conditions, typed: text.trim() !== '' })
}

function termsOf(text: string, quoted: boolean, exclude: boolean, field: { field?: TextField }): QueryTerm[] {
  const tokens = tokensOf(text)
  if (tokens.length === 0) return []
  if (quoted && tokens.length > 1)
    return [{ shown: text, words: tokens.map((t) => t.word), phrase: true, exclude, prefix: false, ...field }]
  return tokens.map((token, i) => ({
    shown: text.slice(token.start, token.end),
    words: [token.word],
    phrase: quoted,
    exclude,
    prefix: i === tokens.length - 1 && text[token.end] === '*' && token.word.length >= 2,
    ...field,
  }))
}
