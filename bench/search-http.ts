// Search over HTTP with many records: the search page and the JSON interface with 16 clients, with whole records, summaries and none; memory, snapshot and start-up of the server.
//   npm run bench -- search-http [--records 100000] [--seconds 10] [--clients 16]
// The records are written by the catalogue's store, as an import writes them, but without being parsed from documents;
// the server then builds its index from the database, as it does on a first start.
import { statSync } from 'node:fs'
import { loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Run, type RunOptions, run, searchPath } from './pages.clients.ts'
import { fillHouse } from './pages.house.ts'
import { startServer } from './pages.server.ts'
import { question } from './search.records.ts'

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '10' },
    clients: { type: 'string', default: '16' },
  },
})
const [records, seconds, clients] = [Number(values.records), Number(values.seconds), Number(values.clients)]
if (![records, seconds, clients].every((n) => Number.isInteger(n) && n > 0))
  throw new Error('--records, --seconds and --clients take whole numbers above 0')

const load = () => `load ${loadavg()[0]?.toFixed(1)}`
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
const line = (name: string, one: Run) =>
  console.log(
    `${name.padEnd(38)} ${one.perSecond.toFixed(0).padStart(6)}/s   p50 ${one.p50.toFixed(1).padStart(6)}   p95 ${one.p95.toFixed(1).padStart(6)} ms   ${(one.bytes / 1000).toFixed(1).padStart(6)} kB   ${one.serverCpu.toFixed(2)} + ${one.postgresCpu.toFixed(2)} ms`,
  )

/** The same questions asked of the page and of the interface. */
const pagePaths = (count: number) => Array.from({ length: count }, (_, i) => searchPath('', question(i, records)))
const apiPaths = (count: number, more: Readonly<Record<string, string>> = {}) =>
  pagePaths(count).map((one) => {
    const query = new URLSearchParams(one.split('?')[1])
    const asked = new URLSearchParams(more)
    for (const [name, value] of query) asked.append({ thema: 'theme', lizenz: 'licence' }[name] ?? name, value)
    return `/api/v1/datasets?${asked}`
  })

console.log(`writing ${records.toLocaleString('en')} records; ${load()}`)
const house = await fillHouse(records, console.log)
try {
  const env = { DATABASE_URL: house.databaseUrl, ALLMENDE_DATA: house.data, PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'error' }
  console.log(
    `written in ${house.filled.toFixed(0)} s (${(records / house.filled).toFixed(0)} a second, generator included), ${house.towns} tenants`,
  )
  const first = await startServer('../bundle/main.js', ['serve'], env, house.databaseUrl)
  console.log(
    `first start, index built from the database: ready after ${(first.ready / 1000).toFixed(1)} s, resident ${megabytes(first.rss())}`,
  )
  await first.stop()
  const snapshot = statSync(path.join(house.data, 'search', 'catalogue.index')).size
  const server = await startServer('../bundle/main.js', ['serve'], env, house.databaseUrl)
  try {
    console.log(
      `second start, from the snapshot of ${megabytes(snapshot)}: ready after ${(server.ready / 1000).toFixed(1)} s, resident ${megabytes(server.rss())}; ${load()}`,
    )
    console.log('answers a second; processor time of server + PostgreSQL an answer')
    const [pages, api] = [pagePaths(20_000), apiPaths(20_000)]
    const options: RunOptions = { clients, seconds }
    // A server that serves is warm: V8 goes on compiling for a quarter of a minute.
    await run(server, pages.slice(10_000), { ...options, seconds: Math.max(15, seconds) })
    line('search page, 1 client', await run(server, pages, { ...options, clients: 1, seconds: Math.max(3, seconds / 2) }))
    line(`search page, ${clients} clients`, await run(server, pages, options))
    line(
      `search page, ${clients} clients, compressed`,
      await run(server, pages.slice(5000), { ...options, encoding: 'br, gzip' }),
    )
    line(`/api/v1/datasets, ${clients} clients`, await run(server, api, { ...options, accept: 'application/json' }))
    // Each question once, and none that was asked before: no answer that is kept in front of the index can help.
    const fresh = (more: Readonly<Record<string, string>>) => {
      const before = new Set(apiPaths(20_000, more))
      return [...new Set(apiPaths(120_000, more))].filter((one) => !before.has(one))
    }
    // Most records have been shown once before: what a process has read it keeps.
    await run(server, apiPaths(20_000, { detail: 'summary', facet_limit: '0', limit: '100' }), {
      ...options,
      seconds: Math.max(20, seconds),
      accept: 'application/json',
    })
    const summaries = fresh({ detail: 'summary', facet_limit: '12' })
    line('the same, 20 summaries, six facets', await run(server, summaries, { ...options, accept: 'application/json' }))
    const counts = fresh({ limit: '0', facet_limit: '12' })
    line('the same, counts alone', await run(server, counts, { ...options, accept: 'application/json' }))
    console.log(`resident ${megabytes(server.rss())} afterwards; ${load()}`)
  } finally {
    await server.stop()
  }
} finally {
  await house.close()
}
