import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { translate } from '#app'
import { loadDemonstration, loadDesk } from '#plaques/catalogue'
import { loadDemoAccounts, loadDemoOffice } from '#plaques/identity'
import { auditedTenants, verifyAudit } from '#platform/audit'
import { type TestServer, testServer } from '#support/server.ts'
import { deskDrafts } from '../demo/desk/new-data.ts'
import { differenceOf } from './edit/difference.ts'
import { versionSteps } from './edit/versions.ts'

let portal: TestServer
const shared = process.env.ALLMENDE_SHARED

async function load(): Promise<void> {
  const { house } = portal
  await loadDemonstration(
    house,
    () => {},
    () => house.keeper.refresh(),
  )
  const people = await loadDemoAccounts(house)
  await loadDemoOffice({ ...house, translate }, people)
  await loadDesk(house, people)
}

/** How many rows there are of what the loading writes. */
async function counts(): Promise<Record<string, number>> {
  const tables =
    'catalogue_draft catalogue_comment catalogue_version catalogue_charge catalogue_resource identity_mandate identity_role identity_invitation identity_redirect identity_site_page platform_audit_entry platform_mail'
  const found: Record<string, number> = {}
  for (const table of tables.split(' ')) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.ref(table)}`.execute(
      portal.house.database.system,
    )
    found[table] = rows[0]?.n ?? -1
  }
  return found
}

const town = () => portal.site('lindenrode').id

suite('the internal area of the demonstration', () => {
  before(async () => {
    // Real catalogues, where they lie beside the project, add nothing here.
    process.env.ALLMENDE_SHARED = '/nowhere'
    portal = await testServer()
    await load()
  })
  after(async () => {
    if (shared === undefined) delete process.env.ALLMENDE_SHARED
    else process.env.ALLMENDE_SHARED = shared
    await portal?.close()
  })

  test('loading it again changes nothing', async () => {
    const first = await counts()
    await load()
    assert.deepEqual(await counts(), first)
    assert.ok(
      Object.entries(first).every(([, n]) => n > 0),
      JSON.stringify(first),
    )
  })

  test('a start that was stopped half way is made good without doubling', async () => {
    const first = await counts()
    await sql`delete from catalogue_import where source = 'demonstration: desks'`.execute(portal.house.database.system)
    await load()
    const again = await counts()
    for (const table of ['catalogue_draft', 'catalogue_comment', 'catalogue_version', 'catalogue_charge', 'catalogue_resource'])
      assert.equal(again[table], first[table], table)
  })

  test('every state is there, with times of the last weeks and the deeds in their order', async () => {
    const { rows } = await sql<{ state: string; title: string; ordered: boolean; past: boolean; due: boolean | null }>`
      select state, title, created_at <= changed_at and changed_at <= coalesce(submitted_at, changed_at)
        and coalesce(submitted_at, changed_at) <= coalesce(approved_at, now()) as ordered,
        changed_at < now() - interval '6 hours' as past, release_at > now() + interval '5 days' as due
      from catalogue_draft where tenant = ${town()}`.execute(portal.house.database.system)
    const states = new Set(rows.map((one) => one.state))
    for (const state of ['draft', 'review', 'returned', 'approved', 'scheduled', 'discarded', 'released'])
      assert.ok(states.has(state), state)
    for (const one of rows) assert.deepEqual([one.title, one.ordered, one.past], [one.title, true, true])
    assert.deepEqual(
      rows.filter((one) => one.due).map((one) => one.state),
      ['scheduled'],
    )
    assert.equal(
      rows.filter((one) => one.state === 'discarded').every((one) => one.title === 'Streugutkisten'),
      true,
    )
  })

  test('the waiting change and the older versions can be read field by field', async () => {
    const { house } = portal
    const { rows } = await sql<{ before: string; after: string }>`
      select r.record::text as before, d.record::text as after from catalogue_draft d join catalogue_resource r on r.id = d.resource
      where d.tenant = ${town()} and d.state = 'review'`.execute(house.database.system)
    assert.equal(rows.length, 1)
    const changes = differenceOf(JSON.parse(rows[0]?.before ?? ''), JSON.parse(rows[0]?.after ?? ''))
    assert.deepEqual(
      changes
        .map((one) => one.field)
        .filter((one) => one !== 'modified')
        .sort(),
      ['accrualPeriodicity', 'contactPoint', 'description', 'keyword'],
    )
    const kitas = await portal.store('lindenrode').bySlug('kindertagesstaetten')
    const steps = await versionSteps(house, portal.site('lindenrode'), kitas?.id ?? '')
    assert.deepEqual(
      steps.map((one) => [one.number, one.note]),
      [
        [3, 'Fragen beantwortet jetzt das Familienbüro'],
        [2, 'Erklärt, welche Plätze mitzählen'],
        [1, null],
      ],
    )
    const times = steps.map((one) => one.releasedAt.getTime())
    assert.deepEqual(
      times,
      [...times].sort((a, b) => b - a),
    )
    assert.ok(steps.every((one) => one.releasedAt.getTime() < house.now().getTime() - 5 * 86_400_000))
  })

  test('nothing of a draft is public', async () => {
    for (const { title } of deskDrafts) {
      const word = encodeURIComponent(title)
      for (const path of [`/lindenrode/daten?q=${word}`, `/daten?q=${word}`]) {
        const answer = await portal.get(path)
        assert.equal(answer.statusCode, 200)
        assert.ok(!answer.body.replaceAll(`value="${title}"`, '').includes(`>${title}<`), `${title} at ${path}`)
      }
    }
    const { rows } = await sql<{ id: string; name: string }>`
      select draft as id, name from catalogue_draft_file f where exists (select from catalogue_draft d where d.id = f.draft and d.resource is null)`.execute(
      portal.house.database.system,
    )
    assert.ok(rows.length >= 6)
    for (const { id, name } of rows)
      for (const path of [`/lindenrode/id/${id}`, `/lindenrode/id/${id}/datei/${name}`])
        assert.equal((await portal.get(path)).statusCode, 404, path)
  })

  test('four eyes are wanted, most records have an office, and the log holds', async () => {
    const { house } = portal
    const { rows: rules } = await sql<{ four: boolean }>`
      select (settings ->> 'fourEyes')::boolean as four from catalogue_settings where tenant = ${town()}`.execute(
      house.database.system,
    )
    assert.deepEqual(rules, [{ four: true }])
    const { rows } = await sql<{ all: number; office: number; responsible: number }>`
      select count(*)::int as all, count(*) filter (where office <> '')::int as office, count(responsible)::int as responsible
      from catalogue_entry where tenant = ${town()} and published`.execute(house.database.system)
    const [found] = rows
    assert.ok(
      found && found.office > found.all * 0.8 && found.office < found.all && found.responsible > found.all * 0.6,
      JSON.stringify(found),
    )
    for (const tenant of await auditedTenants(house.database.system))
      assert.equal((await verifyAudit(house.database.system, tenant)).fault, undefined)
    const page = await portal.get('/lindenrode/seite/ueber-dieses-portal')
    assert.match(page.body, /Stabsstelle Digitales betreibt das Portal/)
    assert.equal((await portal.get('/lindenrode/opendata/katalog')).headers.location, '/lindenrode/daten')
  })
})
