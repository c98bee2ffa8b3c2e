import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { sqlPlaceFaults, sqlTableFaults } from './sql.ts'
import { type Fault, readTree, type Tree, told, withPlanted } from './tree.ts'
import { circleFaults, quietRoomFaults, sources, wallFaults } from './walls.ts'

const none = (faults: Fault[]) => assert.equal(faults.length, 0, `\n${told(faults)}`)

suite('walls', () => {
  const tree = readTree()

  test('the check sees the project', () => {
    const seen = sources(tree)
    assert.ok(seen.length > 0, 'no source file seen')
    assert.ok(seen.some((f) => f.path.startsWith('src/kernel/')) && seen.some((f) => f.path.startsWith('tests/')))
  })
  test('rooms use only what the table grants, through doors', () => none(wallFaults(tree)))
  test('rooms form no circle', () => none(circleFaults(tree)))
  test('model/ and islands stay quiet', () => none(quietRoomFaults(tree)))
  test('SQL stays in store/ and migrations/', () => none(sqlPlaceFaults(tree)))
  test('a room speaks only to its own tables', () => none(sqlTableFaults(tree)))
})

/** Plants one file beside a small sound house, and tells what the check says about it. */
async function saysAbout(
  check: (tree: Tree) => Fault[],
  file: string,
  text: string,
  more: Record<string, string> = {},
): Promise<string> {
  const sound = {
    'src/kernel/day.ts': `export const day = 1\n`,
    'src/platform/db/index.ts': `export { open } from './database.ts'\n`,
    'src/platform/db/database.ts': `import { day } from '#kernel/day.ts'\nexport const open = day\n`,
    'src/modules/catalogue/index.ts': `export { list } from './store/dataset.ts'\n`,
    'src/modules/catalogue/store/dataset.ts': `import { open } from '#platform/db'\nexport const list = open\n`,
    'src/modules/cockpit/module.ts': `import { list } from '#catalogue'\nexport const cockpit = list\n`,
    'src/modules/catalogue/harvesters/ckan/harvester.ts': `export default { id: 'ckan' }\n`,
  }
  none(await withPlanted({ ...sound, ...more }, check))
  return told(await withPlanted({ ...sound, ...more, [file]: text }, check))
}

const planted: [what: string, file: string, text: string, says: RegExp][] = [
  ['a floor above', 'src/platform/db/up.ts', `import { list } from '#catalogue'`, /platform\/db may not use modules\/catalogue/],
  ['a standard in platform', 'src/platform/db/rdf.ts', `import '#standards/rdf'`, /may not use standards\/rdf/],
  ['a neighbour module', 'src/modules/participation/a.ts', `import type { x } from '#cockpit'`, /may not use modules\/cockpit/],
  ['an import for its side effect', 'src/kernel/side.ts', `import '#platform/db'`, /kernel may not use platform\/db/],
  [
    'a dynamic import',
    'src/modules/identity/late.ts',
    `export const f = () => import('#catalogue')`,
    /identity may not use modules\/catalogue/,
  ],
  ['a re-export', 'src/ui/all.ts', `export * from '#platform/db'`, /ui may not use platform\/db/],
  [
    'an import over several lines',
    'src/ui/some.tsx',
    `import {\n  type A,\n  open,\n} from '#platform/db'`,
    /ui\/some.tsx:4 .*may not use/,
  ],
  [
    'a relative path out of the room',
    'src/modules/cockpit/b.ts',
    `import { list } from '../catalogue/store/dataset.ts'`,
    /leaves the room/,
  ],
  [
    'a worker outside the room',
    'src/modules/cockpit/c.ts',
    `new Worker(new URL('../catalogue/w.ts', import.meta.url))`,
    /leaves the room/,
  ],
  [
    'a sibling slot',
    'src/modules/catalogue/harvesters/dkan/harvester.ts',
    `import ckan from '../ckan/harvester.ts'`,
    /imports its sibling/,
  ],
  [
    'a room that knows its slot',
    'src/modules/catalogue/jobs/all.ts',
    `import ckan from '../harvesters/ckan/harvester.ts'`,
    /only platform\/discover opens a slot/,
  ],
  ['a plaque in a room', 'src/shell/pages.ts', `import { cockpit } from '#plaques/cockpit'`, /is a plaque/],
  ['another counter', 'src/interop/ckan/a.ts', `import { b } from '#interop/dcat'`, /is a plaque|may not use interop/],
  ['a module in the shell', 'src/shell/home.ts', `import { list } from '#catalogue'`, /shell may not use modules\/catalogue/],
  ['a package in the kernel', 'src/kernel/io.ts', `import { readFile } from 'node:fs'`, /kernel uses nothing/],
  [
    'an import worked out at run time',
    'src/modules/catalogue/any.ts',
    'export const load = (f: string) => import(f)',
    /belongs to platform\/discover/,
  ],
  ['a floor that does not exist', 'src/services/mail.ts', `export const a = 1`, /on no floor/],
  ['a door that leads nowhere', 'src/modules/catalogue/d.ts', `import { x } from '#anything'`, /no room stands behind/],
]

