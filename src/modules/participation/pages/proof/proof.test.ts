import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { forgetParticipation } from '#plaques/participation'
import { places } from '#support/house.ts'
import { type HttpClient, hidden, httpClient } from '#support/http-client.ts'
import { mailTo, signedIn } from '#support/people.ts'
import { insertProcedureOf, plantSubmission, setPhase } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'
import type { IdentityLevel } from '../../model/procedure.ts'
import { insertCodes } from '../../store/vote/code-store.ts'
import { codeHash, newCode } from '../../use-cases/vote/marks.ts'

const { stadt } = places
/** What a form of the internal area began with. */
const begun = (page: Parameters<typeof hidden>[0]) => hidden(page, 'stand').replaceAll('&quot;', '"')
const idea = { schritt: 'senden', title: 'Mehr Bänke am Teich', body: 'Mit Lehne.' }

suite('how surely it is known who writes, comments and rates', () => {
  let town: TestServer
  const procedures = new Map<IdentityLevel, string>()
  const base = (level: IdentityLevel) => `/${stadt}/mitmachen/was-${level}`
  const write = (client: HttpClient, level: IdentityLevel, more: Record<string, string> = {}) =>
    client.post(`${base(level)}/beitrag`, { ...idea, ...more })
  const rate = (client: HttpClient, level: IdentityLevel, more: Record<string, string> = {}) =>
    client.post(`${base(level)}/beitraege/${prefixes.get(level)}-0001/stimme`, { wert: '1', ...more })
  const comment = (client: HttpClient, level: IdentityLevel, more: Record<string, string> = {}) =>
    client.post(`${base(level)}/beitraege/${prefixes.get(level)}-0001/kommentare`, { text: 'Im Schatten wäre gut.', ...more })
  const prefixes = new Map<IdentityLevel, string>()
  const counts = async (level: IdentityLevel) => {
    const { rows } = await sql<{ submissions: number; comments: number; agree: number; last: number }>`
      select p.submissions, p.comments, s.agree, coalesce((select last from participation_number n where n.procedure = p.id), 0) as last
      from participation_procedure p join participation_submission s on s.procedure = p.id and s.number = 1
      where p.id = ${procedures.get(level)}`.execute(town.house.database.system)
    return rows[0]
  }
  const codes = async (level: IdentityLevel, count: number) => {
    const procedure = procedures.get(level) ?? ''
    const made = Array.from({ length: count }, () => newCode())
    const hashes = made.map((code) => codeHash(town.house.config.ALLMENDE_SECRET, procedure, code))
    await insertCodes(town.house.database.system, { tenant: town.site(stadt).id, procedure, batch: 'Probe' }, hashes)
    return made
  }
  const link = async (email: string) => (await mailTo(town, email))?.link ?? ''

  before(async () => {
    town = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
    for (const level of ['email', 'code', 'account', 'bundid'] as const) {
      const { id, prefix } = await insertProcedureOf(town, stadt, { slug: `was-${level}` })
      const identity = JSON.stringify({ submit: level, comment: level, rate: level })
      await sql`update participation_procedure set identity = ${identity}::jsonb where id = ${id}`.execute(
        town.house.database.system,
      )
      await plantSubmission(town, stadt, id)
      await sql`insert into participation_number (procedure, tenant, last) values (${id}, ${town.site(stadt).id}, 1)`.execute(
        town.house.database.system,
      )
      procedures.set(level, id)
      prefixes.set(level, prefix)
    }
  })
  after(() => town?.close())

  test('by mail: what is sent waits without number, is shown nowhere, and counts once the button is pressed', async () => {
    const client = httpClient(town)
    const asked = await write(client, 'email')
    assert.equal(asked.statusCode, 403)
    assert.match(asked.body, /Bestätigen Sie Ihre E-Mail-Adresse/)
    assert.match(asked.body, /name="title" value="Mehr Bänke am Teich"/, 'what was written goes along')
    assert.equal((await write(client, 'email', { nachweis: 'elke@' })).statusCode, 422)
    assert.match((await write(client, 'email', { nachweis: 'elke@post.example' })).body, /fehlt noch Ihre Bestätigung/)
    assert.deepEqual(await counts('email'), { submissions: 1, comments: 0, agree: 0, last: 1 })
    const there = await link('elke@post.example')
    // Programs that open links in mails change nothing.
    const shown = await httpClient(town).get(there)
    assert.match(shown.body, /Soll dieser Beitrag zählen/)
    assert.equal((await counts('email'))?.submissions, 1)
    const pressed = await Promise.all([client.post(there), httpClient(town).post(there), client.post(there)])
    for (const one of pressed) assert.equal(one.statusCode, 303)
    assert.deepEqual(await counts('email'), { submissions: 2, comments: 0, agree: 0, last: 2 })
    const own = await client.get(String(pressed[0]?.headers.location))
    assert.match(own.body, /0002/)
    assert.match(own.body, /Bestätigt am/)
    assert.match((await client.get(there)).body, /schon bestätigt/)
    // The browser goes on without another mail.
    assert.equal((await comment(client, 'email')).statusCode, 303)
    assert.equal((await rate(client, 'email')).statusCode, 303)
    assert.deepEqual(await counts('email'), { submissions: 2, comments: 1, agree: 1, last: 2 })
  })

  test('by mail: an address rates once, in whatever browser; comments wait as well', async () => {
    for (const client of [httpClient(town), httpClient(town)]) {
      await rate(client, 'email', { nachweis: 'elke@post.example' })
      assert.equal((await client.post(await link('elke@post.example'))).statusCode, 303)
    }
    assert.equal((await counts('email'))?.agree, 1)
    await comment(httpClient(town), 'email', { nachweis: 'mia@post.example' })
    assert.equal((await counts('email'))?.comments, 1)
    assert.equal((await httpClient(town).post(await link('mia@post.example'))).statusCode, 303)
    assert.equal((await counts('email'))?.comments, 2)
    const { rows } = await sql`select 1 from participation_pending where content::text ~ 'post.example'`.execute(
      town.house.database.system,
    )
    assert.equal(rows.length, 0, 'the address is in the mail alone')
  })

  test('by mail: what came in time counts when the button is pressed after the end, as of when it came; what nobody confirms goes', async () => {
    const id = procedures.get('email') ?? ''
    const { system } = town.house.database
    await write(httpClient(town), 'email', { nachweis: 'spaet@post.example' })
    await write(httpClient(town), 'email', { nachweis: 'nie@post.example' })
    await setPhase(town, stadt, id, { opens: -24, closes: -0.0001 })
    assert.equal((await write(httpClient(town), 'email', { nachweis: 'zu@post.example' })).statusCode, 409)
    assert.equal(await link('zu@post.example'), '')
    assert.equal((await httpClient(town).post(await link('spaet@post.example'))).statusCode, 303)
    const { rows } = await sql<{
      identity: string
      kept: boolean
    }>`select s.identity, s.received_at = w.received_at and s.confirmed_at > s.received_at as kept
      from participation_submission s join participation_pending w on w.id = s.id where s.procedure = ${id} and s.number = 3`.execute(
      system,
    )
    assert.deepEqual(rows, [{ identity: 'email', kept: true }])
    const never = await link('nie@post.example')
    await sql`update participation_pending set received_at = received_at - interval '8 days' where procedure = ${id} and confirmed_at is null`.execute(
      system,
    )
    assert.equal((await httpClient(town).post(never)).statusCode, 410)
    await forgetParticipation(system)
    assert.equal((await httpClient(town).get(never)).statusCode, 404)
    assert.equal((await counts('email'))?.submissions, 3)
    await setPhase(town, stadt, id, {})
  })

  test('by code: one code rates once in whatever browser, writes as often as it likes, and what was written does not know it', async () => {
    const [code = '', other = ''] = await codes('code', 2)
    const client = httpClient(town)
    const asked = await rate(client, 'code')
    assert.equal(asked.statusCode, 403)
    assert.match(asked.body, /Code aus dem Brief/)
    for (const wrong of ['', 'AAAA BBBB CCCC', (await codes('email', 1))[0] ?? ''])
      assert.equal((await rate(httpClient(town), 'code', { code: wrong })).statusCode, 422)
    assert.equal((await rate(client, 'code', { code: code.toLowerCase() })).statusCode, 303)
    assert.equal((await rate(client, 'code')).statusCode, 303, 'the browser goes on with it')
    assert.equal((await rate(httpClient(town), 'code', { code })).statusCode, 303)
    assert.equal((await counts('code'))?.agree, 1)
    assert.equal((await rate(httpClient(town), 'code', { code: other })).statusCode, 303)
    assert.equal((await counts('code'))?.agree, 2)
    for (const _ of [1, 2]) assert.equal((await write(client, 'code')).statusCode, 303)
    assert.equal((await comment(client, 'code')).statusCode, 303)
    assert.deepEqual(await counts('code'), { submissions: 3, comments: 1, agree: 2, last: 3 })
    const hash = codeHash(town.house.config.ALLMENDE_SECRET, procedures.get('code') ?? '', code).toString('hex')
    const { rows } = await sql<{ all: string }>`select string_agg(to_jsonb(x)::text, '') as all from (
      select to_jsonb(s) from participation_submission s union all select to_jsonb(c) from participation_comment c
      union all select to_jsonb(r) from participation_reaction r union all select to_jsonb(o) from participation_original o) x`.execute(
      town.house.database.system,
    )
    assert.ok(!rows[0]?.all.includes(hash))
    assert.ok(!rows[0]?.all.includes(code))
  })

  test('by code: a blocked one is worth nothing, also in a browser that had it already', async () => {
    const [code = ''] = await codes('code', 1)
    const client = httpClient(town)
    assert.equal((await comment(client, 'code', { code })).statusCode, 303)
    const { system } = town.house.database
    await sql`update participation_code set void = true where hash = ${codeHash(town.house.config.ALLMENDE_SECRET, procedures.get('code') ?? '', code)}`.execute(
      system,
    )
    assert.equal((await comment(client, 'code')).statusCode, 403)
  })

  test('a pass is good in its own procedure only, and not when somebody changed it', async () => {
    const [code = ''] = await codes('code', 1)
    const client = httpClient(town)
    await rate(client, 'code', { code })
    const pass = client.cookies.get('allmende-ausweis') ?? ''
    assert.equal((await rate(httpClient(town, { cookie: `allmende-ausweis=${pass}` }), 'code')).statusCode, 303)
    const id = procedures.get('code') ?? ''
    for (const forged of [
      pass.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
      pass.replace(id, procedures.get('email') ?? ''),
      pass.replace('.code.', '.email.'),
    ])
      for (const level of ['code', 'email'] as const)
        assert.equal((await rate(httpClient(town, { cookie: `allmende-ausweis=${forged}` }), level)).statusCode, 403)
    const ended = await client.post(`${base('code')}/ausweis`)
    assert.equal(ended.statusCode, 303)
    assert.equal((await rate(client, 'code')).statusCode, 403)
  })

  test('by account: whoever is not signed in is led there and back; a BundID is not replaced by an account', async () => {
    const asked = await httpClient(town).get(`${base('account')}/beitrag`)
    assert.equal(asked.statusCode, 403)
    const way = /href="([^"]*ausweis\/konto[^"]*)"/.exec(asked.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const there = await httpClient(town).get(way)
    assert.match(String(there.headers.location), /anmelden\?weiter=/)
    const late = await write(httpClient(town), 'account')
    assert.match(late.body, /Mit Lehne\./, 'what was written stands there to be taken along')
    const person = httpClient(town, await signedIn(town, {}))
    assert.equal((await person.get(way)).headers.location, `${base('account')}/beitrag`)
    assert.equal(
      (await person.get(way.replace(/weiter=.*/, 'weiter=https%3A%2F%2Fboese.example'))).headers.location,
      `/${stadt}/mitmachen`,
    )
    assert.equal((await write(person, 'account')).statusCode, 303)
    for (const _ of [1, 2]) assert.equal((await rate(person, 'account')).statusCode, 303)
    assert.equal((await comment(person, 'account')).statusCode, 303)
    assert.deepEqual(await counts('account'), { submissions: 2, comments: 1, agree: 1, last: 2 })
    for (const act of [write, rate, comment]) assert.equal((await act(person, 'bundid')).statusCode, 403)
    assert.deepEqual(await counts('bundid'), { submissions: 1, comments: 0, agree: 0, last: 1 })
  })

  test('the page of a procedure says what it means; a letter leads to its code; only what is asked for can be chosen', async () => {
    const shown = await town.get(base('code'))
    assert.match(shown.body, /Wer hier zählt[\s\S]*Nur wer angeschrieben wurde, nimmt teil/)
    assert.doesNotMatch((await town.get(base('bundid'))).body, /kann mehrmals teilnehmen/)
    const officer = httpClient(town, await signedIn(town, { [stadt]: ['participation-officer'] }))
    const at = `/${stadt}/intern/verfahren/${procedures.get('code')}`
    const letters = await officer.post(`${at}/codes`, { tat: 'drucken', count: '1', als: 'csv' })
    const code = /^([0-9A-Z]{4}(?: [0-9A-Z]{4})+),/m.exec(letters.body)?.[1] ?? ''
    assert.match(letters.body, /\/mitmachen\/was-code\/ausweis/)
    const client = httpClient(town)
    assert.ok((await client.get(`${base('code')}/ausweis?code=${encodeURIComponent(code)}`)).body.includes(`value="${code}"`))
    assert.equal((await client.post(`${base('code')}/ausweis`, { code: 'AAAA BBBB CCCC' })).statusCode, 422)
    assert.equal((await client.post(`${base('code')}/ausweis`, { code })).headers.location, base('code'))
    assert.equal((await comment(client, 'code')).statusCode, 303)
    const rules = await officer.get(`${at}/regeln`)
    assert.match(rules.body, /BundID können Sie erst wählen, wenn der Betrieb sie angeschlossen hat/)
    assert.doesNotMatch(rules.body, /<option value="bundid"/)
    const said = {
      moderation: 'after',
      retentionMonths: '12',
      'identity-submit': 'bundid',
      'identity-comment': 'code',
      'identity-rate': 'none',
    }
    assert.match(
      (await officer.post(`${at}/regeln`, { ...said, stand: begun(rules) })).body,
      /BundID ist hier nicht angeschlossen/,
    )
    const defects = await insertProcedureOf(town, stadt, { slug: 'maengel', format: 'issue-report', actions: ['read', 'submit'] })
    const other = `/${stadt}/intern/verfahren/${defects.id}/regeln`
    const stand = begun(await officer.get(other))
    const refused = await officer.post(other, { ...said, stand, 'identity-submit': 'email' })
    assert.match(refused.body, /fragen dabei nicht, wer es ist/)
  })

  test('the database itself refuses what was not shown, whatever code asks it to write', async () => {
    const tenant = town.site(stadt).id
    const app = town.house.database.within({ tenant, readable: [] })
    const procedure = procedures.get('code') ?? ''
    const mark = Buffer.alloc(32, 9)
    const insert = (identity: string, code?: Buffer) =>
      app.transaction().execute(async (trx) => {
        await sql`select set_config('allmende.secret', ${mark.toString('hex')}, true), set_config('allmende.code', ${code?.toString('hex') ?? ''}, true)`.execute(
          trx,
        )
        await sql`insert into participation_submission (id, tenant, procedure, number, state, title, body, identity, secret_hash)
          values (gen_random_uuid(), ${tenant}, ${procedure}, 900, 'public', 'x', 'y', ${identity}, ${mark})`.execute(trx)
      })
    const refused = { code: '42501' }
    await assert.rejects(insert('none'), refused)
    await assert.rejects(insert('code'), refused)
    await assert.rejects(insert('code', Buffer.alloc(32, 1)), refused)
    const [code = ''] = await codes('code', 1)
    await assert.rejects(insert('email', codeHash(town.house.config.ALLMENDE_SECRET, procedure, code)), refused)
    await insert('code', codeHash(town.house.config.ALLMENDE_SECRET, procedure, code))
  })
})
