import type { Quad, Term } from '@rdfjs/types'
import { iri, termKey, text, triple } from '#standards/rdf'
import type { Repair } from './model.ts'
import { repairIri } from './repair-values.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them, so they could not be given out again
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Every triple once, with valid IRIs and texts that every format can hold; changes go to the log. */
export function* validQuads(quads: Iterable<Quad>, log: Repair[]): Generator<Quad> {
  const logged = new Set<string>()
  const note = (record: string, property: string, from: string, to: string) => {
    const key = `${record} ${from}`
    if (!logged.has(key)) log.push({ record, property, from: from.slice(0, 500), to: to.slice(0, 500) })
    logged.add(key)
  }
  const mend = (term: Term, record: string): Term => {
    if (term.termType === 'NamedNode') {
      const value = repairIri(term.value)
      if (value === term.value) return term
      note(record, 'IRI', term.value, value)
      return iri(value)
    }
    if (term.termType !== 'Literal') return term
    const datatype = repairIri(term.datatype.value)
    const value = term.value.toWellFormed().replace(unwritable, '')
    if (datatype === term.datatype.value && value === term.value) return term
    if (value !== term.value) note(record, 'rdf:value', term.value, value)
    else note(record, 'IRI', term.datatype.value, datatype)
    return term.language ? text(value, term.language) : text(value, '', datatype)
  }
  const seen = new Set<string>()
  for (const quad of quads) {
    const record = quad.subject.termType === 'BlankNode' ? '' : repairIri(quad.subject.value)
    const clean = triple(mend(quad.subject, record), mend(quad.predicate, record).value, mend(quad.object, record))
    const key = `${termKey(clean.subject)} ${clean.predicate.value} ${termKey(clean.object)}`
    if (seen.has(key)) continue
    seen.add(key)
    yield clean
  }
}
