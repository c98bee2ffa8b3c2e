import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { atWork, editHouse, must, readyDraft, refused, whole } from '#support/editing.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { installOwnShapes } from '#support/own-shapes.ts'
import { approveDraft, submitDraft } from './review-draft.ts'
import { saveDraft } from './save-draft.ts'
import { closeShapeFindings } from './shape-findings.ts'
import type { Acting } from './staff.ts'

const rules = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
<urn:rule> a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property [ sh:path dcat:version ; sh:minCount 1 ] .`

let town: TestHouse
let writer: Acting
let coordinator: Acting
const house = () => editHouse(town)

suite('approving asks what releasing will ask', () => {
  before(async () => {
    town = await testHouse()
    await installOwnShapes(town.house.config.dataDir, rules, ['dcat-ap.de-3.0'])
    writer = await atWork(town, places.stadt, { role: 'editor' })
    coordinator = await atWork(town, places.stadt)
  })
  after(async () => {
    await closeShapeFindings(house())
    await town?.close()
  })

  test('what the official shapes refuse is not approved, and says why; mended, it is', async () => {
    const draft = await readyDraft(town, writer, 'Baumkataster')
    const handedIn = must(await submitDraft(house(), writer, { id: draft.id }))
    const fault = refused(await approveDraft(house(), coordinator, { id: draft.id }))
    assert.equal(fault.kind, 'unfit')
    assert.deepEqual(fault.kind === 'unfit' && fault.check.findings.map((one) => [one.path, one.constraint]), [
      ['http://www.w3.org/ns/dcat#version', 'MinCount'],
    ])
    const record = { ...whole('Baumkataster'), uri: draft.record.uri, version: '1' }
    must(await saveDraft(house(), coordinator, { id: draft.id, revision: handedIn.revision, record }))
    assert.equal(must(await approveDraft(house(), coordinator, { id: draft.id })).state, 'approved')
  })
})
