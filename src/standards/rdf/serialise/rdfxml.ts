import type { Quad, Term } from '@rdfjs/types'
import { namespaces } from '../namespaces.ts'
import { safeIri } from '../terms.ts'
import { bySubject, labelled, nestable, type RecordGraphs } from './graphs.ts'

const prefixes = Object.entries(namespaces)
const start =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF'
const ncName = new RegExp(`[${start}][${start}0-9.\\-\\u00B7\\u0300-\\u036F\\u203F\\u2040]*$`)
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 has no way to write
const noXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function text(value: string): string {
  return value
    .toWellFormed()
    .replace(noXml, '\ufffd')
    .replace(/[&<>\r]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : char === '>' ? '&gt;' : '&#13;'))
}

const attribute = (value: string) =>
  text(value).replace(/["\n\t]/g, (char) => (char === '"' ? '&quot;' : char === '\n' ? '&#10;' : '&#9;'))
const iri = (value: string) => attribute(safeIri(value))

/** An element name for a predicate or class: known prefix, or the longest tail that may be a name with its own namespace. */
function elementName(value: string): { name: string; declare: string } | undefined {
  const safe = safeIri(value)
  const local = ncName.exec(safe)?.[0]
  if (!local || local.length === safe.length) return undefined
  const namespace = safe.slice(0, -local.length)
  const known = prefixes.find(([, candidate]) => candidate === namespace)
  if (known) return { name: `${known[0]}:${local}`, declare: '' }
  return { name: `ns:${local}`, declare: ` xmlns:ns="${attribute(namespace)}"` }
}

class Writer {
  readonly #groups: ReturnType<typeof bySubject>
  readonly #nested: Set<string>
  /** Triples whose predicate no element can name. */
  readonly unnamable: Quad[] = []

  constructor(quads: Quad[]) {
    this.#groups = bySubject(quads)
    this.#nested = nestable(quads)
  }

  #property(quad: Quad, indent: string): string {
    const element = elementName(quad.predicate.value)
    if (!element) {
      this.unnamable.push(quad)
      return ''
    }
    const open = `${indent}<${element.name}${element.declare}`
    const { object } = quad
    if (object.termType === 'NamedNode') return `${open} rdf:resource="${iri(object.value)}"/>\n`
    if (object.termType === 'BlankNode') {
      const group = this.#nested.has(object.value) ? this.#groups.get(`_:${object.value}`) : undefined
      if (!group) return `${open} rdf:nodeID="${object.value}"/>\n`
      return `${open}>\n${this.#node(group.subject, group.quads, `${indent}  `, true)}${indent}</${element.name}>\n`
    }
    if (object.termType !== 'Literal') return ''
    const string = object.datatype.value === `${namespaces.xsd}string`
    const kind = object.language
      ? ` xml:lang="${attribute(object.language)}"`
      : string
        ? ''
        : ` rdf:datatype="${iri(object.datatype.value)}"`
    return `${open}${kind}>${text(object.value)}</${element.name}>\n`
  }

  #node(subject: Term, quads: readonly Quad[], indent: string, inner: boolean): string {
    const type = quads.find((quad) => quad.predicate.value === `${namespaces.rdf}type` && quad.object.termType === 'NamedNode')
    const element = type && elementName(type.object.value)
    const name = element?.name ?? 'rdf:Description'
    const id =
      subject.termType !== 'BlankNode' ? ` rdf:about="${iri(subject.value)}"` : inner ? '' : ` rdf:nodeID="${subject.value}"`
    const body = quads.filter((quad) => quad !== type || !element).map((quad) => this.#property(quad, `${indent}  `))
    return `${indent}<${name}${element?.declare ?? ''}${id}>\n${body.join('')}${indent}</${name}>\n`
  }

  nodes(): string {
    let nodes = ''
    for (const { subject, quads } of this.#groups.values())
      if (!(subject.termType === 'BlankNode' && this.#nested.has(subject.value))) nodes += this.#node(subject, quads, '  ', false)
    return nodes + this.unnamable.map((quad) => this.#statement(quad)).join('')
  }

  /** RDF/XML cannot write such a triple (RDF 1.1 XML Syntax, section 4); it is described instead, so that it is not lost. */
  #statement({ subject, predicate, object }: Quad): string {
    const reference = (term: Term) =>
      term.termType === 'BlankNode' ? `rdf:nodeID="${term.value}"` : `rdf:resource="${iri(term.value)}"`
    const value =
      object.termType === 'Literal'
        ? `<rdf:object${object.language ? ` xml:lang="${attribute(object.language)}"` : ` rdf:datatype="${iri(object.datatype.value)}"`}>${text(object.value)}</rdf:object>`
        : `<rdf:object ${reference(object)}/>`
    return `  <rdf:Statement>\n    <rdf:subject ${reference(subject)}/>\n    <rdf:predicate ${reference(predicate)}/>\n    ${value}\n  </rdf:Statement>\n`
  }
}

/** RDF/XML, one piece per record. The root element is closed at the very end only, so a part of the document is no document. */
export async function* toRdfXml(graphs: RecordGraphs): AsyncGenerator<string> {
  const declared = prefixes.map(([prefix, namespace]) => `\n  xmlns:${prefix}="${namespace}"`).join('')
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${declared}>\n`
  let record = 0
  for await (const graph of graphs) {
    const nodes = new Writer(labelled(graph, record++)).nodes()
    if (nodes) yield nodes
  }
  yield '</rdf:RDF>\n'
}
