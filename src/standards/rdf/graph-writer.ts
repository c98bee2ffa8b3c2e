import type { Quad, Term } from '@rdfjs/types'
import { expand } from './namespaces.ts'
import { blank, iri, text, triple } from './terms.ts'

/** A text with its language; `''` where nobody named one. */
interface Said {
  readonly value: string
  readonly lang: string
}

/** Whether a text is an address on the web and nothing else. */
export const isWeb = (value: string): boolean => /^https?:\/\/\S+$/i.test(value)

const isAddress = (value: string) => /^(?:https?|ftp):\/\/\S+$/i.test(value)

const days: Readonly<Record<number, string>> = { 4: 'gYear', 7: 'gYearMonth', 10: 'date' }

/** Writes triples by prefixed names, as a source means them; what is empty is left out. Blank nodes are its own. */
export class GraphWriter {
  readonly quads: Quad[] = []
  #blanks = 0

  add(subject: Term, name: string, value: Term | string | undefined): void {
    if (value === undefined || value === '') return
    this.quads.push(triple(subject, expand(name), typeof value === 'string' ? text(value) : value))
  }

  /** Texts with their languages, each once. */
  say(subject: Term, name: string, texts: readonly Said[]): void {
    const seen = new Set<string>()
    for (const { value, lang } of texts) {
      if (value === '' || seen.has(`${lang} ${value}`)) continue
      seen.add(`${lang} ${value}`)
      this.quads.push(triple(subject, expand(name), text(value, lang)))
    }
  }

  /** An address as a link; other words stay words, for the reader to mend. */
  link(subject: Term, name: string, value: string): void {
    this.add(subject, name, isAddress(value) ? iri(value) : value)
  }

  /** A moment, day, month or year with its type; anything else stays the words it is. */
  moment(subject: Term, name: string, value: string): void {
    const type = /^\d{4}-\d\d-\d\dT/.test(value) ? 'dateTime' : days[value.length]
    const known = type === 'dateTime' || /^\d{4}(?:-\d\d){0,2}$/.test(value) ? type : undefined
    this.add(subject, name, known ? text(value, '', expand(`xsd:${known}`)) : value)
  }

  /** A node of a class, tied to a subject. */
  node(subject: Term, name: string, type: string): Term {
    const node = blank(`w${this.#blanks++}`)
    this.add(node, 'rdf:type', iri(expand(type)))
    this.add(subject, name, node)
    return node
  }

  /** A box in degrees as a place. Corners that were swapped are put right. */
  box(place: Term, [west, south, east, north]: readonly [number, number, number, number]): void {
    const [low, high] = south <= north ? [south, north] : [north, south]
    const ring = `${west} ${low}, ${east} ${low}, ${east} ${high}, ${west} ${high}, ${west} ${low}`
    this.add(place, 'dcat:bbox', text(`POLYGON((${ring}))`, '', expand('gsp:wktLiteral')))
  }
}
