import type { Quad, Term } from '@rdfjs/types'
import { namespaces } from '../namespaces.ts'
import { safeIri } from '../terms.ts'
import { bySubject, labelled, type RecordGraphs } from './graphs.ts'

const prefixes = Object.entries(namespaces)
const localName = /^[A-Za-z_][\w-]*$/

function compact(iri: string): string {
  for (const [prefix, namespace] of prefixes)
    if (iri.startsWith(namespace) && localName.test(iri.slice(namespace.length)))
      return `${prefix}:${iri.slice(namespace.length)}`
  return safeIri(iri)
}

const id = (term: Term) => (term.termType === 'BlankNode' ? `_:${term.value}` : safeIri(term.value))

function value(term: Term): unknown {
  if (term.termType !== 'Literal') return { '@id': id(term) }
  const text = term.value.toWellFormed()
  if (term.language) return { '@value': text, '@language': term.language }
  return term.datatype.value === `${namespaces.xsd}string` ? text : { '@value': text, '@type': compact(term.datatype.value) }
}

function node(subject: Term, quads: readonly Quad[]): string {
  const written: Record<string, unknown[]> = {}
  const types: string[] = []
  for (const { predicate, object } of quads)
    if (predicate.value === `${namespaces.rdf}type` && object.termType !== 'Literal')
      types.push(object.termType === 'BlankNode' ? id(object) : compact(object.value))
    else {
      const name = compact(predicate.value)
      written[name] = [...(written[name] ?? []), value(object)]
    }
  const properties = Object.fromEntries(
    Object.entries(written).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )
  return JSON.stringify({ '@id': id(subject), ...(types.length > 0 ? { '@type': types } : {}), ...properties }, undefined, 1)
}

/** JSON-LD with a flat `@graph`, one piece per record. Brackets are closed at the very end only, so a part of the document is no document. */
export async function* toJsonLd(graphs: RecordGraphs): AsyncGenerator<string> {
  yield `{"@context": ${JSON.stringify(namespaces)},\n"@graph": [\n`
  let record = 0
  let separator = ''
  for await (const graph of graphs) {
    const nodes = [...bySubject(labelled(graph, record++)).values()].map(({ subject, quads }) => node(subject, quads))
    if (nodes.length === 0) continue
    yield separator + nodes.join(',\n')
    separator = ',\n'
  }
  yield '\n]}\n'
}
