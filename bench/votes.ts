// Votes through HTTP, each by a code of its own: accepted, durable and counted; beside bare inserts into the same table in the same run.
//   npm run bench -- votes [--votes 10000] [--clients 32] [--processes 2]
import { randomBytes } from 'node:crypto'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import autocannon, { type Result } from 'autocannon'
import { sql } from 'kysely'
import pg from 'pg'
import { boxesOf, newKey } from '#participation'
import { type PlantedBudget, plantBudget } from '#support/budget.ts'
import { asInService } from '#support/database.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { type RunningServer, startServer } from './pages.server.ts'

const { values } = parseArgs({
  options: {
    votes: { type: 'string', default: '10000' },
    clients: { type: 'string', default: '32' },
    processes: { type: 'string', default: '2' },
  },
})
const clients = Number(values.clients)
// Each client sends as many, and none of them twice.
const votes = Math.ceil(Number(values.votes) / clients) * clients
const say = (text: string) => console.log(text)
const load = () => loadavg()[0]?.toFixed(1) ?? '?'

/** One insert for each vote, as many at once as there are clients. Gives votes a second. */
async function bareInserts(town: TestHouse, box: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: town.house.database.url, max: Math.min(clients, 12) })
  const text = `insert into participation_vote (tenant, box, position, channel, day, receipt, projects, digest, hash)
    values ($1, $2, $3, 'online', current_date, $4, $5, $4, $4)`
  const tenant = town.site(places.stadt).id
  let next = 0
  const client = async () => {
    while (next < votes)
      await pool.query({ name: 'bare', text, values: [tenant, box, 1_000_000 + next++, randomBytes(32), ['A', 'C']] })
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  const perSecond = votes / ((performance.now() - began) / 1000)
  await pool.query('delete from participation_vote')
  await pool.end()
  return perSecond
}

/** Casts a vote with each code. Gives votes a second and the times in milliseconds. */
async function throughHttp(server: RunningServer, budget: PlantedBudget) {
  const bodies = budget.codes.map((code) => `v=A&v=C&schritt=abgeben&code=${code}&schluessel=${newKey()}`)
  const headers = {
    accept: 'text/html',
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
  }
  const times: number[] = []
  let accepted = 0
  let next = 0
  const began = performance.now()
  const before = server.cpu()
  const result = await new Promise<Result>((resolve, reject) => {
    const shooting = autocannon(
      {
        url: server.url,
        connections: clients,
        amount: votes,
        setupClient: (client) => {
          const part = votes / clients
          const own = bodies.slice(part * next, part * (next + 1))
          next++
          client.setRequests(own.map((body) => ({ method: 'POST', path: budget.ballot, headers, body })))
        },
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    )
    shooting.on('response', (_client, status, _bytes, time) => {
      times.push(time)
      if (status === 200) accepted++
    })
  })
  const seconds = (performance.now() - began) / 1000
  const after = server.cpu()
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return {
    accepted,
    errors: result.errors,
    perSecond: accepted / seconds,
    p50: at(0.5),
    p95: at(0.95),
    server: (after.server - before.server) / votes,
    postgres: (after.postgres - before.postgres) / votes,
  }
}

say(`load ${load()} at the start; ${votes} votes, ${clients} clients, ${values.processes} processes`)
const town = await testHouse()
try {
  const budget = await plantBudget(town, places.stadt, { codes: votes })
  const { system } = town.house.database
  await sql`analyze`.execute(system)
  // Durable means written to the disk, on both sides of the comparison.
  await asInService(town.house.database.url)
  const bare = await bareInserts(town, budget.box.id)
  say(`bare inserts, one commit each: ${bare.toFixed(0)} a second (load ${load()})`)
  const server = await startServer(
    '../bundle/main.js',
    ['serve', '--port', '0'],
    {
      DATABASE_URL: town.house.database.url,
      ALLMENDE_DATA: town.house.config.ALLMENDE_DATA,
      ALLMENDE_SECRET: town.house.config.ALLMENDE_SECRET,
      WEB_PROCESSES: values.processes,
      METRICS_PORT: '0',
      LOG_LEVEL: 'error',
    },
    town.house.database.url,
  )
  try {
    const run = await throughHttp(server, budget)
    const [box] = await boxesOf(system, budget.procedure)
    say(
      `through HTTP: ${run.perSecond.toFixed(0)} a second, p50 ${run.p50.toFixed(0)} ms, p95 ${run.p95.toFixed(0)} ms, ` +
        `${run.server.toFixed(2)} + ${run.postgres.toFixed(2)} ms of processor each (server + PostgreSQL) (load ${load()})`,
    )
    say(
      `accepted ${run.accepted}, connections failed ${run.errors}, in the box ${box?.ballots}; ratio to bare inserts ${(run.perSecond / bare).toFixed(2)}`,
    )
    if (box?.ballots !== run.accepted || run.accepted !== votes) process.exitCode = 1
  } finally {
    await server.stop()
  }
} finally {
  await town.close()
}
