import type { Literal, Quad, Term } from '@rdfjs/types'
import { namespaces } from '../namespaces.ts'
import { escapeText, safeIri } from '../terms.ts'
import { bySubject, labelled, nestable, type RecordGraphs } from './graphs.ts'

const rdfType = `${namespaces.rdf}type`
const prefixes = Object.entries(namespaces)
const localName = /^[A-Za-z_][\w-]*$/

const byNamespace = new Map<string, string>(prefixes.map(([prefix, namespace]) => [namespace, prefix]))

/** A local name holds neither # nor /, and every namespace ends with one: so there is one place to cut, and one to look. */
function iri(value: string): string {
  const cut = Math.max(value.lastIndexOf('#'), value.lastIndexOf('/')) + 1
  const prefix = byNamespace.get(value.slice(0, cut))
  const name = prefix === undefined ? '' : value.slice(cut)
  return localName.test(name) ? `${prefix}:${name}` : `<${safeIri(value)}>`
}

function literal(term: Literal): string {
  const text = term.value.toWellFormed()
  const quoted = /\n/.test(text) && !/["\\\r]/.test(text) ? `"""${text}"""` : `"${escapeText(text)}"`
  if (term.language) return `${quoted}@${term.language}`
  return term.datatype.value === `${namespaces.xsd}string` ? quoted : `${quoted}^^${iri(term.datatype.value)}`
}

/** Writes one record's nodes; statements stand without their final dot. */
class Writer {
  readonly #groups: ReturnType<typeof bySubject>
  readonly #nested: Set<string>

  constructor(quads: Quad[]) {
    this.#groups = bySubject(quads)
    this.#nested = nestable(quads)
  }

  #term(term: Term, indent: string): string {
    if (term.termType === 'NamedNode') return iri(term.value)
    if (term.termType === 'Literal') return literal(term)
    if (!this.#nested.has(term.value)) return `_:${term.value}`
    const group = this.#groups.get(`_:${term.value}`)
    return group ? `[\n${this.#body(group.quads, `${indent}    `)}\n${indent}]` : '[]'
  }

  #body(quads: readonly Quad[], indent: string): string {
    const byPredicate = Map.groupBy(quads, (quad) => quad.predicate.value)
    const names = [...byPredicate.keys()].sort((a, b) => Number(b === rdfType) - Number(a === rdfType))
    const lines = names.map((name) => {
      const objects = (byPredicate.get(name) ?? []).map((quad) => this.#term(quad.object, indent))
      return `${indent}${name === rdfType ? 'a' : iri(name)} ${objects.join(`,\n${indent}    `)}`
    })
    return lines.join(' ;\n')
  }

  statements(): string[] {
    const statements: string[] = []
    for (const { subject, quads } of this.#groups.values())
      if (!(subject.termType === 'BlankNode' && this.#nested.has(subject.value)))
        statements.push(
          `${subject.termType === 'BlankNode' ? `_:${subject.value}` : iri(subject.value)}\n${this.#body(quads, '    ')}`,
        )
    return statements
  }
}

/**
 * Turtle, one piece per record. The dot that ends a statement is written only together with what follows it, and the last one
 * with the closing comment: whatever comes to a halt in the middle leaves a document that no parser takes for a whole one.
 */
export async function* toTurtle(graphs: RecordGraphs): AsyncGenerator<string> {
  yield prefixes.map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}>`).join(' .\n')
  let record = 0
  for await (const graph of graphs) {
    const statements = new Writer(labelled(graph, record++)).statements()
    if (statements.length > 0) yield ` .\n\n${statements.join(' .\n\n')}`
  }
  yield ` .\n\n# end of document, ${record} records\n`
}
