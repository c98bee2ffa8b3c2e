import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { localeFaults, readLocales, usedKeyFaults } from './locales.ts'
import { atticFaults, cssFaults, defaultExportFaults, doorFaults, prefixFaults } from './names.ts'
import { type Fault, readTree, type Tree, told, withPlanted } from './tree.ts'
import { wordFaults } from './words.ts'

const none = (faults: Fault[]) => assert.equal(faults.length, 0, `\n${told(faults)}`)
const plant = async (check: (tree: Tree) => Fault[], files: Record<string, string>) => told(await withPlanted(files, check))

suite('names', () => {
  const tree = readTree()
  test('no folder or file is called after nothing', () => none(atticFaults(tree)))
  test('only doors are called index.ts, and hold re-exports', () => none(doorFaults(tree)))
  test('a default export marks a slot entry', () => none(defaultExportFaults(tree)))
  test('events, errors, permissions and metrics begin with their room', () => none(prefixFaults(tree)))
  test("a module's style rules name its classes", () => none(cssFaults(tree)))
  test('no registry host, machine path or unfinished mark', () => none(wordFaults(tree)))
})

suite('texts', async () => {
  const tree = readTree()
  const locales = await readLocales(tree)
  test('every language is complete, with the same places to fill', () => none(localeFaults(locales)))
  test('every sentence of the audit log says who acted', () => {
    const sentences = locales.flatMap(({ file, texts }) =>
      Object.entries(texts)
        .filter(([key]) => /^\w+\.audit\./.test(key))
        .map(([key, text]) => ({ file, key, text })),
    )
    assert.ok(sentences.length > 20)
    assert.deepEqual(
      sentences.filter(({ text }) => !text.includes('{actor}')),
      [],
    )
  })
  test('every text that code asks for exists', () => none(usedKeyFaults(tree, locales)))
})

suite('names catch', () => {
  test('an attic', async () => {
    assert.match(await plant(atticFaults, { 'src/platform/db/utils/a.ts': '' }), /says nothing/)
    assert.match(await plant(atticFaults, { 'src/kernel/string-helpers.ts': '' }), /says nothing/)
    assert.equal(await plant(atticFaults, { 'src/kernel/library.ts': '' }), '')
  })
  test('a door that is none, and a door with logic', async () => {
    assert.match(
      await plant(doorFaults, { 'src/modules/catalogue/pages/index.ts': `export { a } from './a.ts'` }),
      /only the door/,
    )
    assert.match(
      await plant(doorFaults, { 'src/platform/db/index.ts': `export { a } from './a.ts'\nexport const b = 1` }),
      /no logic/,
    )
    assert.equal(
      await plant(doorFaults, { 'src/platform/db/index.ts': `// The door.\nexport { a, type B } from './a.ts'\n` }),
      '',
    )
  })
  test('a default export', async () => {
    assert.match(
      await plant(defaultExportFaults, { 'src/modules/catalogue/module.ts': 'export default {}' }),
      /needs?|give it a name/,
    )
    assert.match(await plant(defaultExportFaults, { 'src/ui/a.ts': 'const a = 1\nexport { a as default }' }), /give it a name/)
    assert.equal(
      await plant(defaultExportFaults, { 'src/modules/catalogue/harvesters/ckan/harvester.ts': 'export default {}' }),
      '',
    )
  })
  test('a name without its room', async () => {
    assert.match(
      await plant(prefixFaults, { 'src/modules/catalogue/routes.ts': `const r = { permission: 'identity/read' }` }),
      /permission identity\/read/,
    )
    assert.match(
      await plant(prefixFaults, { 'src/modules/catalogue/events.ts': `export const a = 'dataset/changed'` }),
      /event dataset\/changed/,
    )
    assert.match(
      await plant(prefixFaults, { 'src/modules/catalogue/errors.ts': `export const a = 'errors/gone'` }),
      /error errors\/gone/,
    )
    assert.match(
      await plant(prefixFaults, { 'src/modules/catalogue/metrics.ts': `new Counter({ name: 'imports_total', help: '' })` }),
      /metric imports_total/,
    )
    assert.equal(
      await plant(prefixFaults, {
        'src/modules/catalogue/routes.ts': `const r = { permission: 'public' }\nconst s = { permission: 'catalogue/edit' }`,
      }),
      '',
    )
  })
  test('a style rule for everybody', async () => {
    const css = (text: string) => plant(cssFaults, { 'src/modules/catalogue/pages/home/page.css': text })
    assert.match(await css('@layer modules {\n  .card { color: red }\n}'), /:2 .*\.card must name/)
    assert.match(await css('.catalogue-card, main { color: red }'), /selector main/)
    const nested =
      '@layer modules { .catalogue-card { color: red; a { x: y } & b { x: y } } .catalogue-card:is(h1, h2) .kern-icon { color: red } }'
    assert.equal(await css(nested), '')
    assert.equal(
      await css('@keyframes catalogue-turn { from { x: y } 50% { x: y } }\n@media print { .catalogue-map { display: none } }'),
      '',
    )
  })
  test('words that do not belong here', async () => {
    const mark = ['TO', 'DO'].join('')
    assert.match(await plant(wordFaults, { 'src/a.ts': `// ${mark}: later` }), /unfinished/)
    assert.match(await plant(wordFaults, { 'docs/a.md': `cd ${['/ro', 'ot'].join('')}/allmende` }), /path of one machine/)
    assert.match(
      await plant(wordFaults, { 'package-lock.json': `"https://${['registry.npm', 'js.org'].join('')}/a"` }),
      /package registry/,
    )
    assert.match(await plant(wordFaults, { 'src/a.test.ts': ['test.on', 'ly("a")'].join('') }), /hides the others/)
    assert.equal(
      await plant(wordFaults, {
        'docs/a.md': 'https://example.org/home/page and ../root/x',
        'package-lock.json': `"sha512-a/${mark}/b"`,
      }),
      '',
    )
  })
})

