// kill -9 in the middle of a harvest, while it reads and while it writes: the next process goes on where it was, nothing is half, nothing is lost or doubled.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { harvestNow, imitationOf } from '#plaques/harvest'
import { places, type TestHouse, testHouse, until } from '#support/house.ts'
import { openPortal, type Portal, portalRecords } from '#support/portal.ts'

const size = 600
let town: TestHouse
let portal: Portal
let source = ''
const db = () => town.house.database.system
const tenant = () => town.site(places.kreis).id
const count = async (text: ReturnType<typeof sql>) => ((await text.execute(db())).rows[0] as { n: number } | undefined)?.n ?? 0
const staged = () => count(sql`select count(*)::int as n from harvest_staged`)
const written = (stand: string) =>
  count(
    sql`select count(*)::int as n from catalogue_resource where tenant = ${tenant()} and record #>> '{description,0,value}' like ${`%${stand}`}`,
  )

/** Another process that harvests the source; killed as soon as `when` says so. */
async function killedHarvest(when: () => Promise<boolean>): Promise<void> {
  const { DATABASE_URL, ...env } = process.env
  const program = `
    const { openHouse } = await import('#app'); const { readConfig } = await import('#platform/config'); const { harvestNow } = await import('#plaques/harvest')
    const house = await openHouse(readConfig(process.env), { quiet: true })
    await harvestNow(house, { tenant: ${JSON.stringify(tenant())}, source: ${JSON.stringify(source)}, mode: 'run', cause: 'clock' })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...env,
      DATABASE_URL: town.house.database.url,
      ALLMENDE_DATA: town.house.config.dataDir,
      PUBLIC_URL: 'https://portal.example',
      METRICS_PORT: '0',
      LOG_LEVEL: 'error',
      OUTBOUND_ALLOWED_HOSTS: '127.0.0.1',
    },
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await until(when, 60, 'that the other process is in the middle')
  child.kill('SIGKILL')
  await gone
}
const harvest = () => harvestNow(town.house, { tenant: tenant(), source, mode: 'run', cause: 'clock' })
/** The lease of the dead would end by itself after a minute. */
const outlive = () => sql`update harvest_source set lease_until = now() - interval '1 second'`.execute(db())
const change = (stand: string) => {
  // The portal says when: runs by the clock ask for what changed since.
  const modified = new Date().toISOString()
  portal.records = portal.records.map((one) => ({ ...one, description: `Alle Bäume. ${stand}`, modified }))
}

suite('killed in the middle of a harvest', { timeout: 200_000 }, () => {
  before(async () => {
    town = await testHouse({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' } })
    portal = await openPortal(imitationOf('ckan'), portalRecords(size))
    portal.size = 40
    source = randomUUID()
    await sql`insert into harvest_source (id, tenant, slug, name, kind, address, state) values (${source}, ${tenant()}, 'probe', 'Probe', 'ckan', ${portal.address}, 'on')`.execute(
      db(),
    )
  })
  after(async () => {
    await portal?.close()
    await town?.close()
  })

  test('while it reads: nothing was written, and the next one goes on behind the last whole page', async () => {
    change('Stand 1')
    // The portal takes its time from the sixth page on.
    portal.instead = (_, response, url) => {
      if (Number(url.searchParams.get('start') ?? '0') < 200) return false
      response.socket?.unref()
      return true
    }
    await killedHarvest(async () => (await staged()) >= 200)
    portal.instead = undefined
    assert.equal(await written('Stand 1'), 0)
    assert.equal(await harvest(), undefined, 'its lease is still believed')
    await outlive()
    portal.asked.length = 0
    const run = await harvest()
    assert.deepEqual([run?.state, run?.attempts, run?.read, run?.created], ['done', 2, size, size])
    assert.ok(!portal.asked.some((one) => /start=0&/.test(one)), 'it did not begin anew')
    assert.equal(await written('Stand 1'), size)
  })

  test('while it writes: what is there is whole, the rest follows, and each is written once', async () => {
    change('Stand 2')
    await killedHarvest(async () => (await written('Stand 2')) > 0)
    const half = await written('Stand 2')
    assert.ok(half > 0 && half < size, `it was in the middle: ${half}`)
    assert.equal(await count(sql`select count(*)::int as n from harvest_staged where result = 'updated'`), half)
    await outlive()
    const run = await harvest()
    assert.deepEqual([run?.state, run?.attempts, run?.updated, run?.created, run?.withdrawn], ['done', 2, size, 0, 0])
    assert.equal(await written('Stand 2'), size)
    const again = await harvest()
    assert.deepEqual([again?.state, again?.unchanged], ['done', size])
    assert.equal(await staged(), 0)
  })

  test('whoever was thought dead writes nothing any more', async () => {
    change('Stand 3')
    portal.instead = (_, response, url) => {
      if (Number(url.searchParams.get('start') ?? '0') < 80) return false
      setTimeout(() => response.writeHead(503).end(), 1500)
      return true
    }
    const slow = harvest()
    await until(async () => (await staged()) >= 80)
    await outlive()
    portal.instead = undefined
    const [heir, late] = await Promise.all([harvest(), slow])
    assert.equal(late, undefined, 'the first one noticed that it lost the lease')
    assert.deepEqual([heir?.state, heir?.updated], ['done', size])
    assert.equal(await written('Stand 3'), size)
  })
})
