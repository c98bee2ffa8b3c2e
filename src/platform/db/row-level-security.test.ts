// The second wall: whoever writes a query and forgets its condition still sees and changes nothing of another tenant.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { translate } from '#app'
import { attachFile, beginDraft, commentDraft, planSheet, releaseDraft } from '#catalogue'
import { appendAudit } from '#platform/audit'
import { type Database, openDatabase, type Scope } from '#platform/db'
import { compose, mailText } from '#platform/mail'
import { must, readyDraft } from '#support/editing.ts'
import { plantSource } from '#support/harvest-rows.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { furnishParticipation, openParticipation } from '#support/participation-rows.ts'
import { signedIn } from '#support/people.ts'
import { plantQuality } from '#support/quality-rows.ts'
import { dataset } from '#support/text.ts'
import { plantReceiver } from '#support/webhook-rows.ts'

type Row = { tenant: string } & Record<string, unknown>

let town: TestHouse
/** One connection only: whatever it was told for one tenant would show with the next. */
let narrow: Database

const rowsOf = async (db: Kysely<unknown>, table: string) => (await sql<Row>`select * from ${sql.table(table)}`.execute(db)).rows
/** Pages hand these in, or jobs look after them: pages never read them. */
let writeOnly: ReadonlySet<string>
/** These open only to whoever holds the secret of a row, to nobody else, staff included. */
let secretOnly: ReadonlySet<string>
/** What pages see: nothing of what they only hand in. */
async function seen(db: Kysely<unknown>, table: string): Promise<Row[]> {
  if (!writeOnly.has(table)) return rowsOf(db, table)
  await assert.rejects(rowsOf(db, table), /permission denied/)
  return []
}
const tenantsIn = (rows: readonly Row[]) => [...new Set(rows.map((row) => row.tenant))].sort()
/** Something in every table of editing. */
async function furnishDrafts(slug: string): Promise<void> {
  const who = await signedIn(town, { [slug]: ['open-data-coordinator'] })
  const acting = { site: town.site(slug), person: who }
  await releaseDraft(town.house, acting, { id: (await readyDraft(town, acting, `Entwurf ${slug}`)).id }).then(must)
  const draft = must(await beginDraft(town.house, acting, { kind: 'dataset' }))
  must(
    await attachFile(town.house, acting, {
      id: draft.id,
      name: 'etat.csv',
      mediaType: 'text/csv',
      content: Buffer.from('a;b\n1;2\n'),
    }),
  )
  must(await commentDraft(town.house, acting, { id: draft.id, text: 'Bitte ansehen.' }))
  await planSheet(town.house, acting, [{ line: 2, cells: { Titel: 'Aus der Tabelle' } }])
  const db = town.house.database.within(only(slug))
  await sql`insert into identity_api_token (id, token_hash, person, tenant, name, permissions, strong, expires_at)
    values (${randomUUID()}, ${Buffer.from(slug)}, ${who.id}, ${acting.site.id}, 'Zur Probe', '{}', false, now())`.execute(
    town.house.database.system,
  )
  await sql`insert into catalogue_settings (tenant) values (${acting.site.id})`.execute(db)
  await sql`insert into catalogue_sheet (id, tenant, rows) values (${randomUUID()}, ${acting.site.id}, '[]')`.execute(db)
  await sql`insert into catalogue_bulk (id, tenant, change, items) values (${randomUUID()}, ${acting.site.id}, '{}', '[]')`.execute(
    db,
  )
}

const only = (slug: string, staff = true): Scope => ({ tenant: town.site(slug).id, readable: [town.site(slug).id], staff })
const wide = (slug: string, staff = true): Scope => ({ tenant: town.site(slug).id, readable: town.site(slug).within, staff })

/** Every table with a tenant in it; the outbox belongs to nobody and is looked at on its own. */
async function tenantTables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'tenant' and t.table_type = 'BASE TABLE' and c.table_name <> 'platform_event' order by 1`.execute(
    town.house.database.system,
  )
  return rows.map((row) => row.name)
}

/** Tables that only those who work for the tenant may look into. */
async function staffTables(): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_policies where schemaname = 'public' and cmd in ('ALL', 'SELECT')
    group by tablename having bool_and(qual like '%platform_staff%')`.execute(town.house.database.system)
  return new Set(rows.map((row) => row.name))
}

