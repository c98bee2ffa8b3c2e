// Races of a vote. Each guard is taken out once, in the same test, to show that the test would notice.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { castVotes, logOf, newCode, newKey, readLog, receiptHash } from '#participation'
import { type PlantedBudget, plantBudget, receiptOn } from '#support/budget.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { setPhase } from '#support/procedure.ts'
import { type RunningServer, serve } from '#support/program.ts'

const { stadt } = places
const count = (n: number) => Array.from({ length: n }, (_, i) => i)

let town: TestHouse
let servers = 0
const system = () => town.house.database.system
const visitors = () => town.house.database.within({ tenant: town.site(stadt).id, readable: [town.site(stadt).id] })
const staff = () => town.house.database.within({ tenant: town.site(stadt).id, readable: [town.site(stadt).id], staff: true })
const plant = (given: Parameters<typeof plantBudget>[2]) => plantBudget(town, stadt, { slug: `haushalt-${++servers}`, ...given })

const start = (processes: number): Promise<RunningServer> =>
  serve(town.house.config.ALLMENDE_DATA, {
    DATABASE_URL: town.house.database.url,
    ALLMENDE_SECRET: town.house.config.ALLMENDE_SECRET,
    WEB_PROCESSES: String(processes),
  })

interface Told {
  readonly status: number
  readonly receipt: string
}

async function vote(origin: string, budget: PlantedBudget, fields: Record<string, string>): Promise<Told> {
  const answer = await fetch(origin + budget.ballot, {
    method: 'POST',
    body: new URLSearchParams({ schritt: 'abgeben', ...fields }),
    headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin' },
  })
  return { status: answer.status, receipt: receiptOn(await answer.text()) }
}

const rowsOf = async (box: string) =>
  (
    await sql<{ receipt: string; at: number }>`select encode(receipt, 'hex') as receipt, position as at from participation_vote
      where box = ${box} order by position`.execute(system())
  ).rows

/** Every link of the chain holds, as far as ballots may be read. */
async function chainHolds(budget: PlantedBudget): Promise<void> {
  await setPhase(town, stadt, budget.procedure, { opens: -2, closes: -0.001, actions: ['vote'] })
  const { rows } = await sql<{ id: string; last: number; head: string }>`select id, last, encode(head, 'hex') as head
    from participation_box where id = ${budget.box.id}`.execute(system())
  const log = await readLog(staff(), { id: budget.box.id } as never)
  assert.deepEqual(log.faults, [])
  assert.deepEqual([log.last, log.head], [rows[0]?.last, rows[0]?.head])
}

