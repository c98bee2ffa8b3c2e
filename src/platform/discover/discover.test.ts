import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { suite, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { fail, ok, type Result } from '#kernel/result.ts'
import { discover } from './discover.ts'

interface Check {
  readonly id: string
  readonly weight: number
}

function checkShape(exported: unknown): Result<Check, string> {
  const slot = exported as Partial<Check>
  if (typeof slot.id !== 'string') return fail('id is missing')
  return typeof slot.weight === 'number' ? ok({ id: slot.id, weight: slot.weight }) : fail('weight must be a number')
}

/** Writes slot folders into a temporary place and discovers them. */
async function found(slots: Record<string, string>) {
  const dir = mkdtempSync(path.join(tmpdir(), 'allmende-slots-'))
  try {
    writeFileSync(path.join(dir, 'package.json'), '{"type":"module"}')
    for (const [name, text] of Object.entries(slots)) {
      mkdirSync(path.join(dir, name))
      writeFileSync(path.join(dir, name, 'check.js'), text)
    }
    return await discover(pathToFileURL(dir), 'check', checkShape)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

suite('discover', () => {
  test('finds every folder and sorts by id', async () => {
    const { slots, broken } = await found({
      'licence-is-open': `export default { id: 'licence-is-open', weight: 20 }`,
      'contact-given': `export default { id: 'contact-given', weight: 10 }`,
    })
    assert.deepEqual(
      slots.map((s) => s.id),
      ['contact-given', 'licence-is-open'],
    )
    assert.deepEqual(broken, [])
  })
  test('names a broken slot and goes on with the others', async () => {
    const { slots, broken } = await found({
      aground: `throw new Error('no such ship')`,
      blank: `export const check = 1`,
      crooked: `export default { id: 'crooked' }`,
      sound: `export default { id: 'sound', weight: 1 }`,
      twisted: `export default {`,
      wrong: `export default { id: 'other', weight: 1 }`,
    })
    assert.deepEqual(
      slots.map((s) => s.id),
      ['sound'],
    )
    assert.deepEqual(
      broken.map((b) => b.folder),
      ['aground', 'blank', 'crooked', 'twisted', 'wrong'],
    )
    assert.equal(broken[0]?.reason, 'no such ship')
    assert.equal(broken[1]?.reason, 'check.ts has no default export')
    assert.equal(broken[2]?.reason, 'weight must be a number')
    assert.match(broken[4]?.reason ?? '', /its id is "other", its folder is called "wrong"/)
  })
  test('a folder without its entry is broken, a missing place is empty', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'allmende-slots-'))
    mkdirSync(path.join(dir, 'empty'))
    assert.deepEqual((await discover(dir, 'check', checkShape)).broken, [{ folder: 'empty', reason: 'check.ts is missing' }])
    rmSync(dir, { recursive: true })
    assert.deepEqual(await discover(dir, 'check', checkShape), { slots: [], broken: [] })
  })
})
