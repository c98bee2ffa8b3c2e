import type { BlankNode, DataFactory as Factory, Literal, NamedNode, Quad, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'

/** A named node. */
export const iri = (value: string): NamedNode => DataFactory.namedNode(value)
/** A blank node with this label. */
export const blank = (label: string): BlankNode => DataFactory.blankNode(label)
/** A literal: with a language, with a datatype, or plain. */
export const text = (value: string, language = '', datatype?: string): Literal =>
  DataFactory.literal(value, language || (datatype === undefined ? undefined : DataFactory.namedNode(datatype)))
/** A triple of the default graph. */
export const triple = (subject: Term, predicate: string, object: Term): Quad =>
  DataFactory.quad(subject as NamedNode, DataFactory.namedNode(predicate), object as NamedNode) as unknown as Quad

/** A term factory whose blank nodes are its own: labels of the document and made-up ones never meet. */
export function scopedFactory(): Factory<Quad> {
  let count = 0
  const base = DataFactory as unknown as Factory<Quad>
  return Object.assign(Object.create(base) as Factory<Quad>, {
    namedNode: base.namedNode.bind(base),
    // The JSON-LD parser hands null where it means nothing.
    literal: (value: string, kind?: Parameters<typeof base.literal>[1] | null) => base.literal(value, kind ?? undefined),
    defaultGraph: base.defaultGraph.bind(base),
    quad: base.quad.bind(base),
    blankNode: (label?: string) => base.blankNode(label === undefined ? `g${count++}` : `x_${label}`),
  })
}

/** The one text of a term that tells it from every other, as in N-Triples. */
export function termKey(term: Term): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`
  if (term.termType === 'BlankNode') return `_:${term.value}`
  if (term.termType === 'Literal') return literalKey(term.value, term.language, term.datatype.value)
  return term.value
}

const xsdString = 'http://www.w3.org/2001/XMLSchema#string'

/** A literal as N-Triples writes it. */
export function literalKey(value: string, language: string, datatype: string): string {
  const text = `"${escapeText(value)}"`
  if (language) return `${text}@${language.toLowerCase()}`
  return datatype === xsdString ? text : `${text}^^<${datatype}>`
}

const escapes: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Escapes a text for a quoted literal of Turtle or N-Triples. */
export function escapeText(value: string): string {
  return value.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be escaped
    /[\\"\n\r\t\u0000-\u001f\u007f]/g,
    (char) => escapes[char] ?? `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no IRI may hold them
const badInIri = /[\u0000-\u0020<>"{}|^`\\]/g

/** Percent-encodes what no IRI may hold, so that every writer gives a valid document. */
export function safeIri(iri: string): string {
  return iri.toWellFormed().replace(badInIri, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}
