import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Dataset } from '#standards/dcat-ap-de'
import { atWork, editHouse, must, readyDraft, refused, whole } from '#support/editing.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { beginDraft } from './begin-draft.ts'
import { saveDraft } from './save-draft.ts'
import type { Acting } from './staff.ts'

let town: TestHouse
let jana: Acting
let karl: Acting
const german = (value: string) => [{ value, lang: 'de' }]

suite('a draft is saved', () => {
  before(async () => {
    town = await testHouse()
    jana = await atWork(town, places.stadt, { name: 'Jana Albers' })
    karl = await atWork(town, places.stadt, { name: 'Karl Kuhn' })
  })
  after(() => town?.close())

  test('who read an older revision overwrites nothing and sees both', async () => {
    const house = editHouse(town)
    const draft = await readyDraft(town, jana, 'Baumkataster')
    const save = (acting: Acting, change: Partial<Dataset>) =>
      saveDraft(house, acting, { id: draft.id, revision: draft.revision, record: { ...draft.record, ...change } as Dataset })
    const both = await Promise.all([
      save(jana, { title: german('Straßenbäume'), version: '2' }),
      save(karl, { title: german('Stadtbäume'), keyword: german('Grün') }),
    ])
    assert.equal(both.filter((one) => one.ok).length, 1)
    const [said] = both.filter((one) => !one.ok).map(refused)
    assert.equal(said?.kind, 'conflict')
    if (said?.kind !== 'conflict') return
    const { base, merge, theirs } = said.conflict
    assert.deepEqual(base?.title, draft.record.title)
    assert.deepEqual(
      merge?.conflicts.map((one) => [one.label, one.base]),
      [['Titel', ['Baumkataster']]],
    )
    const merged = merge?.merged as Dataset
    assert.deepEqual(merged.title, theirs.record.title, 'what was saved first stays until somebody decides')
    assert.ok(merged.version === '2' && merged.keyword[0]?.value === 'Grün', 'what does not contradict is put together')
  })

  test('who begins to change a record finds the draft of the others', async () => {
    await town.publish(places.stadt, [whole('Schulen')])
    const { id = '' } = (await town.store(places.stadt).bySlug('schulen')) ?? {}
    const drafts = await Promise.all([jana, karl, jana, karl].map((who) => beginDraft(editHouse(town), who, { resource: id })))
    assert.equal(new Set(drafts.map((one) => must(one).id)).size, 1)
  })

  test('a new one begins with what the tenant gives: contact, publisher, place', async () => {
    const { record } = must(await beginDraft(editHouse(town), jana, { kind: 'dataset' }))
    assert.equal(record.contactPoint[0]?.email, 'daten@ahornstadt.example')
    assert.deepEqual(record.politicalGeocodingURI, ['http://dcat-ap.de/def/politicalGeocoding/municipalityKey/05001001'])
    const service = must(await beginDraft(editHouse(town), jana, { kind: 'service' }))
    assert.equal(service.record.kind, 'service')
  })

  test('a copy is a new record with addresses of its own', async () => {
    await town.publish(places.stadt, [whole('Kitas', { modified: '2020-01-01' })])
    const old = await town.store(places.stadt).bySlug('kitas')
    const before = old?.record as Dataset
    const copy = must(await beginDraft(editHouse(town), jana, { copyOf: old?.id ?? '' }))
    assert.deepEqual([copy.resource, copy.record.modified, copy.title], [null, undefined, 'Kitas (Kopie)'])
    assert.notEqual((copy.record as Dataset).distribution[0]?.uri, before.distribution[0]?.uri)
  })

  test('address and kind are no matter of the form', async () => {
    const draft = await readyDraft(town, jana, 'Brunnen')
    const record = { ...draft.record, uri: 'https://boese.example/', kind: 'series' } as Dataset
    const saved = must(await saveDraft(editHouse(town), jana, { id: draft.id, revision: draft.revision, record }))
    assert.deepEqual([saved.draft.record.uri, saved.draft.record.kind], [draft.record.uri, 'dataset'])
  })
})
