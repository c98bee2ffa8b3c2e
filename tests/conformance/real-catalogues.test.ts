// The real catalogues come in whole, by the way that every import goes, and a second time changes nothing.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { loadDemonstration } from '#plaques/catalogue'
import { type TestHouse, testHouse } from '#support/house.ts'
import { withoutShared } from '#support/shared.ts'

interface Sum {
  read: number
  created: number
  updated: number
  unchanged: number
  rejected: number
}

describe('real catalogues', { skip: withoutShared() }, () => {
  let town: TestHouse
  const load = async () => {
    await sql`delete from catalogue_import`.execute(town.house.database.system)
    await loadDemonstration(town.house, () => {}, town.house.keeper.refresh)
  }
  const sums = async (where: ReturnType<typeof sql>): Promise<Sum | undefined> =>
    (
      await sql<Sum>`select sum(read)::int as read, sum(created)::int as created, sum(updated)::int as updated,
        sum(unchanged)::int as unchanged, sum(rejected)::int as rejected from catalogue_import where ${where}`.execute(
        town.house.database.system,
      )
    ).rows[0]
  const distributions = async (slug: string) =>
    (
      await sql<{ n: number }>`select sum(jsonb_array_length(record->'distribution'))::int as n from catalogue_resource r
        join identity_tenant t on t.id = r.tenant where t.slug = ${slug} and r.kind = 'dataset'`.execute(
        town.house.database.system,
      )
    ).rows[0]?.n

  before(async () => {
    town = await testHouse()
    await load()
  })
  after(() => town.close())

  const catalogues: readonly [name: string, source: string, slug: string, records: number, distributions: number][] = [
    ['Brandenburg', 'brandenburg-catalog-original-input.ttl', 'brandenburg', 112, 212],
    ['Rostock', 'rostock-catalog-original-input.rdf', 'rostock', 100, 773],
    ['CKAN of Jena', 'ckan.json', 'jena', 70, 117],
  ]
  for (const [name, source, slug, records, files] of catalogues)
    test(`${name}: ${records} records with ${files} distributions, nothing lost`, async () => {
      assert.deepEqual(await sums(sql`source = ${source}`), {
        read: records,
        created: records,
        updated: 0,
        unchanged: 0,
        rejected: 0,
      })
      assert.equal(await distributions(slug), files)
    })

  test('the labelled data sets of North Rhine-Westphalia: 1,944 rows, each a record of its town', async () => {
    const known = catalogues.map(([, source]) => source)
    assert.deepEqual(await sums(sql`source <> all(${known}::text[])`), {
      read: 1944,
      created: 1944,
      updated: 0,
      unchanged: 0,
      rejected: 0,
    })
  })

  test('everything a second time changes nothing', async () => {
    await load()
    assert.deepEqual(await sums(sql`true`), { read: 2226, created: 0, updated: 0, unchanged: 2226, rejected: 0 })
  })
})
