import type { Quad } from '@rdfjs/types'
import { Graph } from './graph.ts'
import { namespaces, rdfType, termKey } from './names.ts'

/** The triples of one catalogue record, and which of its nodes belongs to which distribution. */
export interface RecordPart {
  /** IRI or blank label of the dataset, series, service or catalogue; undefined for nodes that no record refers to. */
  readonly record: string | undefined
  readonly quads: readonly Quad[]
  /** Node -> what a person would open to mend it: the distribution, or the record itself. */
  readonly nodes: ReadonlyMap<string, string>
}

const recordClasses = new Set(['Dataset', 'DatasetSeries', 'DataService', 'Catalog'].map((name) => namespaces.dcat + name))
/** Lists and ontologies delivered along stand for themselves: a record that refers to one of their entries does not bring in the whole. */
const listClasses = new Set([`${namespaces.skos}ConceptScheme`, `${namespaces.owl}Ontology`])
const entryClass = `${namespaces.skos}Concept`
const distributionClass = `${namespaces.dcat}Distribution`
const distributionLink = `${namespaces.dcat}distribution`

/**
 * Cuts a catalogue into its records. Agents, contacts, places and the like go with every record that refers to them;
 * of other records only their classes are taken along. Time and space grow with the triples given out, not with their square.
 * With `only`, nothing but that record is cut out.
 */
export function* splitRecords(quads: Iterable<Quad>, only?: string): Generator<RecordPart> {
  const whole = quads instanceof Graph ? quads : new Graph(quads)
  const records = new Set<string>()
  const apart = new Set<string>()
  for (const key of whole.subjects()) {
    const types = whole.objects(key, rdfType)
    const isRecord = types.some((type) => recordClasses.has(type.value))
    if (isRecord) records.add(key)
    if (isRecord || types.some((type) => listClasses.has(type.value))) apart.add(key)
  }
  const reached = new Set<string>()
  if (only !== undefined) {
    if (whole.describes(only)) yield cut(whole, only, only, apart, reached)
    return
  }
  for (const record of records) yield cut(whole, record, record, apart, reached)
  for (const loose of roots(whole, reached)) yield cut(whole, undefined, loose, apart, reached)
}

/** The part of one record out of triples that may hold more; undefined when nothing is said about it. */
export function recordPart(quads: Iterable<Quad>, record: string): RecordPart | undefined {
  return splitRecords(quads, record).next().value ?? undefined
}

function cut(
  whole: Graph,
  record: string | undefined,
  start: string,
  apart: ReadonlySet<string>,
  reached: Set<string>,
): RecordPart {
  const quads: Quad[] = []
  const others = new Set<string>()
  const nodes = new Map<string, string>([[start, start]])
  const open = [start]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    reached.add(key)
    const home = nodes.get(key) ?? start
    const leaf = key !== start && whole.objects(key, rdfType).some((type) => type.value === entryClass)
    for (const quad of whole.about(key)) {
      quads.push(quad)
      if (leaf || quad.object.termType === 'Literal') continue
      const next = termKey(quad.object)
      if (nodes.has(next) || !whole.describes(next)) continue
      if (apart.has(next)) {
        if (!others.has(next)) for (const type of whole.about(next)) if (type.predicate.value === rdfType) quads.push(type)
        others.add(next)
        continue
      }
      const ownPlace =
        quad.predicate.value === distributionLink || whole.objects(next, rdfType).some((t) => t.value === distributionClass)
      nodes.set(next, ownPlace ? next : home)
      open.push(next)
    }
  }
  return { record, quads, nodes }
}

/** Nodes that no record leads to, the ones nobody points at first, so that each is cut out with what hangs on it. */
function* roots(whole: Graph, reached: ReadonlySet<string>): Generator<string> {
  const pointedAt = new Set<string>()
  for (const { subject, object } of whole) {
    const key = termKey(object)
    if (object.termType !== 'Literal' && key !== termKey(subject)) pointedAt.add(key)
  }
  for (const key of whole.subjects()) if (!reached.has(key) && !pointedAt.has(key)) yield key
  for (const key of whole.subjects()) if (!reached.has(key)) yield key
}