suite('votes that race', () => {
  before(async () => {
    town = await testHouse()
  })
  after(() => town?.close())

  test('200 identical votes at once in 4 processes: one ballot, and everybody gets its receipt; 200 by one code with other keys: one', async () => {
    const budget = await plant({ codes: 3 })
    const server = await start(4)
    try {
      const same = { v: 'A', code: budget.codes[0] ?? '', schluessel: newKey() }
      const told = await Promise.all(count(200).map(() => vote(server.origin, budget, same)))
      assert.deepEqual([...new Set(told.map(({ status }) => status))], [200])
      assert.equal(new Set(told.map(({ receipt }) => receipt)).size, 1)
      assert.equal((await rowsOf(budget.box.id)).length, 1)

      const byCode = (code: string) => count(200).map(() => vote(server.origin, budget, { v: 'A', code, schluessel: newKey() }))
      const others = await Promise.all(byCode(budget.codes[1] ?? ''))
      assert.equal(others.filter(({ status }) => status === 200).length, 1)
      assert.equal(others.filter(({ status }) => status === 409).length, 199)
      assert.equal((await rowsOf(budget.box.id)).length, 2)

      // Without the key of the register the same rush stuffs the box.
      await sql`alter table participation_voter drop constraint participation_voter_pkey`.execute(system())
      try {
        const stuffed = await Promise.all(byCode(budget.codes[2] ?? ''))
        assert.ok(stuffed.filter(({ status }) => status === 200).length > 1, 'the test notices a missing guard')
      } finally {
        await sql`delete from participation_voter`.execute(system())
        await sql`alter table participation_voter add primary key (register, mark)`.execute(system())
      }
    } finally {
      await server.end('SIGTERM')
    }
    await chainHolds(budget)
  })

  test('50 ms around the end: what was decided before it counts, nothing else; the clock is that of the database', async () => {
    const budget = await plant({ codes: 0, level: 'none' })
    const around = async (): Promise<number> => {
      await setPhase(town, stadt, budget.procedure, { opens: -1, closes: 0.25 / 3600, actions: ['vote'] })
      const { rows } = await sql<{
        end: Date
        left: number
      }>`select ends_at as "end", extract(epoch from ends_at - clock_timestamp()) * 1000 as left
        from participation_phase where procedure = ${budget.procedure}`.execute(system())
      const { end, left } = rows[0] ?? { end: new Date(0), left: 0 }
      const fates = await Promise.all(
        count(100).map(async (i) => {
          await sleep(Math.max(0, Number(left) - 50 + i))
          const one = {
            box: budget.box.id,
            mark: Buffer.from(newCode().padEnd(32)),
            receipt: receiptHash(budget.box.id, newCode()),
          }
          return castVotes(visitors(), [{ ...one, choice: { projects: ['A'] } }])
        }),
      )
      const all = fates.flat()
      return all.filter(({ state, at }) => (state === 'cast') !== at < end || !['cast', 'closed'].includes(state)).length
    }
    assert.equal(await around(), 0)
    const open = await sql<{ source: string }>`select pg_get_functiondef('participation_open'::regproc) as source`.execute(
      system(),
    )
    await sql`create or replace function participation_open(of_procedure uuid, what text) returns boolean language sql volatile as 'select true'`.execute(
      system(),
    )
    try {
      assert.ok((await around()) > 0, 'the test notices a missing guard')
    } finally {
      await sql.raw(open.rows[0]?.source ?? '').execute(system())
    }
  })

  test('a vote that waits for the box until the end has passed is too late', async () => {
    const budget = await plant({ codes: 0, level: 'none' })
    await setPhase(town, stadt, budget.procedure, { opens: -1, closes: 0.4 / 3600, actions: ['vote'] })
    const client = new pg.Client({ connectionString: town.house.database.url })
    await client.connect()
    try {
      await client.query('begin')
      await client.query('select 1 from participation_box where id = $1 for update', [budget.box.id])
      const waiting = castVotes(visitors(), [
        {
          box: budget.box.id,
          mark: Buffer.alloc(32, 1),
          receipt: receiptHash(budget.box.id, newCode()),
          choice: { projects: ['A'] },
        },
      ])
      await sleep(700)
      await client.query('commit')
      assert.deepEqual(
        (await waiting).map(({ state }) => state),
        ['closed'],
      )
    } finally {
      await client.end()
    }
  })

  test('no ballot is dearer than the budget: not past the page, and not by a cost that is raised while votes arrive', async () => {
    const rush = async (budget: PlantedBudget): Promise<number> => {
      const db = visitors()
      const ballot = (projects: string[]) =>
        castVotes(db, [
          {
            box: budget.box.id,
            mark: Buffer.from(newCode().padEnd(32)),
            receipt: receiptHash(budget.box.id, newCode()),
            choice: { projects },
          },
        ])
      const dearer = () =>
        sql`update participation_budget_project set cost = 60000 where box = ${budget.box.id} and key = 'C'`
          .execute(staff() as Kysely<unknown>)
          .catch((error: { code?: string }) => assert.equal(error.code, 'AL001'))
      await Promise.all(
        count(60).map(async (i): Promise<unknown> => {
          await sleep(i)
          return i % 6 === 5 ? dearer() : ballot(i % 2 ? ['A', 'C'] : ['A', 'B', 'C'])
        }),
      )
      const { rows } = await sql<{
        over: number
      }>`select count(*) as over from participation_vote v join participation_box b on b.id = v.box
        where v.box = ${budget.box.id} and b.budget < (select sum(p.cost) from participation_budget_project p where p.box = v.box and p.key = any (v.projects))`.execute(
        system(),
      )
      return Number(rows[0]?.over)
    }
    assert.equal(await rush(await plant({ codes: 0, level: 'none' })), 0)
    await sql`alter table participation_budget_project disable trigger participation_ballot_kept`.execute(system())
    try {
      // Where the first raise comes before the first ballot, none can be too dear: then the rush is made once more.
      let over = 0
      for (let tries = 0; tries < 10 && over === 0; tries++) over = await rush(await plant({ codes: 0, level: 'none' }))
      assert.ok(over > 0, 'the test notices a missing guard')
    } finally {
      await sql`alter table participation_budget_project enable trigger participation_ballot_kept`.execute(system())
    }
  })

  test('kill -9 in the middle: every vote that was acknowledged is there, once; the others can be sent again', async () => {
    const budget = await plant({ codes: 300 })
    const first = await start(1)
    const sent = budget.codes.map((code) => ({ v: 'C', code, schluessel: newKey() }))
    let answered = 0
    const told = new Map<string, string>()
    const all = Promise.allSettled(
      sent.map(async (fields) => {
        const { status, receipt } = await vote(first.origin, budget, fields)
        if (status === 200) told.set(fields.code, receipt)
        if (++answered === 60) void first.end('SIGKILL')
      }),
    )
    await all
    assert.ok(told.size >= 1 && told.size < 300, `${told.size} were acknowledged before the end`)
    const kept = (await rowsOf(budget.box.id)).map(({ receipt }) => receipt)
    for (const receipt of told.values())
      assert.equal(kept.filter((one) => one === receiptHash(budget.box.id, receipt).toString('hex')).length, 1)

    const second = await start(1)
    try {
      for (let at = 0; at < sent.length; at += 50)
        for (const { status, receipt } of await Promise.all(
          sent.slice(at, at + 50).map((one) => vote(second.origin, budget, one)),
        )) {
          assert.equal(status, 200)
          assert.ok(receipt)
        }
    } finally {
      await second.end('SIGTERM')
    }
    assert.equal((await rowsOf(budget.box.id)).length, 300)
    await chainHolds(budget)
    assert.equal((await logOf(staff(), budget.box.id, 0, 1000)).filter(({ projects }) => projects?.[0] === 'C').length, 300)
  })
})
