import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { participationContentTables } from '#participation'
import { sweepStorage } from '#platform/storage'
import { atWork, must, readyDraft } from '#support/editing.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { dataset } from '#support/text.ts'
import { attachFile } from '../use-cases/edit/attach-file.ts'
import { contentTables, namedContents } from './named-contents.ts'

suite('contents of the storage that rows name', () => {
  let town: TestHouse
  before(async () => {
    town = await testHouse()
  })
  after(() => town?.close())
  const named = () => namedContents(town.house.database.system)
  const later = (hours: number) => ({ ...town.house, now: () => new Date(Date.now() + hours * 3600_000) })

  test('every table with a fingerprint is asked: what stands in another would be swept away', async () => {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name ~ 'sha256' and table_name <> 'platform_migration'`.execute(
      town.house.database.system,
    )
    assert.deepEqual(rows.map((row) => row.name).sort(), [...contentTables, ...participationContentTables].sort())
  })

  test('a file of a record and one of a draft stay, whosever they are; one that was taken from its draft goes', async () => {
    const { storage } = town.house
    const published = await storage.put(Buffer.from('a;b\n1;2\n'))
    assert.equal(await sweepStorage(later(25), [named]), undefined, 'where nothing is named nothing is removed')
    await town.publish(places.dorf, [dataset('Etat')])
    const { id = '' } = (await town.store(places.dorf).bySlug('etat')) ?? {}
    await town
      .store(places.dorf)
      .putFile(id, { name: 'etat.csv', mediaType: 'text/csv', bytes: 8, sha256: published, columns: null })
    const jana = await atWork(town, places.stadt)
    const draft = await readyDraft(town, jana, 'Bäume')
    const attach = async (name: string, text: string) =>
      must(await attachFile(town.house, jana, { id: draft.id, name, mediaType: 'text/csv', content: Buffer.from(text) })).file
        .sha256
    const [first, second] = [await attach('baum.csv', 'a\n1\n'), await attach('baum.csv', 'a\n2\n')]
    await sweepStorage(later(25), [named])
    assert.deepEqual(await sweepStorage(later(49), [named]), { removed: 1, bytes: 4, waiting: 0 })
    assert.deepEqual(
      [published, first, second].map((one) => storage.has(one)),
      [true, false, true],
    )
    assert.equal((await named()).size, 2)
  })
})
