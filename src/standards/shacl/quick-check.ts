import type { Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Graph } from './graph.ts'
import { namespaces, rdfType, termKey } from './names.ts'

/** Says that a property shape surely holds for a node. False means: unknown, let the engine judge. */
export type QuickCheck = (data: Graph, node: string) => boolean

type ValueCheck = (data: Graph, values: readonly Term[]) => boolean

const sh = namespaces.sh
/** Says nothing about the data. */
const silent = new Set(
  ['path', 'severity', 'message', 'name', 'description', 'order', 'group', 'defaultValue'].map((name) => sh + name),
)
/** Can only fail when there is a value. */
const needsValue = new Set(
  'maxCount class datatype nodeKind in pattern flags minLength maxLength minInclusive maxInclusive minExclusive maxExclusive node or and not xone property languageIn uniqueLang'
    .split(' ')
    .map((name) => sh + name),
)

/**
 * Makes the quick checks of property shapes with one predicate. They never find a fault, they only spare the engine the shapes that hold:
 * in real catalogues nine of ten. Undefined for shapes that the engine must judge every time.
 */
export function quickCheck(shapes: Graph, shape: string): QuickCheck | undefined {
  const [path] = shapes.objects(shape, `${sh}path`)
  if (path?.termType !== 'NamedNode') return undefined
  const constraints = shapes
    .about(shape)
    .filter((quad) => quad.predicate.value.startsWith(sh) && !silent.has(quad.predicate.value))
  const known = constraints.map((quad) => valueCheck(shapes, quad.predicate.value, quad.object))
  const checks = known.filter((check) => check !== undefined)
  const emptyHolds = constraints.every((quad) => needsValue.has(quad.predicate.value))
  const complete = checks.length === known.length
  if (!emptyHolds && !complete) return undefined
  return (data, node) => {
    const values = data.objects(node, path.value)
    if (values.length === 0 && emptyHolds) return true
    return complete && checks.every((check) => check(data, values))
  }
}

function valueCheck(shapes: Graph, constraint: string, argument: Term): ValueCheck | undefined {
  switch (constraint.slice(sh.length)) {
    case 'minCount':
      return (_, values) => values.length >= Number(argument.value)
    case 'maxCount':
      return (_, values) => values.length <= Number(argument.value)
    case 'hasValue':
      return (_, values) => values.some((value) => value.equals(argument))
    case 'nodeKind': {
      const kinds = nodeKinds(argument.value.slice(sh.length))
      return (_, values) => values.every((value) => kinds.has(value.termType))
    }
    case 'class': {
      const classes = subclasses(shapes, argument)
      return (data, values) =>
        values.every((value) => data.objects(termKey(value), rdfType).some((type) => classes.has(type.value)))
    }
    case 'property': {
      const inner = quickCheck(shapes, termKey(argument))
      return inner && ((data, values) => values.every((value) => inner(data, termKey(value))))
    }
    default:
      return undefined
  }
}

function nodeKinds(kind: string): ReadonlySet<string> {
  const found = new Set<string>()
  if (kind.includes('IRI')) found.add('NamedNode')
  if (kind.includes('BlankNode')) found.add('BlankNode')
  if (kind.includes('Literal')) found.add('Literal')
  return found
}

function subclasses(shapes: Graph, top: Term): ReadonlySet<string> {
  const found = new Set([top.value])
  for (const name of found)
    for (const { subject } of shapes.match(
      null,
      DataFactory.namedNode(`${namespaces.rdfs}subClassOf`),
      DataFactory.namedNode(name),
    ))
      found.add(subject.value)
  return found
}
