import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { newKey } from '#participation'
import { plantBudget } from '#support/budget.ts'
import { type AskedRequest, type BundIdAnswer, bundIdIssuer, type MockBundId, mockBundId } from '#support/bundid.ts'
import { places } from '#support/house.ts'
import { type HttpClient, httpClient } from '#support/http-client.ts'
import { insertProcedureOf, plantSubmission } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { answerBundIdRequest } from '../../store/bundid-store.ts'

const { stadt } = places
const slug = 'nur-mit-ausweis'
const base = `/${stadt}/mitmachen/${slug}`
const fromElsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://bundid.example' }

suite('BundID', () => {
  let town: TestServer
  let bundId: MockBundId
  let procedure = ''
  let prefix = ''
  const said: { reason?: string }[] = []

  const ask = async (
    client: HttpClient,
    query = `fuer=rate&weiter=${encodeURIComponent(`${base}/beitraege`)}`,
  ): Promise<AskedRequest> => {
    const there = await client.get(`${base}/bundid?${query}`)
    assert.equal(there.statusCode, 302)
    return bundId.readRequest(String(there.headers.location))
  }
  const back = (client: HttpClient, SAMLResponse: string) =>
    client.post(`/${stadt}/bundid/antwort`, { SAMLResponse }, fromElsewhere)
  /** Through BundID with an answer; gives where it ended. */
  const through = async (client: HttpClient, answer: BundIdAnswer = {}, query?: string) => {
    const heard = await back(client, await bundId.answer(await ask(client, query), answer))
    return heard.statusCode === 303 ? client.get(String(heard.headers.location)) : heard
  }
  const rate = (client: HttpClient) => client.post(`${base}/beitraege/${prefix}-0001/stimme`, { wert: '1' })
  const agreed = async () => {
    const { rows } = await sql<{
      agree: number
    }>`select agree from participation_submission where procedure = ${procedure}`.execute(town.house.database.system)
    return rows[0]?.agree
  }

  before(async () => {
    bundId = mockBundId()
    const modules = ['catalogue', 'participation']
    town = await testServer({ env: bundId.env, tenants: { stadt: { modules }, dorf: { modules } } })
    const log = town.house.log as unknown as { warn: (about: { reason?: string }) => void }
    log.warn = (about) => said.push(about)
    const planted = await insertProcedureOf(town, stadt, { slug })
    procedure = planted.id
    prefix = planted.prefix
    await sql`update participation_procedure set identity = '{"submit":"bundid","comment":"bundid","rate":"bundid"}' where id = ${procedure}`.execute(
      town.house.database.system,
    )
    await plantSubmission(town, stadt, procedure)
  })
  after(async () => {
    await town?.close()
    bundId?.close()
  })

  test('asks for a pseudonym alone, signed, at the level of the procedure; its metadata name this tenant', async () => {
    const request = await ask(httpClient(town))
    assert.ok(request.signed)
    assert.match(request.id, /^_[0-9a-f]{40}$/)
    assert.match(request.back, /\/ahornstadt\/bundid\/antwort$/)
    assert.match(request.xml, /Comparison="minimum"><saml:AuthnContextClassRef[^>]*>STORK-QAA-Level-3</)
    assert.deepEqual(request.xml.match(/RequestedAttribute Name="[^"]+"/g), [
      'RequestedAttribute Name="urn:oid:1.3.6.1.4.1.25484.494450.3"',
    ])
    const metadata = await town.get(`/${stadt}/bundid/metadaten`)
    assert.equal(metadata.statusCode, 200)
    assert.ok(metadata.body.includes(`entityID="${request.entity}"`) && metadata.body.includes(`Location="${request.back}"`))
    assert.match(metadata.body, /use="encryption"/)
    assert.notEqual((await town.get(`/${places.dorf}/bundid/metadaten`)).body, metadata.body)
  })

  test('one person counts once, from whatever browser; of BundID nothing is kept but a fingerprint for this procedure', async () => {
    const client = httpClient(town)
    assert.match((await rate(client)).body, /Melden Sie sich mit der BundID an/)
    const end = await through(client)
    assert.equal(end.headers.location, `${base}/beitraege`)
    for (const one of [client, client]) assert.equal((await rate(one)).statusCode, 303)
    const other = httpClient(town)
    await through(other)
    assert.equal((await rate(other)).statusCode, 303)
    assert.equal(await agreed(), 1)
    const third = httpClient(town)
    await through(third, { pseudonym: 'bPK2-max', level: 'STORK-QAA-Level-4' })
    assert.equal((await rate(third)).statusCode, 303)
    assert.equal(await agreed(), 2)
    const { rows } = await sql<{
      table_name: string
    }>`select table_name from information_schema.tables where table_schema = 'public'`.execute(town.house.database.system)
    for (const { table_name } of rows) {
      const { rows: found } =
        await sql`select 1 from ${sql.table(table_name)} t where to_jsonb(t)::text ~ 'bPK2-|Mustermann'`.execute(
          town.house.database.system,
        )
      assert.equal(found.length, 0, table_name)
    }
  })

  const bad: Record<string, [string, BundIdAnswer]> = {
    'signed by somebody else': ['signature', { by: 'stranger' }],
    'without a signature of the assertion': ['signature', { unsigned: 'assertion' }],
    'without a signature of the envelope': ['weak', { unsigned: 'response' }],
    'signed with SHA-1': ['weak', { weak: true }],
    'not encrypted': ['plain', { plain: true }],
    'changed after signing': ['signature', { bend: (xml) => xml.replace('bPK2-erika', 'bPK2-otto') }],
    'for another service': ['audience', { audience: 'https://anderswo.example' }],
    'sent to another address': ['destination', { destination: 'https://anderswo.example/antwort' }],
    'confirmed for another address': ['recipient', { recipient: 'https://anderswo.example/antwort' }],
    'by another service': ['issuer', { issuer: 'https://falsch.example' }],
    'whose assertion is by another service': ['issuer', { assertionIssuer: 'https://falsch.example' }],
    'too old': ['time', { minutes: -30 }],
    'from the future': ['time', { minutes: 30 }],
    'to a question that we did not ask': ['request', { inResponseTo: `_${'0'.repeat(40)}` }],
    'whose assertion answers another question': ['request', { subjectInResponseTo: `_${'0'.repeat(40)}` }],
    'without a level of trust': ['trust', { level: null }],
    'with a level that nobody knows': ['trust', { level: 'STORK-QAA-Level-9' }],
    'with a level that is too low': ['trust', { level: 'STORK-QAA-Level-1' }],
    'that names two levels, one of them too low': ['trust', { level: 'STORK-QAA-Level-4', context: 'STORK-QAA-Level-1' }],
    'that names a level and one that nobody knows': ['trust', { level: 'STORK-QAA-Level-4', context: 'unbekannt' }],
    'without a pseudonym': ['pseudonym', { pseudonym: null }],
    'with a comment in the name': ['document', { nameId: 'erika<!-- -->.mustermann' }],
    'with a comment put in after signing': ['document', { bend: (xml) => xml.replace('bPK2-erika', 'bPK2-<!---->erika') }],
    'of somebody who went back': ['left', { status: 'urn:oasis:names:tc:SAML:2.0:status:Responder' }],
    // The signed envelope is hidden inside one that nobody signed.
    'wrapped in another envelope': [
      'weak',
      {
        wrap: (xml) =>
          xml.replace(
            /^(<samlp:Response [^>]*>)([\s\S]*)$/,
            (whole, head) =>
              `${head.replace('_r1', '_r2')}<saml:Issuer>${bundIdIssuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:EncryptedAssertion/><samlp:Extensions>${whole}</samlp:Extensions></samlp:Response>`,
          ),
      },
    ],
    // The same, with the signature of the hidden one moved where ours is looked for.
    'wrapped with its signature moved out': [
      'signature',
      {
        wrap: (xml) => {
          const signature = /<Signature[\s\S]*?<\/Signature>/.exec(xml)?.[0] ?? ''
          const rest = xml.replace(signature, '')
          const outer = rest.replace('ID="_r1"', 'ID="_r2"')
          return outer.replace('</saml:Issuer>', `</saml:Issuer>${signature}<samlp:Extensions>${rest}</samlp:Extensions>`)
        },
      },
    ],
    'with a document type': ['document', { wrap: (xml) => `<!DOCTYPE x [<!ENTITY e "e">]>${xml}` }],
  }
  for (const [name, [reason, answer]] of Object.entries(bad))
    test(`an answer ${name} is refused, with a word in the log and no more`, async () => {
      said.length = 0
      const client = httpClient(town)
      const end = await through(client, answer)
      assert.equal(end.statusCode, 403)
      assert.match(end.body, /Mit der BundID hat es nicht geklappt/)
      assert.deepEqual(said, [{ tenant: town.site(stadt).id, reason }])
      assert.equal((await rate(client)).statusCode, 403)
    })

  test('an answer counts once, also when it comes twice at the same moment, and in the browser that asked alone', async () => {
    const client = httpClient(town)
    const answer = await bundId.answer(await ask(client))
    const all = await Promise.all(Array.from({ length: 6 }, () => back(client, answer)))
    assert.deepEqual(all.map((one) => one.statusCode).sort(), [303, 403, 403, 403, 403, 403])
    assert.equal((await back(client, answer)).statusCode, 403)
    const onward = String(all.find((one) => one.statusCode === 303)?.headers.location)
    const thief = httpClient(town)
    await ask(thief)
    assert.equal((await thief.get(onward)).statusCode, 403, 'another browser')
    assert.equal((await rate(thief)).statusCode, 403)
    assert.equal((await client.get(onward)).statusCode, 303)
    assert.equal((await client.get(onward)).statusCode, 403, 'once')
  })

  test('an answer that comes too late, or at another tenant, is none', async () => {
    const client = httpClient(town)
    const request = await ask(client)
    const answer = await bundId.answer(request)
    assert.equal((await client.post(`/${places.dorf}/bundid/antwort`, { SAMLResponse: answer }, fromElsewhere)).statusCode, 403)
    await sql`update participation_bundid set asked_at = asked_at - interval '16 minutes' where id = ${request.id}`.execute(
      town.house.database.system,
    )
    assert.equal((await back(client, answer)).statusCode, 403)
    for (const nonsense of [
      '',
      'x',
      Buffer.from('<a/>').toString('base64'),
      Buffer.from('<a').toString('base64'),
      'A'.repeat(220_000),
    ])
      assert.equal((await back(client, nonsense)).statusCode, 403)
  })

  test('of answers that reach the row at the same moment one takes it', async () => {
    const { id } = await ask(httpClient(town))
    const db = town.house.database.within({ tenant: town.site(stadt).id, readable: [] })
    const take = () => answerBundIdRequest(db, town.site(stadt).id, id, Buffer.alloc(32, 3), 15)
    const taken = await Promise.all(Array.from({ length: 8 }, take))
    assert.equal(taken.filter(Boolean).length, 1)
  })

  test('votes by BundID: one person, one vote, in whatever browser', async () => {
    const budget = await plantBudget(town, stadt, { slug: 'haushalt-bundid', level: 'bundid', codes: 0 })
    const vote = (client: HttpClient) => client.post(budget.ballot, { v: 'A', schritt: 'abgeben', schluessel: newKey() })
    const way = async (client: HttpClient) => {
      const page = await client.get(budget.ballot)
      return /href="([^"]*\/bundid\?[^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    }
    for (const expected of [/Ihre Stimme ist abgegeben/, /Damit wurde schon abgestimmt/]) {
      const client = httpClient(town)
      const there = await client.get(await way(client))
      const heard = await back(client, await bundId.answer(bundId.readRequest(String(there.headers.location))))
      assert.equal((await client.get(String(heard.headers.location))).headers.location, budget.ballot)
      assert.match((await vote(client)).body, expected)
    }
  })
})

test('without BundID in the settings its pages are not there', async () => {
  const town = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
  try {
    assert.equal((await town.get(`/${stadt}/bundid/metadaten`)).statusCode, 404)
    assert.equal((await httpClient(town).post(`/${stadt}/bundid/antwort`, {}, fromElsewhere)).statusCode, 404)
  } finally {
    await town.close()
  }
})
