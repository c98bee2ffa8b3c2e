import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { type Database, openDatabase } from '#platform/db'
import { type TestDatabase, testDatabase } from '#support/database.ts'
import { appendAudit } from './append.ts'
import type { AuditEntry } from './entry.ts'
import { eraseAuditWords } from './erase.ts'
import { listAudit } from './list.ts'
import { auditedTenants, verifyAudit } from './verify.ts'

let place: TestDatabase
let database: Database
/** Whoever owns the machine: triggers do not stop him. */
let superuser: pg.Client

const jana = { id: randomUUID(), name: 'Jana Albers' }
const entry = (tenant: string | null, given: Partial<AuditEntry> = {}): AuditEntry => ({
  tenant,
  actor: jana,
  action: 'catalogue/publish',
  subject: { kind: 'catalogue/dataset', id: randomUUID(), name: 'Haushalt 2027' },
  details: { files: 3, ÄÖ: [1.5, null, { b: 'x', a: true }] },
  ...given,
})
const note = (db: Kysely<unknown>, ...entries: AuditEntry[]) => db.transaction().execute((trx) => appendAudit(trx, ...entries))
const asApp = (tenant: string) => database.within({ tenant, readable: [tenant] })
const verify = (tenant: string | null) => verifyAudit(database.system, tenant)

/** A tenant with so many entries in its log. */
async function town(entries = 0): Promise<string> {
  const id = randomUUID()
  await superuser.query(
    `insert into identity_tenant (id, slug, name, short_name, kind, parent) select $1::uuid, 't' || left($1::text, 8), 'Ort', 'Ort', 'gemeinde', id from identity_tenant where parent is null`,
    [id],
  )
  for (let i = 0; i < entries; i++) await note(asApp(id), entry(id))
  return id
}

/** Does what the triggers forbid, as somebody who can switch them off. */
async function tamper(text: string, values: unknown[]): Promise<void> {
  await superuser.query('begin')
  await superuser.query("set local session_replication_role = 'replica'")
  const { rowCount } = await superuser.query(text, values)
  await superuser.query('commit')
  assert.equal(rowCount, 1)
}

