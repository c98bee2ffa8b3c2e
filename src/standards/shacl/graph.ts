import type { Quad, Term } from '@rdfjs/types'
import { termKey } from './names.ts'

type ByPredicate = Map<string, Quad[]>

/**
 * A small set of triples with both directions indexed, made for graphs of some hundred triples that live for some milliseconds.
 * It offers just what the engine asks of an RDF/JS dataset; graph names are not looked at.
 */
export class Graph implements Iterable<Quad> {
  private readonly all: Quad[] = []
  private readonly bySubject = new Map<string, ByPredicate>()
  private readonly byObject = new Map<string, ByPredicate>()

  constructor(quads: Iterable<Quad> = []) {
    for (const quad of quads) this.add(quad)
  }

  get size(): number {
    return this.all.length
  }

  /** Takes a triple in; one that is there already changes nothing. */
  add(quad: Quad): void {
    const predicate = quad.predicate.value
    const bySubject = place(this.bySubject, termKey(quad.subject), predicate)
    const byObject = place(this.byObject, termKey(quad.object), predicate)
    // The shorter list tells whether the triple is known: a catalogue has many datasets, but few triples point at one dataset.
    const known = bySubject.length < byObject.length ? bySubject : byObject
    for (const other of known) if (other.subject.equals(quad.subject) && other.object.equals(quad.object)) return
    bySubject.push(quad)
    byObject.push(quad)
    this.all.push(quad)
  }

  /** Triples that fit; null or undefined stands for any. */
  match(subject?: Term | null, predicate?: Term | null, object?: Term | null): Quad[] {
    if (subject) {
      const found = pick(this.bySubject.get(termKey(subject)), predicate)
      return object ? found.filter((quad) => quad.object.equals(object)) : found
    }
    if (object) return pick(this.byObject.get(termKey(object)), predicate)
    return predicate ? this.all.filter((quad) => quad.predicate.value === predicate.value) : [...this.all]
  }

  /** All triples about a node. */
  about(key: string): Quad[] {
    return pick(this.bySubject.get(key), null)
  }

  /** Whether anything is said about a node. */
  describes(key: string): boolean {
    return this.bySubject.has(key)
  }

  /** Objects of one property of a node. */
  objects(key: string, predicate: string): Term[] {
    return (this.bySubject.get(key)?.get(predicate) ?? []).map((quad) => quad.object)
  }

  /** Keys of all subjects, in the order in which they came. */
  subjects(): Iterable<string> {
    return this.bySubject.keys()
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.all[Symbol.iterator]()
  }
}

function place(index: Map<string, ByPredicate>, node: string, predicate: string): Quad[] {
  let properties = index.get(node)
  if (!properties) {
    properties = new Map()
    index.set(node, properties)
  }
  let quads = properties.get(predicate)
  if (!quads) {
    quads = []
    properties.set(predicate, quads)
  }
  return quads
}

function pick(properties: ByPredicate | undefined, predicate: Term | null | undefined): Quad[] {
  if (!properties) return []
  return predicate ? (properties.get(predicate.value) ?? []) : [...properties.values()].flat()
}
