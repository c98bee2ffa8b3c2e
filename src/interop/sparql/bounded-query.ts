import { fail, ok, type Result } from '#kernel/result.ts'

/** A query with an end: what it gives, and its text with a limit. */
export interface BoundedQuery {
  readonly form: 'SELECT' | 'ASK' | 'CONSTRUCT' | 'DESCRIBE'
  readonly text: string
}

// Comments, addresses, the four kinds of strings, variables and prefixed names are no keywords; braces tell how deep we are.
const token =
  /#[^\n]*|<[^<>"{}|^`\\\s]*>|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[?$][\p{L}\p{N}_]+|[\p{L}\p{N}_.-]*:(?:[\p{L}\p{N}_.:-]|%[0-9a-f]{2}|\\.)*|_:\S+|[{}]|\d[\w.]*|[\p{L}_]+/giu

/** Longest query in characters. */
export const longestQuery = 20_000

/**
 * Puts an end to a query: at most so many rows or triples, whatever it asks for. Only the words outside of all braces are looked at, where
 * the form and the limit of the whole query stand; whether the rest is SPARQL the engine says.
 */
export function boundQuery(text: string, most: number): Result<BoundedQuery, string> {
  if (text.length > longestQuery) return fail(`a query has at most ${longestQuery} characters`)
  let depth = 0
  let form: BoundedQuery['form'] | undefined
  let limitAt: number | undefined
  let limit: { from: number; to: number; rows: number } | undefined
  let valuesAt: number | undefined
  let closed = false
  for (const found of text.matchAll(token)) {
    const [word] = found
    if (word === '{') depth++
    else if (word === '}') {
      depth--
      closed ||= depth === 0
    }
    if (depth !== 0 || word.startsWith('#')) continue
    const name = word.toUpperCase()
    if (form === undefined) {
      if (['INSERT', 'DELETE', 'LOAD', 'CLEAR', 'DROP', 'CREATE', 'ADD', 'MOVE', 'COPY'].includes(name))
        return fail('updates are not offered here')
      if (name === 'SELECT' || name === 'ASK' || name === 'CONSTRUCT' || name === 'DESCRIBE') form = name
      continue
    }
    if (limitAt !== undefined && limit === undefined && /^\d+$/.test(word))
      limit = { from: found.index, to: found.index + word.length, rows: Number(word) }
    if (name === 'LIMIT') limitAt ??= found.index
    if (name === 'VALUES' && (closed || form === 'DESCRIBE')) valuesAt ??= found.index
  }
  if (form === undefined) return fail('SELECT, ASK, CONSTRUCT or DESCRIBE is wanted')
  if (form === 'ASK') return ok({ form, text })
  if (limit) {
    const rows = Math.min(limit.rows, most)
    return ok({ form, text: `${text.slice(0, limit.from)}${rows}${text.slice(limit.to)}` })
  }
  const end = valuesAt ?? text.length
  return ok({ form, text: `${text.slice(0, end)}\nLIMIT ${most}\n${text.slice(end)}` })
}
