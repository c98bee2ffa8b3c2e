import type { Quad, Term } from '@rdfjs/types'
import { PathList } from 'grapoi'
import { DataFactory } from 'n3'
import Context, { type EngineResult } from 'shacl-engine/lib/Context.js'
import type { PathStep } from 'shacl-engine/lib/Shape.js'
import type { Aim, ShapeSet } from './compile.ts'
import { Graph } from './graph.ts'
import { namespaces, rdfType, termKey } from './names.ts'

export type Severity = 'Violation' | 'Warning' | 'Info'

/** One finding of one shape. Terms that are nodes come as IRI or `_:label`; `value` keeps the term. */
export interface ShaclResult {
  /** The node that the shape was aimed at: the one that a person knows and can mend. */
  readonly target: string
  /** The node on which the constraint failed: the target, or a value of it where shapes are nested. */
  readonly focus: string
  /** IRI of the property, `^iri` backwards, `a|b` for alternatives, `a/b` for steps; undefined when the node itself is meant. */
  readonly path: string | undefined
  /** With nested shapes, the property of the target that leads to the focus. */
  readonly outerPath: string | undefined
  readonly value: Term | undefined
  readonly severity: Severity
  /** Message of the shape in its own words, for the record. */
  readonly message: string
  /** IRI of the shape. */
  readonly shape: string
  /** Local name of the constraint component without its ending: `MinCount`, `Class`, `NodeKind`, `HasValue` ... */
  readonly constraint: string
}

/** Asked whether a node belongs to us; results are given for such nodes only. */
export type Owned = (nodeKey: string) => boolean

/**
 * Holds a graph against shapes, node by node, so that each result knows the node it is about even when the constraint failed deeper.
 * With `owned`, nodes that are only referred to (vocabulary entries, other records) are not looked at.
 */
export async function validate(shapes: ShapeSet, data: Iterable<Quad>, owned: Owned = () => true): Promise<ShaclResult[]> {
  const graph = data instanceof Graph ? data : new Graph(data)
  const found: ShaclResult[] = []
  const seen = new Set<string>()
  for (const [node, aimed] of targets(shapes, graph, owned)) {
    const focusNode = new PathList({ dataset: graph, factory: DataFactory, terms: [node] })
    const key = termKey(node)
    for (const { shape, holds } of aimed) {
      if (holds?.(graph, key)) continue
      const context = new Context({
        factory: DataFactory,
        focusNode,
        options: shapes.validator.options,
        validator: shapes.validator,
        shape,
      })
      await shape.validate(context)
      for (const raw of context.report.results) {
        const result = readable(shapes, graph, node, raw)
        const same = [
          result.target,
          result.focus,
          result.path,
          result.value && termKey(result.value),
          result.shape,
          result.constraint,
        ].join('\n')
        if (!seen.has(same)) found.push(result)
        seen.add(same)
      }
    }
  }
  return found
}

/** Which shapes look at which node: one pass over the triples instead of one query for each shape. */
function targets(shapes: ShapeSet, graph: Graph, owned: Owned): Map<Term, Set<Aim>> {
  const aimed = new Map<string, { node: Term; shapes: Set<Aim> }>()
  const aim = (node: Term, found: readonly Aim[] | undefined) => {
    if (!found) return
    const key = termKey(node)
    if (!owned(key)) return
    let entry = aimed.get(key)
    if (!entry) {
      entry = { node, shapes: new Set() }
      aimed.set(key, entry)
    }
    for (const shape of found) entry.shapes.add(shape)
  }
  for (const { subject, predicate, object } of graph) {
    if (predicate.value === rdfType) aim(subject, shapes.byClass.get(object.value))
    aim(subject, shapes.bySubjectOf.get(predicate.value))
    aim(object, shapes.byObjectOf.get(predicate.value))
  }
  for (const [key, found] of shapes.byNode) if (!key.startsWith('_:')) aim(DataFactory.namedNode(key), found)
  return new Map([...aimed.values()].map((entry) => [entry.node, entry.shapes]))
}

function readable(shapes: ShapeSet, graph: Graph, target: Term, raw: EngineResult): ShaclResult {
  const [targetKey, focus] = [termKey(target), termKey(raw.focusNode.term)]
  return {
    target: targetKey,
    focus,
    path: raw.path ? pathText(raw.path) : undefined,
    outerPath: focus === targetKey ? undefined : outerPath(shapes, graph, targetKey, raw),
    value: raw.value?.term ?? undefined,
    severity: severityOf(raw.severity),
    // Composed when asked for: most callers have sentences of their own.
    get message() {
      const messages = raw.message
      return (messages.find((m) => m.termType === 'Literal' && m.language === 'de') ?? messages[0])?.value ?? ''
    },
    shape: shapes.nameOf(raw.shape.ptr.term ?? raw.focusNode.term),
    constraint: raw.constraintComponent.value.slice(namespaces.sh.length).replace(/ConstraintComponent$/, ''),
  }
}

function outerPath(shapes: ShapeSet, graph: Graph, target: string, raw: EngineResult): string | undefined {
  const paths = shapes.outerPaths.get(raw.shape.ptr.term ? termKey(raw.shape.ptr.term) : '') ?? []
  return paths.find((path) => graph.objects(target, path).some((object) => object.equals(raw.focusNode.term)))
}

function severityOf(term: Term): Severity {
  const name = term.value.slice(namespaces.sh.length)
  return name === 'Warning' || name === 'Info' ? name : 'Violation'
}

const pathText = (steps: readonly PathStep[]): string =>
  steps.map((step) => (step.start === 'object' ? '^' : '') + step.predicates.map((p) => p.value).join('|')).join('/')
