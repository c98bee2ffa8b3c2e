import { fail, ok, type Result } from '#kernel/result.ts'

/** A condition in Solr's standard query language, as CKAN's `q` and `fq` carry it. `field` is '' for bare words. */
export type SolrCondition =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly SolrCondition[] }
  | { readonly kind: 'not'; readonly part: SolrCondition }
  | { readonly kind: 'value'; readonly field: string; readonly value: string; readonly phrase: boolean }
  | {
      readonly kind: 'range'
      readonly field: string
      /** Undefined for `*`. */
      readonly from?: string
      readonly to?: string
      readonly withoutFrom: boolean
      readonly withoutTo: boolean
    }

/** Why a text is no query that can be answered: in English, with the place where it is known. */
export interface SolrFault {
  readonly message: string
}

const longestText = 8_000
const deepest = 12
const mostConditions = 200

type Token =
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'must' }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'word'; readonly value: string; readonly phrase: boolean }
  | {
      readonly kind: 'range'
      readonly from: string
      readonly to: string
      readonly withoutFrom: boolean
      readonly withoutTo: boolean
    }

class Refused extends Error {}

const space = /\s+/y
const field = /([A-Za-z_][\w.-]*|\*):(?!\/\/)/y
const quoted = /"((?:[^"\\]|\\.)*)"/sy
const range = /([[{])\s*("[^"]*"|\S+)\s+TO\s+("[^"]*"|[^\s\]}]+)\s*([\]}])/y
const word = /(?:[^\s()"[\]{}\\]|\\.)+/sy
const operators: Readonly<Record<string, Token>> = {
  AND: { kind: 'and' },
  '&&': { kind: 'and' },
  OR: { kind: 'or' },
  '||': { kind: 'or' },
  NOT: { kind: 'not' },
}
const plain = (text: string) => text.replace(/\\(.)/gs, '$1')
const unquoted = (text: string) => text.replace(/^"(.*)"$/s, '$1')

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const take = (form: RegExp) => {
    form.lastIndex = at
    const found = form.exec(text)
    if (found) at += found[0].length
    return found
  }
  if (text.startsWith('{!')) throw new Refused('local parameters {!...} are not supported')
  while (at < text.length) {
    if (take(space)) continue
    const char = text[at] ?? ''
    if (char === '(' || char === ')') {
      tokens.push({ kind: char === '(' ? 'open' : 'close' })
      at++
      continue
    }
    // Before a condition: -x, !x, +x. Within a word a hyphen is a hyphen.
    if ((char === '-' || char === '!' || char === '+') && /\S/.test(text[at + 1] ?? '') && tokens.at(-1)?.kind !== 'field') {
      tokens.push({ kind: char === '+' ? 'must' : 'not' })
      at++
      continue
    }
    const named = tokens.at(-1)?.kind === 'field' ? undefined : take(field)
    if (named) {
      tokens.push({ kind: 'field', name: named[1] ?? '' })
      continue
    }
    const phrase = take(quoted)
    if (phrase) {
      tokens.push({ kind: 'word', value: plain(phrase[1] ?? ''), phrase: true })
      continue
    }
    const between = take(range)
    if (between) {
      const [, open, from = '*', to = '*', close] = between
      tokens.push({
        kind: 'range',
        from: unquoted(from),
        to: unquoted(to),
        withoutFrom: open === '{',
        withoutTo: close === '}',
      })
      continue
    }
    const bare = take(word)
    if (!bare) throw new Refused(`cannot read "${text.slice(at, at + 20)}" at character ${at + 1}`)
    const operator = tokens.at(-1)?.kind === 'field' ? undefined : operators[bare[0]]
    if (operator) tokens.push(operator)
    else tokens.push({ kind: 'word', value: plain(bare[0]), phrase: false })
  }
  return tokens
}

/** Reads tokens from the left. */
class Reader {
  readonly #tokens: readonly Token[]
  #at = 0
  #conditions = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at]
  }

  /**
   * Conditions until the end or a closing bracket. What merely stands side by side must all hold; OR joins its two neighbours first, as
   * harvesters mean it (`organization:a OR organization:b metadata_modified:[...]`). AND and OR in one row can be read in two ways and are refused.
   */
  list(name: string, depth: number): SolrCondition {
    if (depth > deepest) throw new Refused(`brackets may be ${deepest} deep`)
    const rows: SolrCondition[][] = []
    let joint: 'and' | 'or' | undefined
    const seen = new Set<string>()
    for (;;) {
      const token = this.#peek()
      if (!token || token.kind === 'close') break
      if (token.kind === 'and' || token.kind === 'or') {
        if (rows.length === 0 || joint) throw new Refused(`${token.kind.toUpperCase()} wants a condition on both sides`)
        joint = token.kind
        seen.add(joint)
        this.#at++
        continue
      }
      const one = this.#one(name, depth)
      const last = rows.at(-1)
      if (joint === 'or' && last) last.push(one)
      else rows.push([one])
      joint = undefined
    }
    if (joint) throw new Refused(`${joint.toUpperCase()} wants a condition on both sides`)
    if (seen.size > 1) throw new Refused('AND and OR side by side can be read in two ways: set brackets')
    const parts = rows.map((row): SolrCondition => {
      const [first] = row
      return row.length === 1 && first ? first : { kind: 'any', parts: row }
    })
    const [only] = parts
    return parts.length === 1 && only ? only : { kind: 'all', parts }
  }

  #one(name: string, depth: number): SolrCondition {
    if (++this.#conditions > mostConditions) throw new Refused(`a query may have ${mostConditions} conditions`)
    const token = this.#peek()
    this.#at++
    switch (token?.kind) {
      case 'not':
        return { kind: 'not', part: this.#one(name, depth + 1) }
      case 'must':
        return this.#one(name, depth + 1)
      case 'field': {
        if (name !== '') throw new Refused(`a field within a field: ${token.name}`)
        const after = this.#peek()
        if (!after || after.kind === 'close' || after.kind === 'field') throw new Refused(`${token.name}: has no value`)
        if (after.kind !== 'word' && after.kind !== 'range' && after.kind !== 'open')
          throw new Refused(`${token.name}: has no value`)
        return this.#one(token.name, depth + 1)
      }
      case 'open': {
        const inner = this.list(name, depth + 1)
        if (this.#peek()?.kind !== 'close') throw new Refused('a bracket is not closed')
        this.#at++
        return inner
      }
      case 'word':
        return { kind: 'value', field: name, value: token.value, phrase: token.phrase }
      case 'range':
        return {
          kind: 'range',
          field: name,
          ...(token.from === '*' ? {} : { from: token.from }),
          ...(token.to === '*' ? {} : { to: token.to }),
          withoutFrom: token.withoutFrom,
          withoutTo: token.withoutTo,
        }
      default:
        throw new Refused('a condition is missing')
    }
  }
}

/** Reads a query; an empty one, like `*:*`, means everything and gives `all` without parts. Takes linear time. */
export function parseSolrQuery(text: string): Result<SolrCondition, SolrFault> {
  if (text.length > longestText) return fail({ message: `a query may have ${longestText} characters` })
  try {
    const reader = new Reader(tokensOf(text))
    const condition = reader.list('', 0)
    if (!reader.done) throw new Refused('a bracket is closed that was not opened')
    return ok(condition)
  } catch (error) {
    if (error instanceof Refused) return fail({ message: error.message })
    throw error
  }
}

const units: Readonly<Record<string, number>> = { SECOND: 1_000, MINUTE: 60_000, HOUR: 3_600_000, DAY: 86_400_000 }

/** A date as Solr writes it: ISO 8601 in UTC, or NOW with date maths (`NOW-7DAYS/DAY`). Undefined for what is none. */
export function parseSolrDate(text: string, now: Date): Date | undefined {
  const [, relative] = /^NOW((?:[+-]\d{1,6}[A-Z]+|\/[A-Z]+)*)$/.exec(text) ?? []
  if (relative === undefined) {
    if (!/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text)) return undefined
    const iso = text.replace(' ', 'T').replace(',', '.')
    const time = Date.parse(/T/.test(iso) && !/(?:Z|[+-]\d\d:?\d\d)$/.test(iso) ? `${iso}Z` : iso)
    return Number.isNaN(time) ? undefined : new Date(time)
  }
  let date = new Date(now)
  for (const [, amount, unit = '', rounded] of relative.matchAll(/([+-]\d+)([A-Z]+)|\/([A-Z]+)/g)) {
    const name = (rounded ?? unit).replace(/S$/, '')
    if (rounded === undefined) {
      const by = Number(amount)
      if (name === 'MONTH') date.setUTCMonth(date.getUTCMonth() + by)
      else if (name === 'YEAR') date.setUTCFullYear(date.getUTCFullYear() + by)
      else if (units[name] === undefined) return undefined
      else date = new Date(date.getTime() + by * (units[name] ?? 0))
    } else if (name === 'MONTH') date = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth()))
    else if (name === 'YEAR') date = new Date(Date.UTC(date.getUTCFullYear(), 0))
    else if (units[name] === undefined) return undefined
    else date = new Date(Math.floor(date.getTime() / (units[name] ?? 1)) * (units[name] ?? 1))
  }
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** One word of a `sort`: `metadata_modified desc`. */
export interface SolrSort {
  readonly field: string
  readonly descending: boolean
}

/** Reads `field asc, field desc`. */
export function parseSolrSort(text: string): Result<SolrSort[], SolrFault> {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length > 4) return fail({ message: 'at most four fields can be sorted by' })
  const sorts: SolrSort[] = []
  for (const part of parts) {
    const [, name, order = 'asc'] = /^([A-Za-z_][\w.]*)(?:\s+(asc|desc))?$/i.exec(part) ?? []
    if (name === undefined)
      return fail({ message: `cannot read the order "${part.slice(0, 60)}": write "field asc" or "field desc"` })
    sorts.push({ field: name, descending: order.toLowerCase() === 'desc' })
  }
  return ok(sorts)
}
