// Two independent engines on the same triples: ours (shacl-engine behind quick checks, record by record) and rdf-validate-shacl on the whole.
import assert from 'node:assert/strict'
import path from 'node:path'
import { before, test } from 'node:test'
import type { Quad, Term } from '@rdfjs/types'
import { Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { knownEntries, openReference, profiles } from '#catalogue'
import { addVocabulary, classFacts, compileShapes, Graph, splitRecords, type VocabularyIndex, validate } from '#standards/shacl'
import { withoutShared } from '#support/shared.ts'
import { readFile, referenceData, testCases } from './shacl-material.ts'

const skip = withoutShared()
const name = (term: Term | null | undefined) =>
  !term ? '' : term.termType === 'NamedNode' ? term.value : term.termType === 'Literal' ? `"${term.value}"` : '_:'
const local = (iri: string | undefined) => (iri ?? '').replace(/.*#/, '')

let shapes: Quad[] = []
let vocabulary: VocabularyIndex = new Map()
before(async () => {
  if (skip) return
  const reference = openReference(await referenceData())
  const read = await reference.shapes(profiles['dcat-ap.de-3.0'].shapes)
  assert.ok(read.ok)
  shapes = read.value
  vocabulary = knownEntries(reference.vocabulary())
})

/** Nameless nodes count as one. With sh:hasValue the engines differ in whether the node itself is named as value; the standard leaves it open. */
const line = (severity: string, focus: string, at: string, value: string, constraint: string) =>
  [severity, focus.startsWith('_:') ? '_:' : focus, at, constraint === 'HasValue' ? '' : value, constraint].join(' | ')

async function ours(quads: readonly Quad[]): Promise<Set<string>> {
  const set = compileShapes(shapes)
  const found = new Set<string>()
  for (const part of splitRecords(quads)) {
    const graph = new Graph(part.quads)
    addVocabulary(graph, vocabulary)
    for (const r of await validate(set, graph, (key) => part.nodes.has(key)))
      found.add(
        line(
          r.severity,
          r.focus.startsWith('"') ? r.focus.replace(/"[^"]*$/, '"') : r.focus,
          r.path?.includes('|') ? 'ALT' : (r.path ?? ''),
          name(r.value),
          r.constraint,
        ),
      )
  }
  return found
}

async function theirs(quads: readonly Quad[]): Promise<Set<string>> {
  const data = new Graph(quads)
  const own = new Set(data.subjects())
  addVocabulary(data, vocabulary)
  for (const fact of classFacts()) data.add(fact)
  const report = await new SHACLValidator(new Store(shapes)).validate(new Store([...data]))
  const found = new Set<string>()
  for (const result of report.results) {
    const inList = name(result.path).endsWith('inScheme')
    // A list entry as target of its own is not ours to mend.
    if (
      result.focusNode &&
      !own.has(result.focusNode.termType === 'BlankNode' ? `_:${result.focusNode.value}` : name(result.focusNode)) &&
      !inList
    )
      continue
    const at = result.path?.termType === 'BlankNode' ? 'ALT' : name(result.path)
    found.add(
      line(
        local(result.severity?.value),
        name(result.focusNode),
        at,
        name(result.value),
        local(result.sourceConstraintComponent?.value).replace('ConstraintComponent', ''),
      ),
    )
  }
  return found
}

for (const [file, size] of [
  ['brandenburg-catalog-original-input.rdf', 700],
  ['rostock-catalog-original-input.rdf', 2000],
] as const)
  test(`both engines find the same in ${file}`, { skip }, async () => {
    // Brandenburg delivers the DCAT ontology along, which makes every catalogue a dataset: eight more findings that a catalogue's own rules would bring.
    const quads = (await readFile(path.join(testCases(), 'dashboard', file))).filter(
      ({ predicate }) => !predicate.value.endsWith('#subClassOf'),
    )
    const [a, b] = [await ours(quads), await theirs(quads)]
    assert.deepEqual(
      {
        onlyOurs: [...a].filter((one) => !b.has(one)).slice(0, 10),
        onlyTheirs: [...b].filter((one) => !a.has(one)).slice(0, 10),
      },
      { onlyOurs: [], onlyTheirs: [] },
    )
    assert.ok(a.size > size, `${a.size} findings`)
  })
