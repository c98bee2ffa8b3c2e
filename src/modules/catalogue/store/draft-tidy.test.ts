import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { atWork, editHouse, must, readyDraft } from '#support/editing.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { discardDraft } from '../use-cases/edit/review-draft.ts'
import { forgetDrafts } from './draft-tidy.ts'

suite('what is kept of drafts', () => {
  let town: TestHouse
  before(async () => {
    town = await testHouse()
  })
  after(() => town?.close())

  test('a discarded one for a year, with all that belongs to it; others stay', async () => {
    const jana = await atWork(town, places.stadt, { name: 'Jana Albers' })
    const db = town.house.database.system
    const [old, fresh, open] = [
      await readyDraft(town, jana, 'Alt'),
      await readyDraft(town, jana, 'Frisch'),
      await readyDraft(town, jana, 'Offen'),
    ]
    for (const { id } of [old, fresh]) must(await discardDraft(editHouse(town), jana, { id }))
    await sql`update catalogue_draft set changed_at = now() - interval '366 days' where id in (${old.id}, ${open.id})`.execute(db)
    assert.equal(await forgetDrafts(db), 1)
    const { rows } = await sql<{ id: string }>`select id from catalogue_draft`.execute(db)
    assert.deepEqual(rows.map(({ id }) => id).sort(), [fresh.id, open.id].sort())
    const traces = await sql`select from catalogue_draft_revision where draft = ${old.id}`.execute(db)
    assert.equal(traces.rows.length, 0)
    assert.equal(await forgetDrafts(db), 0)
  })
})
