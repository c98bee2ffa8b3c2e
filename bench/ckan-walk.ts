// A harvester of CKAN walks through everything, page by page, to the end: does a page cost the same however deep it lies?
//   npm run bench -- ckan-walk [--records 100000] [--rows 1000]
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { readAlone } from './export.baseline.ts'
import { fillHouse } from './pages.house.ts'
import { startServer } from './pages.server.ts'

const { values } = parseArgs({
  options: { records: { type: 'string', default: '100000' }, rows: { type: 'string', default: '1000' } },
})
const [records, rows] = [Number(values.records), Number(values.rows)]
if (![records, rows].every((n) => Number.isInteger(n) && n > 0))
  throw new Error('--records and --rows take whole numbers above 0')

/** What one page took: milliseconds by the clock, and of the processor by server and PostgreSQL. */
interface Page {
  readonly time: number
  readonly server: number
  readonly postgres: number
}

const house = await fillHouse(records, console.log)
try {
  const alone = await readAlone(house.databaseUrl)
  console.log(
    `${alone.records.toLocaleString('en')} records, filled in ${house.filled.toFixed(0)} s; reading them alone ${alone.seconds.toFixed(1)} s; load ${loadavg()[0]?.toFixed(1)}`,
  )
  const env = { DATABASE_URL: house.databaseUrl, ALLMENDE_DATA: house.data, PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'error' }
  const server = await startServer('../bundle/main.js', ['serve'], env, house.databaseUrl)
  try {
    const seen = new Set<string>()
    const pages: Page[] = []
    const before = server.rss()
    const began = performance.now()
    let bytes = 0
    for (let start = 0; ; start += rows) {
      const at = performance.now()
      const spent = server.cpu()
      const answer = await fetch(`${server.url}/api/3/action/package_search?rows=${rows}&start=${start}&sort=id%20asc`)
      const text = await answer.text()
      const now = server.cpu()
      pages.push({ time: performance.now() - at, server: now.server - spent.server, postgres: now.postgres - spent.postgres })
      bytes += text.length
      const { result } = JSON.parse(text) as { result: { results: { id: string }[] } }
      if (result.results.length === 0) break
      for (const { id } of result.results) seen.add(id)
    }
    const seconds = (performance.now() - began) / 1000
    if (seen.size !== alone.records) throw new Error(`${seen.size} of ${alone.records} datasets came`)
    const tenth = Math.ceil(pages.length / 10)
    const mean = (list: readonly Page[]) => {
      const of = (pick: (page: Page) => number) => (list.reduce((sum, page) => sum + pick(page), 0) / list.length).toFixed(0)
      return `${of((page) => page.time)} ms, processor ${of((page) => page.server)} + ${of((page) => page.postgres)} ms`
    }
    console.log(
      `${seen.size.toLocaleString('en')} datasets in ${seconds.toFixed(1)} s, ${(seen.size / seconds).toFixed(0)}/s, ${rows} a page, ${(bytes / 1e6).toFixed(0)} MB; ${(seconds / alone.seconds).toFixed(1)} times reading alone; load ${loadavg()[0]?.toFixed(1)}`,
    )
    // The second page reads the order of the whole walk; the last one is empty.
    console.log(
      `the second page ${mean(pages.slice(1, 2))}; a page of the first tenth ${mean(pages.slice(2, tenth + 2))}, of the last ${mean(pages.slice(-tenth - 1, -1))} (server + PostgreSQL)`,
    )
    console.log(`resident ${(before / 1e6).toFixed(0)} MB before, ${(server.rss() / 1e6).toFixed(0)} MB after`)
  } finally {
    await server.stop()
  }
} finally {
  await house.close()
}
