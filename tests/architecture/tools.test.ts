import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { suite, test } from 'node:test'
import { projectRoot } from './tree.ts'

const root = projectRoot()
const built = import.meta.url.includes('/dist/')
const run = (tool: string, ...args: string[]) => {
  const file = path.join(root, built ? `dist/tools/${tool}.js` : `tools/${tool}.ts`)
  const flags = process.execArgv.filter((flag) => !flag.startsWith('--test'))
  return spawnSync(process.execPath, [...flags, file, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_TEST_CONTEXT: undefined },
  })
}

suite('tools', () => {
  test('routes names the place of every route', () => {
    const { stdout, stderr, status } = run('routes', '--json')
    assert.equal(status, 0, stderr)
    const lines: { path: string; at: string; page: boolean }[] = JSON.parse(stdout)
    assert.ok(lines.length > 0 && lines.some((line) => line.page), 'no page among the routes')
    assert.deepEqual(
      lines.filter((line) => !/^src\/.+\.ts:\d+$/.test(line.at)),
      [],
      'routes whose place is not found',
    )
  })
  test('where finds a German and an English word', () => {
    const german = run('where', 'Datensatz')
    assert.equal(german.status, 0, german.stderr)
    assert.match(german.stdout, /GLOSSARY\.md:\d+ {2}Datensatz = dataset/)
    assert.match(german.stdout, /src\/\S*dataset/)
    assert.match(run('where', 'accrualPeriodicity').stdout, /Aktualisierungs/)
    assert.equal(run('where', 'quaxelbrumm').status, 1)
    assert.equal(run('where').status, 2)
  })
})
