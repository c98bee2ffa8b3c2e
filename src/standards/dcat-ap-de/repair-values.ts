import type { Literal, Term } from '@rdfjs/types'
import { expand, iri, namespaces, safeIri, text } from '#standards/rdf'
import { cleanLine, cleanParagraphs } from './plain-text.ts'
import type { Row, SimpleKind } from './property-table.ts'
import { dateType, encodeAddress, isSafeLink, isWkt } from './values.ts'
import { findMediaType } from './vocabularies/formats.ts'
import { languages } from './vocabularies/languages.ts'
import { vocabularies } from './vocabularies/vocabularies.ts'

const xsd = (name: string) => expand(`xsd:${name}`)

const twoLetters: Record<string, string> = {
  DEU: 'de',
  ENG: 'en',
  FRA: 'fr',
  NLD: 'nl',
  DAN: 'da',
  POL: 'pl',
  CES: 'cs',
  SPA: 'es',
  ITA: 'it',
  TUR: 'tr',
  RUS: 'ru',
  UKR: 'uk',
}

/** `de_DE` -> `de-de`, `ger` and `german` -> `de`; a tag that means nothing goes. */
export function cleanLanguage(tag: string): string {
  const lower = tag.toLowerCase().replaceAll('_', '-')
  if (/^[a-z]{2}(-[a-z0-9]{1,8})*$/.test(lower)) return lower
  const known = twoLetters[languages.find(lower)?.code ?? '']
  if (known) return known
  return /^[a-z]{3}(-[a-z0-9]{1,8})*$/.test(lower) ? lower : ''
}

const lines: ReadonlySet<string> = new Set([
  'title',
  'keyword',
  'name',
  'fn',
  'organizationName',
  'prefLabel',
  'label',
  'geocodingDescription',
])

function repairText(row: Row, term: Literal): Term {
  const value = lines.has(row.field) ? cleanLine(term.value) : cleanParagraphs(term.value)
  return value === '' ? term : text(value, cleanLanguage(term.language))
}

/** A date as people write it -> the form of XML Schema; undefined when it can mean several things. */
export function parseDate(written: string): string | undefined {
  const value = written.trim()
  if (dateType(value)) return value
  const pad = (part: string | undefined) => (part ?? '').padStart(2, '0')
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?Uhr)?)?$/.exec(value)
  const big =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?$/.exec(
      value,
    )
  const parts = german ? [german[3], german[2], german[1], ...german.slice(4)] : big?.slice(1)
  if (!parts) return parseMonth(value)
  const [year, month, day, hour, minute, second, zone] = parts
  const date = `${year}-${pad(month)}-${pad(day)}`
  const offset = zone === 'UTC' ? 'Z' : zone?.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  const found = hour === undefined ? date : `${date}T${pad(hour)}:${minute}:${second ?? '00'}${offset ?? ''}`
  return dateType(found) ? found : undefined
}

const months = [
  'januar',
  'februar',
  'märz',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'dezember',
]

function parseMonth(value: string): string | undefined {
  const named = /^(?:(\d{1,2})\.\s?)?([a-zäöü]+)\s+(\d{4})$/i.exec(value)
  const month = months.indexOf(named?.[2]?.toLowerCase() ?? '') + 1
  if (named && month > 0) {
    const found = `${named[3]}-${String(month).padStart(2, '0')}${named[1] ? `-${named[1].padStart(2, '0')}` : ''}`
    return dateType(found) ? found : undefined
  }
  const numbers = /^(\d{1,2})[./](\d{4})$/.exec(value)
  const found = numbers && `${numbers[2]}-${(numbers[1] ?? '').padStart(2, '0')}`
  return found && dateType(found) ? found : undefined
}

const units: Record<string, number> = {
  '': 1,
  b: 1,
  byte: 1,
  bytes: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
}

/** `6776.0`, `1.234`, `1,2 MB` -> whole bytes; undefined when it is no size. A dot before three digits groups them, as Germans write. */
export function parseBytes(written: string): number | undefined {
  const found = /^\+?(\d[\d.,\s']*)\s*([a-z]*)$/i.exec(written.trim())
  const unit = units[found?.[2]?.toLowerCase() ?? '-']
  if (!found || unit === undefined) return undefined
  let digits = (found[1] ?? '').replace(/[\s']/g, '')
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits)) digits = digits.replaceAll('.', '').replace(',', '.')
  else if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) && unit === 1) digits = digits.replaceAll(',', '')
  else digits = digits.replace(',', '.')
  const size = Math.round(Number(digits) * unit)
  return Number.isSafeInteger(size) && size < 1e15 ? size : undefined
}

type Position = readonly unknown[]
const pair = (position: Position) => {
  const [x, y] = position
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    throw new RangeError('no position')
  return `${x} ${y}`
}
const list = (items: unknown, write: (item: never) => string): string => {
  if (!Array.isArray(items) || items.length === 0) throw new RangeError('no list')
  return `(${items.map((item) => write(item as never)).join(', ')})`
}
const line = (positions: Position[]) => list(positions, pair)
const rings = (polygon: Position[][]) => list(polygon, line)

/** GeoJSON geometry -> WKT; undefined when it is none. */
export function geoJsonToWkt(json: string): string | undefined {
  try {
    const { type, coordinates } = JSON.parse(json) as { type?: unknown; coordinates?: unknown }
    const as = coordinates as never
    if (type === 'Point') return `POINT (${pair(as)})`
    if (type === 'MultiPoint' || type === 'LineString') return `${type.toUpperCase()} ${line(as)}`
    if (type === 'Polygon' || type === 'MultiLineString') return `${type.toUpperCase()} ${rings(as)}`
    if (type === 'MultiPolygon') return `MULTIPOLYGON ${list(as, rings)}`
  } catch {
    // No JSON, or positions that are none: the text stays as it is.
  }
  return undefined
}

