import type { Quad } from '@rdfjs/types'
import { Parser } from 'n3'
import { tripleLine } from './canonical.ts'

/** Quads as N-Triples lines; blank nodes keep their labels. */
export function toLines(quads: Iterable<Quad>): string[] {
  return Array.from(quads, (quad) => tripleLine(quad))
}

/** N-Triples lines that we wrote ourselves -> quads. Throws on a line that is none: then something else wrote them. */
export function fromLines(lines: readonly string[]): Quad[] {
  if (lines.length === 0) return []
  return new Parser({ format: 'N-Triples', blankNodePrefix: '' }).parse(lines.join('\n'))
}
