import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { totpCode } from '#identity'
import { verifyAudit } from '#platform/audit'
import { places } from '#support/house.ts'
import { hidden, httpClient } from '#support/http-client.ts'
import { goodPassword, mailTo, member } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset } from '#support/text.ts'

let portal: TestServer

/** Every column of every table (of all rooms, of jobs and mails) in which one of the words stands: `table.column`. */
async function columnsWith(words: readonly string[]): Promise<string[]> {
  const db = portal.house.database.system
  const { rows } = await sql<{ schema: string; table: string; column: string }>`
    select c.table_schema as schema, c.table_name as "table", c.column_name as "column" from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')`.execute(db)
  const found: string[] = []
  for (const { schema, table, column } of rows) {
    const hits = await sql`select 1 from ${sql.id(schema, table)} where exists
      (select 1 from unnest(${[...words]}::text[]) word where strpos(lower(${sql.id(column)}::text), word) > 0) limit 1`.execute(
      db,
    )
    if (hits.rows.length > 0) found.push(`${table}.${column}`)
  }
  return found.sort()
}

/** Every file below a folder in which one of the words stands. */
function filesWith(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .filter((file) => {
      const text = readFileSync(file, 'latin1').toLowerCase()
      return words.some((word) => text.includes(Buffer.from(word).toString('latin1')))
    })
}

let number = 90
/** A draft with a comment, a version and a charge of somebody. */
async function leaveWork(person: string): Promise<void> {
  const db = portal.house.database.system
  const tenant = portal.site(places.stadt).id
  const draft = randomUUID()
  await sql`insert into catalogue_draft (id, tenant, kind, title, record, created_by, changed_by, submitted_by, approved_by, responsible)
    values (${draft}, ${tenant}, 'dataset', 'Etat neu', '{}', ${person}, ${person}, ${person}, ${person}, ${person})`.execute(db)
  await sql`insert into catalogue_comment (id, tenant, draft, author, text) values (${randomUUID()}, ${tenant}, ${draft}, ${person}, 'Die Lizenz fehlt noch.')`.execute(
    db,
  )
  await sql`insert into catalogue_version (tenant, resource, number, record, hash, released_by)
    select tenant, id, ${++number}, '{}', 'x', ${person} from catalogue_resource limit 1`.execute(db)
  await sql`with page as (insert into identity_site_page (id, tenant, slug, lang, title, content)
      values (${randomUUID()}, ${tenant}, ${`seite-${draft}`}, 'de', 'Über uns', 'Text') returning tenant, id)
    insert into identity_site_page_version (tenant, page, number, slug, lang, title, content, published, place, saved_at, saved_by)
    select tenant, id, 1, 'seite', 'de', 'Über uns', 'Text', false, 'none', now(), ${person} from page`.execute(db)
  await sql`insert into catalogue_charge (tenant, resource, responsible) select tenant, id, ${person} from catalogue_resource limit 1
    on conflict (tenant, resource) do update set responsible = excluded.responsible`.execute(db)
  await sql`insert into catalogue_bulk (id, tenant, person, change, items) values (${randomUUID()}, ${tenant}, ${person}, '{}', '[]')`.execute(
    db,
  )
  await sql`insert into catalogue_sheet (id, tenant, person, rows) values (${randomUUID()}, ${tenant}, ${person}, '[]')`.execute(
    db,
  )
  await sql`insert into identity_invitation (id, tenant, name, email, email_key, roles, token_hash, expires_at, accepted_at, accepted_by)
    select ${randomUUID()}, ${tenant}, name, email, email_key, '{editor}', ${Buffer.from(person)}, now(), now(), id from identity_person where id = ${person}`.execute(
    db,
  )
}

async function enter(role: 'editor' | 'administrator' = 'editor', name = 'Jana Albers') {
  const person = await member(portal, { [places.stadt]: [role] }, { name })
  const browser = httpClient(portal)
  await browser.post('/anmelden', { email: person.email, password: goodPassword })
  return { person, browser }
}
/** Sets the app up. */
async function setUp(browser: ReturnType<typeof httpClient>, way = '/anmelden/zweiter-faktor') {
  const page = await browser.get(way)
  const secret = (/class="alm-code">([^<]+)</.exec(page.body)?.[1] ?? '').replace(/\s/g, '')
  const post = way === '/konto/app' ? way : `${way}/app`
  await browser.post(post, { offer: hidden(page, 'offer'), code: totpCode(secret, new Date()) })
}

