import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { decisionFaults, doorListFaults, drawingFaults, linkFaults, sameFactsFaults } from './documents.ts'
import { lengths } from './lengths.ts'
import { type Fault, readTree, type Tree, told, withPlanted } from './tree.ts'

const none = (faults: Fault[]) => assert.equal(faults.length, 0, `\n${told(faults)}`)
const plant = async (check: (tree: Tree) => Fault[], files: Record<string, string>) => told(await withPlanted(files, check))

suite('documents', () => {
  const tree = readTree()
  test("ARCHITECTURE.md's tree equals the disk", () => none(drawingFaults(tree)))
  test('every door of package.json leads somewhere', () => none(doorListFaults(tree)))
  test('links between documents lead to files', () => none(linkFaults(tree)))
  test('decision records are numbered and complete', () => none(decisionFaults(tree)))

  test('licence and version are the same wherever they stand', () => none(sameFactsFaults(tree)))

  test('files stay short (a habit, not a fence)', (t) => {
    const { files, median, p95, long } = lengths(tree)
    t.diagnostic(`${files} source files, median ${median} lines, p95 ${p95}`)
    for (const { file, lines } of long) t.diagnostic(`over 400 lines: ${file} (${lines})`)
    assert.ok(files > 0)
  })
})

const drawing = (text: string) => ({ 'ARCHITECTURE.md': `\`\`\`\n${text}\n\`\`\`\n` })

suite('documents catch', () => {
  test('a folder that the drawing does not show, and one that is not there', async () => {
    const files = { 'src/kernel/a.ts': '', 'src/platform/db/a.ts': '', 'src/platform/log/a.ts': '' }
    const sound = 'src/      code\n  kernel/   words\n  platform/  all I/O\n    db/     tables\n    log/    lines'
    assert.equal(await plant(drawingFaults, { ...files, ...drawing(sound) }), '')
    assert.match(
      await plant(drawingFaults, { ...files, ...drawing(sound.replace('    log/    lines', '')) }),
      /does not show src\/platform\/log\//,
    )
    assert.match(
      await plant(drawingFaults, { ...files, ...drawing(sound.replace('log/', 'mail/')) }),
      /shows src\/platform\/mail\//,
    )
    assert.match(await plant(drawingFaults, { ...files, ...drawing(sound.replace('tables', '')) }), /db\/ has no caption/)
    assert.match(await plant(drawingFaults, files), /is missing/)
  })
  test('a door to nowhere', async () => {
    const door = (source: string, built: string) => ({
      'package.json': JSON.stringify({ imports: { '#a/*': { source, default: built } } }),
      'src/a/b/index.ts': '',
    })
    assert.equal(await plant(doorListFaults, door('./src/a/*/index.ts', './dist/src/a/*/index.js')), '')
    assert.match(await plant(doorListFaults, door('./src/c/*/index.ts', './dist/src/c/*/index.js')), /where no file is/)
    assert.match(await plant(doorListFaults, door('./src/a/*/index.ts', './dist/a/*/index.js')), /built twin/)
  })
  test('a dead link, but no example in a code block', async () => {
    assert.match(await plant(linkFaults, { 'docs/a.md': '[b](b.md)' }), /leads nowhere/)
    assert.equal(
      await plant(linkFaults, { 'docs/a.md': '[b](b.md#c) [w](https://example.org)\n```\n[x](y.md)\n```', 'docs/b.md': '' }),
      '',
    )
  })
  test('a decision without a reason', async () => {
    const sound = '# 1. A\n\nStatus: accepted\n\n## Context\n\n## Decision\n\n## Consequences\n'
    assert.equal(await plant(decisionFaults, { 'docs/decisions/0001-a.md': sound }), '')
    assert.match(
      await plant(decisionFaults, { 'docs/decisions/0001-a.md': sound.replace('## Context', '') }),
      /no part "Context"/,
    )
    assert.match(
      await plant(decisionFaults, { 'docs/decisions/0001-a.md': sound, 'docs/decisions/0003-b.md': sound }),
      /number 2/,
    )
    assert.match(await plant(decisionFaults, { 'docs/decisions/0001-a.md': sound.replace('accepted', 'maybe') }), /no status/)
  })
  test('a version that stands nowhere else', async () => {
    const files = {
      'package.json': '{"version":"1.2.3","license":"EUPL-1.2"}',
      'publiccode.yml': 'softwareVersion: "1.2.2"\nlegal:\n  license: MIT\n',
    }
    const says = await plant(sameFactsFaults, files)
    for (const part of [/softwareVersion is not 1\.2\.3/, /license is not EUPL/, /no part for 1\.2\.3/, /not the text/])
      assert.match(says, part)
  })
})
