/** How politely links are checked. The manual prints these figures. */
export const manners = {
  /** Days on end that an address must not answer before it counts as broken. */
  alarmAfter: 3,
  /** Days until one that answers is asked again. */
  again: 7,
  /** Seconds for one request. */
  seconds: 20,
  /** Seconds a host is left in peace after each request. */
  pause: 2,
  /** Seconds a host is left in peace that asks for it (429, 503), at least and at most. */
  askedFor: { least: 60, most: 3600 },
  /** Hosts that are asked at once. */
  hosts: 8,
  /** Bytes that are read of a file. */
  bytes: 64 * 1024,
  /** Bytes that are read of what a service can do. */
  capabilities: 4 * 1024 * 1024,
} as const

/** Kinds of services that say what they can do. */
export const serviceKinds = ['WMS', 'WFS', 'WMTS', 'WCS', 'CSW'] as const
export type ServiceKind = (typeof serviceKinds)[number]

/** What a record says of an address. */
export interface Declared {
  /** Code of the EU list. */
  readonly format: string | null
  /** `text/csv`. */
  readonly mediaType: string | null
  readonly bytes: number | null
}

/** What an address gave. */
export interface Found {
  readonly type: string | null
  readonly bytes: number | null
}

/** What came of one try. */
export interface Tried extends Found {
  readonly ok: boolean
  /** The host asked for patience: nothing is known. Seconds. */
  readonly later?: number
  readonly status: number | null
  readonly fault: string | null
  readonly movedTo: string | null
  readonly movedForGood: boolean
}

/** How a link stands. */
export interface Standing {
  readonly state: 'new' | 'ok' | 'shaky' | 'broken' | 'skipped'
  readonly failures: number
}

/** How a link stands after one more try, and in how many days it is tried again. */
export function after(before: Standing, tried: Pick<Tried, 'ok'>): Standing & { readonly days: number } {
  if (tried.ok) return { state: 'ok', failures: 0, days: manners.again }
  const failures = Math.min(before.failures + 1, 1000)
  const state = failures >= manners.alarmAfter ? 'broken' : 'shaky'
  return { state, failures, days: failures > 14 ? manners.again : 1 }
}

/** Names that belong to nobody (RFC 2606, RFC 6761), with or without a port: nobody answers there. */
export const isReserved = (host: string): boolean =>
  /(^|\.)(example|test|invalid|localhost)$|(^|\.)example\.(com|net|org)$/i.test(host.replace(/:\d+$/, ''))

const plain = (type: string | null) => (type ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
/** Types that say nothing, or that servers give to everything. */
const vague = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/x-download',
  'application/force-download',
  'application/download',
])
const families: readonly (readonly string[])[] = [
  [
    'text/csv',
    'text/plain',
    'application/csv',
    'text/x-csv',
    'application/vnd.ms-excel',
    'text/comma-separated-values',
    'text/tab-separated-values',
  ],
  [
    'application/json',
    'application/geo+json',
    'application/vnd.geo+json',
    'application/ld+json',
    'text/json',
    'text/plain',
    'text/x-json',
  ],
  [
    'application/xml',
    'text/xml',
    'application/gml+xml',
    'application/rdf+xml',
    'application/atom+xml',
    'application/rss+xml',
    'application/vnd.google-earth.kml+xml',
    'text/plain',
  ],
  [
    'application/zip',
    'application/x-zip-compressed',
    'application/x-zip',
    'application/x-shapefile',
    'application/vnd.shp',
    'application/vnd.google-earth.kmz',
  ],
  ['text/turtle', 'text/plain', 'application/x-turtle', 'application/n-triples'],
  ['text/html', 'application/xhtml+xml'],
  ['image/tiff', 'image/geotiff'],
  ['application/gzip', 'application/x-gzip', 'application/x-tar'],
  ['text/calendar', 'text/plain'],
]
const alike = (a: string, b: string) => a === b || families.some((family) => family.includes(a) && family.includes(b))
const isPage = (type: string) => type === 'text/html' || type === 'application/xhtml+xml'

/** In what something differs from what the record says of it; null where it fits, or where nobody can tell. */
export function differs(declared: Declared, found: Found): 'html' | 'type' | 'size' | null {
  const type = plain(found.type)
  const said = plain(declared.mediaType)
  if (isPage(type) && said !== '' && !isPage(said)) return 'html'
  if (said !== '' && !vague.has(type) && !vague.has(said) && !alike(said, type)) {
    // What is packed has the type of the package.
    if (!/zip|gzip|x-tar|7z/.test(type)) return 'type'
  }
  const { bytes } = declared
  if (bytes !== null && found.bytes !== null && bytes > 0 && Math.abs(bytes - found.bytes) > Math.max(1024, bytes * 0.1))
    return 'size'
  return null
}
