// Lists and saving of staff: the read model beside the same questions asked of the public table, in the same run.
//   npm run bench -- staff [--records 100000] [--rounds 20]
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import {
  countEntries,
  type EntryFilter,
  type EntrySort,
  entryRows,
  findingsOf,
  installReference,
  saveDraft,
  staffDb,
} from '#catalogue'
import { atWork, must, readyDraft } from '#support/editing.ts'
import { places } from '#support/house.ts'
import { signedIn } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { sharedData } from '#support/shared.ts'
import { ticksOf } from './search.postgres.ts'
import { fill } from './staff.rows.ts'

interface Times {
  readonly p50: number
  readonly p95: number
  /** Processor milliseconds for each, of this process and the database: tells more than the clock where other programs run beside. */
  readonly work: number | undefined
}

/** Processor milliseconds of this process and of the database's connections so far (Linux). */
async function workSoFar(town: TestServer): Promise<number | undefined> {
  const { user, system } = process.cpuUsage()
  const { rows } = await sql<{
    pid: number
  }>`select pid from pg_stat_activity where datname = current_database()`.execute(town.house.database.system)
  try {
    return rows.reduce((sum, { pid }) => sum + ticksOf(pid) * 10, (user + system) / 1000)
  } catch {
    return undefined
  }
}

/** Times of one question in milliseconds. */
async function times(town: TestServer, rounds: number, one: (round: number) => Promise<unknown>): Promise<Times> {
  await one(0)
  const all: number[] = []
  const before = await workSoFar(town)
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await one(round)
    all.push(performance.now() - start)
  }
  const after = await workSoFar(town)
  const sorted = all.sort((a, b) => a - b)
  const work = before === undefined || after === undefined ? undefined : (after - before) / rounds
  return { p50: sorted[Math.floor(sorted.length / 2)] ?? 0, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0, work }
}

const line = (name: string, { p50, p95, work }: Times) =>
  console.log(
    `${name.padEnd(56)} p50 ${p50.toFixed(1).padStart(7)} ms   p95 ${p95.toFixed(1).padStart(7)} ms${work === undefined ? '' : `   ${work.toFixed(1).padStart(6)} ms of processor each`}`,
  )

const questions: readonly { name: string; filter: EntryFilter; sort: EntrySort; deep?: boolean }[] = [
  { name: 'needs attention first', filter: {}, sort: 'attention' },
  { name: 'by title', filter: {}, sort: 'title' },
  { name: 'by title, in the middle', filter: {}, sort: 'title', deep: true },
  { name: 'by change', filter: {}, sort: 'changed' },
  { name: 'by quality', filter: {}, sort: 'quality' },
  { name: 'one office, by title', filter: { office: 'Amt 7' }, sort: 'title' },
  { name: 'imported, poor, by attention', filter: { source: 'imported', quality: { below: 50 } }, sort: 'attention' },
  { name: 'words of the title, by title', filter: { text: 'bäume 77' }, sort: 'title' },
  { name: 'overdue, by change', filter: { overdue: true }, sort: 'changed' },
]

async function lists(town: TestServer, rounds: number): Promise<void> {
  const staff = staffDb(town.house, town.site(places.stadt))
  const now = new Date()
  const page = (sort: EntrySort) => ({ sort, descending: false, limit: 50 })
  for (const { name, filter, sort, deep } of questions) {
    const from = deep ? { after: ['messreihe 50000', '00000000-0000-0000-0000-000000000000'] } : {}
    line(
      `${name}: page and count`,
      await times(town, rounds, () =>
        Promise.all([entryRows(staff, filter, { ...page(sort), ...from }, now), countEntries(staff, filter, now)]),
      ),
    )
  }
  console.log('the same of the public table, without the read model:')
  const plain =
    (order: string, offset = 0, condition = sql`true`) =>
    () =>
      sql`select r.id, r.title, r.state, r.quality -> 'score' as score, d.state as draft from catalogue_resource r
      left join catalogue_draft d on d.tenant = r.tenant and d.resource = r.id and d.state <> 'released'
      where r.tenant = ${staff.tenant} and ${condition} order by ${sql.raw(order)} offset ${offset} limit 50`.execute(staff.db)
  line('by title', await times(town, rounds, plain('lower(r.title), r.id')))
  line('by title, in the middle (offset)', await times(town, rounds, plain('lower(r.title), r.id', 50_000)))
  line('by quality', await times(town, rounds, plain("(r.quality ->> 'score')::int, r.id")))
  line('words of the title', await times(town, rounds, plain('lower(r.title), r.id', 0, sql`r.title ilike '%bäume%77%'`)))
}

async function pages(town: TestServer, rounds: number): Promise<void> {
  const who = await signedIn(town, { [places.stadt]: ['open-data-coordinator'] })
  for (const path of ['/intern/datensaetze', '/intern/datensaetze?nach-spalte=titel&amt=Amt+7', '/intern'])
    line(
      `GET ${path}, whole page`,
      await times(town, rounds, async () => {
        const answer = await town.get(`/${places.stadt}${path}`, { cookie: who.cookie })
        if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`)
      }),
    )
}

async function saves(town: TestServer, rounds: number): Promise<void> {
  const acting = await atWork(town, places.stadt)
  const draft = await readyDraft(town, acting, 'Baumkataster')
  let { revision } = draft
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const verdicts: Promise<unknown>[] = []
  line(
    'save of a draft, validation beside it',
    await times(town, rounds, async (round) => {
      const record = { ...draft.record, version: String(round) }
      const saved = must(
        await saveDraft(town.house, acting, { id: draft.id, revision, record } as Parameters<typeof saveDraft>[2]),
      )
      revision = saved.draft.revision
      verdicts.push(findingsOf(town.house, saved.draft.record))
    }),
  )
  delay.disable()
  const judged = (await Promise.all(verdicts)).filter((one) => one !== undefined).length
  console.log(
    `longest wait of others meanwhile: ${(delay.max / 1e6).toFixed(1)} ms; judged by the official shapes: ${judged} of ${verdicts.length}`,
  )
}

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { records: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '20' } },
})
const town = await testServer()
try {
  // With the official shapes, where the test material is at hand: then what stands beside a save is the real judge.
  const from = sharedData()
  if (from) await installReference({ dataDir: town.house.config.dataDir, from })
  const count = Number(values.records)
  const began = performance.now()
  await fill(town, places.stadt, count)
  console.log(
    `${count.toLocaleString('en')} records of one tenant, filled in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  )
  const rounds = Number(values.rounds)
  await lists(town, rounds)
  await pages(town, rounds)
  await saves(town, rounds * 5)
} finally {
  await town.close()
}
