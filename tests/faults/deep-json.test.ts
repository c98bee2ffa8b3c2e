// Bodies made to exhaust us: JSON as deep as fits, a million fields, a hundred megabytes, more parts than any form has. At every address that takes a POST.
import assert from 'node:assert/strict'
import { request } from 'node:http'
import { Readable } from 'node:stream'
import { after, before, suite, test } from 'node:test'
import { allRoutes } from '#app'
import { href, type Params, type Route } from '#kernel/route.ts'
import { whole } from '#support/editing.ts'
import { places } from '#support/house.ts'
import { signedIn } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { distribution } from '#support/text.ts'
import { things } from './permission-matrix.things.ts'

const nested = (open: string, middle: string, close: string, depth: number) => open.repeat(depth) + middle + close.repeat(depth)
/** As deep as the largest body that we read. */
const deepest = {
  lists: nested('[', '', ']', 120_000),
  objects: nested('{"a":', '1', '}', 40_000),
  prototypes: nested('{"__proto__":', '1', '}', 17_000),
}
/** Fields of forms in which a page of ours sends JSON. */
const jsonFields = ['response', 'puzzle']

const postRoutes = allRoutes()
  .flatMap(({ routes }) => Object.values(routes) as Route[])
  .filter((route) => route.method === 'POST')

let town: TestServer
let caller = 0
const form = 'application/x-www-form-urlencoded'

/** The address of a fresh thing, or one that names nothing. */
async function addressOf(route: Route, fresh: boolean): Promise<string> {
  const params: Params = (fresh && route.thing ? await things[route.thing]?.(town, places.stadt) : route.example) ?? {}
  const named = Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, params[name] ?? 'probe']))
  return `/${places.stadt}${href(route, named)}`
}

/** Somebody who may do everything here. */
const chief = async () =>
  (await signedIn(town, { [places.stadt]: ['administrator', 'open-data-coordinator', 'data-owner'] })).cookie

/** Sends a body; a fault of ours, or a long wait, is a failure. */
async function send(url: string, cookie: string, type: string, payload: string | Buffer, what: string): Promise<number> {
  const headers = { host: 'portal.example', accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie, 'content-type': type }
  const remoteAddress = `10.28.${++caller >> 8}.${caller & 255}`
  const began = performance.now()
  const { statusCode, body } = await town.ask({ method: 'POST', url, headers, remoteAddress, payload })
  const took = performance.now() - began
  assert.ok(statusCode < 500, `${statusCode} at ${url} for ${what}\n${body.slice(0, 300)}`)
  assert.ok(took < 10_000, `${Math.round(took)} ms at ${url} for ${what}`)
  return statusCode
}

/** Sends JSON without an end and without a length; gives the answer, and how much was taken. */
function endless(port: number, path: string): Promise<{ status: number | undefined; given: number }> {
  return new Promise((resolve, reject) => {
    let given = 0
    const piece = Buffer.alloc(64 * 1024, '[')
    const headers = { host: 'portal.example', 'content-type': 'application/json' }
    const sent = request({ port, path, method: 'POST', headers }, (answer) => {
      body.destroy()
      resolve({ status: answer.statusCode, given })
    })
    const body = new Readable({
      read() {
        given += piece.length
        this.push(given < 100_000_000 ? piece : null)
      },
    })
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error)
    })
    body.pipe(sent)
  })
}

suite('bodies made to exhaust us', () => {
  before(async () => {
    town = await testServer()
  })
  after(() => town?.close())

  test('deep JSON at every address that takes a POST: as the body, and in the fields that hold JSON', async () => {
    assert.ok(postRoutes.length > 60)
    const before = process.memoryUsage().rss
    for (const route of postRoutes) {
      const [url, cookie] = [await addressOf(route, true), await chief()]
      for (const json of [nested('[', '', ']', 20_000), `{"id":"a","challenge":${nested('{"a":', '1', '}', 600)}}`])
        await send(url, cookie, form, String(new URLSearchParams(jsonFields.map((name) => [name, json]))), 'fields')
      for (const [name, json] of Object.entries(deepest)) await send(url, cookie, 'application/json', json, name)
    }
    assert.ok(process.memoryUsage().rss - before < 400e6, 'memory stays')
    assert.equal(({} as { a?: unknown }).a, undefined)
  })

  test('a million fields, and more parts than a form has, are refused everywhere before they are taken apart', async () => {
    const fields = 'a&'.repeat(1_000_000)
    const part = (n: number) => `--x\r\nContent-Disposition: form-data; name="f${n}"\r\n\r\n1\r\n`
    const parts = `${Array.from({ length: 2000 }, (_, n) => part(n)).join('')}--x--\r\n`
    const cookie = await chief()
    for (const route of postRoutes) {
      const url = await addressOf(route, false)
      assert.equal(await send(url, cookie, form, fields, 'a million fields'), 413, route.id)
      // Where a module is switched off nothing is there to be read; who takes the body as text says that it is none of his (400).
      assert.ok(
        [400, 404, 413, 415].includes(await send(url, cookie, 'multipart/form-data; boundary=x', parts, 'parts')),
        route.id,
      )
    }
  })

  test('a hundred megabytes are not read: not when they are announced, and not when they come without a word', async () => {
    const url = `/${places.stadt}/barrierefreiheit`
    assert.equal(await send(url, '', form, Buffer.alloc(100_000_000, 'x'), 'announced'), 413)
    await town.app.listen({ port: 0, host: '127.0.0.1' })
    const address = town.app.server.address()
    const port = address && typeof address === 'object' ? address.port : 0
    const { status, given } = await endless(port, url)
    assert.equal(status, 413)
    assert.ok(given < 10_000_000, `${given} bytes were taken`)
  })

  test('a file with a deep map or schema is kept and shown without its picture', async () => {
    const deep = nested('[', '7,51', ']', 200_000)
    const map = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":${nested('[', '', ']', 50_000)}},"geometry":{"type":"Polygon","coordinates":${deep}}},{"type":"Feature","geometry":{"type":"GeometryCollection","geometries":${deep}}}]}`
    const schema = `{"fields":${nested('[{"fields":', '1', '}]', 50_000)}}`
    await town.publish(places.stadt, [
      whole('Tiefe', {
        distribution: [
          distribution({
            uri: 'https://daten.example/tiefe/1',
            downloadURL: [`https://portal.example/${places.stadt}/daten/tiefe/datei/tief.geojson`],
          }),
        ],
      }),
    ])
    const { id = '' } = (await town.store(places.stadt).bySlug('tiefe')) ?? {}
    for (const [name, mediaType, text] of [
      ['tief.geojson', 'application/geo+json', map],
      ['schema.json', 'application/json', schema],
    ] as const) {
      const content = Buffer.from(text)
      const sha256 = await town.house.storage.put(content)
      await town.store(places.stadt).putFile(id, { name, mediaType, bytes: content.length, sha256, columns: null })
    }
    for (const path of [
      '/daten/tiefe',
      '/daten/tiefe/vorschau/tief.geojson',
      '/daten/tiefe/datei/tief.geojson',
      '/daten/tiefe/metadaten',
    ]) {
      const { statusCode } = await town.get(`/${places.stadt}${path}`)
      assert.equal(statusCode, 200, path)
    }
  })
})
