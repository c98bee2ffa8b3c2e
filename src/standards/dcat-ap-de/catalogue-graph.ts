import type { Quad, Term } from '@rdfjs/types'
import { canonicalNTriples, expand, iri, termKey, triple } from '#standards/rdf'
import { contentId } from './content-id.ts'
import type { CatalogueRecord, Repair } from './model.ts'
import { classes, links } from './property-table.ts'
import { SubjectGraph } from './subject-graph.ts'
import { validQuads } from './valid-quads.ts'
import { labelOf } from './vocabularies/vocabularies.ts'

/** What a record is. */
export type RecordKind = CatalogueRecord['kind']
const recordTypes = new Map<string, RecordKind>([
  [classes.dataset, 'dataset'],
  [classes.series, 'series'],
  [classes.service, 'service'],
])
const listing = new Map<string, RecordKind>([
  [links.dataset, 'dataset'],
  [links.service, 'service'],
])

/** Classes of vocabularies: descriptions of words, not of data. */
const schema = /^http:\/\/www\.w3\.org\/(?:2002\/07\/owl|2000\/01\/rdf-schema|1999\/02\/22-rdf-syntax-ns)#/

/** A document's graph that knows which of its nodes are records and what belongs to each. */
export class CatalogueGraph {
  readonly graph: SubjectGraph
  readonly kinds = new Map<string, RecordKind>()
  readonly catalogs = new Set<string>()
  /** Changes made before any record was read. */
  readonly repairs: Repair[] = []
  readonly maxTriples: number
  readonly #maxFollowed = 1000
  readonly #topics = new Map<string, string[]>()

  constructor(quads: Iterable<Quad>, maxTriples: number) {
    this.maxTriples = maxTriples
    this.graph = new SubjectGraph(validQuads(quads, this.repairs))
    this.#find()
    this.#nameBlanks()
  }

