import type { Quad, Term } from '@rdfjs/types'

/** Triples by subject. IRIs and blank labels share one key space: an IRI always has a colon, a label never. */
export class SubjectGraph {
  readonly #bySubject = new Map<string, Quad[]>()

  constructor(quads: Iterable<Quad> = []) {
    for (const quad of quads) this.add(quad)
  }

  add(quad: Quad): void {
    const list = this.#bySubject.get(quad.subject.value)
    if (!list) this.#bySubject.set(quad.subject.value, [quad])
    else list.push(quad)
  }

  of(subject: string): readonly Quad[] {
    return this.#bySubject.get(subject) ?? []
  }

  set(subject: string, quads: Quad[]): void {
    this.#bySubject.set(subject, quads)
  }

  has(subject: string): boolean {
    return this.#bySubject.has(subject)
  }

  objects(subject: string, predicate: string): Term[] {
    return this.of(subject).flatMap((quad) => (quad.predicate.value === predicate ? [quad.object] : []))
  }

  subjects(): Iterable<string> {
    return this.#bySubject.keys()
  }

  *quads(): Generator<Quad> {
    for (const quads of this.#bySubject.values()) yield* quads
  }
}
