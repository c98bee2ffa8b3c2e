import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { member, signedIn } from '#support/people.ts'
import { tidyAccounts } from './keep-accounts-tidy.ts'

let town: TestHouse
const count = async (table: string) => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
    town.house.database.system,
  )
  return rows[0]?.n
}

suite('what has run out goes', () => {
  before(async () => {
    town = await testHouse()
  })
  after(() => town?.close())

  test('sessions and counted tries that are over, and accounts that were closed two years ago; all others stay', async () => {
    const db = town.house.database.system
    const stays = await signedIn(town, { [places.stadt]: ['editor'] })
    const over = await signedIn(town, { [places.stadt]: ['editor'] })
    await sql`update identity_session set expires_at = now() - interval '1 second' where person = ${over.id}`.execute(db)
    await sql`insert into identity_attempt (key, count, until) values ('\\x01', 3, now() - interval '1 second'), ('\\x02', 3, now() + interval '1 hour')`.execute(
      db,
    )
    const [gone, lately] = [
      await member(town, { [places.stadt]: ['editor'] }),
      await member(town, { [places.stadt]: ['editor'] }),
    ]
    await sql`update identity_person set deactivated_at = now() - interval '25 months' where id = ${gone.id}`.execute(db)
    await sql`update identity_person set deactivated_at = now() - interval '23 months' where id = ${lately.id}`.execute(db)
    assert.equal(await tidyAccounts(town.house), 1)
    assert.equal(await count('identity_session'), 1)
    assert.equal(await count('identity_attempt'), 1)
    const { rows } = await sql<{ id: string }>`select id from identity_person`.execute(db)
    assert.deepEqual(rows.map((row) => row.id).sort(), [stays.id, over.id, lately.id].sort())
  })
})
