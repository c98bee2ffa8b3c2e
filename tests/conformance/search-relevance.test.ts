// Does the search find what people mean? Real titles of municipalities, labelled by hand (Musterdatenkatalog, Bertelsmann Stiftung, CC0):
// the question is the label of a model data set, relevant are the rows that carry it. Beside it PostgreSQL's German full text on the same rows.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { openSearchIndex, type SearchDocument, type SearchIndex } from '#platform/search'
import { testDatabase } from '#support/database.ts'
import { sharedData, withoutShared } from '#support/shared.ts'

interface Row {
  readonly title: string
  readonly description: string
  readonly theme: string
  readonly label: string
  readonly name: string
}

interface Question {
  readonly text: string
  readonly relevant: ReadonlySet<number>
}

interface Score {
  readonly ndcg10: number
  readonly recall50: number
}

type Search = (text: string) => Promise<readonly number[]>

/** Cells of a CSV file with quoted fields. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end !== ',') rows.push([])
  }
  return rows
}

function readRows(): Row[] {
  const file = path.join(sharedData() ?? '', 'musterdatenkatalog/nrw-datasets-labelled.csv')
  const [head = [], ...body] = cellsOf(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  const column = (name: string) => head.indexOf(name)
  return body
    .filter((cells) => cells.length === head.length)
    .map((cells) => ({
      title: cells[column('dct:title')] ?? '',
      description: cells[column('dct:description')] ?? '',
      theme: cells[column('dcat:theme')] ?? '',
      label: cells[column('MUSTERDATENSATZ')] ?? '',
      name: cells[column('BEZEICHNUNG')] ?? '',
    }))
}

function questionsBy(rows: readonly Row[], key: (row: Row) => string): Question[] {
  const relevant = new Map<string, Set<number>>()
  rows.forEach((row, i) => {
    if (key(row) !== '') relevant.set(key(row), (relevant.get(key(row)) ?? new Set()).add(i))
  })
  return [...relevant].map(([text, set]) => ({ text: text.replace(' - ', ' '), relevant: set }))
}

async function measure(questions: readonly Question[], search: Search): Promise<Score> {
  let ndcg = 0
  let recall = 0
  for (const { text, relevant } of questions) {
    const hits = await search(text)
    const gain = (i: number) => 1 / Math.log2(i + 2)
    const found = hits.slice(0, 10).reduce((sum, hit, i) => sum + (relevant.has(hit) ? gain(i) : 0), 0)
    const ideal = Array.from({ length: Math.min(10, relevant.size) }, (_, i) => gain(i)).reduce((sum, one) => sum + one, 0)
    ndcg += found / ideal
    recall += hits.slice(0, 50).filter((hit) => relevant.has(hit)).length / Math.min(50, relevant.size)
  }
  return { ndcg10: ndcg / questions.length, recall50: recall / questions.length }
}

const asDocument = (row: Row, i: number): SearchDocument => ({
  id: String(i),
  kind: 'dataset',
  scopes: ['land'],
  fields: { title: row.title, description: row.description, keywords: row.theme },
  facets: {},
  flags: [],
})

async function fillDatabase(client: pg.Client, rows: readonly Row[]): Promise<void> {
  await client.query('create table relevance (id int primary key, words tsvector)')
  await client.query(
    `insert into relevance select i, setweight(to_tsvector('german', t), 'A') || setweight(to_tsvector('german', k), 'B') || setweight(to_tsvector('german', d), 'C')
     from unnest($1::int[], $2::text[], $3::text[], $4::text[]) as r(i, t, k, d)`,
    [rows.map((_, i) => i), rows.map((r) => r.title), rows.map((r) => r.theme), rows.map((r) => r.description)],
  )
  await client.query('create index on relevance using gin (words)')
}

/** `and`: as people type it. `or`: any of the words, which finds more. */
const postgres = (client: pg.Client, join: 'and' | 'or'): Search => {
  const asked = "websearch_to_tsquery('german', $1)"
  const query = join === 'and' ? asked : `replace(${asked}::text, '&', '|')::tsquery`
  return async (text) => {
    const { rows } = await client.query<{ id: number }>(
      `select id from relevance, (select ${query} as q) asked where words @@ q order by ts_rank_cd(words, q) desc, id limit 50`,
      [text],
    )
    return rows.map((row) => row.id)
  }
}

describe('search relevance on real titles', { skip: withoutShared() }, () => {
  let rows: Row[]
  let index: SearchIndex
  let database: Awaited<ReturnType<typeof testDatabase>>
  let client: pg.Client
  const folder = mkdtempSync(path.join(tmpdir(), 'relevance-'))

  before(async () => {
    rows = readRows()
    index = await openSearchIndex({ directory: folder, schema: { version: 1, facets: [] }, saveAfter: 0 })
    await index.rebuild(
      (async function* () {
        yield rows.map(asDocument)
      })(),
      1,
    )
    database = await testDatabase()
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await fillDatabase(client, rows)
  })

  after(async () => {
    await client?.end()
    await database?.close()
    await index?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const ours: Search = async (text) => {
    const answer = await index.search({ scope: 'land', text, limit: 50 })
    assert.ok(answer.ok)
    return answer.value.hits.map((hit) => Number(hit.id))
  }

  const cases = [
    { what: 'the label without its theme', key: (row: Row) => row.name },
    { what: 'the whole label', key: (row: Row) => row.label },
  ]
  for (const { what, key } of cases)
    it(`finds more, and the right things first, than PostgreSQL: ${what}`, async (t) => {
      const questions = questionsBy(rows, key)
      assert.ok(rows.length > 1_900 && questions.length > 200, 'the labelled rows were read')
      const own = await measure(questions, ours)
      const and = await measure(questions, postgres(client, 'and'))
      const or = await measure(questions, postgres(client, 'or'))
      const show = (score: Score) => `nDCG@10 ${score.ndcg10.toFixed(3)}, recall@50 ${score.recall50.toFixed(3)}`
      t.diagnostic(
        `${questions.length} questions: own index ${show(own)}; PostgreSQL and ${show(and)}; PostgreSQL or ${show(or)}`,
      )
      for (const other of [and, or]) {
        assert.ok(own.ndcg10 > other.ndcg10 * 1.1, `nDCG@10 ${own.ndcg10} is not clearly better than ${other.ndcg10}`)
        assert.ok(own.recall50 > other.recall50 * 1.1, `recall@50 ${own.recall50} is not clearly better than ${other.recall50}`)
      }
    })
})
