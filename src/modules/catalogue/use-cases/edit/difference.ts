import { formatDay } from '#kernel/day.ts'
import {
  type CatalogueRecord,
  type Distribution,
  distributionFields,
  labelOf,
  type RecordField,
  recordFields,
  say,
} from '#standards/dcat-ap-de'
import { propertyLabel } from '../../validation/property-label.ts'
import { distributionsOf } from '../search-document.ts'

/** One field that differs between two records. */
export interface FieldChange {
  /** Field of the model: `title`, `keyword`; `distribution` where one was added or taken away. */
  readonly field: string
  /** IRI of the distribution it belongs to; absent for the record itself. */
  readonly distribution?: string
  /** What people call the distribution. */
  readonly of?: string
  /** What people call the field. */
  readonly label: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Values in words; several for fields that hold several. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

type Values = Readonly<Record<string, unknown>>

const plain = (record: object): Values => record as Values
const isEmpty = (value: unknown) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
/** Equal where the same is said: the order of keys does not matter, that of values does. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  (isEmpty(a) && isEmpty(b)) || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}

const day = /^\d{4}-\d{2}-\d{2}(T[\d:.+Z-]+)?$/

/** A value in words: labels for IRIs of the lists, days as people write them, names of agents and places. */
export function inWords(value: unknown, lang: string): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return labelOf(value, lang) ?? (day.test(value) ? formatDay(value, lang) : value)
  if (typeof value !== 'object' || value === null) return ''
  const node = value as Values
  if (typeof node.value === 'string') return node.lang && node.lang !== lang ? `${node.value} (${node.lang})` : node.value
  const parts = Object.entries(node)
    .filter(([key, part]) => !['type', 'node', 'uri'].includes(key) && !isEmpty(part))
    .map(([, part]) => (Array.isArray(part) ? part.map((one) => inWords(one, lang)).join(', ') : inWords(part, lang)))
  return parts.join(', ') || (typeof node.uri === 'string' ? (labelOf(node.uri, lang) ?? node.uri) : '')
}

const words = (value: unknown, lang: string): string[] => {
  if (isEmpty(value)) return []
  return (Array.isArray(value) ? value : [value]).map((one) => inWords(one, lang))
}

function changesIn(
  fields: readonly RecordField[],
  before: Values,
  after: Values,
  lang: string,
  place: Pick<FieldChange, 'distribution' | 'of'>,
): FieldChange[] {
  return fields
    .filter(({ field }) => !sameValue(before[field], after[field]))
    .map(({ field, name }) => ({
      field,
      ...place,
      label: propertyLabel(name, lang),
      kind: isEmpty(before[field]) ? ('added' as const) : isEmpty(after[field]) ? ('removed' as const) : ('changed' as const),
      before: words(before[field], lang),
      after: words(after[field], lang),
    }))
}

/** What people call a distribution: its title, else the end of its address. */
export const nameOfDistribution = (one: Distribution, lang: string): string =>
  say(one.title, lang) || (one.downloadURL[0] ?? one.accessURL[0] ?? one.uri).replace(/^.*\/(?=.)/, '')

/** What differs between two records, field by field, in the reader's language. Pure; empty when they say the same. */
export function differenceOf(before: CatalogueRecord, after: CatalogueRecord, lang = 'de'): FieldChange[] {
  const old = new Map(distributionsOf(before).map((one) => [one.uri, one]))
  const now = new Map(distributionsOf(after).map((one) => [one.uri, one]))
  const label = propertyLabel('dcat:distribution', lang)
  const whole = (kind: 'added' | 'removed', one: Distribution): FieldChange => {
    const name = nameOfDistribution(one, lang)
    const at = { field: 'distribution', distribution: one.uri, of: name, label, kind }
    return kind === 'added' ? { ...at, before: [], after: [name] } : { ...at, before: [name], after: [] }
  }
  const files = [
    ...[...old.values()].filter((one) => !now.has(one.uri)).map((one) => whole('removed', one)),
    ...[...now.values()].flatMap((one) => {
      const earlier = old.get(one.uri)
      const place = { distribution: one.uri, of: nameOfDistribution(one, lang) }
      return earlier ? changesIn(distributionFields, plain(earlier), plain(one), lang, place) : [whole('added', one)]
    }),
  ]
  return [...changesIn(recordFields(after.kind), plain(before), plain(after), lang, {}), ...files]
}
