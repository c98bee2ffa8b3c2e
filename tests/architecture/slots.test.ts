import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { ok } from '#kernel/result.ts'
import { discover } from '#platform/discover'
import { projectRoot, readTree, told } from './tree.ts'
import { wallFaults } from './walls.ts'

const root = projectRoot()
const built = import.meta.url.includes('/dist/')
const tool = path.join(root, built ? 'dist/tools/new.js' : 'tools/new.ts')
const run = (copy: string, ...args: string[]) =>
  spawnSync(process.execPath, [...process.execArgv.filter((a) => !a.startsWith('--test')), tool, ...args, '--root', copy], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_TEST_CONTEXT: undefined },
  })

/** Path -> content of every file in the copy. */
const contents = (copy: string) =>
  new Map(
    readdirSync(path.join(copy, 'src'), { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => {
        const file = path.join(e.parentPath, e.name)
        return [path.relative(copy, file).split(path.sep).join('/'), readFileSync(file, 'latin1')]
      }),
  )

suite('a new slot is one folder and nothing else', () => {
  let copy = ''
  const slot = 'src/modules/catalogue/checks'
  before(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'allmende-copy-'))
    cpSync(path.join(root, 'src'), path.join(copy, 'src'), { recursive: true })
    writeFileSync(path.join(copy, 'package.json'), readFileSync(path.join(root, 'package.json')))
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir')
    mkdirSync(path.join(copy, slot), { recursive: true })
  })
  after(() => rmSync(copy, { recursive: true, force: true }))

  test('no other file changes, the folder is found, the walls still stand', async () => {
    const earlier = contents(copy)
    const begun = run(copy, 'check', 'dummy-check')
    assert.equal(begun.status, 0, begun.stderr)
    const later = contents(copy)
    for (const [file, text] of earlier) assert.equal(later.get(file), text, `${file} changed`)
    const fresh = [...later.keys()].filter((file) => !earlier.has(file))
    assert.deepEqual(fresh.sort(), [`${slot}/dummy-check/check.test.ts`, `${slot}/dummy-check/check.ts`])

    const { slots, broken } = await discover(path.join(copy, slot), 'check', (exported) => ok(exported as { id: string }))
    assert.deepEqual(broken, [])
    assert.deepEqual(
      slots.map((s) => s.id),
      ['dummy-check'],
    )
    const faults = wallFaults(readTree(copy)).filter((f) => f.file.startsWith(slot))
    assert.deepEqual(faults, [], told(faults))
  })

  test('its test fails until it is filled', () => {
    const file = path.join(copy, slot, 'dummy-check/check.test.ts')
    const result = spawnSync(process.execPath, ['--test', file], {
      encoding: 'utf8',
      env: { ...process.env, NODE_TEST_CONTEXT: undefined, NODE_OPTIONS: '' },
    })
    assert.equal(result.status, 1)
    assert.match(result.stdout, /Give it an example that must pass/)
  })

  test('a name that is none, a folder that is there, a slot that nobody opened', () => {
    assert.match(run(copy, 'check', 'Dummy Check').stderr, /is no name/)
    assert.match(run(copy, 'check', 'dummy-check').stderr, /is there already/)
    assert.match(run(copy, 'decoder', 'lora').stderr, /No room has opened the slot decoders/)
    assert.match(run(copy, 'thing', 'a').stderr, /nothing that can be begun/)
  })
})
