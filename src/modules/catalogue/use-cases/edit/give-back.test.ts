import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { titleOf } from '#standards/dcat-ap-de'
import { atWork, editHouse, lawful, must, readyDraft, refused, whole } from '#support/editing.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { beginDraft } from './begin-draft.ts'
import { giveBack } from './give-back.ts'
import { releaseDraft } from './release-draft.ts'
import { discardDraft } from './review-draft.ts'
import { saveDraft } from './save-draft.ts'
import type { Acting } from './staff.ts'
import { versionSteps } from './versions.ts'
import { withdraw } from './withdraw-resource.ts'

const { stadt, dorf } = places
let town: TestHouse
let karl: Acting
const house = () => editHouse(town)
const titleNow = async (id: string) => titleOf((await town.store(stadt).byId(id))?.record ?? whole(''))

/** Changes a published record here. */
async function rename(id: string, title: string) {
  const draft = must(await beginDraft(house(), karl, { resource: id }))
  const record = { ...draft.record, title: [{ value: title, lang: 'de' }] }
  const saved = must(await saveDraft(house(), karl, { id: draft.id, revision: draft.revision, record }))
  must(await releaseDraft(house(), karl, { id: (await lawful(town, karl, saved.draft)).id }))
}

suite('a record that staff changed goes back to its source', () => {
  before(async () => {
    town = await testHouse()
    karl = await atWork(town, stadt, { name: 'Karl Kuhn' })
  })
  after(() => town?.close())

  test('the next import updates it again, and the history says when, by whom and what came since', async () => {
    await town.publish(stadt, [whole('Parkplätze')])
    const { id = '' } = (await town.store(stadt).bySlug('parkplaetze')) ?? {}
    await rename(id, 'Parkplätze im Zentrum')
    assert.deepEqual(await town.publish(stadt, [whole('Parkplätze', { version: '2' })]), ['unchanged'])
    assert.deepEqual(must(await giveBack(house(), karl, { resource: id })), { source: 'probe' })
    assert.equal(await titleNow(id), 'Parkplätze im Zentrum', 'until then it stays as it is')
    assert.equal((await town.store(stadt).byId(id))?.source, 'probe')
    assert.deepEqual(await town.publish(stadt, [whole('Parkplätze', { version: '3' })]), ['updated'])
    assert.equal(await titleNow(id), 'Parkplätze')
    const [given] = await versionSteps(house(), karl.site, id)
    assert.deepEqual([given?.number, given?.givenBackTo, given?.releasedBy, given?.changes], [3, 'probe', karl.person.id, []])

    await rename(id, 'Parkhäuser')
    assert.deepEqual(
      (await versionSteps(house(), karl.site, id)).map((one) => [one.number, one.source, titleOf(one.record)]),
      [
        [5, null, 'Parkhäuser'],
        [4, 'probe', 'Parkplätze'],
        [3, 'probe', 'Parkplätze im Zentrum'],
        [2, null, 'Parkplätze im Zentrum'],
        [1, 'probe', 'Parkplätze'],
      ],
      'what the import brought is kept, too',
    )
  })

  test('not what never came from elsewhere, what follows its source, what somebody works on, what is withdrawn or of another tenant', async () => {
    const own = await readyDraft(town, karl, 'Eigenes')
    must(await releaseDraft(house(), karl, { id: own.id }))
    assert.equal(refused(await giveBack(house(), karl, { resource: own.id })).kind, 'state')
    await town.publish(stadt, [whole('Radwege')])
    const { id = '' } = (await town.store(stadt).bySlug('radwege')) ?? {}
    assert.equal(refused(await giveBack(house(), karl, { resource: id })).kind, 'state')
    await rename(id, 'Radwege neu')
    const draft = must(await beginDraft(house(), karl, { resource: id }))
    assert.equal(refused(await giveBack(house(), karl, { resource: id })).kind, 'field')
    must(await discardDraft(house(), karl, { id: draft.id }))
    assert.equal(refused(await giveBack(house(), await atWork(town, dorf), { resource: id })).kind, 'not-found')
    must(await withdraw(house(), karl, { resource: id, reason: 'Veraltet.' }))
    assert.equal(refused(await giveBack(house(), karl, { resource: id })).kind, 'state')
    assert.deepEqual(await town.publish(stadt, [whole('Radwege', { version: '2' })]), ['unchanged'])
  })
})
