// Comments and reactions that arrive while a submission is being merged: none is left behind under an address that leads on.
import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places, until } from '#support/house.ts'
import { formPoster, hidden } from '#support/http-client.ts'
import { plantSubmission, runningProcedure, type TestProcedure } from '#support/moderated.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'

let town: TestServer
let procedure: TestProcedure
let clerk: TestPerson
const base = `/${places.stadt}`
const post = formPoster(() => town, '10.8')
const db = () => town.house.database.system
const tenant = () => town.site(places.stadt).id
const under = () => ({ tenant: tenant(), procedure: procedure.id })

/** As the public's connection does it, policies and all. */
const comment = (submission: string) =>
  sql`insert into participation_comment (id, tenant, procedure, submission, state, body, secret_hash)
    values (${randomUUID()}, ${tenant()}, ${procedure.id}, ${submission}, 'public', 'Gute Idee.', ${randomBytes(32)})`.execute(
    town.house.database.within({ tenant: tenant(), readable: [] }),
  )
const react = (submission: string) =>
  town.house.database
    .within({ tenant: tenant(), readable: [] })
    .transaction()
    .execute(async (trx) => {
      const mark = randomBytes(16)
      await sql`select set_config('allmende.secret', ${mark.toString('hex')}, true)`.execute(trx)
      await sql`insert into participation_reaction (tenant, procedure, submission, mark, value)
        values (${tenant()}, ${procedure.id}, ${submission}, ${mark}, 1)`.execute(trx)
    })
const countsOf = async (id: string) =>
  (
    await sql<{ comments: number; rows: number; agree: number; marks: number }>`
      select s.comments, s.agree, (select count(*)::int from participation_comment where submission = s.id) as rows,
        (select count(*)::int from participation_reaction where submission = s.id) as marks
      from participation_submission s where s.id = ${id}`.execute(db())
  ).rows[0]

async function merge(one: string, into: string) {
  const path = `${base}/intern/beitraege/${one}`
  const number = (await sql<{ number: number }>`select number from participation_submission where id = ${into}`.execute(db()))
    .rows[0]?.number
  const stand = hidden(await town.get(path, { cookie: clerk.cookie }), 'stand')
  return post(path, { stand, tat: 'zusammenfuehren', into: `PL-${String(number).padStart(4, '0')}` }, { cookie: clerk.cookie })
}

/** How many statements wait for a lock. */
const waiting = async () =>
  (
    await sql<{
      n: number
    }>`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      db(),
    )
  ).rows[0]?.n ?? 0

/** A comment and a reaction that come when everything was led along already, and the merge is not committed yet. */
async function arriveInTheMiddle(one: string, into: string): Promise<void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  // The merge's last step notes it in the audit log: whoever holds the end of that chain stops it there.
  const holder = db()
    .transaction()
    .execute(async (trx) => {
      await sql`select 1 from platform_audit_head where tenant = ${tenant()} for update`.execute(trx)
      await held
    })
  const merging = merge(one, into)
  await until(async () => (await waiting()) >= 1, 10, 'that the merge waits at its end')
  const arriving = [comment(one), react(one)]
  await until(async () => (await waiting()) >= 3, 10, 'that comment and reaction wait for the merge')
  release()
  await holder
  assert.match(String((await merging).headers.location), /zusammengefuehrt/)
  await Promise.all(arriving)
}

suite('a merge while comments arrive', () => {
  before(async () => {
    town = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
    procedure = await runningProcedure(town, places.stadt, { prefix: 'PL' })
    clerk = await signedIn(town, { [places.stadt]: ['participation-officer'] })
    // The first act of the tenant makes the end of its chain.
    await merge(await plantSubmission(town, under()), await plantSubmission(town, under()))
  })
  after(() => town?.close())

  test('what comes in the middle of it goes where the rest went', async () => {
    const [one, into] = [await plantSubmission(town, under()), await plantSubmission(town, under())]
    await comment(one)
    await arriveInTheMiddle(one, into)
    assert.deepEqual(await countsOf(into), { comments: 2, rows: 2, agree: 1, marks: 1 })
    assert.deepEqual(await countsOf(one), { comments: 0, rows: 0, agree: 0, marks: 0 })
  })

  test('without the guard a comment is left behind: the guard is what keeps it', async () => {
    const [one, into] = [await plantSubmission(town, under()), await plantSubmission(town, under())]
    await sql`alter table participation_comment disable trigger participation_comment_follows`.execute(db())
    try {
      await arriveInTheMiddle(one, into)
    } finally {
      await sql`alter table participation_comment enable trigger participation_comment_follows`.execute(db())
    }
    assert.equal((await countsOf(one))?.rows, 1)
  })

  test('in a storm of comments and reactions none is lost and none is counted twice', async () => {
    const [one, into] = [await plantSubmission(town, under()), await plantSubmission(town, under())]
    const before = Array.from({ length: 20 }, () => [comment(one), react(one), comment(into)]).flat()
    const merging = merge(one, into)
    const during = Array.from({ length: 20 }, () => [comment(one), react(one), comment(into)]).flat()
    await Promise.all([...before, ...during])
    const answer = await merging
    assert.match(String(answer.headers.location), /zusammengefuehrt/, answer.body.slice(0, 300))
    assert.deepEqual(await countsOf(one), { comments: 0, rows: 0, agree: 0, marks: 0 })
    assert.deepEqual(await countsOf(into), { comments: 80, rows: 80, agree: 40, marks: 40 })
  })
})
