// A harvester of CKAN walks through everything, page by page, to the end: does a page cost the same however deep it lies?
//   npm run bench -- ckan-walk [--records 100000] [--rows 1000]
import { parseArgs } from 'node:util'
import { fillHouse } from './pages.house.ts'
import { startServer } from './pages.server.ts'

const { values } = parseArgs({
  options: { records: { type: 'string', default: '100000' }, rows: { type: 'string', default: '1000' } },
})
const [records, rows] = [Number(values.records), Number(values.rows)]
if (![records, rows].every((n) => Number.isInteger(n) && n > 0))
  throw new Error('--records and --rows take whole numbers above 0')

const house = await fillHouse(records, console.log)
try {
  const env = { DATABASE_URL: house.databaseUrl, ALLMENDE_DATA: house.data, PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'error' }
  const server = await startServer('../bundle/main.js', ['serve'], env, house.databaseUrl)
  try {
    const seen = new Set<string>()
    const times: number[] = []
    const before = server.rss()
    const began = performance.now()
    for (let start = 0; ; start += rows) {
      const at = performance.now()
      const answer = await fetch(`${server.url}/api/3/action/package_search?rows=${rows}&start=${start}&sort=id%20asc`)
      const { result } = (await answer.json()) as { result: { results: { id: string }[] } }
      times.push(performance.now() - at)
      if (result.results.length === 0) break
      for (const { id } of result.results) seen.add(id)
    }
    const mean = (list: number[]) => `${(list.reduce((sum, one) => sum + one, 0) / list.length).toFixed(0)} ms`
    const tenth = Math.ceil(times.length / 10)
    console.log(
      `${seen.size.toLocaleString('en')} datasets in ${((performance.now() - began) / 1000).toFixed(1)} s, ${rows} a page`,
    )
    console.log(`a page of the first tenth ${mean(times.slice(1, tenth + 1))}, of the last ${mean(times.slice(-tenth - 1, -1))}`)
    console.log(`resident ${(before / 1e6).toFixed(0)} MB before, ${(server.rss() / 1e6).toFixed(0)} MB after`)
  } finally {
    await server.stop()
  }
} finally {
  await house.close()
}
