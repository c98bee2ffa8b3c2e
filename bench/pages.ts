// Pages of the portal a second, rendered anew for every request, beside the same web server answering a constant text; and bytes per page by kind.
//   npm run bench -- pages [--records 5000] [--seconds 8] [--clients 16]
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { tellBytes } from './pages.bytes.ts'
import { type Run, run, searchPath } from './pages.clients.ts'
import { fillHouse } from './pages.house.ts'
import { type RunningServer, startServer } from './pages.server.ts'
import { question } from './search.records.ts'

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '5000' },
    seconds: { type: 'string', default: '8' },
    clients: { type: 'string', default: '16' },
  },
})
const [records, seconds, clients] = [Number(values.records), Number(values.seconds), Number(values.clients)]
if (![records, seconds, clients].every((n) => Number.isInteger(n) && n > 0))
  throw new Error('--records, --seconds and --clients take whole numbers above 0')

const load = () => `load ${loadavg()[0]?.toFixed(1)}`
const line = (name: string, one: Run, base?: Run) =>
  console.log(
    `${name.padEnd(44)} ${one.perSecond.toFixed(0).padStart(6)}/s ${base ? `${((one.perSecond / base.perSecond) * 100).toFixed(0).padStart(4)} %` : '      '}   p50 ${one.p50.toFixed(1).padStart(6)}   p95 ${one.p95.toFixed(1).padStart(6)} ms   ${(one.bytes / 1000).toFixed(1).padStart(6)} kB   ${one.serverCpu.toFixed(2)} + ${one.postgresCpu.toFixed(2)} ms`,
  )

/** The same web server with nothing behind it, for a text of this size. */
async function baseline(name: string, bytes: number, encoding?: string): Promise<Run> {
  const server = await startServer('./pages.baseline.js', [String(Math.round(bytes))], {})
  try {
    const options = { clients, seconds: Math.max(2, Math.round(seconds / 2)), ...(encoding ? { encoding } : {}) }
    await run(server, ['/'], { ...options, seconds: 2 })
    const found = await run(server, ['/'], options)
    line(name, found)
    return found
  } finally {
    await server.stop()
  }
}

/** A page in all its circumstances. `anew` are addresses enough that hardly one comes twice, `again` a few that come over and over. */
async function measure(name: string, server: RunningServer, anew: readonly string[], again: readonly string[]): Promise<void> {
  // A server that serves is warm: V8 goes on compiling for a quarter of a minute.
  await run(server, anew, { clients, seconds: Math.max(15, seconds) })
  const half = Math.floor(anew.length / 2)
  const fresh = await run(server, anew.slice(half), { clients, seconds })
  const plain = await baseline(`constant text, ${(fresh.bytes / 1000).toFixed(0)} kB`, fresh.bytes)
  line(`${name}, every address new`, fresh, plain)
  const packed = await baseline('constant text, compressed', fresh.bytes, 'br, gzip')
  line(
    `${name}, every address new, compressed`,
    await run(server, anew.slice(0, half), { clients, seconds, encoding: 'br, gzip' }),
    packed,
  )
  line(`${name}, ${again.length} addresses again`, await run(server, again, { clients, seconds }), plain)
}

const house = await fillHouse(records, console.log)
try {
  const server = await startServer(
    '../bundle/main.js',
    ['serve'],
    { DATABASE_URL: house.databaseUrl, ALLMENDE_DATA: house.data, PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'error' },
    house.databaseUrl,
  )
  try {
    console.log(
      `${records.toLocaleString('en')} generated records of ${house.towns} tenants and the demonstration; ${clients} clients, ${load()}`,
    )
    console.log('share of the baseline; processor time of server + PostgreSQL a page')
    const searches = [...new Set(Array.from({ length: 12_000 }, (_, i) => searchPath('', question(i, records))))]
    await measure('search page with facets', server, searches, searches.slice(0, 100))
    const datasets = await house.datasetPaths(records)
    await measure('dataset page', server, datasets, datasets.slice(0, 100))
    console.log(`server resident ${(server.rss() / 1e6).toFixed(0)} MB; ${load()}`)
    await tellBytes(server.url)
  } finally {
    await server.stop()
  }
} finally {
  await house.close()
}
