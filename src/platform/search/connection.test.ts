import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, describe, it } from 'node:test'
import { fieldWeights } from './client.ts'
import { Connection } from './connection.ts'
import { contractRecords } from './contract.records.ts'
import type { Request } from './worker-words.ts'

describe('the worker of the index', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'connection-'))
  after(() => rmSync(directory, { recursive: true, force: true }))
  const settings = {
    file: path.join(directory, 'search.index'),
    shape: { version: 1, facets: ['format', 'theme', 'place'], weights: fieldWeights },
    timeLimit: 1_000,
  }
  const find: Request = { do: 'search', query: { scope: 'land' }, parsed: { terms: [], conditions: [], typed: false } }

  it('comes back from its snapshot after a crash, and tells the owner from where to go on', async () => {
    const restarted = Promise.withResolvers<number>()
    const connection = new Connection(settings, (cursor) => restarted.resolve(cursor))
    await connection.open()
    await connection.tell({ do: 'upsert', documents: contractRecords, cursor: 3 })
    await connection.tell({ do: 'save' })
    await connection.tell({ do: 'upsert', documents: contractRecords.slice(0, 1), cursor: 4 })
    connection.crashForTest()
    const lost = await connection.ask(find, 5_000)
    assert.ok(lost.ok || lost.error.code === 'unavailable')
    assert.equal(await restarted.promise, 3)
    const answer = await connection.ask(find, 5_000)
    assert.ok(answer.ok && answer.value.includes(`"total":${contractRecords.length}`))
    await connection.close()
  })

  it('gives up a question that takes too long', async () => {
    const connection = new Connection(settings)
    // The worker is not started yet: the question waits for it, and longer than it may.
    const answer = await connection.ask(find, 50)
    assert.deepEqual(answer, { ok: false, error: { code: 'timeout' } })
    await connection.open()
    await connection.close()
  })

  it('reports a change that the worker cannot do, and lives on', async () => {
    const connection = new Connection(settings)
    await connection.open()
    const broken = [{ id: 'x' }] as unknown as typeof contractRecords
    await assert.rejects(connection.tell({ do: 'upsert', documents: broken, cursor: 5 }))
    const answer = await connection.ask(find, 2_000)
    assert.ok(answer.ok && answer.value.includes(`"total":${contractRecords.length}`))
    await connection.close()
    assert.deepEqual(await connection.ask(find, 1_000), {
      ok: false,
      error: { code: 'unavailable', message: 'the search index is closed' },
    })
  })
})