suite('walls catch', () => {
  for (const [what, file, text, says] of planted)
    test(what, async () => assert.match(await saysAbout(wallFaults, file, text), says))

  test('nothing in comments, texts and tests', async () => {
    const quiet = `// import { list } from '#catalogue'\n/* import '#catalogue' */\nexport const a = \`\nimport '#catalogue'\n\`\n`
    assert.equal(await saysAbout(wallFaults, 'src/platform/db/quiet.ts', quiet), '')
    assert.equal(await saysAbout(wallFaults, 'src/platform/db/a.test.ts', `import { list } from '#catalogue'`), '')
    assert.equal(await saysAbout(wallFaults, 'src/main.ts', `import { cockpit } from '#plaques/cockpit'`), '')
  })
  test('circles', async () => {
    const more = {
      'src/platform/log/index.ts': `export { a } from './log.ts'\n`,
      'src/platform/log/log.ts': `import '#platform/db'\n`,
    }
    assert.match(
      await saysAbout(circleFaults, 'src/platform/db/back.ts', `import '#platform/log'`, more),
      /circle: platform\/\w+ -> platform\/\w+ -> platform/,
    )
  })
  test('a noisy model', async () => {
    const file = 'src/modules/catalogue/model/dataset.ts'
    assert.match(await saysAbout(quietRoomFaults, file, `import type { Db } from '#platform/db'`), /kernel and itself/)
    assert.match(await saysAbout(quietRoomFaults, file, `import { list } from '../store/dataset.ts'`), /kernel and itself/)
    assert.match(await saysAbout(quietRoomFaults, file, `import fastify from 'fastify'`), /kernel and itself/)
    assert.equal(await saysAbout(quietRoomFaults, file, `import { day } from '#kernel/day.ts'\nimport { b } from './b.ts'`), '')
  })
  test('server code in an island', async () => {
    const file = 'src/modules/catalogue/pages/search/map.island.ts'
    assert.match(
      await saysAbout(quietRoomFaults, file, `import { list } from '../../store/dataset.ts'`),
      /kernel and other islands/,
    )
    assert.match(await saysAbout(quietRoomFaults, file, `import { open } from '#platform/db'`), /kernel and other islands/)
    assert.match(await saysAbout(quietRoomFaults, file, `import fs from 'node:fs'`), /not exist in a browser/)
    assert.equal(await saysAbout(quietRoomFaults, file, `import L from 'leaflet'\nimport './other.island.ts'`), '')
    assert.equal(await saysAbout(quietRoomFaults, file, `import { score } from '../../model/score.ts'`), '')
  })
})

suite('SQL walls catch', () => {
  test('SQL outside store/', async () => {
    assert.match(
      await saysAbout(sqlPlaceFaults, 'src/modules/catalogue/pages/home/handler.ts', 'const a = sql`select 1`'),
      /belongs into store/,
    )
    assert.match(
      await saysAbout(sqlPlaceFaults, 'src/modules/catalogue/use-cases/list.ts', `db.selectFrom('catalogue_dataset')`),
      /belongs into store/,
    )
    assert.match(
      await saysAbout(sqlPlaceFaults, 'src/modules/catalogue/jobs/a.ts', `client.query('select 1')`),
      /belongs into store/,
    )
    assert.equal(await saysAbout(sqlPlaceFaults, 'src/modules/catalogue/store/a.ts', 'const a = sql`select 1`'), '')
  })
  test("another room's table", async () => {
    const store = 'src/modules/catalogue/store/person.ts'
    assert.match(
      await saysAbout(sqlTableFaults, store, `db.selectFrom('identity_person as p')`),
      /identity_person is not catalogue's/,
    )
    assert.match(
      await saysAbout(sqlTableFaults, store, `db.selectFrom('catalogue_dataset').innerJoin('identity_person', 'a', 'b')`),
      /identity_person/,
    )
    assert.match(
      await saysAbout(sqlTableFaults, store, 'sql`select 1 from catalogue_dataset join identity_tenant t on true`'),
      /identity_tenant/,
    )
    const migration = 'src/modules/catalogue/migrations/20261122T1200_a.sql'
    assert.match(await saysAbout(sqlTableFaults, migration, 'create table dataset (id uuid primary key)'), /dataset is not/)
    assert.match(await saysAbout(sqlTableFaults, migration, 'create index a on identity_tenant (id)'), /identity_tenant/)
    assert.match(
      await saysAbout(sqlTableFaults, migration, 'create table catalogue_a (t uuid references identity_person)'),
      /identity_person/,
    )
  })
  test('and leave lawful SQL alone', async () => {
    const lawful = [
      'with newest as (select max(id) from catalogue_dataset), "b" as (select 1)',
      'select extract(year from at), x is distinct from y from newest n join catalogue_dataset d on d.id = n.id',
      'cross join lateral unnest(array[1]) join jsonb_array_elements(d.body) e on true for update skip locked;',
      'insert into catalogue_dataset (id) values (1) on conflict (id) do update set id = excluded.id;',
      'create table catalogue_a (tenant uuid not null references identity_tenant (id) on delete cascade);',
      'create policy catalogue_own on catalogue_dataset using (tenant = platform_tenant());',
    ].join('\n')
    assert.equal(await saysAbout(sqlTableFaults, 'src/modules/catalogue/migrations/20261122T1200_a.sql', lawful), '')
    assert.equal(await saysAbout(sqlTableFaults, 'src/modules/catalogue/store/events.ts', `db.insertInto('platform_event')`), '')
  })
})
