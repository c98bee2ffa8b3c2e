import type { Quad, Term } from '@rdfjs/types'
import { expand, toLines } from '#standards/rdf'
import { geometryId } from './content-id.ts'
import type { Node } from './model.ts'
import { geometryNode, isNodeKind, links, type NodeKind, nodeRows, nodeTypes, type Row } from './property-table.ts'
import { readValue } from './values.ts'
import { licences } from './vocabularies/licences.ts'

const nodeLabel = expand('rdfs:label')

type Fields = Record<string, unknown>

/** A value that is known by its property but not understood. */
export interface Misfit {
  row: Row
  term: Term
}

/** Reads one record's graph by the property table and remembers which triples found a place. */
export class Decoder {
  readonly #bySubject = new Map<string, Quad[]>()
  readonly #all: readonly Quad[]
  readonly #claimed = new Set<Quad>()
  readonly #nodes = new Map<string, Node & Fields>()
  readonly #uses = new Map<string, number>()
  readonly misfits: Misfit[] = []

  constructor(quads: readonly Quad[]) {
    this.#all = quads
    for (const quad of quads) {
      const list = this.#bySubject.get(quad.subject.value)
      if (list) list.push(quad)
      else this.#bySubject.set(quad.subject.value, [quad])
      if (quad.object.termType === 'BlankNode') this.#uses.set(quad.object.value, (this.#uses.get(quad.object.value) ?? 0) + 1)
    }
  }

  of(subject: string): readonly Quad[] {
    return this.#bySubject.get(subject) ?? []
  }

  /** Marks a triple as understood. */
  claim(subject: string, predicate: string, object: string): boolean {
    const quad = this.of(subject).find((each) => each.predicate.value === predicate && each.object.value === object)
    if (quad) this.#claimed.add(quad)
    return quad !== undefined
  }

  fields(subject: string, rows: readonly Row[]): Fields {
    const fields: Fields = {}
    const quads = this.of(subject)
    for (const row of rows) {
      if (row.many && !row.optional && fields[row.field] === undefined) fields[row.field] = []
      for (const quad of quads) {
        if (quad.predicate.value !== row.predicate || this.#claimed.has(quad)) continue
        if (!row.many && fields[row.field] !== undefined) continue
        const value = this.#value(row, quad)
        if (value === undefined) continue
        this.#claimed.add(quad)
        if (row.many) fields[row.field] = [...((fields[row.field] as unknown[] | undefined) ?? []), value]
        else fields[row.field] = value
      }
    }
    for (const quad of quads) {
      const row = this.#claimed.has(quad) ? undefined : rows.find((each) => each.predicate === quad.predicate.value)
      if (row) this.misfits.push({ row, term: quad.object })
    }
    return fields
  }

  #value(row: Row, { subject, object }: Quad): unknown {
    if (isNodeKind(row.kind)) return this.#node(row.kind, object)
    if (row.kind === 'geometry') return this.#geometry(subject, object)
    return row.field === 'license' && this.#isWorded(object) ? undefined : readValue(row, object)
  }

  /** A licence that no list knows and that the source describes is read with its words. */
  #isWorded(term: Term): boolean {
    return licences.get(term.value) === undefined && this.of(term.value).some((quad) => quad.predicate.value === nodeLabel)
  }

  /** A geometry that says no more than its WKT becomes a text; any other stays as it is. */
  #geometry(place: Term, term: Term): string | undefined {
    const quads = term.termType === 'NamedNode' || this.#uses.get(term.value) === 1 ? this.of(term.value) : []
    const wkt = quads.find((quad) => quad.predicate.value === geometryNode.property)
    const type = quads.find((quad) => quad.predicate.value === links.type && quad.object.value === geometryNode.type)
    const value = wkt && readValue({ kind: 'wkt' } as Row, wkt.object)
    if (!wkt || !type || quads.length !== 2 || value === undefined) return undefined
    if ((place.termType === 'NamedNode') !== (term.termType === 'NamedNode')) return undefined
    if (term.termType === 'NamedNode' && term.value !== geometryId(place.value, String(value))) return undefined
    this.#claimed.add(wkt).add(type)
    return String(value)
  }

  #node(kind: NodeKind, term: Term): (Node & Fields) | undefined {
    if (term.termType === 'Literal' || (term.termType === 'NamedNode' && readValue({ kind: 'iri' } as Row, term) === undefined))
      return undefined
    const key = `${kind} ${term.termType} ${term.value}`
    const seen = this.#nodes.get(key)
    if (seen) return seen
    const node: Node & Fields = term.termType === 'NamedNode' ? { uri: term.value } : { node: term.value }
    this.#nodes.set(key, node)
    Object.assign(node, this.fields(term.value, nodeRows[kind]))
    const type = nodeTypes[kind]
    if (type && (node.node !== undefined || Object.keys(node).length > 1)) this.claim(term.value, links.type, type)
    return node
  }

  /** What no property took, as N-Triples lines; those that hang on a distribution (`owners`) go to it. */
  extra(record: string, owners: readonly string[]): { own: string[]; of: Map<string, string[]> } {
    const left = this.#all.filter((quad) => !this.#claimed.has(quad))
    const mentioned = new Set(
      left
        .flatMap(({ subject, object }) => [subject, object])
        .flatMap((term) => (term.termType === 'BlankNode' ? [term.value] : [])),
    )
    for (const node of this.#nodes.values())
      if (node.node !== undefined && !mentioned.has(node.node) && (this.#uses.get(node.node) ?? 0) < 2) delete node.node
    const open = new Map<string, Quad[]>()
    for (const quad of left) open.set(quad.subject.value, [...(open.get(quad.subject.value) ?? []), quad])
    const stop = new Set([record, ...owners])
    const of = new Map(owners.map((owner) => [owner, toLines(take(open, owner, stop))]))
    return { own: toLines(left.filter((quad) => open.has(quad.subject.value))), of }
  }
}

/** Takes the triples of a node and of everything they lead to, short of other records. */
function take(open: Map<string, Quad[]>, start: string, stop: ReadonlySet<string>): Quad[] {
  const taken: Quad[] = []
  const queue = [start]
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    const quads = open.get(node)
    if (!quads) continue
    open.delete(node)
    taken.push(...quads)
    queue.push(
      ...quads.filter(({ object }) => object.termType !== 'Literal' && !stop.has(object.value)).map(({ object }) => object.value),
    )
  }
  return taken
}