suite('texts catch', () => {
  const de = (text: string) => ({ 'src/modules/catalogue/locales/de.ts': `export const de = ${text}` })
  const en = (text: string) => ({ 'src/modules/catalogue/locales/en.ts': `export const en = ${text}` })
  const check = (files: Record<string, string>) => withPlanted(files, async (tree) => told(localeFaults(await readLocales(tree))))
  test('a gap in either language', async () => {
    assert.match(
      await check({ ...de(`{ 'catalogue.a': 'x', 'catalogue.b': 'y' }`), ...en(`{ 'catalogue.a': 'x' }`) }),
      /catalogue\.b is missing/,
    )
    assert.match(
      await check({ ...de(`{ 'catalogue.a': 'x' }`), ...en(`{ 'catalogue.a': 'x', 'catalogue.c': 'z' }`) }),
      /catalogue\.c does not exist in German/,
    )
    assert.match(await check(de(`{ 'catalogue.a': 'x' }`)), /en\.ts is missing/)
  })
  test('other places to fill, a foreign key', async () => {
    assert.match(
      await check({ ...de(`{ 'catalogue.a': '{count} von {all}' }`), ...en(`{ 'catalogue.a': '{count} of {total}' }`) }),
      /other places/,
    )
    assert.match(await check({ ...de(`{ 'dataset.a': 'x' }`), ...en(`{ 'dataset.a': 'x' }`) }), /must begin with catalogue/)
  })
  test('a key that nobody wrote', async () => {
    const page = {
      'src/modules/catalogue/pages/home/page.tsx': `t('catalogue.gone')\nt(\`catalogue.nothing.\${id}\`)\nt('catalogue.n', { count: 1 })`,
    }
    const files = {
      ...de(`{ 'catalogue.n.one': 'x', 'catalogue.n.other': 'y' }`),
      ...en(`{ 'catalogue.n.one': 'x', 'catalogue.n.other': 'y' }`),
      ...page,
    }
    const says = await withPlanted(files, async (tree) => told(usedKeyFaults(tree, await readLocales(tree))))
    assert.match(says, /no text has the key catalogue\.gone/)
    assert.match(says, /no text key begins with catalogue\.nothing\./)
    assert.doesNotMatch(says, /catalogue\.n(?![\w])/)
  })
})
