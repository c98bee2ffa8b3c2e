// A harvest of generated datasets over loopback: the first run until everything is stored, indexed and validated; a run in which nothing
// changed; one in which 1 % changed, read whole and asked for changes only.
//   npm run bench -- harvest [--datasets 30000] [--kind ckan] [--page 100]
// The portal answers from a process of its own and is not counted. Beside the time by the clock stands the processor time of this process
// and of its connections to the database (Linux): on a machine that others use, that is what can be compared.
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { installReference } from '#catalogue'
import { harvestNow, imitationOf } from '#plaques/harvest'
import { places, type TestHouse, testHouse, until } from '#support/house.ts'
import { openPortal, portalRecords } from '#support/portal.ts'
import { sharedData } from '#support/shared.ts'

const themes = ['ENVI', 'TRAN', 'GOVE', 'SOCI', 'EDUC'].map(
  (code) => `http://publications.europa.eu/resource/authority/data-theme/${code}`,
)
/** Records that differ as real ones do; `stand` changes every hundredth. */
const records = (count: number, stand: number) =>
  portalRecords(count, (at) => ({
    title: `Datensatz ${at} über ${['Bäume', 'Straßen', 'Schulen', 'Wahlen', 'Pegel'][at % 5]} im Bezirk ${at % 97}`,
    description: `Nummer ${at}: jährlich gezählt und geprüft, mit Lage und Zustand. ${'Weitere Angaben stehen in der Datei. '.repeat(4)}${at % 100 === 0 ? `Stand ${stand}.` : ''}`,
    file: `https://daten.musterhausen.example/${at}.csv`,
    theme: themes[at % 5] ?? '',
    // What changed says so: within the last hour for the portal's clock.
    ...(stand > 0 && at % 100 === 0 ? { modified: new Date().toISOString() } : {}),
  }))

/** Waits until everything that was stored is indexed and validated. */
async function judged(town: TestHouse): Promise<void> {
  const open = async () => {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from catalogue_resource where state = 'published' and quality_hash is distinct from source_hash`.execute(
      town.house.database.system,
    )
    return rows[0]?.n ?? 0
  }
  await until(async () => (await open()) === 0, 3600, 'that everything is validated')
  await town.indexed()
}

/** Processor seconds of the connections to a database, where the system tells them; the clock of Linux ticks a hundred times a second. */
function databaseSeconds(name: string): number {
  let ticks = 0
  for (const pid of existsSync('/proc/self/stat') ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(pid)) continue
    try {
      if (!new RegExp(`^postgres: \\S+ ${name} `).test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) continue
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
      ticks += Number(fields[11]) + Number(fields[12])
    } catch {
      // It ended meanwhile.
    }
  }
  return ticks / 100
}

/** The other process: serves until it is told what to serve next. */
async function servePortal(kind: string, count: number, size: number): Promise<void> {
  const portal = await openPortal(imitationOf(kind), records(count, 0))
  portal.size = size
  process.on('message', (stand: number) => {
    portal.records = records(count, stand)
    process.send?.('changed')
  })
  process.send?.(portal.address)
}

async function run(datasets: number, kind: string, size: number): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), [
    '--serve',
    '--datasets',
    String(datasets),
    '--kind',
    kind,
    '--page',
    String(size),
  ])
  const [address] = (await once(child, 'message')) as [string]
  const town = await testHouse({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1', STATEMENT_TIMEOUT_MS: '120000' } })
  try {
    const from = sharedData()
    if (from) await installReference({ dataDir: town.house.config.dataDir, from })
    const source = randomUUID()
    const tenant = town.site(places.kreis).id
    await sql`insert into harvest_source (id, tenant, slug, name, kind, address, state) values (${source}, ${tenant}, 'probe', 'Probe', ${kind}, ${address}, 'on')`.execute(
      town.house.database.system,
    )
    const { rows: named } = await sql<{ name: string }>`select current_database() as name`.execute(town.house.database.system)
    const cpu = () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1e6 + databaseSeconds(named[0]?.name ?? '')
    }
    const harvest = async (name: string, then: () => Promise<void> = async () => {}, changesOnly = false) => {
      const spent = cpu()
      let [least, most] = [Number.POSITIVE_INFINITY, 0]
      const watch = setInterval(() => {
        const { rss } = process.memoryUsage()
        least = Math.min(least, rss)
        most = Math.max(most, rss)
      }, 100)
      const began = performance.now()
      const done = await harvestNow(town.house, { tenant, source, mode: 'run', cause: 'command', changesOnly })
      await then()
      const seconds = (performance.now() - began) / 1000
      clearInterval(watch)
      if (done?.state !== 'done')
        throw new Error(`the run ended as ${done?.state}: ${JSON.stringify(done?.fault ?? done?.holds)}`)
      const sum = `${done.created} new, ${done.updated} changed, ${done.unchanged} the same`
      const work = cpu() - spent
      console.log(
        `${name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s ${(datasets / seconds).toFixed(0).padStart(6)}/s  processor ${work.toFixed(1).padStart(6)} s ${(datasets / work).toFixed(0).padStart(6)}/s  resident ${(least / 1e6).toFixed(0)} to ${(most / 1e6).toFixed(0)} MB  ${sum}`,
      )
      return { seconds, work }
    }
    console.log(`${datasets.toLocaleString('en')} datasets by ${kind}, ${size} a page; load ${loadavg()[0]?.toFixed(1)}`)
    await town.follow()
    const first = await harvest('first run, judged', () => judged(town))
    const same = await harvest('nothing changed')
    const change = async (stand: number) => {
      child.send(stand)
      await once(child, 'message')
    }
    await change(1)
    const few = await harvest('1 % changed, read whole')
    await change(2)
    const asked = await harvest('1 % changed, asked for', undefined, true)
    const times = (one: typeof first) =>
      `${(first.seconds / one.seconds).toFixed(1)} times (processor ${(first.work / one.work).toFixed(1)})`
    console.log(`again as fast: nothing changed ${times(same)}; 1 % read whole ${times(few)}; 1 % asked for ${times(asked)}`)
  } finally {
    child.kill()
    await town.close()
  }
}

const { values } = parseArgs({
  options: {
    datasets: { type: 'string', default: '30000' },
    kind: { type: 'string', default: 'ckan' },
    page: { type: 'string', default: '100' },
    serve: { type: 'boolean', default: false },
  },
})
const [datasets, size] = [Number(values.datasets), Number(values.page)]
if (values.serve) await servePortal(values.kind, datasets, size)
else await run(datasets, values.kind, size)
