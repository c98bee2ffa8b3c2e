// The last seat of an event, with four processes that serve and four that ask. The guards are taken out once, in the same test.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places, type TestHouse, testHouse, until } from '#support/house.ts'
import { type PlantedProcedure, plantProcedure } from '#support/procedure.ts'
import { type RunningServer, serve } from '#support/program.ts'

const { stadt } = places
const source = import.meta.filename.endsWith('.ts')
const program = source
  ? [
      '--conditions=source',
      '--import',
      path.join(process.cwd(), 'tools/dev-loader.mjs'),
      path.join(import.meta.dirname, 'register.program.ts'),
    ]
  : [path.join(import.meta.dirname, 'register.program.js')]
const clients = 4
const each = 12

let town: TestHouse
let procedure: PlantedProcedure
let server: RunningServer
let events = 0
const system = () => town.house.database.system

/** An event with seats for twenty of whom nineteen are there: what is left is one. */
async function plant(): Promise<{ id: string; place: string }> {
  const id = randomUUID()
  const key = ++events
  const tenant = town.site(stadt).id
  await sql`insert into participation_event (id, tenant, procedure, key, kind, title, starts_at, ends_at, seats, most_people, state)
    values (${id}, ${tenant}, ${procedure.id}, ${key}, 'event', 'Informationsabend', now() + interval '2 days', now() + interval '50 hours',
      20, 20, 'public')`.execute(system())
  await sql`insert into participation_registration (id, tenant, event, channel, people, name, secret_hash)
    values (${randomUUID()}, ${tenant}, ${id}, 'staff', 19, 'Chor', ${Buffer.from(id)})`.execute(system())
  return { id, place: `/${stadt}/mitmachen/${procedure.slug}/termine/${key}` }
}

/** Resolves with what a program says behind a word, when it says it; fails when it ends before. */
function hear(child: ChildProcess, word: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = word.exec(said)
      if (found) resolve(found[1] ?? '')
    })
    child.once('exit', (code) => reject(new Error(`a client ended with ${code}: ${said}`)))
  })
}

/** How many statements wait for a lock. */
const waiting = async () =>
  (
    await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(system())
  ).rows[0]?.n ?? 0

/** Everybody presses at the same moment; gives what they were told, and what is written. */
async function rush() {
  const { id, place } = await plant()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const running = Array.from({ length: clients }, (_, i) =>
    spawn(process.execPath, [...program, server.origin, place, String(each), `Gast ${i}`], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  )
  try {
    await Promise.all(running.map((child) => hear(child, /^ready$/m)))
    const answers = running.map((child) => hear(child, /^told (.*)$/m))
    // Whoever holds the event lets nobody be counted: several stand at the last seat before anybody has it, on machines of any speed.
    const holder = system()
      .transaction()
      .execute(async (trx) => {
        await sql`select 1 from participation_event where id = ${id} for update`.execute(trx)
        for (const child of running) child.stdin?.write('go\n')
        await held
      })
    await until(async () => (await waiting()) >= clients, 60, 'that several stand at the last seat')
    release()
    await holder
    const told = (await Promise.all(answers)).flatMap((one) => JSON.parse(one) as string[])
    const { rows } = await sql<{ state: string; number: number; people: number }>`
      select state, number, people from participation_registration where event = ${id} order by number`.execute(system())
    const { rows: counted } = await sql<{ taken: number; waiting: number }>`
      select taken, waiting from participation_event where id = ${id}`.execute(system())
    const seated = rows.filter(({ state }) => state === 'registered').reduce((sum, { people }) => sum + people, 0)
    return { told, rows, seated, counted: counted[0] }
  } finally {
    release()
    for (const child of running) child.kill('SIGKILL')
  }
}

suite('the last seat, four processes and four more who want it', { timeout: 300_000 }, () => {
  before(async () => {
    town = await testHouse()
    procedure = await plantProcedure(town, stadt, { slug: 'termine', format: 'events', actions: ['read', 'submit'] })
    server = await serve(town.house.config.ALLMENDE_DATA, {
      DATABASE_URL: town.house.database.url,
      ALLMENDE_SECRET: town.house.config.ALLMENDE_SECRET,
      WEB_PROCESSES: '4',
    })
  })
  after(async () => {
    await server?.end('SIGTERM')
    await town?.close()
  })

  test('one gets it, all others wait in one line, and everybody is told what is written', async () => {
    const { told, rows, seated, counted } = await rush()
    assert.deepEqual(
      told.filter((one) => /^refused|^nothing/.test(one)),
      [],
    )
    assert.equal(told.filter((one) => one === 'seat').length, 1)
    assert.equal(told.filter((one) => one === 'waiting').length, clients * each - 1)
    assert.equal(seated, 20)
    assert.deepEqual(counted, { taken: 20, waiting: clients * each - 1 })
    assert.equal(rows.length, clients * each + 1)
    assert.equal(new Set(rows.map(({ number }) => number)).size, rows.length)
  })

  test('without the guards more get it than there are seats: the test would notice', async () => {
    const guarded = (
      await sql<{ source: string }>`select pg_get_functiondef('participation_admit'::regproc) as source`.execute(system())
    ).rows[0]?.source
    assert.match(guarded ?? '', / for update;/)
    await sql`alter table participation_event drop constraint participation_event_seats`.execute(system())
    await sql.raw((guarded ?? '').replace(' for update;', ';')).execute(system())
    const { seated } = await rush()
    assert.ok(seated > 20, `${seated} on 20 seats`)
  })
})
