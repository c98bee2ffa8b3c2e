import type { Quad, Term } from '@rdfjs/types'
import { tripleLine } from './canonical.ts'
import { blank, iri, text, triple } from './terms.ts'

/** Quads as N-Triples lines; blank nodes keep their labels. */
export function toLines(quads: Iterable<Quad>): string[] {
  return Array.from(quads, (quad) => tripleLine(quad))
}

const line = /^(<[^>]*>|_:\S+) <([^>]*)> (?:<([^>]*)>|(_:\S+)|"([^"\\]*(?:\\.[^"\\]*)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?) \.$/s
const unescaped: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

const withoutEscapes = (escaped: string) =>
  escaped.includes('\\')
    ? escaped.replace(/\\(?:u([0-9A-F]{4})|(.))/g, (_, code: string | undefined, char: string) =>
        code ? String.fromCharCode(Number.parseInt(code, 16)) : (unescaped[char] ?? char),
      )
    : escaped

const node = (written: string): Term => (written.startsWith('_:') ? blank(written.slice(2)) : iri(written.slice(1, -1)))

/** N-Triples lines as `toLines` writes them -> quads; blank nodes keep their labels. Throws on any other line. */
export function fromLines(lines: readonly string[]): Quad[] {
  return lines.map((written) => {
    const [, subject, predicate, object, label, value, language, datatype] = line.exec(written) ?? []
    if (subject === undefined || predicate === undefined) throw new Error(`not an N-Triples line: ${written.slice(0, 200)}`)
    const term =
      object !== undefined
        ? iri(object)
        : label !== undefined
          ? node(label)
          : text(withoutEscapes(value ?? ''), language ?? '', datatype)
    return triple(node(subject), predicate, term)
  })
}
