import { hash } from 'node:crypto'

/** An IRI made from content: a UUID of version 8 (RFC 9562, section 5.8). Equal content, equal IRI. */
export function contentId(content: string): string {
  const hex = hash('sha256', content, 'hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The geometry of a place with an IRI needs one too: several records may speak of that place. */
export const geometryId = (place: string, wkt: string): string => contentId(`geometry ${place} ${wkt}`)
