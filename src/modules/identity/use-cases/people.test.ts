import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import { dayOf } from '#kernel/clock.ts'
import { verifyAudit } from '#platform/audit'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { signedIn } from '#support/people.ts'
import { personOf } from '../store/people-store.ts'
import type { Act, AdminHouse } from './admin-house.ts'
import { addSubstitute, changeRoles } from './change-roles.ts'
import { deactivatePerson, reactivatePerson } from './deactivate-person.ts'
import { endMandate, grantMandate } from './grant-mandate.ts'

let town: TestHouse
let house: AdminHouse
const at = (slug: string) => town.site(slug).id
const person = (roles: readonly Role[], name?: string, slug: string = places.stadt) =>
  signedIn(town, { [slug]: roles }, name ? { name } : {})
const act = (who: { id: string; name: string }, slug: string = places.stadt): Act => ({
  site: town.site(slug),
  actor: { id: who.id, name: who.name },
})
const rolesOf = async (id: string, slug: string = places.stadt) =>
  (await personOf(house.database.system, at(slug), id))?.roles.map((held) => held.role) ?? []
const faults = (result: { ok: boolean; error?: readonly { field: string; fault: string }[] }) =>
  (result.error ?? []).map((one) => `${one.field}: ${one.fault}`)
const sessions = async (id: string) =>
  (await sql<{ n: number }>`select count(*)::int as n from identity_session where person = ${id}`.execute(house.database.system))
    .rows[0]?.n
const actions = async (slug: string) =>
  (
    await sql<{ action: string }>`select action from platform_audit_entry where tenant = ${at(slug)} order by position`.execute(
      house.database.system,
    )
  ).rows.map((row) => row.action)

