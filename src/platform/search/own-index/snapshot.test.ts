import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openSearchIndex } from '../client.ts'
import { contractRecords, contractSchema } from '../contract.records.ts'

describe('snapshot', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'snapshot-'))
  const file = path.join(directory, 'search.index')
  let whole: Buffer
  const reopened = async (schema = contractSchema) => {
    const index = await openSearchIndex({ directory, schema, saveAfter: 0 })
    const stats = await index.stats()
    await index.close()
    return stats
  }
  before(async () => {
    const index = await openSearchIndex({ directory, schema: contractSchema, saveAfter: 0 })
    await index.upsert(contractRecords, 9)
    await index.save()
    await index.close()
    whole = readFileSync(file)
  })
  after(() => rmSync(directory, { recursive: true, force: true }))

  it('leaves one file and nothing beside it', () => {
    assert.deepEqual(readdirSync(directory), ['search.index'])
  })

  it('is loaded as it was', async () => {
    const { documents, cursor, refused } = await reopened()
    assert.deepEqual({ documents, cursor, refused }, { documents: contractRecords.length, cursor: 9, refused: undefined })
  })

  it('is shared by threads that change apart', async () => {
    const index = await openSearchIndex({ directory, schema: contractSchema, saveAfter: 0, readers: 2 })
    await index.remove(contractRecords.slice(0, 2).map((document) => document.id))
    // Two questions at once go to two threads.
    const answers = await Promise.all([1, 2].map((facetLimit) => index.search({ scope: 'land', limit: 1000, facetLimit })))
    await index.close()
    const found = answers.map((answer) => answer.ok && answer.value.hits.length)
    const left = contractRecords.slice(2).filter((document) => document.scopes.includes('land')).length
    assert.deepEqual(found, [left, left])
  })

  it('is refused with a reason when damaged anywhere, cut off, or foreign', async () => {
    const damaged = (at: number) => {
      const copy = Buffer.from(whole)
      copy[at] = (copy[at] ?? 0) ^ 0xff
      return copy
    }
    const cases: [Buffer, RegExp][] = [
      [damaged(70), /damaged/],
      [damaged(Math.floor(whole.length / 3)), /damaged/],
      [damaged(whole.length - 40), /damaged/],
      [damaged(0), /no snapshot/],
      [damaged(7), /format version/],
      [damaged(10), /language rules/],
      [whole.subarray(0, whole.length - 1), /cut off/],
      [whole.subarray(0, 20), /cut off/],
      [Buffer.alloc(0), /cut off/],
    ]
    for (const [content, reason] of cases) {
      writeFileSync(file, content)
      const { refused, empty, documents } = await reopened()
      assert.match(refused ?? 'accepted', reason)
      assert.deepEqual([empty, documents], [true, 0])
    }
    writeFileSync(file, whole)
  })

  it('is refused when the owner makes documents differently', async () => {
    assert.match((await reopened({ ...contractSchema, version: 2 })).refused ?? '', /another version/)
    assert.match((await reopened({ ...contractSchema, facets: ['format'] })).refused ?? '', /other facets/)
  })
})
