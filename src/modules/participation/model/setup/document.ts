import { kindOfFile } from '../file-kind.ts'

/** A file of a document as it was shown from a day on. */
export interface DocumentVersion {
  readonly version: number
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  /** What is new in it. */
  readonly note: string
  readonly addedAt: Date
  /** Why it can no longer be fetched. */
  readonly removedReason: string | null
}

/** A paper of a procedure (Unterlage) with its versions, newest first. */
export interface ProcedureDocument {
  readonly id: string
  readonly title: string
  readonly versions: readonly DocumentVersion[]
}

export const largestDocument = 50_000_000
/** A drawing larger than this is read by no browser. */
const largestGeoJson = 10_000_000

const geoJsonTypes = [
  'FeatureCollection',
  'Feature',
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]

function isGeoJson(content: Uint8Array): boolean {
  if (content.byteLength > largestGeoJson) return false
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content)) as { type?: unknown } | null
    return geoJsonTypes.includes(String(value?.type))
  } catch {
    return false
  }
}

/** What a file is, by its content and not by its name: PDF, PNG, JPEG, WebP or GeoJSON; undefined for anything else. */
export function kindOfDocument(content: Uint8Array): { readonly mediaType: string; readonly ending: string } | undefined {
  const known = kindOfFile(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
  if (known) return known === 'macros' || known.group === 'office' ? undefined : known
  return isGeoJson(content) ? { mediaType: 'application/geo+json', ending: 'geojson' } : undefined
}

/** A name for a folder of downloads: the last part of a path, without signs that shells read otherwise, with the ending of what it is. */
export function documentName(given: string, ending: string): string {
  const base = given
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/\.\w{1,8}$/, '')
    .replace(/[\p{C}"'<>|*?:%#&;.]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .slice(0, 100)
  return `${base || 'unterlage'}.${ending}`
}
