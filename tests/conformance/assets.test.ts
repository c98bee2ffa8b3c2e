import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { openServer } from '#app'
import { type TestHouse, testHouse } from '#support/house.ts'

let town: TestHouse
let server: FastifyInstance

suite('styles and scripts', () => {
  before(async () => {
    town = await testHouse()
    server = await openServer(town.house)
  })
  after(async () => {
    await server?.close()
    await town?.close()
  })

  test('come packed as they were built, the same in every coding, and are kept for a year', async () => {
    const { body } = await server.inject('/')
    const addresses = [...new Set(body.match(/\/assets\/[\w.-]+\.(?:css|js)/g))]
    assert.ok(addresses.length > 1, 'a style and a script')
    for (const url of addresses) {
      const ask = (coding: string) => server.inject({ url, headers: { 'accept-encoding': coding } })
      const [plain, br, gz] = [await ask('identity'), await ask('gzip, br'), await ask('gzip')]
      assert.equal(plain.headers['content-encoding'], undefined)
      assert.match(String(br.headers['cache-control']), /max-age=31536000, immutable/)
      if (plain.rawPayload.length <= 1000) continue
      assert.deepEqual([br.headers['content-encoding'], gz.headers['content-encoding']], ['br', 'gzip'])
      assert.ok(brotliDecompressSync(br.rawPayload).equals(plain.rawPayload))
      assert.ok(gunzipSync(gz.rawPayload).equals(plain.rawPayload))
      assert.match(String(br.headers.vary), /accept-encoding/i)
      assert.equal(br.headers['content-length'], String(br.rawPayload.length), 'a file as it lies there has a length')
    }
  })
})
