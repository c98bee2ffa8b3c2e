// What every kind of source owes, whoever wrote it: run over each folder in harvesters/, against a portal of its kind on this machine.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { openPortal, type Portal, portalRecords } from '#support/portal.ts'
import { brokenHarvesters, harvesters } from './harvesters.ts'
import { imitationOf } from './imitations.ts'
import { noMapping, type Run, type Source } from './model/source.ts'
import { confirmRun, dropRun, issuesOf } from './store/run-store.ts'
import { insertSource, sourceById, writeMapping } from './store/source-store.ts'
import { runHarvest } from './use-cases/run-harvest.ts'
import { usualWay } from './use-cases/source-way.ts'

const limits = { ...usualWay, pauses: [] }
const sums = ({ read, created, updated, unchanged, withdrawn, rejected }: Run) => [
  read,
  created,
  updated,
  unchanged,
  withdrawn,
  rejected,
]
const adds = ({ read, created, updated, unchanged, withdrawn, rejected }: Run) =>
  assert.equal(read, created + updated + unchanged + withdrawn + rejected, 'the sum adds up')

let town: TestHouse
before(async () => {
  town = await testHouse({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1', HARVEST_FOLDER: 'abgabe' } })
})
after(() => town?.close())

test('every folder is a harvester', () => {
  assert.deepEqual(brokenHarvesters, [])
  assert.ok(harvesters.length > 1)
})

for (const harvester of harvesters)
  suite(`the harvester ${harvester.id}`, () => {
    let portal: Portal
    let source: Source
    const tenant = () => town.site(places.kreis).id
    /** What a folder holds is what its portal would have now. */
    const fill = () => {
      const place = path.join(town.house.config.dataDir, 'abgabe', places.kreis)
      for (const { name, body } of imitationOf(harvester.id).files?.(portal.records) ?? []) {
        mkdirSync(path.dirname(path.join(place, name)), { recursive: true })
        const file = path.join(place, name)
        // A file that is written anew counts as changed.
        if (!existsSync(file) || readFileSync(file, 'utf8') !== body) writeFileSync(file, body)
      }
    }
    const run = async (mode: Run['mode'] = 'run') => {
      fill()
      const done = await runHarvest(town.house, { tenant: tenant(), source: source.id, mode, cause: 'command', limits })
      assert.ok(done)
      return done
    }
    const published = async () => {
      const { rows } = await sql<{
        title: string
      }>`select r.title from harvest_record h join catalogue_resource r on r.id = h.resource
        where h.source = ${source.id} and r.state = 'published' order by r.title`.execute(town.house.database.system)
      return rows.map((row) => row.title)
    }
    before(async () => {
      portal = await openPortal(
        imitationOf(harvester.id),
        portalRecords(25, () => ({ file: `https://daten.example/${harvester.id}/${randomUUID()}.csv` })),
      )
      const id = randomUUID()
      const values = {
        slug: harvester.id,
        name: `Probe ${harvester.id}`,
        kind: harvester.id,
        address: imitationOf(harvester.id).files ? imitationOf(harvester.id).path : portal.address,
        settings: {},
        schedule: 'off',
        vanishPercent: 20,
        contact: null,
      } as const
      await insertSource(town.house.database.system, tenant(), id, values, null)
      source = (await sourceById(town.house.database.system, tenant(), id)) as Source
    })
    after(() => portal?.close())

    test('says what it is for, in both languages, and needs no settings', () => {
      for (const text of [harvester.name, harvester.use]) assert.ok(text.de && text.en)
      assert.ok(harvester.settings.safeParse({}).success)
      assert.ok(harvester.suits(new URL(harvester.example)) > 0)
    })

    test('a look says what would come and writes nothing', async () => {
      const look = await run('look')
      assert.equal(look.state, 'ready')
      assert.deepEqual(sums(look), [25, 25, 0, 0, 0, 0])
      assert.deepEqual(await published(), [])
      assert.deepEqual(look.summary.publishers, [{ name: 'Stadt Musterhausen', count: 25 }])
    })

    test('what a person takes over is there, page by page, with where it came from', async () => {
      const look = await run('look')
      assert.equal(await confirmRun(town.house.database.system, tenant(), look.id, null), source.id)
      const done = await run()
      assert.equal(done.id, look.id)
      assert.equal(done.state, 'done')
      assert.deepEqual(sums(done), [25, 25, 0, 0, 0, 0])
      assert.equal((await published()).length, 25)
      assert.ok(done.pages >= 1)
      const { rows } = await sql<{
        name: string
        n: number
      }>`select s.name, count(*)::int as n from catalogue_origin o join catalogue_origin_source s on s.tenant = o.tenant and s.id = o.source
        where s.id = ${source.id} group by s.name`.execute(town.house.database.system)
      assert.deepEqual(rows, [{ name: source.name, n: 25 }])
    })

    test('a second run changes nothing, a third only what changed', async () => {
      assert.deepEqual(sums(await run()), [25, 0, 0, 25, 0, 0])
      portal.records = portal.records.map((one, at) => (at === 3 ? { ...one, title: 'Umbenannt' } : one))
      portal.records.push(
        ...portalRecords(1, () => ({ id: 'satz-99999', title: 'Frisch', file: `https://daten.example/${randomUUID()}` })),
      )
      portal.records.splice(7, 1)
      const third = await run()
      adds(third)
      assert.deepEqual(sums(third), [26, 1, 1, 23, 1, 0])
      assert.ok((await published()).includes('Umbenannt'))
      assert.equal((await published()).length, 25)
    })

    test('a run by the clock asks for changes only, loses nothing and calls nothing vanished', async () => {
      const byClock = async () => {
        fill()
        portal.asked.length = 0
        const done = await runHarvest(town.house, { tenant: tenant(), source: source.id, mode: 'run', cause: 'clock', limits })
        assert.equal(done?.state, 'done')
        return done as Run
      }
      await run()
      const there = await published()
      const quiet = await byClock()
      // A kind that cannot ask for changes leaves no mark and reads everything.
      const tells = (await sourceById(town.house.database.system, tenant(), source.id))?.mark !== null
      assert.deepEqual([quiet.partial, ...sums(quiet)], tells ? [true, 0, 0, 0, 0, 0, 0] : [false, 25, 0, 0, 25, 0, 0])
      if (tells) assert.ok(portal.asked.length <= 1, 'nothing changed, nothing was read')
      const [first, , ...others] = portal.records
      const news = {
        ...(first as (typeof portal.records)[number]),
        description: 'Neu gefasst.',
        modified: new Date().toISOString(),
      }
      const [gone] = portal.records.slice(1)
      portal.records = [news, ...others]
      const few = await byClock()
      adds(few)
      assert.equal(few.updated, 1)
      // Where the source tells changes alone, only a whole run notices what is missing; else it is one already.
      if (few.partial) assert.deepEqual([few.read, few.withdrawn, (await published()).length], [1, 0, there.length])
      const whole = await run()
      assert.equal(few.withdrawn + whole.withdrawn, 1)
      assert.ok(!(await published()).includes(gone?.title ?? ''))
      portal.records = [news, gone as (typeof portal.records)[number], ...others]
      assert.equal((await run()).state, 'done')
      assert.equal((await published()).length, there.length)
    })

    test('what the source calls deleted is withdrawn by a run that asks for changes only; much of it waits for a person', async () => {
      if (!imitationOf(harvester.id).tellsDeleted) return
      const before = portal.records
      const modified = new Date().toISOString()
      const without = (count: number) =>
        before.map((one, at) => (at < count ? { ...one, deleted: true, modified } : one)) as typeof portal.records
      const byClock = async () => {
        const done = await runHarvest(town.house, { tenant: tenant(), source: source.id, mode: 'run', cause: 'clock', limits })
        assert.equal(done?.partial, true)
        adds(done)
        return done
      }
      await run()
      portal.records = without(1)
      assert.deepEqual(sums(await byClock()), [1, 0, 0, 0, 1, 0])
      assert.equal((await published()).length, before.length - 1)
      assert.deepEqual(sums(await byClock()), [0, 0, 0, 0, 0, 0])
      portal.records = without(9)
      const held = await byClock()
      assert.deepEqual([held.state, held.holds[0]?.kind, held.holds[0]?.params.gone], ['held', 'vanished', 8])
      assert.equal((await published()).length, before.length - 1)
      // A whole run is not taken in by the deleted records that stand in the list and count in its size.
      portal.records = without(1)
      const whole = await run()
      assert.deepEqual([whole.state, whole.read, whole.unchanged], ['done', before.length - 1, before.length - 1])
      portal.records = before
      const back = await run()
      assert.deepEqual([back.state, back.created + back.updated], ['done', 1])
      assert.equal((await published()).length, before.length)
    })

    test('a record that cannot be read is named with the record itself, and the others come', async () => {
      const before = portal.records
      portal.records = before.map((one, at) => (at === 0 ? { ...one, id: 'ohne-titel', title: '' } : one))
      const done = await run()
      adds(done)
      // Where the kind takes another field for the title the record comes all the same.
      if (done.rejected > 0) {
        const [issue] = await issuesOf(town.house.database.system, tenant(), done.id)
        assert.match(issue?.sourceId ?? '', /ohne-titel/)
        assert.ok(issue?.excerpt)
      }
      assert.equal(done.state, 'done')
      portal.records = before
      await run()
    })

    test('all ids change: the records are recognised, and keep their place here', async () => {
      const ids = async () =>
        (
          await sql<{
            id: string
            slug: string
          }>`select r.id, r.slug from harvest_record h join catalogue_resource r on r.id = h.resource where h.source = ${source.id} and h.state = 'there' order by r.id`.execute(
            town.house.database.system,
          )
        ).rows
      const before = await ids()
      portal.records = portal.records.map((one) => ({ ...one, id: `neu-${one.id}` }))
      const done = await run()
      assert.equal(done.state, 'done')
      assert.equal(done.renamed, 25)
      assert.deepEqual(sums(done), [25, 0, 25, 0, 0, 0])
      assert.deepEqual(await ids(), before)
    })

    test('most of it vanished: held, nothing withdrawn, and taken over when a person says so', async () => {
      const before = portal.records
      portal.records = before.slice(0, 3)
      const held = await run()
      assert.equal(held.state, 'held')
      adds(held)
      assert.deepEqual(held.holds[0]?.kind, 'vanished')
      assert.deepEqual(held.holds[0]?.params, { gone: 22, before: 25, percent: 88, limit: 20 })
      assert.equal((await published()).length, 25)
      await dropRun(town.house.database.system, tenant(), held.id)
      portal.records = before
      assert.equal((await run()).state, 'done')
      portal.records = before.slice(0, 3)
      const again = await run()
      await confirmRun(town.house.database.system, tenant(), again.id, null)
      const done = await run()
      assert.deepEqual([done.state, ...sums(done)], ['done', 25, 0, 0, 3, 22, 0])
      assert.equal((await published()).length, 3)
    })

    test('nothing at all: held or failed, and the last good state stays', async () => {
      const before = portal.records
      portal.records = []
      const held = await run()
      assert.ok(held.state === 'held' || held.state === 'failed')
      assert.equal((await published()).length, 3)
      portal.records = before
      assert.equal((await run()).state, 'done')
    })

    test('what staff keeps survives the next run', async () => {
      await sql`update catalogue_resource set own_since = now(), title = 'Von Hand' where id = (select resource from harvest_record where source = ${source.id} and state = 'there' limit 1)`.execute(
        town.house.database.system,
      )
      portal.records = portal.records.map((one) => ({ ...one, description: `${one.description} Neu.` }))
      const done = await run()
      adds(done)
      assert.equal(done.kept, 1)
      assert.ok((await published()).includes('Von Hand'))
    })

    test("a mapping sends the records of a publisher into the catalogue of its town; another's town stays out of reach", async () => {
      const targets = async () =>
        (
          await sql<{
            target: string
            n: number
          }>`select target, count(*)::int as n from harvest_record where source = ${source.id} and state = 'there' group by target`.execute(
            town.house.database.system,
          )
        ).rows
      const to = (slug: string) =>
        writeMapping(town.house.database.system, tenant(), source.id, {
          publishers: { stadtmusterhausen: slug },
          values: noMapping.values,
        })
      await to(places.stadt)
      adds(await run())
      assert.deepEqual(await targets(), [{ target: town.site(places.stadt).id, n: 3 }])
      assert.equal((await published()).length, 3)
      await to(places.land)
      adds(await run())
      assert.deepEqual(await targets(), [{ target: tenant(), n: 3 }])
    })

    test('licences, themes and formats that no list knows are named, and get the meaning that people give them', async () => {
      const verband = 'https://verband.example'
      portal.records = portal.records.map((one) => ({
        ...one,
        file: one.file.replace(/\.csv$/, ''),
        license: `${verband}/lizenz`,
        theme: `${verband}/gewaesser`,
        format: `${verband}/pegelformat`,
      }))
      const before = await run()
      adds(before)
      const unknown = new Map(before.summary.unknown?.map((one) => [one.kind, [one.value, one.count]]))
      assert.deepEqual(unknown.get('license'), [`${verband}/lizenz`, 3])
      assert.deepEqual(unknown.get('theme'), [`${verband}/gewaesser`, 3])
      assert.deepEqual(unknown.get('format'), [`${verband}/pegelformat`, 3])
      const meant = {
        license: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
        theme: 'http://publications.europa.eu/resource/authority/data-theme/ENVI',
        format: 'http://publications.europa.eu/resource/authority/file-type/XML',
      }
      await writeMapping(town.house.database.system, tenant(), source.id, {
        publishers: {},
        values: {
          license: { [`${verband}/lizenz`]: meant.license },
          theme: { [`${verband}/gewaesser`]: meant.theme },
          format: { [`${verband}/pegelformat`]: meant.format },
          column: {},
        },
      })
      const after = await run()
      adds(after)
      // One of the three is kept by hand.
      const open = after.summary.unknown?.filter((one) => one.kind !== 'column')
      assert.deepEqual([after.updated, after.kept, open], [2, 1, []])
      const { rows } = await sql<{
        record: { theme: string[]; distribution: { license: string; format: string }[] }
      }>`select r.record from harvest_record h join catalogue_resource r on r.id = h.resource
        where h.source = ${source.id} and h.state = 'there' and r.own_since is null`.execute(town.house.database.system)
      assert.equal(rows.length, 2)
      for (const { record } of rows) {
        assert.ok(record.theme.includes(meant.theme))
        assert.deepEqual(
          record.distribution.map((one) => [one.license, one.format]),
          [[meant.license, meant.format]],
        )
      }
    })
  })
