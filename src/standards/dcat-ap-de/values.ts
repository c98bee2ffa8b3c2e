import type { Term } from '@rdfjs/types'
import { expand, iri, safeIri, text } from '#standards/rdf'
import type { LangString } from './model.ts'
import type { Row, SimpleKind } from './property-table.ts'
import { vocabularies } from './vocabularies/vocabularies.ts'

const xsd = (name: string) => expand(`xsd:${name}`)
const zone = '(?:Z|[+-]\\d\\d:\\d\\d)?'
const day = '-?\\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])'
const dateForms: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^${day}${zone}$`), xsd('date')],
  [new RegExp(`^${day}T(?:[01]\\d|2[0-4]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?${zone}$`), xsd('dateTime')],
  [new RegExp(`^-?\\d{4,}${zone}$`), xsd('gYear')],
  [new RegExp(`^-?\\d{4,}-(?:0[1-9]|1[0-2])${zone}$`), xsd('gYearMonth')],
]

/** The datatype a date of this form has; undefined when it is no date. */
export const dateType = (value: string): string | undefined => dateForms.find(([form]) => form.test(value))?.[1]

const unsafe = /^\s*(?:javascript|vbscript|data|file|blob|about|chrome|resource|view-source):/i
/** Whether an address may be made a link. */
export const isSafeLink = (address: string): boolean => !unsafe.test(address) && /^[a-z][a-z0-9+.-]*:/i.test(address)

const wktType = expand('gsp:wktLiteral')
const wktForm = /^\s*(?:<[^>]+>\s*)?(?:POINT|LINESTRING|POLYGON|MULTI\w+|GEOMETRYCOLLECTION|ENVELOPE)\b[\s\w.,()+-]*$/i
/** Whether a text looks like well-known text. */
export const isWkt = (value: string): boolean => wktForm.test(value)

const hexForm = /^(?:[0-9a-f]{2})+$/i
const durationForm = /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/
const decimalForm = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/

const plain = (term: Term): string | undefined =>
  term.termType === 'Literal' && !term.language && term.datatype.value === xsd('string') && term.value !== ''
    ? term.value
    : undefined
const typed = (term: Term, datatype: string, form: (value: string) => boolean): string | undefined =>
  term.termType === 'Literal' && term.datatype.value === datatype && form(term.value) ? term.value : undefined
const named = (term: Term): string | undefined =>
  term.termType === 'NamedNode' && isSafeLink(term.value) ? term.value : undefined
const scheme = (term: Term, prefix: string): string | undefined => {
  if (term.termType !== 'NamedNode' || !term.value.startsWith(prefix)) return undefined
  const value = decodeAddress(term.value.slice(prefix.length))
  return value !== '' && prefix + encodeAddress(value) === term.value ? value : undefined
}

/** Percent-encodes what a `mailto:` or `tel:` address may not hold. */
export const encodeAddress = (value: string): string => safeIri(value.replace(/%/g, '%25'))

function decodeAddress(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

interface Codec {
  /** The value, or undefined when writing it would not give this very term. */
  read(term: Term): unknown
  write(value: never): Term
}

const codecs: Record<SimpleKind, Codec> = {
  text: {
    read: (term) =>
      term.termType === 'Literal' && term.value !== '' && (term.language || term.datatype.value === xsd('string'))
        ? ({ value: term.value, lang: term.language } satisfies LangString)
        : undefined,
    write: ({ value, lang }: LangString) => text(value, lang),
  },
  string: { read: plain, write: (value: string) => text(value) },
  iri: { read: named, write: (value: string) => iri(value) },
  concept: { read: named, write: (value: string) => iri(value) },
  media: { read: named, write: (value: string) => iri(value) },
  date: {
    read: (term) => (term.termType === 'Literal' && dateType(term.value) === term.datatype.value ? term.value : undefined),
    write: (value: string) => text(value, '', dateType(value) ?? xsd('string')),
  },
  bytes: {
    read: (term) => {
      const value = typed(term, xsd('nonNegativeInteger'), (digits) => /^(?:0|[1-9]\d{0,14})$/.test(digits))
      return value === undefined ? undefined : Number(value)
    },
    write: (value: number) => text(String(value), '', xsd('nonNegativeInteger')),
  },
  decimal: {
    read: (term) => typed(term, xsd('decimal'), (value) => decimalForm.test(value)),
    write: (value: string) => text(value, '', xsd('decimal')),
  },
  duration: {
    read: (term) => typed(term, xsd('duration'), (value) => durationForm.test(value)),
    write: (value: string) => text(value, '', xsd('duration')),
  },
  wkt: { read: (term) => typed(term, wktType, isWkt), write: (value: string) => text(value, '', wktType) },
  mailto: { read: (term) => scheme(term, 'mailto:'), write: (value: string) => iri(`mailto:${encodeAddress(value)}`) },
  tel: { read: (term) => scheme(term, 'tel:'), write: (value: string) => iri(`tel:${encodeAddress(value)}`) },
  hex: {
    read: (term) => typed(term, xsd('hexBinary'), (value) => hexForm.test(value)),
    write: (value: string) => text(value, '', xsd('hexBinary')),
  },
}

/** Whether a value belongs under this row rather than under another that shares its field. */
export function belongs(row: Row, value: unknown): boolean {
  if (row.listed === undefined || row.vocabulary === undefined) return true
  return (vocabularies[row.vocabulary].get(String(value)) !== undefined) === row.listed
}

/** Reads a term by its row; undefined when it is not exactly what the row would write. */
export function readValue(row: Row, term: Term): unknown {
  const value = codecs[row.kind as SimpleKind].read(term)
  return value !== undefined && belongs(row, value) ? value : undefined
}

/** Writes a value by its row. */
export const writeValue = (row: Row, value: unknown): Term => codecs[row.kind as SimpleKind].write(value as never)
