import type { Quad, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Graph } from './graph.ts'
import { namespaces, rdfType } from './names.ts'

/** What validation must know of vocabulary entries: their classes and the lists they are in. Entry IRI -> those triples. */
export type VocabularyIndex = ReadonlyMap<string, readonly Quad[]>

const inScheme = `${namespaces.skos}inScheme`
const concept = DataFactory.namedNode(`${namespaces.skos}Concept`)
const type = DataFactory.namedNode(rdfType)

/** Keeps the two properties of each entry that shapes ask for; what is in a scheme is a concept even where a list does not say so. */
export function indexVocabulary(quads: Iterable<Quad>): VocabularyIndex {
  const index = new Map<string, Quad[]>()
  const keep = (quad: Quad) => {
    const entry = index.get(quad.subject.value)
    if (!entry) index.set(quad.subject.value, [quad])
    else if (!entry.some((known) => known.equals(quad))) entry.push(quad)
  }
  for (const quad of quads) {
    if (quad.subject.termType !== 'NamedNode') continue
    if (quad.predicate.value === inScheme) {
      keep(DataFactory.quad(quad.subject, type, concept))
      keep(DataFactory.quad(quad.subject, quad.predicate, quad.object))
    } else if (quad.predicate.value === rdfType) keep(DataFactory.quad(quad.subject, quad.predicate, quad.object))
  }
  return index
}

/** Says of entries that they are in a list, as if it stood in the list itself; for lists that are not at hand. */
export function schemeEntries(scheme: string, entries: readonly string[]): Quad[] {
  const [predicate, list] = [DataFactory.namedNode(inScheme), DataFactory.namedNode(scheme)]
  return entries.map((entry) => DataFactory.quad(DataFactory.namedNode(entry), predicate, list))
}

/** Puts the vocabulary triples of all entries that a graph refers to into it: some ten triples instead of forty thousand. */
export function addVocabulary(graph: Graph, vocabulary: VocabularyIndex): void {
  const referred = new Set<string>()
  for (const { object } of graph as Iterable<{ object: Term }>) if (object.termType === 'NamedNode') referred.add(object.value)
  for (const iri of referred) for (const quad of vocabulary.get(iri) ?? []) graph.add(quad)
}
