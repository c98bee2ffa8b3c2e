// A stream that breaks in the middle is never a valid short document: the connection is cut, and no parser takes the part for the whole.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import http from 'node:http'
import { after, afterEach, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { readRdf } from '#standards/rdf'
import { until } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset } from '#support/text.ts'

let portal: TestServer
let origin = ''
const size = 1500

/** The database goes away: nobody may come in any more, and whoever is in is thrown out. */
async function cutDatabase(): Promise<void> {
  const name = new URL(portal.house.database.url).pathname.slice(1)
  await elsewhere(
    `alter database ${name} with allow_connections false`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  )
}

/** It comes back. */
const mendDatabase = () =>
  elsewhere(`alter database ${new URL(portal.house.database.url).pathname.slice(1)} with allow_connections true`)

async function elsewhere(...texts: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: portal.house.database.url.replace(/\/[^/?]*(\?|$)/, '/postgres$1') })
  await client.connect()
  for (const text of texts) await client.query(text)
  await client.end()
}

interface Received {
  status: number
  text: string
  /** The server ended the answer itself, instead of the connection breaking off. */
  whole: boolean
}

/** Reads an answer slowly, so that the server waits with the rest; `midway` runs once after the first piece. */
function receive(path: string, midway: () => Promise<unknown>, headers: Record<string, string> = {}): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = http.get(origin + path, { headers, agent: false }, (answer) => {
      let text = ''
      let begun = false
      answer.setEncoding('utf8')
      answer.on('data', (piece: string) => {
        text += piece
        if (begun) return
        begun = true
        answer.pause()
        midway().then(() => answer.resume(), reject)
      })
      answer.on('error', () => {})
      answer.on('close', () => resolve({ status: answer.statusCode ?? 0, text, whole: answer.complete }))
    })
    request.on('error', reject)
  })
}

/**
 * What comes of an answer whose database goes away. On a busy machine all of it can be on the way by then, or the database may
 * not be back since the last time: what ends as whole has every record, and is asked for again until one is cut.
 */
async function cutOff(path: string, headers: Record<string, string> = {}): Promise<string> {
  for (let tries = 0; tries < 5; tries++) {
    const { text, whole } = await receive(path, cutDatabase, headers)
    if (!whole) return text
    if (!headers['accept-encoding'])
      assert.equal(text.split('Lang und breit').length - 1, size, 'a part ended as if it were whole')
    await mendDatabase()
    await until(async () => (await status()) === 200)
  }
  throw new Error('no answer was ever cut: its end came before the database went, or a part ended as if it were whole')
}

/** The status of a page, read to its end. */
async function status(): Promise<number> {
  const answer = await fetch(`${origin}/katalog.ttl`)
  await answer.text()
  return answer.status
}

suite('a broken stream', () => {
  before(async () => {
    portal = await testServer()
    // Text of chance, another one in each record, stays long when it is compressed: it does not fit into the buffers on the way.
    const many = Array.from({ length: size }, (_, n) =>
      dataset(`Datensatz ${n}`, {
        description: [{ value: `Lang und breit ${randomBytes(9_000).toString('base64')}`, lang: 'de' }],
      }),
    )
    for (let at = 0; at < size; at += 500) await portal.publish('land', many.slice(at, at + 500))
    await portal.app.listen({ port: 0, host: '127.0.0.1' })
    const address = portal.app.server.address()
    origin = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
  })
  afterEach(() => mendDatabase())
  after(async () => {
    portal?.app.server.closeAllConnections()
    await portal?.close()
  })

  const formats = ['ttl', 'rdf', 'jsonld'] as const

  // Before anything breaks: an answer that begins when the database has just come back may still be cut.
  for (const format of formats)
    test(`${format}: undisturbed it is whole`, async () => {
      const { text, whole } = await receive(`/katalog/alles.${format}`, async () => {})
      assert.equal(whole, true)
      assert.equal(text.split('Lang und breit').length - 1, size)
    })

  for (const format of formats) {
    test(`${format}: when the database goes away, the reader is told, and no parser takes it for whole`, async () => {
      const text = await cutOff(`/katalog/alles.${format}`)
      assert.ok(text.length > 0, 'some of it came')
      const { fault } = await readRdf(text, { fileName: `teil.${format}` })
      assert.ok(fault, `${text.length} characters were taken for a whole document`)
    })

    test(`${format}: compressed too`, async () => void (await cutOff(`/katalog/alles.${format}`, { 'accept-encoding': 'gzip' })))
  }

  test('fetch refuses such an answer', async () => {
    const answer = await fetch(`${origin}/katalog/alles.ttl`)
    await cutDatabase()
    const text = await answer.text().catch(() => undefined)
    // On a busy machine all of it can be on the way before the database is gone: then it is whole indeed.
    if (text !== undefined) assert.equal(text.split('Lang und breit').length - 1, size)
  })

  test('the sitemap breaks off in the same way', async () => {
    const { text, whole } = await receive('/sitemap-1.xml', cutDatabase)
    // It is short: where all of it was on the way already, it is whole indeed.
    assert.equal(/<\/urlset>\s*$/.test(text), whole)
  })

  test('afterwards the portal answers as before', async () => {
    // The first one that begins may still hold a connection that was thrown out.
    await until(async () => (await status()) === 200 && (await receive('/katalog/alles.ttl', async () => {})).whole)
  })

  test('who goes away in the middle leaves nothing running', async () => {
    for (let i = 0; i < 30; i++) {
      const control = new AbortController()
      const answer = await fetch(`${origin}/katalog/alles.ttl`, { signal: control.signal })
      assert.equal(answer.status, 200)
      control.abort()
    }
    const busy = async () =>
      (
        await sql<{
          n: number
        }>`select count(*)::int as n from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid()`.execute(
          portal.house.database.system,
        )
      ).rows[0]?.n
    await until(async () => (await busy()) === 0)
    assert.equal(await status(), 200)
  })
})
