// Everything as Turtle: by the command and over HTTP, with a tenth of the records and with all of them, beside merely reading the same records
// from the database. Is memory the same however much there is?
//   npm run bench -- export [--records 100000]
import { spawn } from 'node:child_process'
import { loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readAlone } from './export.baseline.ts'
import { cpuOf, rssOf } from './import.watch.ts'
import { type FilledHouse, fillHouse } from './pages.house.ts'
import { backendsOf, startServer } from './pages.server.ts'

const main = path.resolve(import.meta.dirname, '../bundle/main.js')

/** What came: bytes, records described in it, whether its end came too; how long it took, and resident memory on the way. */
interface Taken {
  readonly bytes: number
  readonly records: number
  readonly whole: boolean
  readonly seconds: number
  readonly rss: readonly number[]
}

/** Reads a stream to its end and counts, keeping nothing. */
async function take(content: AsyncIterable<Uint8Array>, rss: () => number): Promise<Taken> {
  const began = performance.now()
  const samples: number[] = []
  const watch = setInterval(() => samples.push(rss()), 50)
  let [bytes, records, line, end] = [0, 0, '', '']
  for await (const chunk of content) {
    bytes += chunk.length
    const text = line + Buffer.from(chunk).toString('latin1')
    const cut = text.lastIndexOf('\n') + 1
    records += text.slice(0, cut).match(/^ {4}a dcat:(?:DatasetSeries|Dataset|DataService)\b/gm)?.length ?? 0
    line = text.slice(cut)
    end = text.slice(-100)
  }
  clearInterval(watch)
  const seconds = (performance.now() - began) / 1000
  return { bytes, records, whole: /# end of document, \d+ records\n$/.test(end), seconds, rss: samples }
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0).padStart(4)
/** Highest memory in each tenth of the time. */
const tenths = (samples: readonly number[]) =>
  Array.from({ length: 10 }, (_, at) =>
    megabytes(Math.max(0, ...samples.slice(Math.floor((at * samples.length) / 10), Math.ceil(((at + 1) * samples.length) / 10)))),
  ).join(' ')

interface Peaks {
  readonly command: number
  readonly server: number
}

async function measure(house: FilledHouse): Promise<Peaks> {
  const alone = await readAlone(house.databaseUrl)
  console.log(
    `${alone.records.toLocaleString('en')} records; reading them alone ${alone.seconds.toFixed(1)} s, ${(alone.records / alone.seconds).toFixed(0)}/s; load ${loadavg()[0]?.toFixed(1)}`,
  )
  const tell = (name: string, { bytes, records, whole, seconds, rss }: Taken, cpu: { program: number; postgres: number }) => {
    if (!whole || records !== alone.records) throw new Error(`${name}: ${records} of ${alone.records} records, end ${whole}`)
    console.log(
      `  ${name.padEnd(8)} ${megabytes(bytes)} MB in ${seconds.toFixed(1)} s, ${(records / seconds).toFixed(0)}/s, ${(seconds / alone.seconds).toFixed(1)} times reading alone; processor a record: program ${(cpu.program / records).toFixed(2)}, PostgreSQL ${(cpu.postgres / records).toFixed(2)} ms`,
    )
    console.log(`           resident MB by tenths: ${tenths(rss)}`)
    return Math.max(...rss)
  }
  const name = new URL(house.databaseUrl).pathname.slice(1)
  const env = { DATABASE_URL: house.databaseUrl, ALLMENDE_DATA: house.data, LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [main, 'export', '--all', '--format', 'ttl'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const used = { program: 0, postgres: 0 }
  const written = await take(child.stdout, () => {
    used.program = Math.max(used.program, cpuOf(child.pid ?? 0))
    // Its connections end with it.
    used.postgres = Math.max(
      used.postgres,
      backendsOf(name).reduce((sum, one) => sum + cpuOf(one), 0),
    )
    return rssOf(child.pid ?? 0)
  })
  const command = tell('command', written, used)
  const server = await startServer(
    '../bundle/main.js',
    ['serve'],
    { ...env, PORT: '0', METRICS_PORT: '0', WEB_PROCESSES: '1' },
    house.databaseUrl,
  )
  try {
    const before = server.cpu()
    const rest = server.rss()
    const answer = await fetch(`${server.url}/katalog/alles.ttl`, { headers: { 'accept-encoding': 'identity' } })
    if (!answer.body) throw new Error(`the server answered ${answer.status} without a body`)
    const sent = await take(answer.body, server.rss)
    const after = server.cpu()
    const cost = { program: after.server - before.server, postgres: after.postgres - before.postgres }
    const most = tell('server', sent, cost)
    console.log(`           resident before ${megabytes(rest)} MB: the index grows with the records, the export adds to it`)
    return { command, server: most - rest }
  } finally {
    await server.stop()
  }
}

const { values } = parseArgs({ options: { records: { type: 'string', default: '100000' } } })
const records = Number(values.records)
if (!Number.isInteger(records) || records < 100) throw new Error('--records takes a whole number from 100 on')
const peaks: Peaks[] = []
for (const count of [Math.round(records / 10), records]) {
  const house = await fillHouse(count, () => {})
  try {
    console.log(`filled in ${house.filled.toFixed(0)} s`)
    peaks.push(await measure(house))
  } finally {
    await house.close()
  }
}
const [few, all] = peaks
if (few && all)
  console.log(
    `memory with ten times the records: command ${megabytes(few.command)} -> ${megabytes(all.command)} MB, ${(all.command / few.command).toFixed(2)} times; added to the server ${megabytes(few.server)} -> ${megabytes(all.server)} MB`,
  )