/** Tables that the role of pages may not read at all. */
async function closedTables(): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not has_table_privilege('allmende_app', oid, 'select')
      and not has_any_column_privilege('allmende_app', oid, 'select')`.execute(town.house.database.system)
  return new Set(rows.map((row) => row.name))
}

/** Tables whose every policy to read asks for a secret and none for staff. */
async function secretTables(): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_policies where schemaname = 'public' and cmd in ('ALL', 'SELECT')
    group by tablename having bool_and(qual like '%_secret()%' and qual not like '%platform_staff%')`.execute(
    town.house.database.system,
  )
  return new Set(rows.map((row) => row.name))
}

/** Something in every table for a tenant. */
async function furnish(slug: string): Promise<void> {
  const store = town.store(slug)
  await town.publish(slug, [dataset(`Haushalt ${slug}`)])
  const [record] = await store.pageAfter('', 10)
  const id = (await store.bySlug(`haushalt-${slug}`))?.id ?? record?.id ?? ''
  await store.rename(id, `etat-${slug}`)
  await store.upsertHead(
    {
      uri: `https://${slug}.example/katalog`,
      title: [],
      description: [],
      language: [],
      themeTaxonomy: [],
      spatial: [],
      extra: [],
    },
    [],
  )
  const run = await store.startImport('probe')
  await store.noteImport(run, [{ kind: 'rejected', record: 'https://daten.example/1', reason: 'zur Probe' }])
  await store.putFile(id, { name: 'etat.csv', mediaType: 'text/csv', bytes: 3, sha256: 'ab', columns: null })
  await furnishWish(slug, id)
  await sql`insert into identity_barrier_report (id, tenant, page, message) values (${randomUUID()}, ${store.scope.tenant}, '/daten', 'Die Karte ist ohne Maus nicht zu bedienen.')`.execute(
    town.house.database.within(store.scope),
  )
  await furnishDrafts(slug)
  const person = await signedIn(town, { [slug]: ['editor'] })
  const holder = town.site(slug === places.land ? places.kreis : places.land).id
  await sql`insert into identity_mandate (tenant, holder, roles, granted_by) values (${store.scope.tenant}, ${holder}, '{editor}', ${person.id})`.execute(
    town.house.database.system,
  )
  await town.house.database
    .within(store.scope)
    .transaction()
    .execute(async (trx) => {
      const letter = compose({
        tenant: store.scope.tenant,
        to: 'jana@example.org',
        subject: 'Probe',
        ...mailText({ site: town.site(slug), t: translate('de'), paragraphs: ['Zur Probe.'], why: 'Sie proben.' }),
      })
      assert.ok(letter.ok)
      await town.house.mail.queue(trx, letter.value)
      const subject = { kind: 'catalogue/dataset', id, name: `Etat ${slug}` }
      await appendAudit(trx, {
        tenant: store.scope.tenant,
        actor: { id: null, name: 'Probe' },
        action: 'catalogue/publish',
        subject,
      })
    })
  await furnishAdministration(store.scope.tenant, person.id, slug)
  await furnishParticipation(town.house.database.system, store.scope.tenant)
  await plantSource(town.house.database.system, store.scope.tenant, id)
  await plantQuality(town.house.database.system, store.scope.tenant, id)
  await plantReceiver(town.house.database.system, store.scope.tenant)
}

