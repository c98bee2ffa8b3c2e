import type { Quad, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'

/** The quads of one record; its blank nodes are its own. */
export type RecordGraph = Iterable<Quad>
/** Records one after the other; only one is held at a time. */
export type RecordGraphs = Iterable<RecordGraph> | AsyncIterable<RecordGraph>

/** Quads by subject, in the order subjects first appear. */
export function bySubject(quads: Iterable<Quad>): Map<string, { subject: Term; quads: Quad[] }> {
  const groups = new Map<string, { subject: Term; quads: Quad[] }>()
  for (const quad of quads) {
    const id = `${quad.subject.termType === 'BlankNode' ? '_:' : ''}${quad.subject.value}`
    const group = groups.get(id)
    if (group) group.quads.push(quad)
    else groups.set(id, { subject: quad.subject, quads: [quad] })
  }
  return groups
}

/** Gives the blank nodes of the n-th record labels that no other record of the document uses. */
export function labelled(quads: Iterable<Quad>, record: number): Quad[] {
  const labels = new Map<string, ReturnType<typeof DataFactory.blankNode>>()
  const rename = <T extends Term>(term: T): T => {
    if (term.termType !== 'BlankNode') return term
    let label = labels.get(term.value)
    if (!label) {
      label = DataFactory.blankNode(`r${record}b${labels.size}`)
      labels.set(term.value, label)
    }
    return label as unknown as T
  }
  return Array.from(
    quads,
    (quad) =>
      DataFactory.quad(rename(quad.subject) as never, quad.predicate as never, rename(quad.object) as never) as unknown as Quad,
  )
}

/** Blank nodes that exactly one other node points at and no circle holds: they can be written where they are used. */
export function nestable(quads: readonly Quad[]): Set<string> {
  const parents = new Map<string, string[]>()
  for (const { subject, object } of quads)
    if (object.termType === 'BlankNode') {
      const from = subject.termType === 'BlankNode' ? `_:${subject.value}` : ''
      parents.set(object.value, [...(parents.get(object.value) ?? []), from])
    }
  const rooted = (node: string): boolean => {
    let at = node
    for (let steps = 0; steps < 20; steps++) {
      const above = parents.get(at)
      if (above?.length !== 1) return steps > 0 && above === undefined
      const parent = above[0] ?? ''
      if (parent === '') return true
      at = parent.slice(2)
    }
    return false
  }
  return new Set([...parents].filter(([node, above]) => above.length === 1 && rooted(node)).map(([node]) => node))
}
