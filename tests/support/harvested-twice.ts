import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { harvestNow } from '#plaques/harvest'
import { places, type TestHouse } from './house.ts'

const sum = (run: { created: number; updated: number; unchanged: number; withdrawn: number; rejected: number }) =>
  run.created + run.updated + run.unchanged + run.withdrawn + run.rejected

/**
 * Harvests a source as a district would, twice: every record is accounted for, and the second time changes nothing. Gives the first run;
 * `look` sees what is there before the source goes again.
 */
export async function harvestedTwice(
  town: TestHouse,
  kind: string,
  address: string,
  { settings = {}, look }: { settings?: object; look?: (source: string, run: string) => Promise<void> } = {},
) {
  const id = randomUUID()
  const tenant = town.site(places.kreis).id
  const db = town.house.database.system
  await sql`insert into harvest_source (id, tenant, slug, name, kind, address, settings, state)
    values (${id}, ${tenant}, ${id}, 'Probe', ${kind}, ${address}, ${JSON.stringify(settings)}, 'on')`.execute(db)
  const go = () => harvestNow(town.house, { tenant, source: id, mode: 'run', cause: 'command' })
  const first = await go()
  await look?.(id, first?.id ?? '')
  const again = await go()
  // The next material may speak of the same records.
  await sql`delete from harvest_source where id = ${id}`.execute(db)
  for (const run of [first, again]) {
    assert.equal(run?.state, 'done', JSON.stringify(run?.fault ?? run?.holds))
    if (run) assert.equal(run.read, sum(run))
  }
  assert.equal(again?.created, 0)
  assert.equal(again?.updated, 0, 'a second run changes nothing')
  assert.equal(again?.withdrawn, 0)
  return first
}
