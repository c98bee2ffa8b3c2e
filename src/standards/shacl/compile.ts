import type { Quad, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Shape } from 'shacl-engine/lib/Shape.js'
import Validator from 'shacl-engine/Validator.js'
import { classFacts } from './class-facts.ts'
import { Graph } from './graph.ts'
import { namespaces, termKey } from './names.ts'
import { type QuickCheck, quickCheck } from './quick-check.ts'

/** A shape that a node is held against, with the check that may spare the engine the work. */
export interface Aim {
  readonly shape: Shape
  readonly holds: QuickCheck | undefined
}

/** Shapes made ready once and used for many graphs: who is looked at by which shape, and the engine's own form of them. */
export interface ShapeSet {
  readonly validator: Validator
  readonly byClass: ReadonlyMap<string, readonly Aim[]>
  readonly byNode: ReadonlyMap<string, readonly Aim[]>
  readonly bySubjectOf: ReadonlyMap<string, readonly Aim[]>
  readonly byObjectOf: ReadonlyMap<string, readonly Aim[]>
  /** Key of a property shape that sits inside another property shape -> the paths of the outer ones. */
  readonly outerPaths: ReadonlyMap<string, readonly string[]>
  /** Key of a shape -> its name for people: the IRI, or for a nameless inner shape the IRI of the one around it. */
  readonly nameOf: (shape: Term) => string
  /** How many shapes have targets. */
  readonly size: number
}

const sh = (name: string) => DataFactory.namedNode(namespaces.sh + name)
const listIn = <K, V>(map: Map<K, V[]>, key: K, value: V) => {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

/**
 * Makes shapes ready. All SHACL Core constraints are known; SPARQL constraints are not, and none of the DCAT-AP family uses them:
 * shapes that do are refused here, because leaving them out in silence would be a wrong verdict.
 */
export function compileShapes(quads: Iterable<Quad>): ShapeSet {
  const graph = new Graph(quads)
  for (const property of ['sparql', 'select', 'ask', 'js']) {
    const [used] = graph.match(null, sh(property))
    if (used) throw new Error(`shape ${used.subject.value} uses sh:${property}, which is not supported`)
  }
  for (const fact of classFacts()) graph.add(fact)
  const validator = new Validator(graph, { factory: DataFactory })
  const targets = collectTargets(validator, graph)
  return { validator, ...targets, outerPaths: outerPaths(graph), nameOf: shapeNames(graph) }
}

function collectTargets(validator: Validator, graph: Graph) {
  const byClass = new Map<string, Aim[]>()
  const byNode = new Map<string, Aim[]>()
  const bySubjectOf = new Map<string, Aim[]>()
  const byObjectOf = new Map<string, Aim[]>()
  let size = 0
  for (const shape of validator.shapes.values()) {
    if (shape.deactivated) continue
    const { targetClass, targetNode, targetObjectsOf, targetSubjectsOf } = shape.targetResolver
    const places = [
      [byClass, [...targetClass]],
      [byNode, targetNode],
      [byObjectOf, targetObjectsOf],
      [bySubjectOf, targetSubjectsOf],
    ] as const
    if (places.every(([, terms]) => terms.length === 0)) continue
    size++
    for (const aim of aims(validator, graph, shape))
      for (const [map, terms] of places) for (const term of terms) listIn(map, termKey(term), aim)
  }
  return { byClass, byNode, bySubjectOf, byObjectOf, size }
}

const beside = new Set(
  [
    'property',
    'targetClass',
    'targetNode',
    'targetObjectsOf',
    'targetSubjectsOf',
    'name',
    'description',
    'severity',
    'message',
  ].map((n) => sh(n).value),
)

/** A node shape that is only a list of property shapes is taken apart, so that each of them can be spared on its own. */
function aims(validator: Validator, graph: Graph, shape: Shape): Aim[] {
  const key = termKey(shape.ptr.term ?? sh('NodeShape'))
  const open = (predicate: string, value: string) =>
    predicate === `${namespaces.sh}closed` && (value === 'false' || value === '0')
  const plain = graph
    .about(key)
    .every(
      ({ predicate, object }) =>
        !predicate.value.startsWith(namespaces.sh) || beside.has(predicate.value) || open(predicate.value, object.value),
    )
  if (!plain || shape.path) return [{ shape, holds: undefined }]
  const inner = graph.objects(key, `${namespaces.sh}property`).map((term) => validator.shape(shape.ptr.node([term])))
  return inner.flatMap((found) =>
    found && !found.deactivated ? [{ shape: found, holds: quickCheck(graph, termKey(found.ptr.term ?? sh('property'))) }] : [],
  )
}

/** Property shapes inside property shapes (`dct:format` whose value must be in a list): inner key -> outer paths. */
function outerPaths(graph: Graph): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { subject, object } of graph.match(null, sh('property'))) {
    const [path] = graph.objects(termKey(subject), `${namespaces.sh}path`)
    if (path?.termType === 'NamedNode') listIn(found, termKey(object), path.value)
  }
  return found
}

/** Nameless shapes are called after the named shape that holds them, so that a report can be looked up. */
function shapeNames(graph: Graph): (shape: Term) => string {
  const names = new Map<string, string>()
  const holders = ['property', 'node', 'qualifiedValueShape', 'not', 'or', 'and', 'xone'].map(sh)
  return (shape) => {
    const key = termKey(shape)
    let name = names.get(key)
    if (name) return name
    let at: Term = shape
    const seen = new Set<string>()
    while (at.termType === 'BlankNode' && !seen.has(at.value)) {
      seen.add(at.value)
      const [holder] = graph.match(null, null, at).filter((quad) => holders.some((p) => p.equals(quad.predicate)))
      if (!holder) break
      at = holder.subject
    }
    name = termKey(at)
    names.set(key, name)
    return name
  }
}
