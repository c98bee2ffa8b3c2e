import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { startPostgres } from './embedded.ts'

const asRoot = process.getuid?.() === 0

test('a data folder below a closed one, removed and made anew, gets a new cluster', {
  skip: asRoot ? false : 'only root lends another account',
}, async () => {
  // mkdtemp makes a folder that nobody else may enter: the cluster is kept elsewhere.
  const closed = mkdtempSync(path.join(tmpdir(), 'allmende-closed-'))
  const dir = path.join(closed, 'data')
  try {
    const first = await startPostgres(dir)
    await first.stop()
    rmSync(dir, { recursive: true })
    const second = await startPostgres(dir)
    assert.notEqual(second.url, first.url)
    await second.stop()
  } finally {
    rmSync(closed, { recursive: true, force: true })
  }
})
