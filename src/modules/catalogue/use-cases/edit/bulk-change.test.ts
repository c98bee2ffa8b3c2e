import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { slugOf } from '#kernel/slug.ts'
import type { Dataset } from '#standards/dcat-ap-de'
import { atWork, editHouse, must, readyDraft, refused, whole } from '#support/editing.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { draftById } from '../../store/draft-store.ts'
import { writeSettings } from '../../store/version-store.ts'
import { type BulkChange, bulkChange, previewBulk, undoBulk } from './bulk-change.ts'
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
const licenceOf = async (id: string) => {
  const record = (await town.store(places.stadt).byId(id))?.record as Dataset | undefined
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

  test('what is public is out of reach for those who edit drafts only, and for one alone where four eyes are wanted', async () => {
    const id = await published('Denkmal')
    const ask = async (reach: 'drafts' | 'public') =>
      must(await previewBulk(editHouse(town), karl, { ids: [id], change: licence, reach }))[0]?.skip
    assert.equal(await ask('drafts'), 'not-permitted')
    assert.equal(must(await bulkChange(editHouse(town), karl, { ids: [id], change: licence, reach: 'drafts' })).changed, 0)
    await writeSettings(staffDb(town.house, karl.site), { fourEyes: true, offices: [], defaults: {} })
    assert.equal(await ask('public'), 'four-eyes')
    await writeSettings(staffDb(town.house, karl.site), { fourEyes: false, offices: [], defaults: {} })
    const withdrawn = must(
      await bulkChange(editHouse(town), karl, { ids: [id], change: { what: 'withdraw', reason: 'Veraltet.' }, reach: 'public' }),
    )
    assert.equal(refused(await undoBulk(editHouse(town), karl, { id: withdrawn.id, reach: 'drafts' })).kind, 'not-found')
    must(await undoBulk(editHouse(town), karl, { id: withdrawn.id, reach: 'public' }))
    assert.equal((await town.store(places.stadt).byId(id))?.state, 'published')
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
