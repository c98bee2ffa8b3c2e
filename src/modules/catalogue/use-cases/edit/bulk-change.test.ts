import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { slugOf } from '#kernel/slug.ts'
import type { Dataset } from '#standards/dcat-ap-de'
import { atWork, editHouse, lawful, must, readyDraft, refused, whole } from '#support/editing.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { mailsTo, mailTo } from '#support/people.ts'
import { draftById } from '../../store/draft-store.ts'
import { waitingDrafts } from '../../store/queries/entries.ts'
import { writeSettings } from '../../store/version-store.ts'
import { beginDraft } from './begin-draft.ts'
import { type BulkChange, bulkChange, previewBulk, undoBulk } from './bulk-change.ts'
import { releaseDraft } from './release-draft.ts'
import { saveDraft } from './save-draft.ts'
import { type Acting, staffDb } from './staff.ts'

let town: TestHouse
let karl: Acting
const zero = 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0'
const licence: BulkChange = { what: 'licence', license: zero }
const published = async (title: string) => {
  await town.publish(places.stadt, [whole(title)])
  return (await town.store(places.stadt).bySlug(slugOf(title)))?.id ?? ''
}
const licenceOf = async (id: string, slug: string = places.stadt) => {
  const record = (await town.store(slug).byId(id))?.record as Dataset | undefined
  return record?.distribution[0]?.license
}

suite('many records at once', () => {
  before(async () => {
    town = await testHouse()
    karl = await atWork(town, places.stadt, { name: 'Karl Kuhn' })
  })
  after(() => town?.close())

  test('looked at, done, and taken back, except what somebody changed since', async () => {
    const house = editHouse(town)
    const [one, two] = [await published('Ampeln'), await published('Brücken')]
    const draft = await readyDraft(town, karl, 'Entwurf')
    const later = await readyDraft(town, karl, 'Später geändert')
    const ids = [one, two, draft.id, later.id]
    const look = must(await previewBulk(house, karl, { ids, change: licence, reach: 'public' }))
    assert.deepEqual(
      look.map((row) => [row.skip, row.changes.length]),
      ids.map(() => [undefined, 1]),
    )
    assert.notEqual(await licenceOf(one), zero, 'looking changes nothing')
    const done = must(await bulkChange(house, karl, { ids, change: licence, reach: 'public' }))
    assert.deepEqual([done.changed, await licenceOf(one)], [4, zero])
    const changed = await draftById(staffDb(house, karl.site), later.id)
    must(await saveDraft(house, karl, { id: later.id, revision: changed?.revision ?? 0, office: 'Bauamt' }))
    const back = must(await undoBulk(house, karl, { id: done.id, reach: 'public' }))
    assert.deepEqual([back.changed, back.skipped], [3, 1])
    assert.notEqual(await licenceOf(two), zero)
    assert.equal(refused(await undoBulk(house, karl, { id: done.id, reach: 'public' })).kind, 'already-released', 'once')
  })

  test('what is public is out of reach for those who edit drafts only', async () => {
    const id = await published('Denkmal')
    const ask = async (reach: 'drafts' | 'public') =>
      must(await previewBulk(editHouse(town), karl, { ids: [id], change: licence, reach }))[0]?.skip
    assert.equal(await ask('drafts'), 'not-permitted')
    assert.equal(must(await bulkChange(editHouse(town), karl, { ids: [id], change: licence, reach: 'drafts' })).changed, 0)
    const withdrawn = must(
      await bulkChange(editHouse(town), karl, { ids: [id], change: { what: 'withdraw', reason: 'Veraltet.' }, reach: 'public' }),
    )
    assert.equal(refused(await undoBulk(editHouse(town), karl, { id: withdrawn.id, reach: 'drafts' })).kind, 'not-found')
    must(await undoBulk(editHouse(town), karl, { id: withdrawn.id, reach: 'public' }))
    assert.equal((await town.store(places.stadt).byId(id))?.state, 'published')
  })

  test('where four eyes are wanted, what is public becomes drafts in review in one go, with one letter, and can be taken back', async () => {
    const house = editHouse(town)
    const dorf = town.site(places.dorf)
    await writeSettings(staffDb(town.house, dorf), { fourEyes: true, offices: [], defaults: {} })
    const writer = await atWork(town, places.dorf, { name: 'Ein Auge', role: 'editor' })
    const second = await atWork(town, places.dorf, { name: 'Zweites Auge' })
    const ids: string[] = []
    for (const title of ['Kitas', 'Schulen', 'Horte']) {
      await town.publish(places.dorf, [whole(title, { uri: `https://dorf.example/${title}` })])
      ids.push((await town.store(places.dorf).bySlug(slugOf(title)))?.id ?? '')
    }
    const [kitas = '', , horte = ''] = ids
    must(await beginDraft(house, second, { resource: horte }))
    const look = must(await previewBulk(house, writer, { ids, change: licence, reach: 'drafts' }))
    assert.equal(look.filter((one) => one.asDraft).length, 2)
    const done = must(await bulkChange(house, writer, { ids, change: licence, reach: 'drafts' }))
    assert.equal(done.changed, 3, 'a draft that is there is changed as a draft')
    assert.notEqual(await licenceOf(kitas, places.dorf), zero, 'the public sees nothing of it')
    const waiting = await waitingDrafts(staffDb(town.house, dorf), 10)
    assert.deepEqual(waiting.map((one) => [one.title, one.submittedBy]).sort(), [
      ['Kitas', writer.person.id],
      ['Schulen', writer.person.id],
    ])
    assert.deepEqual([await mailsTo(town, second.who.email), await mailsTo(town, writer.who.email)], [1, 0])
    assert.match((await mailTo(town, second.who.email))?.text ?? '', /Ein Auge hat 2 Entwürfe.*Kitas.*Schulen/s)
    const [first, other] = waiting
    assert.ok(first && other)
    const ready = await draftById(staffDb(town.house, dorf), first.id)
    assert.ok(ready)
    await lawful(town, second, ready)
    must(await releaseDraft(house, second, { id: first.id }))
    const back = must(await undoBulk(house, writer, { id: done.id, reach: 'drafts' }))
    assert.deepEqual([back.changed, back.skipped], [2, 1], 'what was released stays')
    assert.equal((await draftById(staffDb(town.house, dorf), other.id))?.state, 'discarded')
  })

  test('values are checked: a contact is an office, a licence is in the list', async () => {
    const wrong = async (change: BulkChange) => {
      const fault = refused(await bulkChange(editHouse(town), karl, { ids: [], change, reach: 'public' }))
      return fault.kind === 'field' ? [fault.field, fault.fault] : fault.kind
    }
    assert.deepEqual(await wrong({ what: 'contact', name: 'Amt', email: 'jana.albers@x.example' }), ['email', 'personal'])
    assert.deepEqual(await wrong({ what: 'licence', license: 'https://x.example' }), ['license', 'unknown'])
    assert.deepEqual(await wrong({ what: 'withdraw', reason: ' ' }), ['reason', 'missing'])
  })
})
