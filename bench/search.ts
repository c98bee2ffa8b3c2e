// The search index beside PostgreSQL full text: the same generated records, the same questions, the same six facet counts.
//   npm run bench -- search [--records 100000,1000000] [--seconds 5] [--no-postgres]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openSearchIndex, type SearchDocument, type SearchIndex } from '#platform/search'
import { openPostgres } from './search.postgres.ts'
import { facetNames, question, record } from './search.records.ts'

/** Throughput and times of one run. */
export interface Figures {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly asked: number
  /** Processor milliseconds per question: tells more than the clock where other programs run beside. */
  readonly work?: number
}

type Work = () => Promise<number | undefined>
const ownWork: Work = async () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Asks question after question with so many clients at once, each as soon as its last one was answered. */
export async function ask(
  clients: number,
  seconds: number,
  one: (number: number) => Promise<unknown>,
  first = 0,
  work: Work = ownWork,
): Promise<Figures> {
  const times: number[] = []
  let next = first
  const before = await work()
  const began = performance.now()
  const until = began + seconds * 1_000
  const client = async () => {
    while (performance.now() < until) {
      const start = performance.now()
      await one(next++)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const elapsed = (performance.now() - began) / 1_000
  const after = await work()
  const spent = before === undefined || after === undefined ? {} : { work: ((after - before) * 1_000) / times.length }
  const sorted = Float64Array.from(times).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { perSecond: times.length / elapsed, p50: at(0.5), p95: at(0.95), asked: times.length, ...spent }
}

/** Records 0 .. count-1 in batches. */
export async function* records(count: number, batch = 2_000): AsyncGenerator<SearchDocument[]> {
  for (let from = 0; from < count; from += batch)
    yield Array.from({ length: Math.min(batch, count - from) }, (_, i) => record(from + i))
}

/** Schema of the generated records. */
export const schema = { version: 1, facets: facetNames }

const line = (name: string, f: Figures) =>
  `${name.padEnd(34)} ${f.perSecond.toFixed(1).padStart(9)}/s   p50 ${f.p50.toFixed(1).padStart(7)} ms   p95 ${f.p95.toFixed(1).padStart(7)} ms   ${f.work === undefined ? '' : `${f.work.toFixed(2)} ms of processor each   `}(${f.asked} questions)`
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
const rss = () => process.memoryUsage().rss

async function askIndex(index: SearchIndex, number: number, count: number): Promise<void> {
  const answer = await index.search({ ...question(number, count), limit: 20, facetLimit: 10 })
  if (!answer.ok) throw new Error(`the index refused: ${JSON.stringify(answer.error)}`)
}

async function measure(count: number, seconds: number, postgres: boolean): Promise<void> {
  console.log(
    `\n${count.toLocaleString('en')} records, six facets with counts, 20 results; answers, lists and counts are not remembered,
the parts of compounds and the near words of typing errors that were asked before are, as in service`,
  )
  mkdirSync('.cache', { recursive: true })
  const directory = mkdtempSync(path.join(tmpdir(), 'bench-search-'))
  const options = { directory, schema, saveAfter: 0, remember: 0, timeLimit: 60_000, readers: availableParallelism() > 1 ? 2 : 1 }
  const before = rss()
  let index = await openSearchIndex(options)
  const began = performance.now()
  await index.rebuild(records(count), 1)
  const built = performance.now() - began
  const { bytes } = await index.save()
  await index.close()
  const opening = performance.now()
  index = await openSearchIndex(options)
  const opened = performance.now() - opening
  console.log(
    `built in ${(built / 1_000).toFixed(1)} s (generator included), snapshot ${megabytes(bytes)}, opened in ${opened.toFixed(0)} ms`,
  )
  await ask(4, Math.min(2, seconds), (n) => askIndex(index, n, count), 5_000_000)
  const single = await ask(1, seconds, (n) => askIndex(index, n, count))
  console.log(line('own index, 1 client', single))
  const many = await ask(16, seconds, (n) => askIndex(index, n, count), 1_000_000)
  console.log(line('own index, 16 clients', many))
  console.log(`memory of the process with the index: ${megabytes(rss())} (${megabytes(before)} before)`)
  await index.close()
  rmSync(directory, { recursive: true, force: true })
  if (postgres) await compare(count, seconds, many)
}

async function compare(count: number, seconds: number, own: Figures): Promise<void> {
  const database = await openPostgres(count)
  try {
    console.log(`PostgreSQL filled in ${(database.filled / 1_000).toFixed(1)} s, statement_timeout ${database.timeout / 1_000} s`)
    console.log(
      line(
        'PostgreSQL german, 1 client',
        await ask(1, seconds, (n) => database.search(question(n, count)), 0, database.processorSeconds),
      ),
    )
    const theirs = await ask(16, seconds, (n) => database.search(question(n, count)), 1_000_000, database.processorSeconds)
    console.log(line('PostgreSQL german, 16 clients', theirs))
    if (database.late() > 0) console.log(`  of these given up by statement_timeout: ${database.late()}`)
    console.log(`own index answers ${(own.perSecond / theirs.perSecond).toFixed(0)} times as many questions`)
    if (own.work && theirs.work) console.log(`and needs ${(theirs.work / own.work).toFixed(0)} times less processor for each`)
  } finally {
    await database.close()
  }
}

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '100000,1000000' },
    seconds: { type: 'string', default: '5' },
    postgres: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
for (const count of values.records.split(',').map(Number)) {
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`--records takes numbers above 0, joined by commas; got "${values.records}"`)
  await measure(count, Number(values.seconds), values.postgres)
}