async function furnishAdministration(tenant: string, person: string, slug: string): Promise<void> {
  const db = town.house.database.system
  await sql`insert into identity_invitation (id, tenant, name, email, email_key, roles, token_hash, expires_at)
    values (${randomUUID()}, ${tenant}, 'Neu', ${`neu@${slug}.example`}, ${`neu@${slug}.example`}, '{editor}', ${Buffer.from(slug)}, now() + interval '1 day')`.execute(
    db,
  )
  await sql`insert into identity_leave (tenant, person, roles) values (${tenant}, ${person}, '[]')`.execute(db)
  await sql`insert into identity_redirect (id, tenant, old_path, target) values (${randomUUID()}, ${tenant}, '/alt', '/daten')`.execute(
    db,
  )
  for (const published of [true, false])
    await sql`insert into identity_site_page (id, tenant, slug, lang, title, content, published)
      values (${randomUUID()}, ${tenant}, ${`seite-${published}`}, 'de', 'Seite', 'Text', ${published})`.execute(db)
  await sql`insert into identity_site_page_version (tenant, page, number, slug, lang, title, content, published, place, saved_at)
    select tenant, id, 1, slug, lang, title, content, published, place, now() from identity_site_page where tenant = ${tenant} and not published`.execute(
    db,
  )
  await sql`insert into identity_audit_check (tenant, checked_at, entries) values (${tenant}, now(), 0)`.execute(db)
}

/** A wish with everything that may hang on it. */
async function furnishWish(slug: string, resource: string): Promise<void> {
  const db = town.house.database.system
  const tenant = town.site(slug).id
  const id = randomUUID()
  const mark = Buffer.from(id)
  await sql`insert into catalogue_request_number (tenant, kind, year, last) values (${tenant}, 'wish', 2026, 1)`.execute(db)
  await sql`insert into catalogue_request (id, tenant, kind, year, number, state, title, body, resource, secret_hash, due_on)
    values (${id}, ${tenant}, 'wish', 2026, 1, 'open', 'Zur Probe', 'Zur Probe', ${resource}, ${mark}, current_date)`.execute(db)
  await sql`insert into catalogue_request_post (id, tenant, request, kind, body) values (${randomUUID()}, ${tenant}, ${id}, 'answer', 'Zur Probe')`.execute(
    db,
  )
  await sql`insert into catalogue_request_join (tenant, request, mark) values (${tenant}, ${id}, ${mark})`.execute(db)
  await sql`insert into catalogue_subscription (id, tenant, kind, subject, label, rhythm, secret_hash, address_mark)
    values (${randomUUID()}, ${tenant}, 'request', ${id}, 'Zur Probe', 'daily', ${mark}, ${mark})`.execute(db)
}

