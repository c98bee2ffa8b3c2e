// A harvest of generated datasets over loopback: the first run until everything is stored, indexed and validated; a run in which nothing
// changed; one in which 1 % changed, read whole and asked for changes only.
//   npm run bench -- harvest [--datasets 30000] [--kind ckan] [--page 100]
// The harvest runs in this process, as by `./allmende harvest`; index and validation follow in another, as in a server; the portal answers
// from a third that is not counted. The database writes to the disk as in service. Beside the time by the clock stands the processor time
// of both processes and of their connections to the database (Linux): on a machine that others use, that is what can be compared.
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { harvestNow } from '#plaques/harvest'
import { asInService } from '#support/database.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import type { Told } from './harvest.follower.ts'
import { bytesInUse } from './harvest.in-use.ts'
import { cpuOf, rssOf } from './import.watch.ts'
import { backendsOf } from './pages.server.ts'

const beside = (name: string, ...args: string[]): ChildProcess =>
  fork(fileURLToPath(new URL(`./${name}.js`, import.meta.url)), args)
const say = async <T>(child: ChildProcess, word: unknown): Promise<T> => {
  const answer = once(child, 'message')
  child.send(word as never)
  return (await answer)[0] as T
}
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0)
const tenths = (samples: readonly number[]): string =>
  Array.from({ length: 10 }, (_, at) => {
    const part = samples.slice(Math.floor((at * samples.length) / 10), Math.ceil(((at + 1) * samples.length) / 10))
    return (Math.max(0, ...part) / 1e6).toFixed(0).padStart(4)
  }).join(' ')

/** What a run took: seconds by the clock and of the processor. */
interface Took {
  readonly seconds: number
  readonly work: number
}

/** How many records the shapes have judged, and found something about. */
async function tellVerdicts(town: TestHouse, { shapes, documents, bytes, inUse }: Told): Promise<void> {
  const { rows } = await sql<{ judged: number; wrong: number }>`
    select count(*) filter (where quality ? 'violations')::int as judged, count(*) filter (where (quality ->> 'violations')::int > 0)::int as wrong
    from catalogue_resource where state = 'published'`.execute(town.house.database.system)
  console.log(
    shapes
      ? `  held against the official shapes of DCAT-AP.de 3.0: ${rows[0]?.judged}, with violations ${rows[0]?.wrong}`
      : '  the official shapes are not at hand (ALLMENDE_SHARED): only the checks of the house were made',
  )
  const used = Object.entries(inUse).map(([part, size]) => `${part} ${megabytes(size)}`)
  console.log(
    `  the index: ${documents} documents, ${megabytes(bytes)} MB; of the memory of index and validation in use: ${used.join(', ')} MB`,
  )
}

async function run(datasets: number, kind: string, size: number): Promise<void> {
  const portal = beside('harvest.portal', kind, String(datasets), String(size))
  const [address] = (await once(portal, 'message')) as [string]
  const town = await testHouse({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1', STATEMENT_TIMEOUT_MS: '120000' } })
  const db = town.house.database
  await asInService(db.url)
  const follower = beside('harvest.follower', db.url)
  try {
    await once(follower, 'message')
    const source = randomUUID()
    const tenant = town.site(places.kreis).id
    await sql`insert into harvest_source (id, tenant, slug, name, kind, address, state) values (${source}, ${tenant}, 'probe', 'Probe', ${kind}, ${address}, 'on')`.execute(
      db.system,
    )
    const name = new URL(db.url).pathname.slice(1)
    const pid = follower.pid ?? 0
    // Connections that were idle end: what they used stays counted.
    const connections = new Map<number, number>()
    const database = () => {
      for (const one of backendsOf(name)) connections.set(one, Math.max(cpuOf(one), connections.get(one) ?? 0))
      return connections.values().reduce((sum, used) => sum + used, 0)
    }
    /** Processor seconds: here, beside, and of the database. */
    const work = () => {
      const { user, system } = process.cpuUsage()
      return [(user + system) / 1e6, cpuOf(pid) / 1000, database() / 1000] as const
    }
    let held = bytesInUse()
    const harvest = async (title: string, changesOnly = false): Promise<Took> => {
      const before = work()
      const [here, there]: [number[], number[]] = [[], []]
      const watch = setInterval(() => {
        here.push(process.memoryUsage.rss())
        there.push(rssOf(pid))
      }, 50)
      const listen = setInterval(database, 2000)
      const began = performance.now()
      const done = await harvestNow(town.house, { tenant, source, mode: 'run', cause: 'command', changesOnly })
      const stored = (performance.now() - began) / 1000
      const told = await say<Told>(follower, 'whole?')
      const seconds = (performance.now() - began) / 1000
      clearInterval(watch)
      clearInterval(listen)
      if (done?.state !== 'done')
        throw new Error(`the run ended as ${done?.state}: ${JSON.stringify(done?.fault ?? done?.holds)}`)
      const parts = work().map((one, at) => one - (before[at] ?? 0))
      const sum = parts.reduce((a, b) => a + b, 0)
      const rate = (time: number) => `${(datasets / time).toFixed(0).padStart(6)}/s`
      console.log(
        `${title.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s ${rate(seconds)} (stored after ${stored.toFixed(1)} s)  processor ${sum.toFixed(1).padStart(6)} s ${rate(sum)} (harvest ${parts[0]?.toFixed(1)}, index and validation ${parts[1]?.toFixed(1)}, database ${parts[2]?.toFixed(1)})  ${done.created} new, ${done.updated} changed, ${done.unchanged} the same; load ${loadavg()[0]?.toFixed(1)}`,
      )
      const now = bytesInUse()
      console.log(
        `  resident MB by tenths of the run, harvest:              ${tenths(here)}   in use before ${megabytes(held)}, after ${megabytes(now)}`,
      )
      held = now
      console.log(`                                    index and validation: ${tenths(there)}`)
      if (done.created === datasets) await tellVerdicts(town, told)
      return { seconds, work: sum }
    }
    console.log(`${datasets.toLocaleString('en')} datasets by ${kind}, ${size} a page; load ${loadavg()[0]?.toFixed(1)}`)
    const first = await harvest('first run')
    const same = await harvest('nothing changed')
    await say(portal, 1)
    const few = await harvest('1 % changed, read whole')
    await say(portal, 2)
    const asked = await harvest('1 % changed, asked for', true)
    const times = (one: Took) =>
      `${(first.seconds / one.seconds).toFixed(1)} times (processor ${(first.work / one.work).toFixed(1)})`
    console.log(`again as fast: nothing changed ${times(same)}; 1 % read whole ${times(few)}; 1 % asked for ${times(asked)}`)
  } finally {
    portal.kill()
    const ended = once(follower, 'exit')
    if (follower.connected) follower.send('end')
    await ended
    await town.close()
  }
}

const { values } = parseArgs({
  options: {
    datasets: { type: 'string', default: '30000' },
    kind: { type: 'string', default: 'ckan' },
    page: { type: 'string', default: '100' },
  },
})
await run(Number(values.datasets), values.kind, Number(values.page))