const emailForm = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/

/** The address in a text or IRI, without `mailto:`. */
export function findEmail(value: string): string | undefined {
  const plain = value
    .trim()
    .replace(/^(?:mailto:\s*)+/i, '')
    .replace(/\s*(?:\(at\)|\[at\])\s*/i, '@')
  const address = emailForm.test(plain) ? plain : /^https?:\/\/[^/]+\/([^/]+@[^/]+)$/.exec(plain)?.[1]
  return address
}

function repairPhone(value: string): Term | undefined {
  const number = value
    .trim()
    .replace(/^tel(?:efon)?\.?:?\s*/i, '')
    .replace(/\(0\)/g, '')
    .replace(/[\s/().–-]+/g, '-')
    .replace(/^-|-$/g, '')
  return /^\+?[\d-]{3,30}$/.test(number) ? iri(`tel:${number}`) : undefined
}

/** A text that is an address on the web -> that address; other texts give undefined. */
export function findAddress(value: string): string | undefined {
  const trimmed = value.trim()
  if (/^(?:https?|ftps?):\/\/[^\s/]/i.test(trimmed)) return repairIri(trimmed)
  return /^www\.[\w-]+\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(trimmed) ? repairIri(`http://${trimmed}`) : undefined
}

const known = Object.keys(namespaces)

/** Makes an IRI valid: spaces and forbidden characters are percent-encoded, a prefixed name nobody expanded is expanded. */
export function repairIri(value: string): string {
  const trimmed = value.trim()
  const prefix = /^([a-z]+):(?!\/\/)[A-Za-z]/.exec(trimmed)?.[1]
  if (prefix !== undefined && known.includes(prefix)) return expand(trimmed)
  const end = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(trimmed)?.[0].length ?? 0
  const tail = trimmed.slice(end).replace(/[[\]]/g, (char) => (char === '[' ? '%5B' : '%5D'))
  // Only the first # begins a fragment.
  const hash = tail.indexOf('#')
  const whole = hash < 0 ? tail : tail.slice(0, hash + 1) + tail.slice(hash + 1).replaceAll('#', '%23')
  return safeIri(trimmed.slice(0, end) + whole)
}

function repairConcept(row: Row, term: Term): Term | undefined {
  if (term.termType === 'BlankNode' || row.vocabulary === undefined) return undefined
  const vocabulary = vocabularies[row.vocabulary]
  if (vocabulary.get(term.value)) return term.termType === 'Literal' ? iri(term.value) : term
  const found = vocabulary.find(term.value)
  if (found) return iri(found.iri)
  const address = term.termType === 'Literal' ? findAddress(term.value) : undefined
  return address === undefined ? undefined : iri(address)
}

const literal = (term: Term, repair: (value: string, term: Literal) => Term | undefined) =>
  term.termType === 'Literal' ? repair(term.value, term) : undefined
const typed = (value: string | undefined, datatype: string) => (value === undefined ? undefined : text(value, '', xsd(datatype)))

const repairs: Record<SimpleKind, (row: Row, term: Term) => Term | undefined> = {
  text: (row, term) => literal(term, (_, text) => repairText(row, text)),
  string: (_, term) => (term.termType === 'BlankNode' || term.value.trim() === '' ? undefined : text(cleanLine(term.value))),
  iri: (_, term) =>
    literal(term, (value) => {
      const address = findAddress(value)
      return address === undefined ? undefined : iri(address)
    }),
  concept: repairConcept,
  media: (_, term) => {
    const found = term.termType === 'BlankNode' ? undefined : findMediaType(term.value)
    return found === undefined ? undefined : iri(found)
  },
  date: (_, term) =>
    literal(term, (value) => {
      const date = parseDate(value)
      return date === undefined ? undefined : text(date, '', dateType(date))
    }),
  bytes: (_, term) => literal(term, (value) => typed(parseBytes(value)?.toString(), 'nonNegativeInteger')),
  decimal: (_, term) =>
    literal(term, (value) =>
      typed(/^[+-]?\d+(?:[.,]\d+)?$/.test(value.trim()) ? value.trim().replace(',', '.') : undefined, 'decimal'),
    ),
  duration: (_, term) =>
    literal(term, (value) => typed(/^-?P[\dYMDTHS.]+$/.test(value.trim()) ? value.trim() : undefined, 'duration')),
  wkt: (_, term) =>
    literal(term, (value) => {
      const wkt = isWkt(value) ? value.trim() : geoJsonToWkt(value)
      return wkt === undefined ? undefined : text(wkt, '', expand('gsp:wktLiteral'))
    }),
  mailto: (_, term) => {
    const address = term.termType === 'BlankNode' ? undefined : findEmail(term.value)
    return address === undefined ? undefined : iri(`mailto:${encodeAddress(address)}`)
  },
  tel: (_, term) => (term.termType === 'BlankNode' || /^tel:\+?[\d-]+$/.test(term.value) ? undefined : repairPhone(term.value)),
  hex: (_, term) =>
    literal(term, (value) => typed(/^(?:[0-9a-f]{2})+$/i.test(value.trim()) ? value.trim() : undefined, 'hexBinary')),
}

/** The term a property should have had; undefined when nothing is to be done or nothing can be. */
export function repairTerm(row: Row, term: Term): Term | undefined {
  if (term.termType === 'NamedNode' && !isSafeLink(term.value) && row.kind !== 'mailto') return undefined
  const repaired = repairs[row.kind as SimpleKind](row, term)
  return repaired && !repaired.equals(term) ? repaired : undefined
}
