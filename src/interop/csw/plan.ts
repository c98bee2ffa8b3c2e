import type { FindPlan, ListPart } from '#catalogue'
import { isIdInAnyCase } from '#kernel/id.ts'
import { CswFault, type SortKey } from '#standards/csw-service'
import { findFormat, themes } from '#standards/dcat-ap-de'
import type { Comparison, Condition, PatternPart } from '#standards/ogc-filter'
import { meaningOf, queryables } from './properties.ts'

const everything: FindPlan = { all: [] }
const nothing: FindPlan = { any: [] }

const refused = (message: string) => new CswFault('InvalidParameterValue', 'Constraint', message)

const unknown = (property: string) =>
  refused(`the property ${property.slice(0, 80)} cannot be asked for; known are ${queryables.join(', ')}`)

/** A pattern of SQL, where a sign that means something there stands for itself. */
const sqlPattern = (pattern: readonly PatternPart[]) =>
  pattern.map((part) => (typeof part === 'string' ? part.replace(/[\\%_]/g, '\\$&') : part.wild === 'any' ? '%' : '_')).join('')

/** A pattern as an expression, for values that are few. */
const expression = (pattern: readonly PatternPart[]) =>
  new RegExp(
    `^${pattern.map((part) => (typeof part === 'string' ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : part.wild === 'any' ? '.*' : '.')).join('')}$`,
    'isu',
  )

const plain = (text: string) => text.replaceAll('"', ' ').trim()

/**
 * Words of a pattern for the index. A word that may stand amid others is looked for in all its forms and within compounds: `%Baum%` finds
 * "Straßenbäume". One that is open at its end alone may go on: `Verkehrs%`.
 */
function wordsOf(before: string, pattern: readonly PatternPart[]): FindPlan {
  const texts = pattern.flatMap((part, at) => {
    if (typeof part !== 'string') return []
    const words = part.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
    const open = pattern[at + 1] !== undefined && /[\p{L}\p{N}]$/u.test(part) && (at === 0 || words.length > 1)
    return words.map((word, n) => `${before}${word}${open && n === words.length - 1 && word.length > 1 ? '*' : ''}`)
  })
  if (texts.length > 0) return { index: { text: texts.join(' ') } }
  // Signs alone: everything there is, or what no word holds.
  return pattern.some((part) => typeof part === 'string') ? nothing : everything
}

const fields = { words: '', abstract: 'beschreibung:', publisher: 'herausgeber:', subject: 'stichwort:' } as const
const kinds = ['dataset', 'series', 'service'] as const

const kindPlan = (fits: (kind: string) => boolean): FindPlan => ({ table: { kinds: kinds.filter(fits) } })

/** The moments that a value of a date stands for: a day, a month and a year are as long as they are. */
function spanOf(value: string): { from: Date; until: Date } {
  const text = value.trim()
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? []
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)]
  const from = year === undefined ? new Date(/^\d{4}-\d\d-\d\dT/.test(text) ? text : Number.NaN) : new Date(Date.UTC(y, m, d))
  const sound = !Number.isNaN(from.getTime()) && (day === undefined || from.getUTCDate() === d)
  if (!sound) throw refused(`${text.slice(0, 40)} is no date: 2026-11-26 or 2026-11-26T20:00:00Z`)
  if (year === undefined) return { from, until: new Date(from.getTime() + 1000) }
  const until = day !== undefined ? Date.UTC(y, m, d + 1) : month !== undefined ? Date.UTC(y, m + 1) : Date.UTC(y + 1, 0)
  return { from, until: new Date(until) }
}

function datePlan(column: 'changed' | 'modified', op: Comparison, value: string): FindPlan {
  const { from, until } = spanOf(value)
  const span = (one: object): FindPlan => (column === 'changed' ? { table: { changed: one } } : { table: { modified: one } })
  switch (op) {
    case '>=':
      return span({ from })
    case '>':
      return span({ from: until })
    case '<':
      return span({ to: from, withoutTo: true })
    case '<=':
      return span({ to: until, withoutTo: true })
    case '=':
      return span({ from, to: until, withoutTo: true })
    case '<>':
      return { not: span({ from, to: until, withoutTo: true }) }
  }
}

const identified = (value: string): FindPlan => ({
  table: {
    any: [{ ids: isIdInAnyCase(value) ? [value.toLowerCase()] : [] }, { uris: [value] }, { identifiers: [value] }],
  },
})

