// kill -9 while drafts are released: each is public as a whole or not at all, what was said to be done is done, and index and database agree.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { releaseDraft } from '#catalogue'
import { atWork, must, readyDraft } from '#support/editing.ts'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'

const source = import.meta.filename.endsWith('.ts')
const root = process.cwd()
const program = source
  ? [
      '--conditions=source',
      '--import',
      path.join(root, 'tools/dev-loader.mjs'),
      path.join(import.meta.dirname, 'release.program.ts'),
    ]
  : [path.join(import.meta.dirname, 'release.program.js')]

let town: TestServer

/** Releases in another process and kills it some milliseconds after its first word; gives the ids that it said were done. */
async function releaseAndKill(person: string, ids: readonly string[], after: number): Promise<string[]> {
  const { database, config } = town.house
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    ALLMENDE_DATA: config.dataDir,
    PUBLIC_URL: config.publicUrl,
    LOG_LEVEL: 'error',
  }
  const child = spawn(process.execPath, [...program, places.stadt, person, ...ids], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await Promise.race([new Promise<void>((resolve) => child.stdout.once('data', () => resolve())), gone])
  await sleep(after)
  child.kill('SIGKILL')
  await gone
  return [...said.matchAll(/^released (.*)$/gm)].map((match) => match[1] ?? '')
}

interface Traces {
  id: string
  state: string
  resources: number
  versions: number
  events: number
  entries: number
}
/** What a draft left where. */
const traces = async () =>
  (
    await sql<Traces>`select d.id, d.state,
      (select count(*)::int from catalogue_resource r where r.id = d.id) as resources,
      (select count(*)::int from catalogue_version v where v.resource = d.id) as versions,
      (select count(*)::int from platform_event e where e.subject = d.id and e.topic = 'catalogue/resource-changed') as events,
      (select count(*)::int from platform_audit_entry a join platform_audit_word w on w.entry = a.id and w.part = 'subject'
        where a.action = 'catalogue/release-draft' and w.id = d.id::text) as entries
      from catalogue_draft d`.execute(town.house.database.system)
  ).rows

suite('a release is killed', () => {
  before(async () => {
    town = await testServer()
  })
  after(() => town?.close())

  test('again and again: nothing half, nothing lost, nothing twice; the index shows what is published', async () => {
    const karl = await atWork(town, places.stadt, { name: 'Karl Kuhn' })
    const ids: string[] = []
    for (let n = 0; n < 24; n++) ids.push((await readyDraft(town, karl, `Messreihe ${n}`)).id)
    for (const after of [0, 7, 19, 40]) {
      const open = (await traces()).filter((one) => one.state !== 'released').map((one) => one.id)
      const acknowledged = await releaseAndKill(karl.person.id, open, after)
      // PostgreSQL ends what the dead process left open before anybody asks for the rows.
      for (const id of open)
        await sql`select 1 from catalogue_draft where id = ${id} for update`.execute(town.house.database.system)
      for (const one of await traces()) {
        const times = one.state === 'released' ? 1 : 0
        const { resources, versions, events, entries } = one
        assert.deepEqual(
          { resources, versions, events, entries },
          { resources: times, versions: times, events: times, entries: times },
          one.state,
        )
        assert.ok(!acknowledged.includes(one.id) || one.state === 'released', 'what was said to be done is done')
      }
    }
    assert.ok(
      (await traces()).some((one) => one.state === 'released'),
      'the killed processes did something',
    )
    for (const { id, state } of await traces()) if (state !== 'released') must(await releaseDraft(town.house, karl, { id }))
    await town.follow()
    const search = await town.house.index()
    assert.equal((await search.stats()).documents, ids.length)
    assert.equal(await town.store(places.stadt).count(), ids.length)
  })
})
