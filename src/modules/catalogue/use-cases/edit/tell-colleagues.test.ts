import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { atWork, editHouse, must, readyDraft, refused, whole } from '#support/editing.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { mailsTo, mailTo } from '#support/people.ts'
import { setCharge } from '../../store/version-store.ts'
import { releaseDraft } from './release-draft.ts'
import { remindOverdue } from './remind-overdue.ts'
import { sendBackDraft, submitDraft } from './review-draft.ts'
import { staffDb } from './staff.ts'

type Colleague = Awaited<ReturnType<typeof atWork>>
const { stadt, dorf } = places
let town: TestHouse
let jana: Colleague
let karl: Colleague
let silent: Colleague
let neighbour: Colleague

const house = () => editHouse(town)
const count = (one: Colleague) => mailsTo(town, one.who.email)
const newest = async (one: Colleague) => (await mailTo(town, one.who.email)) ?? { subject: '', text: '', link: '' }
const wantsNone = (one: Colleague) =>
  sql`update identity_person set notices = '{"tasks": false, "digest": "never"}' where id = ${one.person.id}`.execute(
    town.house.database.system,
  )

suite('what colleagues are told by mail', () => {
  before(async () => {
    town = await testHouse()
    jana = await atWork(town, stadt, { name: 'Jana Albers', role: 'editor' })
    karl = await atWork(town, stadt, { name: 'Karl Kuhn' })
    silent = await atWork(town, stadt, { name: 'Ohne Mails' })
    neighbour = await atWork(town, dorf, { name: 'Aus dem Nachbarort' })
    await wantsNone(silent)
  })
  after(() => town?.close())

  test('handed in: who may release here is told once, whoever wants no mails and other tenants are not', async () => {
    const draft = await readyDraft(town, jana, 'Hundebestand')
    const both = await Promise.all([1, 2].map(() => submitDraft(house(), jana, { id: draft.id })))
    assert.equal(both.filter((one) => one.ok).length, 1)
    assert.equal(refused(await submitDraft(house(), jana, { id: draft.id })).kind, 'state', 'a retry does nothing')
    assert.deepEqual([await count(karl), await count(silent), await count(neighbour), await count(jana)], [1, 0, 0, 0])
    const { subject, text, link } = await newest(karl)
    assert.equal(subject, 'Zur Freigabe: Hundebestand')
    assert.match(text, /Jana Albers hat „Hundebestand“ zur Freigabe gegeben\./)
    assert.equal(link, `/ahornstadt/intern/freigaben/${draft.id}`)
  })

  test('sent back and released: the author is told each time, with the reason', async () => {
    const draft = await readyDraft(town, jana, 'Bäder')
    must(await submitDraft(house(), jana, { id: draft.id }))
    must(await sendBackDraft(house(), karl, { id: draft.id, reason: 'Die Öffnungszeiten fehlen.' }))
    assert.match((await newest(jana)).text, /Karl Kuhn hat den Entwurf „Bäder“ zurückgegeben:\s+Die Öffnungszeiten fehlen\./)
    must(await submitDraft(house(), jana, { id: draft.id }))
    must(await releaseDraft(house(), karl, { id: draft.id }))
    assert.equal((await newest(jana)).subject, 'Veröffentlicht: Bäder')
    const told = await count(jana)
    assert.equal(refused(await releaseDraft(house(), karl, { id: draft.id })).kind, 'already-released')
    assert.equal(await count(jana), told)
  })

  test('who no longer works here, and who wants no mails, is told nothing; what was refused is not told', async () => {
    const gone = await atWork(town, stadt, { name: 'Schon weg', role: 'editor' })
    const draft = await readyDraft(town, gone, 'Märkte')
    must(await submitDraft(house(), gone, { id: draft.id }))
    await sql`delete from identity_role where person = ${gone.person.id}`.execute(town.house.database.system)
    must(await sendBackDraft(house(), karl, { id: draft.id, reason: 'Bitte ergänzen.' }))
    const own = await readyDraft(town, silent, 'Feste')
    must(await submitDraft(house(), silent, { id: own.id }))
    refused(await sendBackDraft(house(), karl, { id: own.id, reason: '' }))
    must(await releaseDraft(house(), karl, { id: own.id }))
    assert.deepEqual([await count(gone), await count(silent)], [0, 0])
  })

  test('overdue: who is in charge is reminded, at most once in seven days, and the log says so', async () => {
    const late = async (title: string, responsible: string | null) => {
      await town.publish(stadt, [whole(title)])
      const { id = '' } = (await town.store(stadt).bySlug(title.toLowerCase())) ?? {}
      await setCharge(staffDb(town.house, jana.site), [id], { responsible })
      await sql`update catalogue_resource set quality = '{"checks": [], "score": 0, "best": 0, "dueAt": "2026-03-01T00:00:00Z"}' where id = ${id}`.execute(
        town.house.database.system,
      )
      return id
    }
    const remind = (id: string, at = town.house.now()) => remindOverdue({ ...house(), now: () => at }, karl, { resource: id })
    const id = await late('Pegel', jana.person.id)
    const before = await count(jana)
    const runs = await Promise.all([1, 2, 3].map(() => remind(id)))
    assert.equal(runs.filter((one) => one.ok).length, 1)
    assert.equal(refused(await remind(id)), 'too-soon')
    assert.equal(await count(jana), before + 1)
    assert.match((await newest(jana)).text, /„Pegel“ ist seit dem 01\.03\.2026 überfällig.* Karl Kuhn bittet Sie/s)
    const days = (n: number) => new Date(town.house.now().getTime() + n * 86_400_000)
    assert.equal(refused(await remind(id, days(6))), 'too-soon')
    must(await remind(id, days(8)))
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from platform_audit_entry where action = 'catalogue/remind-overdue'`.execute(
      town.house.database.system,
    )
    assert.equal(rows[0]?.n, 2)

    assert.equal(refused(await remind(await late('Brunnen', null))), 'nobody')
    const quiet = await late('Quellen', silent.person.id)
    assert.equal(refused(await remind(quiet)), 'silent')
    await sql`update identity_person set notices = '{}' where id = ${silent.person.id}`.execute(town.house.database.system)
    must(await remind(quiet))
    await town.publish(stadt, [whole('Teiche')])
    assert.equal(refused(await remind((await town.store(stadt).bySlug('teiche'))?.id ?? '')), 'not-overdue')
    assert.equal(
      refused(await remindOverdue(house(), neighbour, { resource: id })),
      'not-found',
      "another tenant's record is not there",
    )
  })
})
