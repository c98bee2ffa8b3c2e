// A house full of generated records in as many towns as a Land has, for the benchmarks over HTTP.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { type House, openHouse } from '#app'
import { storeOf } from '#catalogue'
import { insertTenants, type Tenant } from '#identity'
import { slugOf } from '#kernel/slug.ts'
import { loadDemonstration } from '#plaques/catalogue'
import { readConfig } from '#platform/config'
import { testDatabase } from '#support/database.ts'
import { placeOf, published } from './import.records.ts'
import { places } from './search.records.ts'

/** Where the records lie; `close` removes everything. */
export interface FilledHouse {
  readonly databaseUrl: string
  readonly data: string
  readonly records: number
  readonly towns: number
  /** Seconds it took to write the records. */
  readonly filled: number
  /** Paths of this many datasets, in an order of chance that is always the same. */
  datasetPaths(count: number): Promise<string[]>
  close(): Promise<void>
}

/** What the assessment says of most of these records; written at once, because the benchmark is not about assessing. */
const quality = JSON.stringify({
  checks: [
    'title',
    'description',
    'keywords',
    'theme',
    'licence',
    'formats',
    'current',
    'period',
    'place',
    'obtainable',
    'contact',
  ].map((id) => ({ id, passed: id !== 'period' })),
  score: 320,
  best: 375,
})

function town(name: string, parent: string): Tenant {
  return {
    id: randomUUID(),
    slug: slugOf(name),
    name: `Stadt ${name}`,
    shortName: name,
    kind: 'gemeinde',
    parent,
    hosts: [],
    languages: ['de', 'en'],
    modules: ['catalogue'],
    theme: {},
    contact: { organisation: `Stadt ${name}`, email: '' },
    subtitle: { de: 'Offene Daten', en: 'Open data' },
    officialLine: { de: '', en: '' },
    texts: {},
  }
}

/** The demonstration, 400 towns below its Land, and `count` records in them, written by the store as an import does. Progress goes to `say`. */
export async function fillHouse(count: number, say: (line: string) => void): Promise<FilledHouse> {
  process.env.ALLMENDE_SHARED = path.join(tmpdir(), 'nothing-shared')
  const database = await testDatabase()
  const data = mkdtempSync(path.join(tmpdir(), 'bench-house-'))
  const env = { DATABASE_URL: database.url, ALLMENDE_DATA: data, METRICS_PORT: '0', LOG_LEVEL: 'error' }
  const house = await openHouse(readConfig(env), { quiet: true })
  try {
    await loadDemonstration(
      house,
      () => undefined,
      () => house.keeper.refresh(),
    )
    const root = house.sites().root.id
    const towns = places.map((name) => town(name, root)).filter((one) => !house.sites().bySlug(one.slug))
    await insertTenants(house.database.system, towns)
    await house.keeper.refresh()
    const began = performance.now()
    await writeRecords(house, count, say)
    const filled = (performance.now() - began) / 1000
    // Of 100,000 records both take longer than a statement may.
    await house.database.system.transaction().execute(async (trx) => {
      await sql`set local statement_timeout = 0`.execute(trx)
      await sql`update catalogue_resource set quality = ${quality}::jsonb, quality_hash = source_hash where quality_hash is distinct from source_hash`.execute(
        trx,
      )
      await sql`analyze`.execute(trx)
    })
    const url = new URL(database.url)
    return {
      databaseUrl: url.href,
      data,
      records: count,
      towns: house.sites().all.length,
      filled,
      datasetPaths: (wanted) => pathsOf(database.url, wanted),
      async close() {
        await database.close()
        rmSync(data, { recursive: true, force: true })
      },
    }
  } finally {
    await house.close()
  }
}

async function writeRecords(house: House, count: number, say: (line: string) => void): Promise<void> {
  const byPlace = Map.groupBy(
    Array.from({ length: count }, (_, i) => i),
    placeOf,
  )
  let done = 0
  for (const [place, numbers] of byPlace) {
    const site = house.sites().bySlug(slugOf(places[place] ?? ''))
    if (!site) throw new Error(`no town ${places[place]}`)
    for (let at = 0; at < numbers.length; at += 1000) {
      // The fingerprint only has to differ: what is measured does not read it.
      const records = numbers.slice(at, at + 1000).map((i) => ({ record: published(i), hash: `generated-${i}`, head: null }))
      await storeOf(house, site).upsert(records, 'generated')
      done += records.length
      if (Math.floor(done / 20_000) !== Math.floor((done - records.length) / 20_000))
        say(`  ${done.toLocaleString('en')} records written`)
    }
  }
}

async function pathsOf(url: string, wanted: number): Promise<string[]> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ path: string }>(
      `select '/' || t.slug || '/daten/' || r.slug as path from catalogue_resource r join identity_tenant t on t.id = r.tenant where r.uri like 'https://daten.example/%' order by md5(r.uri) limit $1`,
      [wanted],
    )
    return rows.map((row) => row.path)
  } finally {
    await client.end()
  }
}