suite('another tenant stays unseen', () => {
  before(async () => {
    town = await testHouse()
    for (const slug of Object.values(places)) await furnish(slug)
    narrow = openDatabase(town.house.database.url, { connections: 1 })
    writeOnly = await closedTables()
    secretOnly = await secretTables()
  })
  after(async () => {
    await narrow?.close()
    await town?.close()
  })

  test('every table with a tenant is walled, and none is forgotten', async () => {
    const tables = await tenantTables()
    assert.ok(tables.includes('catalogue_resource') && tables.includes('identity_barrier_report'), tables.join())
    const { rows } = await sql<{
      name: string
    }>`select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`.execute(
      town.house.database.system,
    )
    const walled = rows.map((row) => row.name)
    assert.deepEqual(
      tables.filter((table) => !walled.includes(table)),
      [],
    )
    // Without something in it, a table would prove nothing.
    for (const table of tables) assert.equal(tenantsIn(await rowsOf(narrow.system, table)).length, 4, table)
  })

  test('a query without any condition sees its own tenant only', async () => {
    for (const table of await tenantTables())
      for (const slug of [places.dorf, places.stadt, places.dorf]) {
        const scope = only(slug)
        assert.deepEqual(
          tenantsIn(await seen(narrow.within(scope), table)),
          writeOnly.has(table) || secretOnly.has(table) ? [] : [scope.tenant],
          `${table} as ${slug}`,
        )
      }
  })

  test('what is for staff is not there for anybody else', async () => {
    const staff = await staffTables()
    assert.ok(staff.has('identity_role'), [...staff].join())
    for (const table of staff) assert.deepEqual(await rowsOf(narrow.within(wide(places.kreis, false)), table), [], table)
  })

  test('a view above sees what is published below, and nothing that is private there', async () => {
    const open = new Set([
      'catalogue_resource',
      'catalogue_former_slug',
      'catalogue_head',
      'catalogue_file',
      'catalogue_origin',
      'catalogue_origin_source',
      'catalogue_quality_day',
      'catalogue_request',
      'catalogue_request_post',
      ...openParticipation,
    ])
    const scope = wide(places.kreis)
    for (const table of await tenantTables()) {
      const own = writeOnly.has(table) || secretOnly.has(table) ? [] : [scope.tenant]
      assert.deepEqual(
        tenantsIn(await seen(narrow.within(scope), table)),
        open.has(table) ? [...scope.readable].sort() : own,
        table,
      )
    }
  })

  test('who may be read may not be written', async () => {
    const db = narrow.within(wide(places.kreis))
    const own = town.site(places.kreis).id
    for (const table of await tenantTables()) {
      const before = await rowsOf(narrow.system, table)
      // First, while there is something to be moved: below, some of its own rows go.
      const foreign = town.site(places.dorf).id
      const moved = await sql`update ${sql.table(table)} set tenant = ${foreign}`.execute(db).then(
        (result) => Number(result.numAffectedRows ?? 0),
        (error: Error) => {
          assert.match(error.message, /row-level security|permission denied|foreign key|only ever added/)
          return 0
        },
      )
      assert.equal(moved, 0, table)
      for (const change of [sql`update ${sql.table(table)} set tenant = tenant`, sql`delete from ${sql.table(table)}`]) {
        const done = await change.execute(db).then(
          (result) => Number(result.numAffectedRows ?? 0),
          (error: Error) => assert.match(error.message, /permission denied|only ever added to/),
        )
        assert.ok((done ?? 0) <= before.filter((row) => row.tenant === own).length, table)
      }
      // Its own notes a tenant may delete; those of others it cannot touch.
      const others = (rows: readonly { tenant: string }[]) => tenantsIn(rows).filter((one) => one !== own)
      assert.deepEqual(others(await rowsOf(narrow.system, table)), others(before), table)
    }
  })

  test('a row in the name of another tenant is refused', async () => {
    const db = narrow.within(wide(places.kreis))
    for (const table of await tenantTables()) {
      const { rows } = await sql<{ one: object }>`select to_jsonb(t) as one from ${sql.table(table)} t limit 1`.execute(
        narrow.system,
      )
      const foreign = JSON.stringify({ ...rows[0]?.one, tenant: town.site(places.dorf).id })
      const insert = sql`insert into ${sql.table(table)} select (jsonb_populate_record(null::${sql.table(table)}, ${foreign}::jsonb)).*`
      await assert.rejects(insert.execute(db), /row-level security|cannot insert|permission denied|only ever added/, table)
    }
  })

  test('a connection that served one tenant knows nothing of it when it serves the next', async () => {
    const { dorf, stadt } = places
    for (const slug of [dorf, stadt, dorf, stadt]) {
      const scope = only(slug)
      const db = narrow.within(scope)
      await db
        .transaction()
        .execute(async (trx) => assert.deepEqual(tenantsIn(await rowsOf(trx, 'catalogue_import')), [scope.tenant]))
      await assert.rejects(db.transaction().execute(async (trx) => sql`select 1 / 0`.execute(trx)))
      assert.deepEqual(tenantsIn(await rowsOf(db, 'catalogue_import')), [scope.tenant])
    }
  })

  test('a connection that speaks for nobody sees nothing', async () => {
    const nobody = narrow.within({ tenant: '', readable: [] })
    for (const table of await tenantTables()) assert.deepEqual(await seen(nobody, table), [], table)
    await narrow
      .within(only(places.dorf))
      .transaction()
      .execute((trx) => rowsOf(trx, 'catalogue_resource'))
    assert.deepEqual(await rowsOf(nobody, 'catalogue_resource'), [])
  })

  test('what happened elsewhere cannot be read from the outbox, and tenants cannot be rewritten', async () => {
    const db = narrow.within(wide(places.land))
    await assert.rejects(sql`select * from platform_event`.execute(db), /permission denied/)
    await assert.rejects(sql`update identity_tenant set name = 'x'`.execute(db), /permission denied/)
    await assert.rejects(sql`alter table catalogue_resource disable row level security`.execute(db), /must be owner/)
  })
})
