// SPARQL 1.1: asked as programs ask, with rdflib as the judge of what comes; no query reaches further than its view.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { after, before, suite, test } from 'node:test'
import { type ReachablePortal, reachablePortal, runClient } from '#support/foreign-client.ts'
import { places } from '#support/house.ts'
import { dataset } from '#support/text.ts'

let portal: ReachablePortal
before(async () => {
  portal = await reachablePortal()
  await portal.publish(
    places.stadt,
    Array.from({ length: 60 }, (_, n) =>
      dataset(`Satz ${n}`, {
        uri: `https://daten.example/${n}`,
        contactPoint: [{ fn: [{ value: `Stelle ${n}`, lang: 'de' }], email: 'daten@ahornstadt.example' }],
      }),
    ),
  )
  await portal.publish(places.dorf, [dataset('Im Dorf', { uri: 'https://daten.example/dorf' })])
})
after(() => portal?.close())

const prefixes =
  'PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/> PREFIX vcard: <http://www.w3.org/2006/vcard/ns#> '
const datasets = `${prefixes} SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a dcat:Dataset }`
async function ask(query: string, base = `/${places.stadt}`, accept = '*/*') {
  const url = `${portal.url}${base}/sparql?${new URLSearchParams({ query })}`
  // A first question may come while the catalogue is still being read in.
  for (;;) {
    const answer = await fetch(url, { headers: { accept } })
    if (answer.status !== 503 || answer.headers.get('retry-after') !== '30')
      return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() }
  }
}
const number = async (query: string, base?: string) =>
  Number(JSON.parse((await ask(query, base)).text).results.bindings[0].n.value)

suite('SPARQL 1.1', () => {
  test('a view sees its own datasets and those below, and nothing leads out of it', async () => {
    assert.equal(await number(datasets), 60)
    assert.equal(await number(datasets, `/${places.dorf}`), 1)
    assert.equal(await number(datasets, ''), 61)
    const village = `${portal.url}/${places.dorf}/katalog`
    assert.equal(await number(datasets.replace('{ ?d', `FROM <${village}> { ?d`), `/${places.stadt}`), 60)
    assert.equal(await number(datasets.replace('{ ?d a dcat:Dataset }', `{ GRAPH <${village}> { ?d a dcat:Dataset } }`)), 0)
    assert.equal(
      await number(`${prefixes} SELECT (COUNT(DISTINCT ?c) AS ?n) { ?d dcat:contactPoint ?c }`),
      60,
      'blank nodes of one dataset are not those of another',
    )
  })

  test('answers come in the form that is asked for', async () => {
    const select = `${prefixes} SELECT ?t { <https://daten.example/7> dct:title ?t }`
    assert.match((await ask(select)).type, /^application\/sparql-results\+json/)
    assert.match(
      (await ask(select, undefined, 'application/sparql-results+xml')).text,
      /<literal xml:lang="de">Satz 7<\/literal>/,
    )
    assert.equal((await ask(select, undefined, 'text/csv')).text, 't\r\nSatz 7\r\n')
    const described = await ask('DESCRIBE <https://daten.example/7>')
    assert.match(described.type, /^text\/turtle/)
    assert.equal((await ask(select, undefined, 'image/png')).status, 406)
    const posted = await fetch(`${portal.url}/sparql`, {
      method: 'POST',
      body: select,
      headers: { 'content-type': 'application/sparql-query', accept: 'application/json' },
    })
    assert.equal((await posted.json()).results.bindings.length, 1)
    const page = await fetch(`${portal.url}/sparql`, { headers: { accept: 'text/html' }, redirect: 'manual' })
    assert.deepEqual([page.status, page.headers.get('location')], [303, '/schnittstellen/sparql'])
  })

  test('what cannot be answered is refused with its reason', async () => {
    for (const [query, status, words] of [
      ['SELECT * {', 400, /cannot be read/],
      ['INSERT DATA { <a:a> <a:b> 1 }', 400, /updates/],
      ['SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }', 400, /not supported/],
      [' ', 400, /missing/],
    ] as const) {
      const answer = await ask(query)
      assert.deepEqual([answer.status, words.test(answer.text)], [status, true], answer.text)
    }
    const update = await fetch(`${portal.url}/sparql`, {
      method: 'POST',
      body: 'update=CLEAR+ALL',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    assert.equal(update.status, 403)
  })

  const noRdflib = spawnSync('/usr/bin/python3', ['-c', 'import rdflib']).status !== 0 && 'python3-rdflib is not at hand'
  test('rdflib asks as harvesters do and reads what is constructed', { skip: noRdflib }, async () => {
    const script = `
import sys, json, urllib.request, urllib.parse, rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
graph = rdflib.Graph(SPARQLStore(sys.argv[1], returnFormat='xml'))
rows = list(graph.query('''PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>
SELECT ?d ?t ?url WHERE { ?c dcat:dataset ?d . ?d a dcat:Dataset ; dct:title ?t . OPTIONAL { ?d dcat:distribution/dcat:accessURL ?url } } ORDER BY ?t LIMIT 20 OFFSET 50'''))
query = 'PREFIX dcat: <http://www.w3.org/ns/dcat#> CONSTRUCT { ?d ?p ?o } WHERE { ?d a dcat:Dataset ; ?p ?o }'
request = urllib.request.Request(sys.argv[1], urllib.parse.urlencode({'query': query}).encode(), {'Accept': 'text/turtle'})
made = rdflib.Graph().parse(data=urllib.request.urlopen(request).read(), format='turtle')
print(json.dumps([len(rows), str(rows[0][2])[:20], len(set(made.subjects(rdflib.RDF.type, rdflib.URIRef('http://www.w3.org/ns/dcat#Dataset'))))]))`
    const said = await runClient('/usr/bin/python3', ['-c', script, `${portal.url}/${places.stadt}/sparql`])
    assert.equal(said.code, 0, said.err)
    assert.deepEqual(JSON.parse(said.out), [10, 'https://daten.exampl', 60])
  })
})
