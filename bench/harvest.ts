// A harvest of generated datasets over loopback: the first run, a run in which nothing changed, and one in which 1 % changed.
//   npm run bench -- harvest [--datasets 30000] [--kind ckan] [--page 100]
// The portal answers from a process of its own. Index and validation follow the change log by themselves and are not part of the figures.
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { harvestNow, imitationOf } from '#plaques/harvest'
import { places, testHouse } from '#support/house.ts'
import { openPortal, portalRecords } from '#support/portal.ts'

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
  }))

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
    const source = randomUUID()
    const tenant = town.site(places.kreis).id
    await sql`insert into harvest_source (id, tenant, slug, name, kind, address, state) values (${source}, ${tenant}, 'probe', 'Probe', ${kind}, ${address}, 'on')`.execute(
      town.house.database.system,
    )
    const harvest = async (name: string) => {
      let [least, most] = [Number.POSITIVE_INFINITY, 0]
      const watch = setInterval(() => {
        const { rss } = process.memoryUsage()
        least = Math.min(least, rss)
        most = Math.max(most, rss)
      }, 100)
      const began = performance.now()
      const done = await harvestNow(town.house, { tenant, source, mode: 'run', cause: 'command' })
      const seconds = (performance.now() - began) / 1000
      clearInterval(watch)
      if (done?.state !== 'done')
        throw new Error(`the run ended as ${done?.state}: ${JSON.stringify(done?.fault ?? done?.holds)}`)
      const sum = `${done.created} new, ${done.updated} changed, ${done.unchanged} the same`
      console.log(
        `${name.padEnd(22)} ${seconds.toFixed(1).padStart(7)} s  ${(datasets / seconds).toFixed(0).padStart(6)}/s  resident ${(least / 1e6).toFixed(0)} to ${(most / 1e6).toFixed(0)} MB  ${sum}`,
      )
      return seconds
    }
    console.log(`${datasets.toLocaleString('en')} datasets by ${kind}, ${size} a page; load ${loadavg()[0]?.toFixed(1)}`)
    const first = await harvest('first run')
    const same = await harvest('nothing changed')
    child.send(1)
    await once(child, 'message')
    const few = await harvest('1 % changed')
    console.log(
      `again with 1 % changed: ${(first / few).toFixed(1)} times as fast; with nothing changed: ${(first / same).toFixed(1)} times`,
    )
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
