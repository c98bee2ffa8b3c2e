// A harvest of generated datasets through the whole import (parse, repair, store, outbox), beside parsing alone.
//   npm run bench -- import [--datasets 100000] [--page 1000]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Parser } from 'n3'
import pg from 'pg'
import { testDatabase } from '#support/database.ts'
import { pageMaker } from './import.records.ts'
import { type Watched, watch } from './import.watch.ts'

const main = path.resolve(import.meta.dirname, '../bundle/main.js')
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
const rate = (count: number, milliseconds: number) => `${((count / milliseconds) * 1000).toFixed(0).padStart(7)}/s`

/** n3 alone over the first pages, one after the other; milliseconds a dataset. */
function parseAlone(files: readonly string[], size: number): { perDataset: number; quads: number } {
  const texts = files.map((text) => text)
  let quads = 0
  new Parser().parse(texts[0] ?? '')
  const began = performance.now()
  for (const text of texts) quads += new Parser().parse(text).length
  return { perDataset: (performance.now() - began) / (texts.length * size), quads: quads / (texts.length * size) }
}

/** The line of each fifth of the run: how fast, how large. */
function tellCourse({ samples }: Watched, datasets: number): void {
  let before = samples[0] ?? { at: 0, rss: 0, done: 0 }
  for (let part = 1; part <= 5; part++) {
    const goal = (datasets / 5) * part
    const at = samples.findIndex((one) => one.done >= goal)
    const end = samples[at < 0 ? samples.length - 1 : at] ?? before
    const within = samples.filter((one) => one.at > before.at && one.at <= end.at).map((one) => one.rss)
    console.log(
      `  to ${goal.toLocaleString('en').padStart(8)}: ${rate(end.done - before.done, end.at - before.at)}   resident ${megabytes(Math.min(...within))} to ${megabytes(Math.max(...within))}`,
    )
    before = end
  }
}

interface Counts {
  read: number
  created: number
  updated: number
  unchanged: number
  rejected: unknown[]
  repaired: unknown[]
}

async function run(datasets: number, size: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-import-'))
  const database = await testDatabase()
  const look = new pg.Client({ connectionString: database.url })
  try {
    await look.connect()
    const make = await pageMaker(size)
    const files = Array.from({ length: Math.ceil(datasets / size) }, (_, page) => path.join(folder, `seite-${page + 1}.ttl`))
    let bytes = 0
    for (const [page, file] of files.entries()) {
      const text = make(page)
      bytes += Buffer.byteLength(text)
      writeFileSync(file, text)
    }
    console.log(
      `${datasets.toLocaleString('en')} datasets in ${files.length} Turtle documents, ${megabytes(bytes)}; load ${loadavg()[0]?.toFixed(1)}`,
    )
    const alone = parseAlone(
      Array.from({ length: Math.min(5, files.length) }, (_, page) => make(page)),
      size,
    )
    console.log(`parsing alone (n3)          ${rate(1, alone.perDataset)}   ${alone.quads.toFixed(0)} quads a dataset`)
    const env = { DATABASE_URL: database.url, ALLMENDE_DATA: path.join(folder, 'data'), LOG_LEVEL: 'error' }
    const done = async (since: string) =>
      Number(
        (
          await look.query(
            'select coalesce(sum(read), 0)::int as n from catalogue_import where finished_at is not null and started_at > $1',
            [since],
          )
        ).rows[0].n,
      )
    const start = new Date(0).toISOString()
    const first = await watch(process.execPath, [main, 'import', '--tenant', 'land', '--json', ...files], env, () => done(start))
    tell('whole import, all new', first, datasets, alone.perDataset)
    tellCourse(first, datasets)
    const again = files.slice(0, Math.max(1, Math.ceil(files.length / 5)))
    const since = new Date().toISOString()
    tell(
      'the same again, unchanged',
      await watch(process.execPath, [main, 'import', '--tenant', 'land', '--json', ...again], env, () => done(since)),
      again.length * size,
      alone.perDataset,
    )
    const { rows } = await look.query(
      "select (select count(*)::int from catalogue_resource) as records, (select count(*)::int from platform_event where topic = 'catalogue/resource-changed') as events, pg_total_relation_size('catalogue_resource') as bytes",
    )
    console.log(
      `in the database: ${rows[0].records.toLocaleString('en')} records, ${rows[0].events.toLocaleString('en')} events for the index, ${megabytes(Number(rows[0].bytes))}; load ${loadavg()[0]?.toFixed(1)}`,
    )
  } finally {
    await look.end()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function tell(name: string, watched: Watched, datasets: number, alone: number): void {
  if (watched.code !== 0) throw new Error(`the import ended with ${watched.code}: ${watched.err.slice(0, 2000)}`)
  const counts = JSON.parse(watched.out) as Counts
  if (counts.read !== datasets || counts.read !== counts.created + counts.updated + counts.unchanged + counts.rejected.length)
    throw new Error(
      `the sum does not add up: ${JSON.stringify({ ...counts, rejected: counts.rejected.length, repaired: counts.repaired.length })}`,
    )
  const ratio = watched.wall / (alone * datasets)
  console.log(
    `${name.padEnd(27)} ${rate(datasets, watched.wall)}   ${ratio.toFixed(1)} times parsing alone, ${(watched.cpu / datasets).toFixed(2)} ms of processor a dataset, at most ${megabytes(Math.max(...watched.samples.map((one) => one.rss)))}; created ${counts.created}, unchanged ${counts.unchanged}, repairs ${counts.repaired.length}`,
  )
}

const { values } = parseArgs({
  options: { datasets: { type: 'string', default: '100000' }, page: { type: 'string', default: '1000' } },
})
const [datasets, size] = [Number(values.datasets), Number(values.page)]
if (!Number.isInteger(datasets) || !Number.isInteger(size) || size < 1 || datasets < size || datasets % size !== 0)
  throw new Error(`--datasets is a whole multiple of --page; got "${values.datasets}" and "${values.page}"`)
await run(datasets, size)
