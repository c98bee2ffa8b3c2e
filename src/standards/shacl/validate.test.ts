import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Parser } from 'n3'
import { addVocabulary, compileShapes, Graph, indexVocabulary, schemeEntries, splitRecords, validate } from '#standards/shacl'

const prefixes = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix ex: <https://beispiel.example/> . `
const read = (turtle: string) => new Parser().parse(prefixes + turtle)
const themes = 'https://beispiel.example/themen'

const shapes = compileShapes(
  read(`
ex:DatasetShape a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ] , ex:PublisherShape , [ sh:path dct:issued ; sh:maxCount 1 ; sh:severity sh:Warning ] ,
    [ sh:path dcat:theme ; sh:property [ sh:path skos:inScheme ; sh:hasValue <${themes}> ] ] .
ex:PublisherShape sh:path dct:publisher ; sh:class foaf:Agent .
ex:DistributionShape a sh:NodeShape ; sh:targetClass dcat:Distribution ; sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] .
ex:Old a sh:NodeShape ; sh:targetSubjectsOf ex:old ; sh:property [ sh:path ex:old ; sh:maxCount 0 ; sh:severity sh:Info ] .`),
)

const catalogue = `ex:a a dcat:Dataset ; dct:title "A" ; dct:publisher ex:town ; dcat:theme <${themes}/env> , <https://anderswo.example/x> ;
  dcat:distribution [ a dcat:Distribution ; dcat:accessURL "kein Verweis" ] .
ex:b a dcat:Dataset ; dct:publisher ex:nobody ; dct:issued "2024" , "2025" ; ex:old 1 ; dcat:distribution ex:file .
ex:file a dcat:Distribution ; dcat:accessURL ex:csv .
ex:town a org:FormalOrganization ; foaf:name "Stadt" .
ex:lonely a dcat:Distribution .`

async function findings(turtle: string) {
  const vocabulary = indexVocabulary(schemeEntries(themes, [`${themes}/env`]))
  const found: string[] = []
  for (const { record, quads, nodes } of splitRecords(read(turtle))) {
    const graph = new Graph(quads)
    addVocabulary(graph, vocabulary)
    for (const r of await validate(shapes, graph, (key) => nodes.has(key)))
      found.push(
        `${record?.slice(25)} ${r.severity} ${r.constraint} ${(r.outerPath ?? r.path)?.replace(/.*[/#]/, '')} ${r.shape.slice(25)}`,
      )
  }
  return found.sort()
}

test('each finding belongs to its record and bears the shape that speaks', async () => {
  assert.deepEqual(await findings(catalogue), [
    'a Violation HasValue theme DatasetShape',
    'a Violation NodeKind accessURL DistributionShape',
    'b Info MaxCount old Old',
    'b Violation Class publisher PublisherShape',
    'b Violation MinCount title DatasetShape',
    'b Warning MaxCount issued DatasetShape',
    'undefined Violation MinCount accessURL DistributionShape',
  ])
})

test('a subclass of foaf:Agent is an agent, although no graph says so', async () => {
  assert.ok(!(await findings(catalogue)).some((line) => line.startsWith('a ') && line.includes('publisher')))
})

test('the quick check spares the engine and never changes the verdict', async () => {
  const slow = {
    ...shapes,
    byClass: new Map([...shapes.byClass].map(([k, aims]) => [k, aims.map((aim) => ({ ...aim, holds: undefined }))])),
  }
  const graph = new Graph(read(catalogue))
  const key = (r: { target: string; path: string | undefined; constraint: string }) => `${r.target} ${r.path} ${r.constraint}`
  assert.deepEqual((await validate(shapes, graph)).map(key).sort(), (await validate(slow, graph)).map(key).sort())
})

test('nodes that are only referred to are not judged', async () => {
  const graph = new Graph(read(catalogue))
  const found = await validate(shapes, graph, (key) => key === 'https://beispiel.example/b')
  assert.deepEqual([...new Set(found.map((r) => r.target))], ['https://beispiel.example/b'])
})

test('shapes beyond SHACL Core are refused by name', () => {
  assert.throws(() => compileShapes(read('ex:S a sh:NodeShape ; sh:sparql [ sh:select "" ] .')), /ex:S|beispiel\.example\/S/)
})

test('shared and circular nodes end, and go with every record that refers to them', () => {
  const records = [
    ...splitRecords(
      read(
        'ex:a a dcat:Dataset ; dct:relation ex:b ; ex:p _:x . ex:b a dcat:Dataset ; ex:p _:x . _:x ex:q _:y . _:y ex:q _:x . _:o ex:q _:o .',
      ),
    ),
  ]
  assert.deepEqual(
    records.map(({ record, quads }) => [record?.slice(25), quads.length]),
    [
      ['a', 6],
      ['b', 4],
      [undefined, 1],
    ],
  )
})

test('a list delivered along is not copied into every record', () => {
  const entries = Array.from({ length: 50 }, (_, at) => `ex:e${at} a skos:Concept ; skos:inScheme ex:list .`).join('\n')
  const datasets = Array.from(
    { length: 50 },
    (_, at) => `ex:d${at} a dcat:Dataset ; dcat:theme ex:e${at} . ex:list skos:hasTopConcept ex:e${at} .`,
  ).join('\n')
  const records = [...splitRecords(read(`ex:list a skos:ConceptScheme . ${entries} ${datasets}`))]
  assert.deepEqual([...new Set(records.filter((part) => part.record).map((part) => part.quads.length))], [4])
})