  /** Which nodes are records, catalogues and catalogue records. */
  #find(): void {
    for (const quad of this.graph.quads()) {
      const { subject, predicate, object } = quad
      if (predicate.value === links.type && object.termType === 'NamedNode') {
        const kind = recordTypes.get(object.value)
        if (kind && this.kinds.get(subject.value) !== 'series') this.kinds.set(subject.value, kind)
        if (object.value === classes.catalog) this.catalogs.add(subject.value)
      }
      if (object.termType === 'Literal') continue
      const listed = listing.get(predicate.value)
      if (listed && !this.kinds.has(object.value)) this.kinds.set(object.value, listed)
      if (predicate.value === links.primaryTopic)
        this.#topics.set(object.value, [...(this.#topics.get(object.value) ?? []), subject.value])
    }
    for (const catalog of this.catalogs) this.kinds.delete(catalog)
  }

  /** Blank records and distributions get an IRI that depends on what they say. */
  #nameBlanks(): void {
    const named = new Map<string, string>()
    const give = (label: string, kind: string) => {
      if (label.includes(':') || named.has(label)) return
      const identifier = this.graph.objects(label, expand('dct:identifier'))[0]
      const content =
        identifier && kind !== 'distribution' ? `${kind} ${termKey(identifier)}` : canonicalNTriples(this.closure(label))
      const uri = contentId(content)
      named.set(label, uri)
      this.repairs.push({ record: uri, property: 'IRI', from: '', to: uri })
    }
    for (const [subject, kind] of this.kinds) give(subject, kind)
    for (const catalog of this.catalogs) give(catalog, 'catalog')
    for (const subject of this.kinds.keys())
      for (const part of this.graph.objects(subject, links.distribution))
        if (part.termType === 'BlankNode') give(part.value, 'distribution')
    if (named.size > 0) this.#rename(named)
    this.#nameShared()
  }

  /** A blank node that several records point at gets an IRI, or each record would take a copy of its own. */
  #nameShared(): void {
    const owner = new Map<string, string>()
    const shared = new Map<string, string>()
    for (const start of [...this.kinds.keys(), ...this.catalogs]) {
      const labels = this.closure(start).flatMap(({ subject, object }) =>
        [subject, object].flatMap((term) => (term.termType === 'BlankNode' ? [term.value] : [])),
      )
      for (const label of new Set(labels)) {
        if (!owner.has(label)) owner.set(label, start)
        else if (!shared.has(label)) shared.set(label, contentId(canonicalNTriples(this.closure(label, new Set(), [label]))))
      }
    }
    for (const [, uri] of shared) this.repairs.push({ record: uri, property: 'IRI', from: '', to: uri })
    if (shared.size > 0) this.#rename(shared)
  }

  #rename(named: ReadonlyMap<string, string>): void {
    const swap = (term: Term): Term => {
      const uri = term.termType === 'BlankNode' ? named.get(term.value) : undefined
      return uri === undefined ? term : iri(uri)
    }
    const quads = [...this.graph.quads()].map((quad) => triple(swap(quad.subject), quad.predicate.value, swap(quad.object)))
    for (const subject of [...this.graph.subjects()]) this.graph.set(subject, [])
    for (const quad of quads) this.graph.add(quad)
    const topics = [...this.#topics].map(
      ([topic, from]) => [named.get(topic) ?? topic, from.map((label) => named.get(label) ?? label)] as const,
    )
    this.#topics.clear()
    for (const [topic, from] of topics) this.#topics.set(topic, from)
    for (const [label, uri] of named) {
      const kind = this.kinds.get(label)
      if (kind) this.kinds.set(uri, kind)
      this.kinds.delete(label)
      if (this.catalogs.delete(label)) this.catalogs.add(uri)
    }
  }

  isOther(term: Term, self: string): boolean {
    return term.value !== self && (this.kinds.has(term.value) || this.catalogs.has(term.value))
  }

  /** All triples that belong to a node: its own and those of everything it leads to, short of other records. */
  closure(start: string, seen: Set<string> = new Set(), first: string[] = [start, ...(this.#topics.get(start) ?? [])]): Quad[] {
    const quads: Quad[] = []
    const queue = first.map((node) => ({ node, foreign: node !== start }))
    for (const node of first) seen.add(node)
    let followed = 0
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      for (const quad of this.graph.of(next.node)) {
        quads.push(quad)
        if (!this.#leads(quad, start, seen)) continue
        const { object, predicate } = quad
        // A record owns its blank nodes and distributions; other nodes it shares, and a shared one may lead to half the world.
        const foreign = next.foreign || (object.termType === 'NamedNode' && predicate.value !== links.distribution)
        if (foreign && followed > this.#maxFollowed) continue
        if (foreign) followed += this.graph.of(object.value).length
        seen.add(object.value)
        queue.push({ node: object.value, foreign })
      }
      if (quads.length > this.maxTriples) break
    }
    return quads
  }

  #leads({ object, predicate }: Quad, start: string, seen: ReadonlySet<string>): boolean {
    if (object.termType === 'Literal' || predicate.value === links.type || seen.has(object.value)) return false
    if (!this.graph.has(object.value) || this.isOther(object, start) || this.isSchema(object)) return false
    return !(this.catalogs.has(start) && predicate.value === links.record)
  }

  /** Words, not data: classes and properties, and entries of the official lists, which the lists themselves describe. */
  isSchema(term: Term): boolean {
    if (labelOf(term.value, 'de') !== undefined) return true
    return term.termType === 'NamedNode' && this.graph.objects(term.value, links.type).some((type) => schema.test(type.value))
  }

  /** Whether a catalogue stands inside another. */
  isPart(uri: string): boolean {
    for (const catalog of this.catalogs)
      if (
        catalog !== uri &&
        [links.catalog, links.hasPart].some((link) => this.graph.objects(catalog, link).some((part) => part.value === uri))
      )
        return true
    return false
  }
}