suite('the audit log', () => {
  before(async () => {
    place = await testDatabase()
    database = openDatabase(place.url)
    superuser = new pg.Client({ connectionString: place.url })
    await superuser.connect()
    await superuser.query(
      `insert into identity_tenant (id, slug, name, short_name, kind) values ($1, 'root', 'Land', 'Land', 'land')`,
      [randomUUID()],
    )
  })
  after(async () => {
    await superuser?.end()
    await database?.close()
    await place?.close()
  })

  test('fifty at once make one chain without gaps, beside that of another tenant and that of the instance', async () => {
    const [one, other] = [await town(), await town()]
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        n % 10 === 0
          ? note(database.system, entry(one), entry(null), entry(other))
          : n % 10 === 5
            ? note(database.system, entry(other), entry(null), entry(one))
            : note(asApp(one), entry(one)),
      ),
    )
    assert.deepEqual(
      [await verify(one), await verify(other), await verify(null)].map(({ entries, fault }) => [entries, fault]),
      [
        [50, undefined],
        [10, undefined],
        [10, undefined],
      ],
    )
    assert.deepEqual((await auditedTenants(database.system)).toSorted(), [null, one, other].toSorted())
  })

  test('what is taken back leaves no gap', async () => {
    const id = await town(1)
    await assert.rejects(
      asApp(id)
        .transaction()
        .execute(async (trx) => {
          await appendAudit(trx, entry(id))
          throw new Error('no')
        }),
    )
    await note(asApp(id), entry(id))
    assert.deepEqual([(await verify(id)).entries, (await verify(id)).fault], [2, undefined])
  })

  const changes: readonly (readonly [string, string])[] = [
    ['its action', `update platform_audit_entry set action = 'catalogue/delete' where tenant = $1 and position = 2`],
    ['its details', `update platform_audit_entry set details = '{"files": 4}' where tenant = $1 and position = 2`],
    ['its time', `update platform_audit_entry set at = at - interval '1 day' where tenant = $1 and position = 2`],
    [
      'who acted',
      `update platform_audit_word set name = 'Timo Brandt' where part = 'actor' and entry = (select id from platform_audit_entry where tenant = $1 and position = 2)`,
    ],
    [
      'who acted, as if erased',
      `update platform_audit_word set name = '', id = null, salt = null, erased_by = entry where part = 'actor' and entry = (select id from platform_audit_entry where tenant = $1 and position = 2)`,
    ],
    [
      'its title, taken away',
      `delete from platform_audit_word where part = 'subject' and entry = (select id from platform_audit_entry where tenant = $1 and position = 2)`,
    ],
  ]
  for (const [what, text] of changes)
    test(`a superuser who changes ${what} is found at that entry`, async () => {
      const id = await town(4)
      await tamper(text, [id])
      assert.deepEqual((await verify(id)).fault, { position: 2, fault: 'changed' })
    })

  for (const position of [1, 2, 4])
    test(`entry ${position} of 4 taken away is named`, async () => {
      const id = await town(4)
      await tamper('delete from platform_audit_entry where tenant = $1 and position = $2', [id, position])
      assert.deepEqual((await verify(id)).fault, { position, fault: 'missing' })
    })

  test('a chain that was cut and calculated anew contradicts the end that was written down elsewhere', async () => {
    const id = await town(3)
    const { head } = await verify(id)
    await tamper('delete from platform_audit_entry where tenant = $1 and position = 3', [id])
    await tamper(
      `update platform_audit_head h set position = 2, hash = e.hash from platform_audit_entry e where h.tenant = $1 and e.tenant = $1 and e.position = 2`,
      [id],
    )
    assert.equal((await verify(id)).fault, undefined)
    assert.deepEqual((await verifyAudit(database.system, id, head)).fault, { position: 3, fault: 'missing' })
    await note(asApp(id), entry(id))
    assert.deepEqual((await verifyAudit(database.system, id, head)).fault, { position: 3, fault: 'changed' })
  })

  test('pages add and read their own tenant only; nobody changes, deletes or empties', async () => {
    const [own, other] = [await town(2), await town(2)]
    assert.deepEqual((await listAudit(asApp(own), other)).entries, [])
    await assert.rejects(note(asApp(own), entry(other)), /row-level security/)
    for (const table of ['entry', 'word', 'head'].map((part) => sql.table(`platform_audit_${part}`))) {
      await assert.rejects(sql`delete from ${table}`.execute(asApp(own)), /permission denied/)
      await assert.rejects(sql`truncate ${table} cascade`.execute(asApp(own)), /permission denied/)
      await assert.rejects(sql`delete from ${table}`.execute(database.system), /only ever added to/)
      await assert.rejects(sql`truncate ${table} cascade`.execute(database.system), /only ever added to/)
    }
    await assert.rejects(sql`update platform_audit_entry set action = 'x/y'`.execute(asApp(own)), /permission denied/)
    await assert.rejects(sql`update platform_audit_word set name = 'x'`.execute(asApp(own)), /permission denied/)
    await assert.rejects(sql`update platform_audit_entry set action = 'x/y'`.execute(database.system), /only ever added to/)
    await assert.rejects(sql`update platform_audit_word set name = 'x'`.execute(database.system), /is erased or stays/)
    await assert.rejects(sql`update platform_audit_head set position = 1`.execute(asApp(own)), /only ever added to/)
    assert.deepEqual((await verify(own)).fault, undefined)
  })

  test('a person is erased everywhere, the chains hold, and the log says so', async () => {
    const [one, other] = [await town(2), await town(1)]
    const timo = { id: randomUUID(), name: 'Timo Brandt' }
    await note(asApp(one), entry(one, { actor: timo, subject: { kind: 'identity/account', ...jana } }))
    const erased = await eraseAuditWords(database.system, { person: jana.id }, { id: null, name: 'Konto gelöscht' })
    assert.ok(erased >= 4)
    const { rows } = await superuser.query(
      `select count(*)::int as n from platform_audit_word where name like '%Albers%' or id = $1`,
      [jana.id],
    )
    assert.equal(rows[0].n, 0)
    const verdict = await verify(one)
    assert.deepEqual([verdict.entries, verdict.erased, verdict.fault], [4, 3, undefined])
    assert.equal((await verify(other)).fault, undefined)
    const [last, third] = (await listAudit(asApp(one), one)).entries
    assert.deepEqual([last?.action, last?.actor.name, last?.details], ['platform/audit-erase', 'Konto gelöscht', { words: 3 }])
    assert.deepEqual([third?.actor, third?.subject.name, third?.erased], [timo, '', { actor: false, subject: true }])
  })

  test('what is too old is erased as well, and only that', async () => {
    const id = await town(2)
    assert.equal(await eraseAuditWords(database.system, { before: new Date(0) }, { id: null, name: 'Frist abgelaufen' }), 0)
    await eraseAuditWords(database.system, { before: new Date(Date.now() + 1000) }, { id: null, name: 'Frist abgelaufen' })
    const verdict = await verify(id)
    assert.deepEqual([verdict.erased, verdict.fault], [4, undefined])
  })

  test('the list is read page by page and narrowed', async () => {
    const id = await town(5)
    const kim = { id: randomUUID(), name: 'Kim' }
    await note(asApp(id), entry(id, { actor: kim, action: 'identity/sign-in' }))
    const first = await listAudit(asApp(id), id, { limit: 4 })
    assert.deepEqual(
      first.entries.map((one) => one.position),
      [6, 5, 4, 3],
    )
    const second = await listAudit(asApp(id), id, { limit: 4, ...(first.next ? { after: first.next } : {}) })
    assert.deepEqual([second.entries.map((one) => one.position), second.next], [[2, 1], undefined])
    const positions = async (query: Parameters<typeof listAudit>[2]) =>
      (await listAudit(asApp(id), id, query)).entries.map((one) => one.position)
    assert.deepEqual(await positions({ actor: kim.id }), [6])
    assert.deepEqual(await positions({ action: 'identity/sign-in' }), [6])
    assert.deepEqual(await positions({ subject: first.entries[2]?.subject.id ?? '' }), [4])
    assert.deepEqual(await positions({ from: new Date(Date.now() + 60_000) }), [])
    assert.equal((await positions({ until: new Date(Date.now() + 60_000) })).length, 6)
  })

  test('letters that a database cannot keep do no harm', async () => {
    const id = await town()
    await note(asApp(id), entry(id, { actor: { id: null, name: 'a\0b\ud800c' }, details: { x: 'a\0\udc00', n: -0, big: 1e21 } }))
    assert.equal((await verify(id)).fault, undefined)
  })
})
