import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import type { Io } from '#kernel/command.ts'
import { appendAudit } from '#platform/audit'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { auditCommand } from './audit-command.ts'

let town: TestHouse
const subject = { kind: 'identity/tenant', id: null, name: 'Probe' }

async function verify(values: Record<string, string | boolean>) {
  const said: string[] = []
  const io: Io = { out: (text) => said.push(text), err: (text) => said.push(text), progress: () => {} }
  const code = await auditCommand.run({ values, positionals: ['verify'], raw: [] }, io, async () => town.house)
  return { code, said: said.join('\n') }
}

suite('audit verify', () => {
  before(async () => {
    town = await testHouse()
    for (const slug of [places.dorf, places.stadt])
      for (let i = 0; i < 3; i++)
        await town.house.database.system.transaction().execute((trx) =>
          appendAudit(trx, {
            tenant: town.site(slug).id,
            actor: { id: null, name: 'Probe' },
            action: 'identity/probe',
            subject,
          }),
        )
  })
  after(() => town?.close())

  test('whole chains are counted, and their head is named', async () => {
    const { code, said } = await verify({ all: true })
    assert.equal(code, 0)
    assert.match(said, /buchendorf: 3 entries unchanged, 0 words erased by the rules, head 3 [0-9a-f]{64}/)
    assert.match(said, /ahornstadt: 3 entries/)
  })

  test('a tenant that is not there is a wrong call', async () => {
    await assert.rejects(verify({ tenant: 'nirgends' }), /There is no tenant "nirgends"/)
  })

  test('a changed row ends the command with 1 and is named; other chains are not concerned', async () => {
    const db = town.house.database.system
    await sql`alter table platform_audit_entry disable trigger user`.execute(db)
    await sql`update platform_audit_entry set at = at + interval '1 day' where position = 2 and tenant = ${town.site(places.dorf).id}`.execute(
      db,
    )
    const { code, said } = await verify({ tenant: places.dorf })
    assert.equal(code, 1)
    assert.match(said, /buchendorf: entry 2 was changed/)
    assert.equal((await verify({ tenant: places.stadt })).code, 0)
    const all = await verify({ all: true, json: true })
    assert.equal(all.code, 1)
    const found = JSON.parse(all.said) as { tenant: string; fault?: { position: number } }[]
    assert.deepEqual(
      found.filter((one) => one.fault).map((one) => `${one.tenant} ${one.fault?.position}`),
      ['buchendorf 2'],
    )
  })
})
