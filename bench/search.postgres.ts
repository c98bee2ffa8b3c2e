// PostgreSQL as a portal would use it: weighted tsvector with GIN index, rank, six facet counts, all in one statement.
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { testDatabase } from '#support/database.ts'
import { facetNames, type Question, record } from './search.records.ts'

/** PostgreSQL with the records in it. */
export interface Postgres {
  readonly filled: number
  readonly timeout: number
  search(question: Question): Promise<void>
  /** Processor seconds of the server processes so far; undefined where they cannot be read (another machine, another system). */
  processorSeconds(): Promise<number | undefined>
  /** Questions given up so far. */
  late(): number
  close(): Promise<void>
}

/** User and system time of a process in hundredths of a second (Linux). */
export function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return Number(fields[11]) + Number(fields[12])
}

const timeout = 30_000
const batch = 2_000

async function fill(client: pg.Client, count: number): Promise<void> {
  const columns = facetNames.map((name) => `${name} text[]`).join(', ')
  await client.query(
    `create unlogged table bench_records (id text primary key, scopes text[], title text, modified int, words tsvector, ${columns})`,
  )
  for (let from = 0; from < count; from += batch) {
    const rows = Array.from({ length: Math.min(batch, count - from) }, (_, i) => {
      const { id, scopes, fields, modified, facets } = record(from + i)
      return { id, scopes, title: fields.title, keywords: fields.keywords, description: fields.description, modified, ...facets }
    })
    await client.query(
      `insert into bench_records
       select id, scopes, title, modified,
         setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', keywords), 'B') || setweight(to_tsvector('german', description), 'C'),
         ${facetNames.join(', ')}
       from jsonb_to_recordset($1::jsonb) as r(id text, scopes text[], title text, keywords text, description text, modified int, ${columns})`,
      [JSON.stringify(rows)],
    )
  }
  await client.query('create index on bench_records using gin (words)')
  await client.query('create index on bench_records using gin (scopes)')
  await client.query('create index on bench_records (modified)')
  await client.query('vacuum analyze bench_records')
}

/** One statement: the matching rows once, the best 20 of them, and the ten most frequent values of each facet without its own selection. */
function statement(question: Question): { text: string; values: unknown[] } {
  const values: unknown[] = [question.scope, question.text]
  const words = question.text === '' ? '' : "and words @@ websearch_to_tsquery('german', $2)"
  const rank = question.text === '' ? 'modified' : "ts_rank_cd(words, websearch_to_tsquery('german', $2))"
  const conditions = Object.entries(question.facets).map(([name, keys]) => {
    values.push(keys)
    return { name, text: `${name} && $${values.length}::text[]` }
  })
  const where = (without?: string) =>
    conditions
      .filter(({ name }) => name !== without)
      .map(({ text }) => `and ${text}`)
      .join(' ')
  const counts = facetNames.map(
    (name) =>
      `(select jsonb_agg(c) from (select value, count(*) from found, unnest(${name}) value where true ${where(name)} group by value order by 2 desc limit 10) c) as ${name}`,
  )
  return {
    text: `with found as materialized (select id, modified, ${rank} as rank, ${facetNames.join(', ')} from bench_records where scopes @> array[$1] and $2::text is not null ${words})
      select (select count(*) from found where true ${where()}) as total,
        (select jsonb_agg(h) from (select id, rank from found where true ${where()} order by rank desc, modified desc limit 20) h) as hits, ${counts.join(', ')}`,
    values,
  }
}

/** Fills a database of its own; `close` removes it. */
export async function openPostgres(count: number): Promise<Postgres> {
  const database = await testDatabase()
  const began = performance.now()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query("set maintenance_work_mem = '256MB'")
  await fill(client, count)
  await client.end()
  const pool = new pg.Pool({ connectionString: database.url, max: 16, min: 16, idleTimeoutMillis: 0, statement_timeout: timeout })
  pool.on('error', () => undefined)
  let late = 0
  return {
    filled: performance.now() - began,
    timeout,
    late: () => late,
    async processorSeconds() {
      const { rows } = await pool.query<{ pid: number }>('select pid from pg_stat_activity where datname = current_database()')
      try {
        return rows.reduce((sum, { pid }) => sum + ticksOf(pid) / 100, 0)
      } catch {
        return undefined
      }
    },
    async search(question) {
      try {
        await pool.query(statement(question))
      } catch (error) {
        if ((error as { code?: string }).code !== '57014') throw error
        late++
      }
    },
    async close() {
      await pool.end()
      await database.close()
    },
  }
}
