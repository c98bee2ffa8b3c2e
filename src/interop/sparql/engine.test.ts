// The process that answers: what eats all memory or all time ends alone, and the next question is answered by a fresh one.
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import { Engine } from './engine.ts'

const graph = 'https://daten.example/katalog'
const lines = Array.from({ length: 3000 }, (_, n) => `<https://daten.example/${n}> <https://daten.example/p> "${n}" .`).join('\n')
const engine = new Engine(256)
after(() => engine.close())
const query = (text: string, time = 60_000) =>
  engine.ask({ kind: 'query', query: text, graphs: [graph], format: 'text/csv' }, time)
const fill = () => engine.ask({ kind: 'load', graph, lines: `${lines}\n` }, 60_000)
const count = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'

suite('the process that answers SPARQL', () => {
  test('a query that eats all memory ends with its process', async () => {
    await fill()
    engine.loaded.set(graph, true)
    assert.deepEqual(await query(count), { ok: true, value: 'n\r\n3000\r\n' })
    const doubling = Array.from({ length: 40 }, (_, n) => `BIND(CONCAT(?x${n}, ?x${n}) AS ?x${n + 1})`).join(' ')
    const greedy = await query(`SELECT (STRLEN(?x40) AS ?n) { BIND("0123456789" AS ?x0) ${doubling} }`)
    assert.deepEqual(greedy, { ok: false, error: { kind: 'died' } })
    assert.equal(engine.loaded.size, 0, 'what was loaded is gone with it')
  })

  test('a query that takes too long is ended, and a new process answers', async () => {
    await fill()
    const slow = await query('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(STR(?c) > STR(?i)) }', 300)
    assert.deepEqual(slow, { ok: false, error: { kind: 'time' } })
    await fill()
    assert.deepEqual(await query(count), { ok: true, value: 'n\r\n3000\r\n' })
  })
})
