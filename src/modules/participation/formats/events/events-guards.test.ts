// What the database guards: the last seat, the order of the waiting list, slots, what is sent twice, what is kept.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { dayOf } from '#kernel/clock.ts'
import { addDays, dayBegins } from '#kernel/deadline.ts'
import { must } from '#kernel/result.ts'
import { participationDefinition } from '#plaques/participation'
import { places } from '#support/house.ts'
import { insertProcedureOf, setPhase } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { staffDb } from '../../house.ts'
import { participationPersonal } from '../../use-cases/personal-data.ts'
import type { RegistrationDraft } from './model/registration.ts'
import { type EventGiven, plantEvent, plantPoll } from './plant-events.ts'
import { eventById, slotsOf } from './store/event-store.ts'
import { answersOf, forgetPollAnswers, optionsOf, pollById } from './store/poll-store.ts'
import { forgetRegistrations, registrationsOf } from './store/registration-store.ts'
import { answerPoll, changeOwnPollAnswer, withdrawOwnPollAnswer } from './use-cases/answer-poll.ts'
import { cancelOwn, ownRegistration, shrinkOwn } from './use-cases/own-registration.ts'
import { newFormKey, type Registered, register } from './use-cases/register.ts'
import { remindOfTomorrow } from './use-cases/remind.ts'
import { callOff, writeEvent } from './use-cases/staff-events.ts'

let town: TestServer
let where: { tenant: string; procedure: string }
const site = () => town.site(places.stadt)
const system = () => town.house.database.system
const hour = 3_600_000
const staff = () => ({ site: site(), person: { id: '00000000-0000-4000-8000-000000000001', name: 'Jana Albers' } })

async function open(given: EventGiven = {}) {
  const id = await plantEvent(system(), where, given)
  const event = async () => must(await eventById(staffDb(town.house, site()), site().id, id), 'the event')
  const come = async (draft: Partial<RegistrationDraft> = {}, key = newFormKey()) =>
    register(town.house, site(), {
      event: await event(),
      draft: { people: 1, needs: [], ...draft },
      key,
      lang: 'de',
      channel: 'web',
    })
  const rows = () => registrationsOf(system(), id)
  return { id, event, come, rows }
}
const own = async (token: string) => must(await ownRegistration(town.house, site(), token), 'the registration').registration
const done = (one: Awaited<ReturnType<typeof register>>): Registered => {
  assert.ok(one.ok, 'registered')
  return one.value
}
const cancel = (token: string) => cancelOwn(town.house, site(), token)
const mails = async (to: string) =>
  (
    await sql<{
      subject: string
      text: string
    }>`select subject, text from platform_mail where to_address = ${to} order by created_at, id`.execute(system())
  ).rows
