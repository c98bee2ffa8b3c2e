// kill -9 in the middle of an import, again and again: of the import, of the server, of the database. Nothing is half, nothing disagrees, and it goes on.
import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type EmbeddedPostgres, startPostgres } from '#platform/db'
import { until } from '#support/house.ts'
import { command, type RunningServer, serve } from '#support/program.ts'
import { turtleCatalogue } from '#support/text.ts'

const size = 1000
const parts = 2
let data = ''
let file = ''
let server: RunningServer | undefined
let postgres: EmbeddedPostgres | undefined

const importArgs = () => ['import', '--tenant', 'land', '--json', '--data', data, file]
/** Writes the source anew: in version n every record and every one of its distributions says n. */
const source = (version: number) => {
  const text = turtleCatalogue(
    Array.from({ length: size }, (_, id) => ({ id, distributions: parts, description: `Stand ${version}.` })),
  )
  writeFileSync(file, text.replaceAll(/"Datei (\d+)"@de/g, `"Datei $1, Stand ${version}"@de`))
}

async function ask<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
  // Whoever leaves last stops the database; then it is started again, on another port.
  postgres = await startPostgres(data)
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

interface Kept {
  id: string
  description: string
  titles: string[]
}
const kept = () =>
  ask<Kept>(`select id, record #>> '{description,0,value}' as description, array(select d #>> '{title,0,value}' from jsonb_array_elements(record -> 'distribution') d order by 1) as titles
    from catalogue_resource where state = 'published'`)

/** Waits until some records of this version are written. */
async function begun(version: number): Promise<void> {
  postgres = await startPostgres(data)
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const some = `select 1 from catalogue_resource where record #>> '{description,0,value}' = 'Stand ${version}.' limit 1`
  try {
    await until(async () => (await client.query(some)).rowCount === 1, 60, 'that the import begins to write')
  } finally {
    await client.end()
  }
}

/** Every record is there as a whole: as many distributions as in the source, all of the same version as the record. */
async function noneIsHalf(): Promise<number> {
  const records = await kept()
  for (const { description, titles } of records) {
    const stand = /Stand (\d+)\.$/.exec(description)?.[1]
    assert.deepEqual(
      titles,
      Array.from({ length: parts }, (_, i) => `Datei ${i}, Stand ${stand}`),
    )
  }
  return records.length
}

const found = async (): Promise<number> => {
  const answer = await fetch(`${server?.origin}/api/v1/datasets`)
  return answer.ok ? ((await answer.json()) as { total: number }).total : -1
}
/** The server finds what the database holds: as many, and the same. */
async function indexAgrees(): Promise<void> {
  const ids = (await kept()).map((one) => one.id).sort()
  await until(async () => (await found()) === ids.length, 20, `that the search finds ${ids.length} records`)
  const seen: string[] = []
  for (let next: string | undefined = '/api/v1/datasets'; next; ) {
    const { datasets, next: more }: { datasets: { id: string }[]; next?: string } = await (
      await fetch(`${server?.origin}${next}`)
    ).json()
    seen.push(...datasets.map((one) => one.id))
    next = more && new URL(more).pathname + new URL(more).search
  }
  assert.deepEqual(seen.sort(), ids)
}

async function importAgain(): Promise<void> {
  const again = await command(importArgs())
  assert.equal(again.code, 0, again.err)
  const { read, created, updated, unchanged, rejected } = JSON.parse(again.out)
  assert.deepEqual([read, created + updated + unchanged, rejected], [size, size, []])
}

suite('killed in the middle of an import', { timeout: 400_000 }, () => {
  before(async () => {
    data = mkdtempSync(path.join(tmpdir(), 'allmende-kill-'))
    chmodSync(data, 0o755)
    file = path.join(data, 'quelle.ttl')
    source(0)
    await importAgain()
    // A graceful stop leaves a snapshot of the index; after the kills it is older than the database.
    server = await serve(data)
    assert.equal(await found(), size)
    assert.equal(await server.end('SIGTERM'), 0)
    server = await serve(data)
  })
  after(async () => {
    await server?.end('SIGKILL')
    await postgres?.stop()
    if (process.platform !== 'win32' && existsSync(path.join(data, 'POSTGRES-IS-ELSEWHERE.txt')))
      rmSync(readFileSync(path.join(data, 'POSTGRES-IS-ELSEWHERE.txt'), 'utf8').split('\n')[0] ?? '', {
        recursive: true,
        force: true,
      })
    rmSync(data, { recursive: true, force: true })
  })

  test('five times the import', async (t) => {
    const written: number[] = []
    for (let round = 1; round <= 5; round++) {
      source(round)
      // Random, but after the first batch was written: before that there is nothing to leave half done.
      const { signal } = await command(importArgs(), { killWhen: begun(round).then(() => sleep(300 * Math.random())) })
      assert.equal(await noneIsHalf(), size)
      const here = (await kept()).filter((one) => one.description === `Stand ${round}.`).length
      written.push(here)
      t.diagnostic(`${signal ?? 'it was done already'}: ${here} of ${size} records were written`)
    }
    assert.ok(
      written.some((here) => here > 0 && here < size),
      `never in the middle: ${written.join(', ')}`,
    )
    await indexAgrees()
  })

  test('five times the server, while the import goes on', async () => {
    for (let round = 6; round <= 10; round++) {
      source(round)
      const run = command(importArgs())
      await begun(round)
      await sleep(300 * Math.random())
      await server?.end('SIGKILL')
      server = await serve(data)
      assert.equal((await run).code, 0)
      assert.equal(await noneIsHalf(), size)
      await until(async () => (await found()) === size)
    }
    await indexAgrees()
  })

  test('the database itself: the commands say so, and the next start mends it', async () => {
    source(11)
    const place = existsSync(path.join(data, 'POSTGRES-IS-ELSEWHERE.txt'))
      ? (readFileSync(path.join(data, 'POSTGRES-IS-ELSEWHERE.txt'), 'utf8').split('\n')[0] ?? '')
      : data
    const postmaster = Number(readFileSync(path.join(place, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    const run = command(importArgs())
    await begun(11)
    process.kill(postmaster, 'SIGKILL')
    const { code, err } = await run
    if (code !== 0) {
      assert.equal(code, 1)
      assert.match(err, /^import failed: /m)
      assert.doesNotMatch(err, /\n\s+at /)
    }
    const answer = await fetch(`${server?.origin}/api/v1/datasets`)
    assert.ok(answer.status >= 500, 'without its database the server says so')
    await answer.body?.cancel()
    assert.equal(await server?.end('SIGTERM'), 0, server?.log())
    server = await serve(data)
    assert.equal(await noneIsHalf(), size)
    await indexAgrees()
  })

  test('the import can be run again, and then all is as if nothing had happened', async () => {
    await importAgain()
    assert.deepEqual([...new Set((await kept()).map((one) => one.description))], ['Stand 11.'])
    const { out } = await command(importArgs())
    assert.deepEqual(JSON.parse(out).unchanged, size)
    await indexAgrees()
  })
})