/** Keywords in any spelling of the catalogue, and the names of themes. */
function subjectPlan(value: string): FindPlan {
  const theme = themes.find(value)?.code.toLowerCase()
  return {
    any: [
      { index: { text: '', facets: { keyword: [value] } } },
      ...(theme ? [{ index: { text: '', facets: { theme: [theme] } } }] : []),
    ],
  }
}

function equals(property: string, value: string, caseless: boolean): FindPlan {
  switch (meaningOf(property)) {
    case 'words':
      return { index: { text: `"${plain(value)}"` } }
    case 'abstract':
      return { index: { text: `beschreibung:"${plain(value)}"` } }
    case 'title':
      return { table: { titled: sqlPattern([value]), caseless } }
    case 'subject':
      return subjectPlan(value)
    case 'publisher':
      return { index: { text: '', facets: { publisher: [value] } } }
    case 'format':
      return { index: { text: '', facets: { format: [findFormat(value)?.code ?? value] } } }
    case 'type':
      return kindPlan((kind) => kind === value.toLowerCase())
    case 'identifier':
      return identified(value)
    default:
      throw unknown(property)
  }
}

function comparison({ property, op, value, caseless }: Extract<Condition, { kind: 'compare' }>): FindPlan {
  const meaning = meaningOf(property)
  if (meaning === undefined) throw unknown(property)
  if (meaning === 'changed') return datePlan('changed', op, value)
  if (meaning === 'date') return datePlan('modified', op, value)
  if (op === '=') return equals(property, value, caseless)
  if (op === '<>') return { not: equals(property, value, caseless) }
  throw refused(`${property} knows no order: ${op} is for dates`)
}

function likePlan({ property, pattern }: Extract<Condition, { kind: 'like' }>): FindPlan {
  const meaning = meaningOf(property)
  switch (meaning) {
    case 'title':
      return { table: { titled: sqlPattern(pattern), caseless: true } }
    case 'words':
    case 'abstract':
    case 'publisher':
    case 'subject':
      return wordsOf(fields[meaning], pattern)
    case 'type': {
      const fits = expression(pattern)
      return kindPlan((kind) => fits.test(kind))
    }
    case 'identifier':
    case 'format': {
      const [only] = pattern
      if (pattern.length === 0 || (pattern.length === 1 && typeof only === 'object')) return everything
      if (pattern.length === 1 && typeof only === 'string') return equals(property, only, true)
      throw refused(`${property} is asked for as a whole, with PropertyIsEqualTo`)
    }
    case undefined:
      throw unknown(property)
    default:
      throw refused(`${property} is no text: compare it as a date`)
  }
}

/** What a condition means here; throws a fault that says what is not offered. */
export function planOf(condition: Condition | undefined): FindPlan {
  if (!condition) return everything
  switch (condition.kind) {
    case 'and':
      return { all: condition.parts.map(planOf) }
    case 'or':
      return { any: condition.parts.map(planOf) }
    case 'not':
      return { not: planOf(condition.part) }
    case 'compare':
      return comparison(condition)
    case 'like':
      return likePlan(condition)
    case 'box':
      if (meaningOf(condition.property) !== 'area') throw unknown(condition.property)
      return { index: { text: '', bbox: condition.box } }
    case 'ids':
      return { any: condition.ids.map(identified) }
    case 'null':
      // Title, type, identifier and the moment of the last change are always there.
      if (['title', 'type', 'identifier', 'changed'].includes(meaningOf(condition.property) ?? '')) return nothing
      throw refused(`whether ${condition.property.slice(0, 80)} is empty cannot be asked here`)
  }
}

const sorts = { title: 'title', changed: 'changed', date: 'modified', identifier: 'id' } as const

/** The order that is asked for; undefined where none is. */
export function sortOf(keys: readonly SortKey[]): ListPart['sort'] | undefined {
  if (keys.length === 0) return undefined
  return keys.map(({ property, descending }) => {
    const meaning = meaningOf(property)
    if (meaning !== undefined && meaning in sorts) return { by: sorts[meaning as keyof typeof sorts], descending }
    throw new CswFault(
      'InvalidParameterValue',
      'SortBy',
      `${property.slice(0, 80)} cannot be sorted by; known are dc:title, dct:modified, dc:date, dc:identifier`,
    )
  })
}
