import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { type Dataset, titleOf } from '#standards/dcat-ap-de'
import { atWork, editHouse, lawful, must, readyDraft, refused, whole } from '#support/editing.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { draftById } from '../../store/draft-store.ts'
import { writeSettings } from '../../store/version-store.ts'
import { attachFile } from './attach-file.ts'
import { beginDraft } from './begin-draft.ts'
import { rebaseDraft } from './rebase-draft.ts'
import { releaseDraft, releaseDue, scheduleDraft } from './release-draft.ts'
import { approveDraft, reopenDraft, sendBackDraft, submitDraft } from './review-draft.ts'
import { saveDraft } from './save-draft.ts'
import { type Acting, staffDb } from './staff.ts'
import { versionSteps } from './versions.ts'
import { restoreWithdrawn, withdraw } from './withdraw-resource.ts'

let town: TestHouse
let jana: Acting
let coordinator: Acting
const { stadt, dorf } = places

const house = () => editHouse(town)
const changed = async (acting: Acting, resource: string, title: string) => {
  const draft = must(await beginDraft(house(), acting, { resource }))
  const record = { ...draft.record, title: [{ value: title, lang: 'de' }] }
  const saved = must(await saveDraft(house(), acting, { id: draft.id, revision: draft.revision, record }))
  return lawful(town, acting, saved.draft)
}
const events = async () =>
  (
    await sql<{ n: number }>`select count(*)::int as n from platform_event where topic = 'catalogue/resource-changed'`.execute(
      town.house.database.system,
    )
  ).rows[0]?.n ?? 0