suite('who works for a tenant', () => {
  before(async () => {
    town = await testHouse()
    house = { ...town.house, translate: (await import('#app')).translate }
  })
  after(() => town?.close())

  test('roles change, the person signs in anew, and the log tells before and after', async () => {
    const [boss, one] = [await person(['administrator'], 'Petra Anders'), await person(['editor'], 'Tom Birk')]
    const done = await changeRoles(house, act(boss), one.id, ['editor', 'open-data-coordinator'])
    assert.ok(done.ok)
    assert.deepEqual(await rolesOf(one.id), ['editor', 'open-data-coordinator'])
    assert.equal(await sessions(one.id), 0)
    assert.deepEqual((await actions(places.stadt)).slice(-1), ['identity/change-roles'])
    assert.equal((await verifyAudit(house.database.system, at(places.stadt))).fault, undefined)
  })

  test('a role that does not exist changes nothing', async () => {
    const [boss, one] = [await person(['administrator']), await person(['editor'])]
    for (const sent of [['editor', 'superuser'], ['__proto__'], ['Administrator']])
      assert.deepEqual(faults(await changeRoles(house, act(boss), one.id, sent)), ['roles: unknown'])
    assert.deepEqual(await rolesOf(one.id), ['editor'])
  })

  test('nobody reaches a person of another tenant', async () => {
    const boss = await person(['administrator'])
    const foreign = await person(['editor'], 'Fremd', places.dorf)
    assert.deepEqual(faults(await changeRoles(house, act(boss), foreign.id, ['administrator'])), ['roles: unknown'])
    assert.deepEqual(faults(await deactivatePerson(house, act(boss), foreign.id)), ['person: unknown'])
    assert.deepEqual(await rolesOf(foreign.id, places.dorf), ['editor'])
  })

  test('who has an administrator beside him does not add to his own rights; who is alone may', async () => {
    const [boss] = [await person(['administrator'], 'Eins', places.kreis)]
    assert.ok((await changeRoles(house, act(boss, places.kreis), boss.id, ['administrator', 'editor'])).ok)
    await person(['administrator'], 'Zwei', places.kreis)
    assert.deepEqual(
      faults(await changeRoles(house, act(boss, places.kreis), boss.id, ['administrator', 'editor', 'data-protection-officer'])),
      ['roles: own-rights'],
    )
    assert.ok((await changeRoles(house, act(boss, places.kreis), boss.id, ['administrator'])).ok, 'less is always possible')
    const own = { role: 'editor', from: '2030-01-01', until: '2030-01-02' }
    assert.ok(!(await addSubstitute({ ...house, now: () => new Date('2029-12-01') }, act(boss, places.kreis), boss.id, own)).ok)
  })

  test('the last administrator stays, also when two take the role from each other at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      await sql`delete from identity_role where tenant = ${at(places.dorf)}`.execute(house.database.system)
      const [one, two] = [
        await person(['administrator', 'editor'], 'Eins', places.dorf),
        await person(['administrator', 'editor'], 'Zwei', places.dorf),
      ]
      const done = await Promise.all([
        changeRoles(house, act(one, places.dorf), two.id, ['editor']),
        round % 2 === 0
          ? changeRoles(house, act(two, places.dorf), one.id, ['editor'])
          : deactivatePerson(house, act(two, places.dorf), one.id),
      ])
      assert.deepEqual(done.map((result) => result.ok).sort(), [false, true])
      assert.equal(done.flatMap(faults).filter((fault) => fault.endsWith('last-administrator')).length, 1)
    }
  })

  test('a substitute has the role for the named days and loses it by itself', async () => {
    const [boss, one] = [await person(['administrator']), await person(['reader'])]
    const today = dayOf(new Date())
    const next = dayOf(new Date(Date.now() + 5 * 86_400_000))
    const add = (given: { role: string; from: string; until: string }) => addSubstitute(house, act(boss), one.id, given)
    assert.deepEqual(faults(await add({ role: 'editor', from: today, until: '2020-01-01' })), ['until: past'])
    assert.deepEqual(faults(await add({ role: 'editor', from: next, until: today })), ['until: before-start'])
    assert.deepEqual(faults(await add({ role: 'boss', from: 'x', until: '2026-02-31' })), [
      'role: unknown',
      'from: day',
      'until: day',
    ])
    assert.deepEqual(faults(await add({ role: 'reader', from: today, until: next })), ['role: has-it'])
    assert.ok((await add({ role: 'editor', from: today, until: next })).ok)
    const found = await personOf(house.database.system, at(places.stadt), one.id)
    assert.deepEqual(
      found?.roles.find((held) => held.role === 'editor'),
      { role: 'editor', from: today, until: next },
    )
    await sql`update identity_role set valid_until = now() - interval '1 second' where person = ${one.id} and role = 'editor'`.execute(
      house.database.system,
    )
    assert.deepEqual(await rolesOf(one.id), ['reader'])
  })

  test('a day ends when it ends in Germany: half an hour after midnight there, yesterday is over', async () => {
    const [boss, one] = [await person(['administrator']), await person(['reader'])]
    const late = { ...house, now: () => new Date('2030-06-30T23:30:00Z') }
    const add = (from: string, until: string) => addSubstitute(late, act(boss), one.id, { role: 'editor', from, until })
    assert.deepEqual(faults(await add('2030-06-30', '2030-06-30')), ['until: past'])
    assert.ok((await add('2030-07-01', '2030-07-02')).ok)
    const holds = { holder: places.kreis, roles: ['editor'] }
    assert.deepEqual(faults(await grantMandate(late, act(boss), { ...holds, until: '2030-06-30' })), ['until: past'])
    // Who comes back then is a substitute from that day on, not from the day before.
    await deactivatePerson(late, act(boss), one.id)
    await reactivatePerson(late, act(boss), one.id)
    const found = await personOf(house.database.system, at(places.stadt), one.id)
    assert.equal(found?.roles.find((held) => held.role === 'editor')?.from, '2030-07-01')
  })

  test('who is deactivated has no role and no session here, works on elsewhere, and can come back', async () => {
    const boss = await person(['administrator'])
    const one = await signedIn(town, { [places.stadt]: ['editor'], [places.dorf]: ['reader'] })
    assert.ok((await deactivatePerson(house, act(boss), one.id)).ok)
    assert.equal(await sessions(one.id), 0)
    assert.equal((await personOf(house.database.system, at(places.stadt), one.id))?.state, 'left')
    assert.deepEqual(await rolesOf(one.id, places.dorf), ['reader'])
    assert.ok((await reactivatePerson(house, act(boss), one.id)).ok)
    assert.deepEqual(await rolesOf(one.id), ['editor'])
    assert.deepEqual(faults(await deactivatePerson(house, act(boss), boss.id)), ['person: oneself'])
  })

  test('an account that nothing needs any more rests, and wakes with its roles', async () => {
    const [boss, one] = [await person(['administrator']), await person(['editor'])]
    const resting = async () =>
      (
        await sql<{
          rests: boolean
        }>`select deactivated_at is not null as rests from identity_person where id = ${one.id}`.execute(house.database.system)
      ).rows[0]?.rests
    await deactivatePerson(house, act(boss), one.id)
    assert.equal(await resting(), true)
    await reactivatePerson(house, act(boss), one.id)
    assert.equal(await resting(), false)
  })
})

suite('mandates', () => {
  before(async () => {
    town = await testHouse()
    house = { ...town.house, translate: (await import('#app')).translate }
  })
  after(() => town?.close())
  const until = `${new Date().getFullYear() + 1}-06-30`

  test('a mandate is granted until a day, ended at any time, and stands in the log of both', async () => {
    const boss = await person(['administrator'], 'Petra', places.dorf)
    assert.ok((await grantMandate(house, act(boss, places.dorf), { holder: places.kreis, roles: ['editor'], until })).ok)
    assert.ok((await endMandate(house, act(boss, places.dorf), places.kreis)).ok)
    assert.deepEqual(faults(await endMandate(house, act(boss, places.dorf), places.kreis)), ['holder: unknown'])
    assert.deepEqual(await actions(places.dorf), ['identity/grant-mandate', 'identity/end-mandate'])
    assert.deepEqual(await actions(places.kreis), ['identity/receive-mandate', 'identity/lose-mandate'])
  })

  test('itself, a neighbour and a made-up body get none; neither does a role that does not exist', async () => {
    const boss = await person(['administrator'], 'Petra', places.dorf)
    for (const holder of [places.dorf, places.stadt, 'nirgends', ''])
      assert.deepEqual(faults(await grantMandate(house, act(boss, places.dorf), { holder, roles: ['editor'], until })), [
        'holder: unknown',
      ])
    assert.deepEqual(
      faults(await grantMandate(house, act(boss, places.dorf), { holder: places.kreis, roles: ['god'], until: '1999-01-01' })),
      ['roles: unknown', 'until: past'],
    )
  })
})
