import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, suite, test } from 'node:test'
import { openLocalStorage, type Storage } from './storage.ts'
import { removeUnnamed } from './sweep.ts'

let folder: string
let storage: Storage
const at = (hours: number) => new Date(Date.now() + hours * 3600_000)
const put = (text: string) => storage.put(Buffer.from(text))
const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}/.test(name))
const place = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256)

suite('contents that no row names', () => {
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'allmende-sweep-'))
    storage = openLocalStorage(folder)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('go the second night after they were found, with all traces; what is named stays', async () => {
    const [kept, lost] = [await put('benannt'), await put('verwaist')]
    const named = new Set([kept])
    assert.deepEqual(await storage.sweep(named, at(25)), { removed: 0, bytes: 0, waiting: 1 })
    assert.ok(storage.has(lost), 'one look is not enough: a backup may have its name')
    assert.deepEqual(await storage.sweep(named, at(26)), { removed: 0, bytes: 0, waiting: 1 })
    assert.deepEqual(await storage.sweep(named, at(49)), { removed: 1, bytes: 8, waiting: 0 })
    assert.deepEqual([storage.has(kept), storage.has(lost)], [true, false])
    assert.equal(files().length, 1)
  })

  test('stay for a day in any case: the row of an upload may be written yet', async () => {
    const sha256 = await put('wird hochgeladen')
    for (const hours of [0, 1, 23.9]) await storage.sweep(new Set(['x']), at(hours))
    assert.ok(storage.has(sha256))
    assert.equal(files().length, 1, 'and are not even counted')
  })

  test('stay when somebody hands them in again before they go', async () => {
    const sha256 = await put('noch einmal')
    const old = at(-100)
    utimesSync(place(sha256), old, old)
    await storage.sweep(new Set(['x']), at(-30))
    assert.equal(await put('noch einmal'), sha256)
    await storage.sweep(new Set(['x']), at(0))
    assert.ok(storage.has(sha256), 'its row is written a moment later')
    await storage.sweep(new Set(['x']), at(25))
    await storage.sweep(new Set(['x']), at(49))
    assert.ok(!storage.has(sha256), 'or never')
  })

  test('are never lost to an upload that comes at the very moment', async () => {
    for (let round = 0; round < 40; round++) {
      const sha256 = await put('im selben Augenblick')
      const old = at(-100)
      utimesSync(place(sha256), old, old)
      await storage.sweep(new Set(['x']), at(-30))
      const [same] = await Promise.all([put('im selben Augenblick'), storage.sweep(new Set(['x']), at(0))])
      assert.ok(storage.has(same), `round ${round}`)
    }
  })

  test('stay when they are put anew after they were judged and before they are gone', async () => {
    const sha256 = await put('dazwischen')
    const old = at(-100)
    utimesSync(place(sha256), old, old)
    await storage.sweep(new Set(['x']), at(-30))
    await put('dazwischen')
    assert.equal(await removeUnnamed(place(sha256)), undefined)
    assert.ok(storage.has(sha256))
  })

  test('stay when a row names them again before they go', async () => {
    const sha256 = await put('wieder gebraucht')
    await storage.sweep(new Set(['x']), at(25))
    await storage.sweep(new Set([sha256]), at(49))
    await storage.sweep(new Set(['x']), at(73))
    assert.ok(storage.has(sha256), 'and begin to count anew')
  })

  test('what a sweep that was killed had in its hands comes back; what an upload that was killed left goes', async () => {
    const sha256 = await put('in der Hand')
    rmSync(place(sha256))
    mkdirSync(path.dirname(place(sha256)), { recursive: true })
    writeFileSync(`${place(sha256)}.leaving`, 'in der Hand')
    for (const name of ['77.5.part', `${sha256.slice(0, 2)}/${sha256}.77.5.part`]) writeFileSync(path.join(folder, name), 'halb')
    await storage.sweep(new Set([sha256]), at(1))
    assert.ok(storage.has(sha256))
    assert.equal(readdirSync(folder).filter((name) => name.endsWith('.part')).length, 1, 'an upload goes on')
    await storage.sweep(new Set([sha256]), at(25))
    assert.deepEqual(
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.part')),
      [],
    )
  })
})