suite('a draft becomes public', () => {
  before(async () => {
    town = await testHouse()
    jana = await atWork(town, stadt, { name: 'Jana Albers', role: 'editor' })
    coordinator = await atWork(town, stadt, { name: 'Karl Kuhn' })
  })
  after(() => town?.close())

  test('from the first save over review and release to a public page and a version', async () => {
    const draft = await readyDraft(town, jana, 'Baumkataster')
    assert.equal((await town.store(stadt).byId(draft.id))?.id, undefined)
    must(await submitDraft(house(), jana, { id: draft.id }))
    must(await approveDraft(house(), coordinator, { id: draft.id }))
    const released = must(await releaseDraft(house(), coordinator, { id: draft.id, note: 'Erste Fassung' }))
    assert.deepEqual([released.slug, released.version, released.resource], ['baumkataster', 1, draft.id])
    const shown = await town.store(stadt).bySlug('baumkataster')
    assert.equal(shown?.record.uri, `https://portal.example/ahornstadt/id/${draft.id}`)
    assert.match(shown?.record.issued ?? '', /^\d{4}-\d{2}-\d{2}$/)
    const [mail] = (await town.house.mail.recent?.(1)) ?? []
    assert.match(`${mail?.subject} ${mail?.text}`, /^Veröffentlicht: Baumkataster .*\/ahornstadt\/daten\/baumkataster/s)
    const [step] = await versionSteps(house(), jana.site, draft.id)
    assert.deepEqual([step?.number, step?.note, step?.releasedBy], [1, 'Erste Fassung', coordinator.person.id])
  })

  test('the version before the first edit is kept, the difference is readable, and an old version comes back as a draft', async () => {
    await town.publish(stadt, [whole('Spielplätze')])
    const { id = '' } = (await town.store(stadt).bySlug('spielplaetze')) ?? {}
    const draft = await changed(jana, id, 'Spielplätze und Bolzplätze')
    must(await releaseDraft(house(), coordinator, { id: draft.id }))
    const steps = await versionSteps(house(), jana.site, id)
    assert.deepEqual(
      steps.map((one) => [one.number, one.source, one.releasedBy]),
      [
        [2, null, coordinator.person.id],
        [1, 'probe', null],
      ],
    )
    const named = steps[0]?.changes.find((one) => one.field === 'title')
    assert.deepEqual([named?.label, named?.before, named?.after], ['Titel', ['Spielplätze'], ['Spielplätze und Bolzplätze']])
    const back = must(await beginDraft(house(), jana, { resource: id, version: 1 }))
    assert.equal(titleOf(back.record), 'Spielplätze')
    assert.equal((await town.store(stadt).byId(id))?.slug, 'spielplaetze', 'its address stays')
  })

  test('what lacks something says what, and does not go out', async () => {
    const empty = must(await beginDraft(house(), jana, { kind: 'dataset' }))
    const said = refused(await submitDraft(house(), jana, { id: empty.id }))
    assert.deepEqual(said.kind === 'unfit' ? said.check.lacks.map((one) => one.id) : said, [
      'title',
      'description',
      'distribution',
    ])
    const draft = await readyDraft(town, jana, 'Ohne Lizenz', (one) => ({
      ...one,
      contactPoint: [{ email: 'jana.albers@ahornstadt.example' }],
    }))
    const gate = refused(await releaseDraft(house(), coordinator, { id: draft.id }))
    assert.deepEqual(gate.kind === 'unfit' ? gate.check.persons.map((one) => one.value) : gate, [
      'jana.albers@ahornstadt.example',
    ])
    assert.equal((await town.store(stadt).byId(draft.id))?.id, undefined)
  })

  test('fifty releases of one draft have one effect, and the others are told so', async () => {
    const draft = await readyDraft(town, jana, 'Wahlergebnisse')
    const before = await events()
    const done = await Promise.all(Array.from({ length: 50 }, () => releaseDraft(house(), coordinator, { id: draft.id })))
    assert.equal(done.filter((one) => one.ok).length, 1)
    const others = done.filter((one) => !one.ok).map((one) => (one.ok ? '' : one.error.kind))
    assert.deepEqual([...new Set(others)], ['already-released'])
    assert.equal(await events(), before + 1)
    assert.equal((await versionSteps(house(), jana.site, draft.id)).length, 1)
  })

  test('where four eyes are wanted, nobody releases what he wrote or handed in', async () => {
    const settings = { fourEyes: true, offices: [], defaults: {} }
    await writeSettings(staffDb(house(), town.site(dorf)), settings)
    const writer = await atWork(town, dorf, { name: 'Ein Auge' })
    const second = await atWork(town, dorf, { name: 'Zweites Auge' })
    const draft = await readyDraft(town, writer, 'Haushalt')
    assert.equal(refused(await releaseDraft(house(), writer, { id: draft.id })).kind, 'four-eyes')
    assert.equal(refused(await releaseDraft(house(), second, { id: draft.id })).kind, 'four-eyes', 'nobody handed it in')
    must(await submitDraft(house(), writer, { id: draft.id }))
    assert.equal(refused(await approveDraft(house(), writer, { id: draft.id })).kind, 'four-eyes')
    assert.equal(
      refused(await scheduleDraft(house(), writer, { id: draft.id, at: new Date(Date.now() + 1e6) })).kind,
      'four-eyes',
    )
    must(await approveDraft(house(), second, { id: draft.id }))
    must(await releaseDraft(house(), writer, { id: draft.id }))
  })

  test('an approval does not outlive a change', async () => {
    const writer = await atWork(town, dorf, { name: 'Ein Auge' })
    const second = await atWork(town, dorf, { name: 'Zweites Auge' })
    const draft = await readyDraft(town, writer, 'Kitas')
    must(await submitDraft(house(), writer, { id: draft.id }))
    must(await approveDraft(house(), second, { id: draft.id }))
    assert.equal(refused(await saveDraft(house(), writer, { id: draft.id, revision: draft.revision + 2 })).kind, 'state')
    must(await reopenDraft(house(), writer, { id: draft.id }))
    assert.equal(refused(await releaseDraft(house(), writer, { id: draft.id })).kind, 'four-eyes')
  })

  test('an embargo: nothing is public before, and the clock releases it once', async () => {
    const draft = await readyDraft(town, jana, 'Straßenverzeichnis')
    const at = new Date(Date.now() + 3600_000)
    assert.equal(refused(await scheduleDraft(house(), coordinator, { id: draft.id, at: new Date(0) })).kind, 'field')
    must(await scheduleDraft(house(), coordinator, { id: draft.id, at }))
    assert.equal(refused(await releaseDue(house(), coordinator.site, draft.id)).kind, 'state')
    const later = { ...house(), now: () => new Date(at.getTime() + 1000) }
    const runs = await Promise.all([1, 2, 3].map(() => releaseDue(later, coordinator.site, draft.id)))
    assert.equal(runs.filter((one) => one.ok).length, 1)
    assert.equal((await town.store(stadt).bySlug('strassenverzeichnis'))?.state, 'published')
  })

  test('sent back with a reason, and only with one', async () => {
    const draft = await readyDraft(town, jana, 'Friedhöfe')
    must(await submitDraft(house(), jana, { id: draft.id }))
    assert.deepEqual(refused(await sendBackDraft(house(), coordinator, { id: draft.id, reason: ' ' })), {
      kind: 'field',
      field: 'reason',
      fault: 'missing',
    })
    const back = must(await sendBackDraft(house(), coordinator, { id: draft.id, reason: 'Bitte die Lizenz prüfen.' }))
    assert.deepEqual([back.state, back.reason], ['returned', 'Bitte die Lizenz prüfen.'])
  })

  test('what staff changed is not overwritten by an import of its source, and what staff withdrew stays away', async () => {
    await town.publish(stadt, [whole('Parkplätze')])
    const { id = '' } = (await town.store(stadt).bySlug('parkplaetze')) ?? {}
    const draft = await changed(jana, id, 'Parkplätze im Zentrum')
    must(await releaseDraft(house(), coordinator, { id: draft.id }))
    assert.deepEqual(await town.publish(stadt, [whole('Parkplätze', { version: '2' })]), ['unchanged'])
    assert.equal(titleOf((await town.store(stadt).byId(id))?.record ?? whole('')), 'Parkplätze im Zentrum')
    must(await withdraw(house(), coordinator, { resource: id, reason: 'Enthielt Kennzeichen.' }))
    assert.deepEqual(await town.publish(stadt, [whole('Parkplätze', { version: '3' })]), ['unchanged'])
    assert.equal((await town.store(stadt).byId(id))?.state, 'withdrawn')
    must(await restoreWithdrawn(house(), coordinator, { resource: id }))
    assert.equal((await town.store(stadt).byId(id))?.state, 'published')
  })

  test('a published record that moved on under a draft is not overwritten', async () => {
    await town.publish(stadt, [whole('Radwege')])
    const { id = '' } = (await town.store(stadt).bySlug('radwege')) ?? {}
    const draft = await changed(jana, id, 'Radwege und Radstraßen')
    await town.publish(stadt, [whole('Radwege', { version: '2026' })])
    const said = refused(await releaseDraft(house(), coordinator, { id: draft.id }))
    assert.equal(said.kind, 'outdated')
    const { draft: rebased, conflicts } = must(await rebaseDraft(house(), jana, { id: draft.id }))
    assert.deepEqual(
      [titleOf(rebased.record), (rebased.record as Dataset).version, conflicts.length],
      ['Radwege und Radstraßen', '2026', 0],
    )
    must(await releaseDraft(house(), coordinator, { id: draft.id }))
  })

  test('a file is reached by nobody before the release, and by everybody after it', async () => {
    const draft = await readyDraft(town, jana, 'Messwerte')
    const content = Buffer.from('Ort;Datum;Wert\nMitte;24.11.2026;1,5\nNord;25.11.2026;2,5\n')
    const attached = must(
      await attachFile(house(), jana, { id: draft.id, name: 'C:\\daten\\Mess werte.csv', mediaType: 'text/html', content }),
    )
    assert.deepEqual([attached.file.name, attached.file.mediaType], ['Mess-werte.csv', 'text/csv'])
    const { facts } = attached.file
    assert.deepEqual([facts?.rows, facts?.delimiter, facts?.decimalComma, facts?.dateFormat], [2, ';', true, 'TT.MM.JJJJ'])
    assert.deepEqual(attached.draft.lawfulness.answers, {}, 'other data, other answers')
    const record = {
      ...attached.draft.record,
      distribution: [
        { ...whole('x').distribution[0], uri: `${draft.record.uri}#1`, accessURL: [attached.url], downloadURL: [attached.url] },
      ],
    }
    const saved = must(
      await saveDraft(house(), jana, { id: draft.id, revision: attached.draft.revision, record: record as typeof draft.record }),
    )
    const ready = await lawful(town, jana, saved.draft)
    assert.deepEqual(await town.store(stadt).files('messwerte'), [])
    must(await releaseDraft(house(), coordinator, { id: ready.id }))
    assert.deepEqual(
      (await town.store(stadt).files('messwerte')).map((one) => one.name),
      ['Mess-werte.csv'],
    )
    const shown = (await town.store(stadt).bySlug('messwerte'))?.record
    assert.deepEqual(shown?.kind === 'dataset' && shown.distribution[0]?.downloadURL, [
      'https://portal.example/ahornstadt/daten/messwerte/datei/Mess-werte.csv',
    ])
  })

  test('drafts of others are not there for another tenant', async () => {
    const draft = await readyDraft(town, jana, 'Geheimes')
    const neighbour = await atWork(town, dorf)
    assert.equal(refused(await saveDraft(house(), neighbour, { id: draft.id, revision: 1 })).kind, 'not-found')
    assert.equal(refused(await releaseDraft(house(), neighbour, { id: draft.id })).kind, 'not-found')
    const db = town.house.database.within({ tenant: jana.site.id, readable: [jana.site.id] })
    assert.equal(
      await draftById({ db, tenant: jana.site.id, publicUrl: '' }, draft.id),
      undefined,
      'nor for the public of the same',
    )
  })
})
