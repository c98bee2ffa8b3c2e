import { type Graph, type RecordPart, rdfType, type Severity, type ShaclResult, termKey } from '#standards/shacl'

/** One finding of the official rules, put to the place where a person can mend it. Plain data: goes through threads and JSON. */
export interface Finding {
  /** IRI of the record; null for nodes that belong to none. */
  readonly dataset: string | null
  /** The distribution, or the record itself. */
  readonly node: string
  /** The node that the rule speaks about: node, or a contact, agent, place ... of it. */
  readonly target: string
  /** Class of the target, IRI. */
  readonly targetType: string | null
  /** Property to be mended, IRI; alternatives are joined by `|`. */
  readonly path: string | null
  readonly severity: Severity
  readonly shape: string
  /** SHACL's name of the constraint; `InScheme` where a value is not in the list it must come from. */
  readonly constraint: string
  readonly value: string | null
  readonly valueKind: 'iri' | 'blank' | 'literal' | null
}

const inScheme = 'http://www.w3.org/2004/02/skos/core#inScheme'

/** Puts a result of the shapes to its record and distribution. */
export function findingOf(result: ShaclResult, { record, nodes }: RecordPart, graph: Graph): Finding {
  const nested = result.focus !== result.target
  const listed = nested && result.path === inScheme && result.outerPath !== undefined
  const value = nested
    ? result.focus
    : result.value && (result.value.termType === 'Literal' ? result.value.value : termKey(result.value))
  const kind =
    value === undefined ? null : nested ? kindOf(result.focus) : result.value?.termType === 'Literal' ? 'literal' : kindOf(value)
  return {
    dataset: record ?? null,
    node: nodes.get(result.target) ?? result.target,
    target: result.target,
    targetType: graph.objects(result.target, rdfType)[0]?.value ?? null,
    path: result.outerPath ?? result.path ?? null,
    severity: result.severity,
    shape: result.shape,
    constraint: listed ? 'InScheme' : result.constraint,
    value: value === undefined ? null : nested && kind === 'literal' ? literalText(result.focus) : value,
    valueKind: kind,
  }
}

const kindOf = (key: string) => (key.startsWith('_:') ? 'blank' : key.startsWith('"') ? 'literal' : 'iri')
const literalText = (key: string) => key.slice(1, key.lastIndexOf('"'))