suite('taking one’s data along, and leaving', () => {
  before(async () => {
    portal = await testServer()
    await portal.publish(places.stadt, [dataset('Etat')])
    await portal.follow()
  })
  after(() => portal?.close())

  test('the export has everything about oneself, nothing about others, and no secrets', async () => {
    const { person, browser } = await enter()
    const other = await member(portal, { [places.stadt]: ['editor'] }, { name: 'Fremde Person' })
    await setUp(browser, '/konto/app')
    await leaveWork(person.id)
    const answer = await browser.get('/konto/meine-daten.json')
    assert.match(String(answer.headers['content-disposition']), /attachment/)
    assert.equal(answer.headers['cache-control'], 'private, no-store')
    const data = answer.json()
    assert.deepEqual([data.account.name, data.account.email], [person.name, person.email])
    assert.equal(data.account.roles[0].role, 'editor')
    assert.equal(data.account.sessions.length, 1)
    assert.ok(data.acts.some((act: { action: string }) => act.action === 'identity/second-factor-set'))
    assert.equal(data.account.pagesSaved[0].title, 'Über uns')
    assert.equal(data.catalogue.comments[0].text, 'Die Lizenz fehlt noch.')
    assert.equal(data.catalogue.drafts[0].title, 'Etat neu')
    assert.ok(!answer.body.includes(other.email) && !answer.body.includes('Fremde Person'))
    const { rows } = await sql<{
      password_hash: string
      totp_secret: string
    }>`select * from identity_person where id = ${person.id}`.execute(portal.house.database.system)
    for (const secret of [rows[0]?.password_hash, rows[0]?.totp_secret, '$argon2', 'token'])
      assert.ok(secret && !answer.body.includes(secret), secret)
  })

  test('after erasure neither name nor address nor id stands in any table, index or file, and the log still proves itself', async () => {
    const { person, browser } = await enter('editor', 'Wilhelmine Quastenbrück')
    const words = ['quastenbrück', person.email, person.id]
    await leaveWork(person.id)
    await sql`insert into identity_invitation (id, tenant, name, email, email_key, roles, token_hash, expires_at, accepted_at, accepted_by)
      values (${randomUUID()}, ${portal.site(places.stadt).id}, ${person.name}, ${person.email}, ${person.email}, '{editor}', '\\x01', now(), now(), ${person.id})`.execute(
      portal.house.database.system,
    )
    // As much as can be left behind: a second factor, mails, links, wrong tries, a change of address that was begun.
    await setUp(browser, '/konto/app')
    await browser.post('/konto/profil', { name: person.name, lang: 'de', email: `neu-${person.email}`, current: goodPassword })
    await httpClient(portal).post('/anmelden', { email: person.email, password: 'falsch falsch falsch' })
    await httpClient(portal).post('/anmelden/passwort', { email: person.email })
    const before = await columnsWith(words)
    for (const column of [
      'identity_person.name',
      'identity_link.email',
      'catalogue_comment.author',
      'identity_site_page_version.saved_by',
      'platform_mail.to_address',
      'platform_audit_word.name',
    ])
      assert.ok(before.includes(column), `the search finds ${column}: ${before.join()}`)
    const wrong = await browser.post('/konto/loeschen', { current: 'falsch falsch falsch' })
    assert.equal(wrong.statusCode, 422)
    const done = await browser.post('/konto/loeschen', { current: goodPassword })
    assert.equal(done.headers.location, '/anmelden?meldung=geloescht')
    assert.deepEqual(await columnsWith(words), [])
    assert.deepEqual(filesWith(portal.house.config.dataDir, words), [])
    const verdict = await verifyAudit(portal.house.database.system, portal.site(places.land).id)
    assert.equal(verdict.fault, undefined)
    assert.ok(verdict.erased > 0)
    assert.equal((await browser.get('/konto')).statusCode, 303)
    assert.equal((await browser.post('/anmelden', { email: person.email, password: goodPassword })).statusCode, 422)
  })

  test('without a password a mailed link does it; it is of use to its owner only', async () => {
    const { person, browser } = await enter()
    await sql`update identity_person set password_hash = null where id = ${person.id}`.execute(portal.house.database.system)
    await browser.post('/konto/loeschen', {})
    assert.equal((await browser.post('/konto/loeschen/link')).headers.location, '/konto/loeschen?gesendet=1')
    const link = (await mailTo(portal, person.email))?.link ?? ''
    assert.match((await browser.get(link)).body, /Konto für immer löschen/)
    const token = new URL(link, 'https://portal.example').searchParams.get('link') ?? ''
    assert.equal((await browser.post('/konto/loeschen', { link: 'a'.repeat(43) })).statusCode, 422)
    assert.equal((await browser.post('/konto/loeschen', { link: token })).headers.location, '/anmelden?meldung=geloescht')
  })

  test('the last administrator of a tenant hands over first', async () => {
    const { person, browser } = await enter('administrator')
    await setUp(browser)
    const refused = await browser.post('/konto/loeschen', { current: goodPassword })
    assert.match(refused.body, /Sie sind die einzige Administration von Stadt Ahornstadt/)
    assert.equal((await browser.get('/konto')).statusCode, 200)
    const heir = await member(portal, { [places.stadt]: ['administrator'] })
    await sql`update identity_person set deactivated_at = now() where id = ${heir.id}`.execute(portal.house.database.system)
    assert.match((await browser.post('/konto/loeschen', { current: goodPassword })).body, /einzige Administration/)
    await sql`update identity_person set deactivated_at = null where id = ${heir.id}`.execute(portal.house.database.system)
    assert.equal(
      (await browser.post('/konto/loeschen', { current: goodPassword })).headers.location,
      '/anmelden?meldung=geloescht',
    )
    const { rows } = await sql`select 1 from identity_person where id = ${person.id}`.execute(portal.house.database.system)
    assert.equal(rows.length, 0)
  })

  test('two administrators who leave at once leave one behind', async () => {
    const db = portal.house.database.system
    await sql`delete from identity_role where role = 'administrator'`.execute(db)
    const pair = [await enter('administrator'), await enter('administrator')]
    for (const { browser } of pair) await setUp(browser)
    const answers = await Promise.all(pair.map(({ browser }) => browser.post('/konto/loeschen', { current: goodPassword })))
    assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [200, 303])
    const { rows } = await sql`select 1 from identity_role where role = 'administrator'`.execute(db)
    assert.equal(rows.length, 1)
  })
})