/** Tables of the room in which a word stands. */
async function tablesWith(word: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name like 'participation\\_%' and table_type = 'BASE TABLE'`.execute(system())
  const found: string[] = []
  for (const { name } of rows) {
    const hit = await sql`select 1 from ${sql.table(name)} t where t::text like ${`%${word}%`} limit 1`.execute(system())
    if (hit.rows.length > 0) found.push(name)
  }
  return found
}

before(async () => {
  town = await testServer({ tenants: { stadt: { modules: ['catalogue', participationDefinition.id] } } })
  const { id } = await insertProcedureOf(town, places.stadt, {
    slug: 'termine',
    format: 'events',
    actions: ['read', 'submit'],
    closes: 240,
  })
  where = { tenant: site().id, procedure: id }
})
after(() => town?.close())

suite('the last seat', () => {
  const seatsTaken = (rows: Awaited<ReturnType<typeof registrationsOf>>) =>
    rows.filter(({ state }) => state === 'registered').reduce((sum, { people }) => sum + people, 0)
  /** Sixty people at once for twenty seats, some of whom cancel and come again. */
  async function rush(): Promise<{ seats: number; taken: number; waiting: number; counted: number }> {
    const { id, event, come, rows } = await open({ seats: 20 })
    await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const one = await come({ people: 1 + (i % 3) })
        if (i % 5 === 0 && one.ok) {
          await cancel(one.value.token)
          await come()
        }
      }),
    )
    const all = await rows()
    assert.equal(all.length, 72, id)
    const { taken, waiting } = await event()
    return { seats: 20, taken: seatsTaken(all), waiting, counted: taken }
  }

  test('however many press at the same moment, never more are registered than there are seats, and none is left empty', async () => {
    const { taken, counted, waiting } = await rush()
    assert.equal(taken, 20)
    assert.equal(counted, 20)
    assert.ok(waiting > 0)
  })

  test('without the guards more are registered: the test would notice', async () => {
    const guarded = (
      await sql<{ source: string }>`select pg_get_functiondef('participation_admit'::regproc) as source`.execute(system())
    ).rows[0]?.source
    assert.ok(guarded)
    await sql`alter table participation_event drop constraint participation_event_seats`.execute(system())
    await sql.raw(guarded.replace(' for update;', ';')).execute(system())
    try {
      let over = 0
      for (let tries = 0; tries < 5 && over <= 20; tries++) over = (await rush()).taken
      assert.ok(over > 20, `${over} for 20 seats`)
    } finally {
      await sql.raw(guarded).execute(system())
      await sql`update participation_event set seats = null`.execute(system())
      await sql`alter table participation_event add constraint participation_event_seats
        check (taken >= 0 and waiting >= 0 and (seats is null or taken <= seats))`.execute(system())
    }
  })

  test('one form sent many times at once is one registration with one number', async () => {
    const { come, rows } = await open({ seats: 5 })
    const key = newFormKey()
    const sent = (await Promise.all(Array.from({ length: 8 }, () => come({ people: 2 }, key)))).map(done)
    assert.equal(new Set(sent.map(({ token }) => token)).size, 1)
    assert.equal((await rows()).length, 1)
    done(await come({ people: 1 }, key))
    assert.equal((await rows()).length, 2, 'what says something else is another one')
    const { rows: numbers } = await sql<{ missing: number }>`
      select (select last from participation_number where procedure = ${where.procedure})
        - (select count(*) from participation_registration where procedure = ${where.procedure})::integer as missing`.execute(
      system(),
    )
    assert.equal(numbers[0]?.missing, 0, 'no number is missing')
  })

  test('a group of three does not fit into two seats: it waits as a whole, and moves up when it fits', async () => {
    const { come, event } = await open({ seats: 4 })
    const first = done(await come({ people: 2 }))
    const group = done(await come({ people: 3, email: 'gruppe@post.example' }))
    assert.equal(group.registration.state, 'waiting')
    const single = done(await come())
    assert.equal(single.registration.state, 'registered', 'who fits does not wait for who does not')
    const late = done(await come({ people: 2, email: 'spaet@post.example' }))
    await cancel(first.token)
    assert.equal((await own(group.token)).state, 'registered', 'the one that waits longest and fits comes first')
    assert.equal((await own(late.token)).state, 'waiting')
    assert.equal(must(await ownRegistration(town.house, site(), late.token), 'it').line, 1)
    assert.deepEqual(
      (await mails('gruppe@post.example')).map(({ subject }) => subject),
      ['Sie stehen auf der Warteliste: Informationsabend', 'Sie sind nachgerückt: Informationsabend'],
    )
    assert.equal((await mails('spaet@post.example')).length, 1)
    await shrinkOwn(town.house, site(), group.token, 1)
    assert.equal((await own(late.token)).state, 'registered', 'fewer people give seats back')
    const { taken, waiting } = await event()
    assert.deepEqual([taken, waiting], [4, 0])
  })

  test('the waiting list has an order that nobody jumps, and who cancelled stays away', async () => {
    const { come } = await open({ seats: 1 })
    const first = done(await come())
    const second = done(await come())
    const change = (id: string, state: string) =>
      sql`update participation_registration set state = ${state} where id = ${id}`.execute(system())
    await assert.rejects(change(second.registration.id, 'registered'), /order/)
    await cancel(first.token)
    await cancel(first.token)
    await assert.rejects(change(first.registration.id, 'registered'), /stays so/)
  })
})

suite('time', () => {
  test('the database’s clock says whether it is still time, whatever the page said', async () => {
    const past = await open({ registerUntil: new Date(Date.now() - 1000) })
    assert.deepEqual(await past.come(), { ok: false, error: 'closed' })
    const begun = await open({ startsAt: new Date(Date.now() - hour), endsAt: new Date(Date.now() + hour) })
    assert.deepEqual(await begun.come(), { ok: false, error: 'closed' })
    const draft = await open({ state: 'draft' })
    assert.deepEqual(await draft.come(), { ok: false, error: 'closed' })
    const now = await open()
    await setPhase(town, places.stadt, where.procedure, { closes: -0.1, opens: -1, actions: ['read', 'submit'] })
    assert.deepEqual(await now.come(), { ok: false, error: 'closed' })
    await setPhase(town, places.stadt, where.procedure, { closes: 240, actions: ['read', 'submit'] })
    assert.ok((await now.come()).ok)
  })

  test('the day before people are reminded, once for each day', async () => {
    // Noon: a minute later is the same day, at whatever time the test runs.
    const startsAt = new Date(dayBegins(addDays(dayOf(new Date()), 1)).getTime() + 12 * hour)
    const { id, come } = await open({ startsAt, registerUntil: new Date(Date.now() + hour) })
    done(await come({ email: 'morgen@post.example' }))
    assert.ok((await remindOfTomorrow(town.house)) >= 1)
    assert.equal(await remindOfTomorrow(town.house), 0)
    const [, reminder] = await mails('morgen@post.example')
    assert.match(reminder?.subject ?? '', /^Morgen: /)
    assert.match(reminder?.text ?? '', /\/anmeldung\/[\w-]{43}/)
    await sql`update participation_event set starts_at = starts_at + interval '1 minute' where id = ${id}`.execute(system())
    assert.equal(await remindOfTomorrow(town.house), 1, 'moved, its day is another one')
  })
})

suite('slots', () => {
  const at = new Date(Math.ceil(Date.now() / hour) * hour + 72 * hour)
  const slots = [1, 2].map((desk) => ({ startsAt: at, endsAt: new Date(at.getTime() + 20 * 60_000), desk }))

  test('one time at two tables is booked twice and not three times; who cancels frees it', async () => {
    const { id, come } = await open({ kind: 'hours', slots })
    const told = await Promise.all(Array.from({ length: 20 }, () => come({ time: at })))
    const booked = told.filter(({ ok }) => ok).map(done)
    assert.deepEqual(booked.map(({ registration }) => registration.desk).sort(), [1, 2])
    assert.ok(told.every((one) => one.ok || one.error === 'taken'))
    await cancel(booked[0]?.token ?? '')
    assert.equal((await slotsOf(system(), id)).filter(({ taken }) => taken).length, 1)
    assert.ok((await come({ time: at })).ok)

    await sql`drop index participation_registration_slot`.execute(system())
    try {
      let most = 0
      for (let tries = 0; tries < 5 && most <= 2; tries++) {
        const other = await open({ kind: 'hours', slots })
        most = (await Promise.all(Array.from({ length: 20 }, () => other.come({ time: at })))).filter(({ ok }) => ok).length
      }
      assert.ok(most > 2, 'the test notices a missing guard')
    } finally {
      await sql`update participation_registration set state = 'cancelled' where slot is not null and state = 'registered'`.execute(
        system(),
      )
      await sql`create unique index participation_registration_slot on participation_registration (slot) where state = 'registered'`.execute(
        system(),
      )
    }
  })
})

suite('what staff changes', () => {
  test('moved or called off, everybody is told, and calendars learn of it under the same UID', async () => {
    const { id, event, come } = await open({ link: { link: 'https://video.example/abend', everybody: false } })
    done(await come({ email: 'kalender@post.example' }))
    const before = await event()
    const ics = async () => (await town.get(`/${places.stadt}/mitmachen/termine/termine/${before.key}/termin.ics`)).body
    const first = await ics()
    assert.match(first, /SEQUENCE:0\r\nSTATUS:CONFIRMED/)
    assert.ok(!first.includes('video.example'), 'the link is for those who are registered')
    const writing = {
      ...before,
      startsAt: new Date(before.startsAt.getTime() + hour),
      endsAt: new Date(before.endsAt.getTime() + hour),
    }
    const at = { id, version: before.version }
    assert.ok((await writeEvent(town.house, staff(), at, { writing, link: null })).ok)
    assert.deepEqual(await writeEvent(town.house, staff(), at, { writing, link: null }), { ok: false, error: 'stale' })
    const moved = await ics()
    assert.match(moved, /SEQUENCE:1\r\nSTATUS:CONFIRMED/)
    await callOff(town.house, staff(), await event(), 'Der Saal ist überschwemmt.')
    const off = await ics()
    assert.match(off, /SEQUENCE:2\r\nSTATUS:CANCELLED/)
    assert.equal(new Set([first, moved, off].map((file) => /UID:(.*)\r/.exec(file)?.[1])).size, 1)
    const [, changed, cancelled] = await mails('kalender@post.example')
    assert.match(changed?.subject ?? '', /^Geändert/)
    assert.match(cancelled?.text ?? '', /überschwemmt/)
    assert.deepEqual(await come(), { ok: false, error: 'closed' })
    const feed = (await town.get(`/${places.stadt}/mitmachen/termine/termine.ics`)).body
    assert.ok(feed.includes(/UID:(.*)\r/.exec(first)?.[1] ?? 'none'), 'the calendar of the procedure has it, too')
  })

  test('more seats go to the waiting list at once; fewer than are taken are refused', async () => {
    const { id, event, come } = await open({ seats: 1 })
    done(await come())
    const waits = done(await come({ email: 'wartet@post.example' }))
    const save = async (seats: number) => {
      const now = await event()
      return writeEvent(town.house, staff(), { id, version: now.version }, { writing: { ...now, seats }, link: null })
    }
    assert.ok((await save(2)).ok)
    assert.equal((await own(waits.token)).state, 'registered')
    assert.equal((await mails('wartet@post.example')).length, 2)
    assert.deepEqual(await save(1), { ok: false, error: 'overfull' })
  })
})

suite('what is kept of persons', () => {
  const said = {
    name: 'Zwirbelhuber',
    email: 'zwirbelhuber@post.example',
    note: 'Zwirbelhuber braucht Platz.',
    needs: ['step-free'] as const,
  }

  test('cancelled it is gone at once, otherwise with the days of the event; how many came stays', async () => {
    const { come, rows } = await open({ keepDays: 7 })
    await cancel(done(await come(said)).token)
    assert.deepEqual(await tablesWith('wirbelhuber'), [])
    done(await come(said))
    const days = (n: number) => new Date(Date.now() + 50 * hour + n * 24 * hour)
    await forgetRegistrations(system(), days(6))
    assert.deepEqual(await tablesWith('wirbelhuber'), ['participation_registration'])
    await forgetRegistrations(system(), days(8))
    assert.deepEqual(await tablesWith('wirbelhuber'), [])
    const [, kept] = await rows()
    assert.deepEqual([kept?.people, kept?.state, kept?.needs], [1, 'registered', []])
  })

  test('erased with the account, the seat stays kept; shown to the person before', async () => {
    const { come, rows } = await open()
    done(await come(said))
    const room = participationPersonal(town.house.config)
    const person = { id: '00000000-0000-4000-8000-000000000002', name: 'Zwirbelhuber', email: 'Zwirbelhuber@post.example' }
    assert.match(JSON.stringify(await room.read(system() as never, person)), /braucht Platz/)
    await system()
      .transaction()
      .execute((trx) => room.erase(trx as never, person))
    assert.deepEqual(await tablesWith('wirbelhuber'), [])
    assert.equal((await rows())[0]?.state, 'registered')
  })

  test('no public page names anybody, and only the own link leads to the link from home', async () => {
    const { event, come } = await open({ link: { link: 'https://video.example/geheim', everybody: false } })
    const { token } = done(await come(said))
    const path = `/${places.stadt}/mitmachen/termine`
    for (const page of [path, `${path}/termine`, `${path}/termine/${(await event()).key}`, `${path}.ics`])
      assert.doesNotMatch((await town.get(page)).body, /wirbelhuber|video\.example\/geheim/i, page)
    assert.match((await town.get(`/${places.stadt}/anmeldung/${token}`)).body, /video\.example\/geheim/)
    await cancel(token)
    assert.doesNotMatch((await town.get(`/${places.stadt}/anmeldung/${token}`)).body, /wirbelhuber|video\.example/i)
  })
})

suite('finding a date', () => {
  const times = [30, 54].map((hours) => ({
    startsAt: new Date(Date.now() + hours * hour),
    endsAt: new Date(Date.now() + (hours + 1) * hour),
  }))
  test('answers are counted, changed by their link, taken back, and forgotten', async () => {
    const id = await plantPoll(system(), where, times)
    const poll = must(await pollById(system(), site().id, id), 'the poll')
    const [one, other] = await optionsOf(system(), id)
    assert.ok(one && other)
    const say = (name: string, choices: Record<string, 'yes' | 'maybe'>, key = newFormKey()) =>
      answerPoll(town.house, site(), poll, { name, choices }, { key, lang: 'de' })
    const counts = async () => (await optionsOf(system(), id)).map(({ yes, maybe }) => [yes, maybe])
    const key = newFormKey()
    const mine = await say('Quastenbrunn', { [one.id]: 'yes', [other.id]: 'maybe' }, key)
    assert.deepEqual(await say('Quastenbrunn', { [one.id]: 'yes', [other.id]: 'maybe' }, key), mine)
    assert.ok(mine.ok)
    const theirs = await say('Flötentroll', { [one.id]: 'yes' })
    assert.ok(theirs.ok)
    assert.deepEqual(await counts(), [
      [2, 0],
      [0, 1],
    ])
    await changeOwnPollAnswer(town.house, site(), mine.value, { name: 'Quastenbrunn', choices: { [other.id]: 'yes' } })
    await withdrawOwnPollAnswer(town.house, site(), theirs.value)
    assert.deepEqual(await counts(), [
      [0, 0],
      [1, 0],
    ])
    assert.equal((await answersOf(system(), id)).length, 1)
    const page = await town.get(`/${places.stadt}/mitmachen/termine/terminfindung/${poll.key}`)
    assert.doesNotMatch(page.body, /Quastenbrunn/, 'names are for staff where nothing else is said')
    await forgetPollAnswers(system(), new Date(Date.now() + 40 * 24 * hour))
    assert.deepEqual(await tablesWith('Quastenbrunn'), [])
    assert.deepEqual((await counts())[1], [1, 0], 'the counts stay')
    await sql`update participation_poll set until = clock_timestamp() where id = ${id}`.execute(system())
    assert.deepEqual(await say('Zu spät', {}), { ok: false, error: 'closed' })
  })
})
