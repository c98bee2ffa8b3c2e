import type { Quad, Quad_Object, Quad_Subject } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { RecordPart } from '#standards/shacl'

/** A part of a catalogue as flat lists of texts, five for each triple: goes through threads fast and takes even IRIs that no text format would. */
export interface Wire {
  readonly record: string | undefined
  readonly triples: readonly string[]
  readonly nodes: ReadonlyMap<string, string>
}

/** Part -> flat lists. */
export const toWire = ({ record, quads, nodes }: RecordPart): Wire => ({ record, triples: flat(quads), nodes })

/** Flat lists -> part. */
export const fromWire = ({ record, triples, nodes }: Wire): RecordPart => ({ record, quads: [...quadsOf(triples)], nodes })

function flat(quads: Iterable<Quad>): string[] {
  const wire: string[] = []
  for (const { subject, predicate, object } of quads) {
    wire.push(subject.termType === 'BlankNode' ? 'b' : 'i', subject.value, predicate.value)
    if (object.termType === 'Literal')
      wire.push(object.language ? `@${object.language}` : `^${object.datatype.value}`, object.value)
    else wire.push(object.termType === 'BlankNode' ? 'b' : 'i', object.value)
  }
  return wire
}

function* quadsOf(wire: readonly string[]): Generator<Quad> {
  const node = (kind: string, value: string) => (kind === 'b' ? DataFactory.blankNode(value) : DataFactory.namedNode(value))
  for (let at = 0; at + 4 < wire.length; at += 5) {
    const [kind, subject, predicate, objectKind, object] = wire.slice(at, at + 5) as [string, string, string, string, string]
    const end = objectKind.startsWith('@') || objectKind.startsWith('^') ? literal(objectKind, object) : node(objectKind, object)
    yield DataFactory.quad(node(kind, subject) as Quad_Subject, DataFactory.namedNode(predicate), end as Quad_Object) as Quad
  }
}

function literal(kind: string, value: string) {
  const rest = kind.slice(1)
  return kind.startsWith('@') ? DataFactory.literal(value, rest) : DataFactory.literal(value, DataFactory.namedNode(rest))
}
