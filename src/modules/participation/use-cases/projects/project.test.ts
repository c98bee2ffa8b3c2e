// The register of projects: edited by two, published, followed; suggestions with supporters that count once; what is forgotten.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { atWork } from '#support/editing.ts'
import { places } from '#support/house.ts'
import { formPoster } from '#support/http-client.ts'
import { mailTo, signedIn, type TestPerson } from '#support/people.ts'
import { insertProcedureOf } from '#support/procedure.ts'
import { plantProject } from '#support/project.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { eraseParticipant, participationOfPerson } from '../../store/participation-personal.ts'
import { forgetParticipation } from '../../store/participation-tidy.ts'
import { tellParticipation } from '../follow/tell-news.ts'

let town: TestServer
let officer: TestPerson
const base = `/${places.stadt}`
const post = formPoster(() => town, '10.61')
const db = () => town.house.database.system as never
const staff = (path: string, values: Record<string, string | string[]>, who = officer) =>
  post(`${base}/intern/vorhaben${path}`, values as Record<string, string>, { cookie: who.cookie })
/** What the form began with, as its hidden field says. */
const marksOf = async (id: string) => {
  const form = await town.get(`${base}/intern/vorhaben/${id}/bearbeiten`, { cookie: officer.cookie })
  return (/name="stand" value="([^"]+)"/.exec(form.body)?.[1] ?? '').replaceAll('&quot;', '"')
}
const text = async (path: string, status = 200) => {
  const answer = await town.get(base + path)
  assert.equal(answer.statusCode, status, answer.body.slice(0, 300))
  return answer.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}
const one = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(db())).rows[0] as T

const whole = {
  title: 'Freibad sanieren',
  lead: 'Das Bad wird saniert.',
  stage: 'planned',
  timetable: 'Bau ab 2028',
  office: 'Sportamt',
  contactEmail: 'sport@ahornstadt.example',
  costFrom: '6.500.000',
  costTo: '9.000.000 €',
  papers: 'Vorlage 12 | https://ris.example/oparl/paper/12',
  participation: 'open',
  themes: 'EDUC',
  district: 'Süd',
}

suite('the register of projects', () => {
  before(async () => {
    const modules = ['catalogue', 'participation']
    town = await testServer({ tenants: { stadt: { modules }, dorf: { modules } } })
    officer = await signedIn(town, { [places.stadt]: ['participation-officer', 'open-data-coordinator'] })
  })
  after(() => town?.close())

  test('from a title to a public page: what is missing is said, what was is kept, and two who save do not lose each other’s words', async () => {
    const begun = await staff('/neu', { title: 'Freibad sanieren' })
    const id = /vorhaben\/([\w-]+)\/bearbeiten/.exec(String(begun.headers.location))?.[1] ?? ''
    assert.equal((await town.get(`${base}/mitmachen/vorhaben/freibad-sanieren`)).statusCode, 404)
    assert.match(String((await staff(`/${id}/veroeffentlichen`, {})).headers.location), /nicht-jetzt/)
    const first = await marksOf(id)
    const wrong = await staff(`/${id}/bearbeiten`, {
      ...whole,
      stand: first,
      costFrom: 'viel',
      costTo: '1',
      papers: 'Vorlage ohne Adresse',
    })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Bitte geben Sie ganze Euro ein/)
    assert.match(wrong.body, /Vorlage ohne Adresse/, 'nothing that was typed is lost')
    assert.equal((await staff(`/${id}/bearbeiten`, { ...whole, stand: first })).statusCode, 303)
    assert.match(String((await staff(`/${id}/veroeffentlichen`, {})).headers.location), /getan=veroeffentlicht/)
    const page = await text('/mitmachen/vorhaben/freibad-sanieren')
    assert.match(page, /In Planung.*6\.500\.000 € bis 9\.000\.000 €.*Vorlage 12/)
    assert.match(await text('/mitmachen/vorhaben?thema=EDUC&ortsteil=S%C3%BCd&stand=geplant'), /Freibad sanieren/)
    assert.doesNotMatch(await text('/mitmachen/vorhaben?stand=fertig'), /Freibad sanieren/)
    const marks = await marksOf(id)
    const change = (values: Record<string, string>) => staff(`/${id}/bearbeiten`, { ...whole, stand: marks, ...values })
    assert.equal((await change({ lead: 'Das Bad wird bald saniert.' })).statusCode, 303)
    assert.equal((await change({ stage: 'decided' })).statusCode, 303, 'another field: both hold')
    assert.match(await text('/mitmachen/vorhaben/freibad-sanieren'), /bald saniert.*Beschlossen/)
    assert.equal((await change({ lead: 'Ganz anders.' })).statusCode, 409)
    const kept = await one(sql<{ n: number }>`select count(*)::int as n from participation_project_version where project = ${id}`)
    assert.equal(kept.n, 3, 'the first wording, and what two changed')
    const csv = (await town.get(`${base}/mitmachen/vorhaben.csv`)).body
    assert.match(csv, /^title,lead,stage,[\s\S]*Freibad sanieren,Das Bad wird bald saniert\.,decided/)
    assert.doesNotMatch(csv, /sport@/)
    const json = JSON.parse((await town.get(`${base}/mitmachen/vorhaben.json`)).body) as { projects: { cost_to: number }[] }
    assert.equal(json.projects[0]?.cost_to, 9_000_000)
    assert.match(String((await staff(`/${id}/zurueckziehen`, { grund: 'kurz' })).statusCode), /422/)
    await staff(`/${id}/zurueckziehen`, { grund: 'Der Rat hat anders entschieden.' })
    assert.match(await text('/mitmachen/vorhaben/freibad-sanieren', 410), /Der Rat hat anders entschieden/)
  })

  test('who follows is told of a new stage and of a procedure, once; the address is gone with the end', async () => {
    const { id, slug } = await plantProject(town, places.stadt, { title: 'Brücke bauen' })
    await post(`${base}/mitmachen/vorhaben/${slug}/auf-dem-laufenden`, { email: 'anna@post.example', rhythmus: 'taeglich' })
    const link = (await mailTo(town, 'anna@post.example'))?.link ?? ''
    await post(link, { tat: 'bestaetigen' })
    const procedure = await insertProcedureOf(town, places.stadt, { slug: 'bruecke-fragen' })
    await sql`update participation_project set stage = 'running' where id = ${id}`.execute(db())
    await sql`insert into participation_project_procedure (procedure, project, tenant) select id, ${id}, tenant from participation_procedure where id = ${procedure.id}`.execute(
      db(),
    )
    await sql`update participation_follow set rhythm = 'immediate' where project = ${id}`.execute(db())
    assert.equal(await tellParticipation(town.house as never), 1)
    const mail = await mailTo(town, 'anna@post.example')
    assert.match(mail?.text ?? '', /neuen Stand: In Umsetzung[\s\S]*bruecke-fragen/)
    assert.equal(await tellParticipation(town.house as never), 0)
    assert.match(await text('/mitmachen/bruecke-fragen'), /gehört zum Vorhaben Brücke bauen/)
    await post(`${link}/ende`, {})
    assert.equal((await one(sql<{ n: number }>`select count(*)::int as n from participation_follow where project = ${id}`)).n, 0)
  })

  test('a suggestion waits for staff, is supported once by each address, and is answered; nothing of a supporter is kept but a mark', async () => {
    const { id, slug } = await plantProject(town, places.stadt, { title: 'Schulhof' })
    await staff('/anregungen', { suggestions: 'ja', threshold: '2', months: '3' })
    const way = `${base}/mitmachen/vorhaben/${slug}/anregung`
    assert.match((await post(way, { text: 'kurz' })).body, /Das ist zu kurz/)
    const sent = await post(way, { text: 'Bitte fragen Sie auch die Kinder, sie nutzen den Hof.', name: 'Eva Linde' })
    const own = String(sent.headers.location).split('?')[0] ?? ''
    assert.match((await town.get(own)).body, /wird geprüft/)
    assert.equal((await town.get(`${way}/1`)).statusCode, 404, 'nobody reads it before staff has')
    const suggestion = (await one(sql<{ id: string }>`select id from participation_project_suggestion where project = ${id}`)).id
    const reader = await signedIn(town, { [places.stadt]: ['reader'] })
    assert.equal((await staff(`/${id}/anregung`, { anregung: suggestion, tat: 'zeigen' }, reader)).statusCode, 404)
    await staff(`/${id}/anregung`, { anregung: suggestion, tat: 'zeigen' })
    assert.match(await text(`/mitmachen/vorhaben/${slug}/anregung/1`), /0 von 2 nötigen Unterschriften/)

    const links: string[] = []
    for (const email of ['a@post.example', 'b@post.example', 'a@post.example']) {
      await post(`${way}/1`, { email })
      links.push((await mailTo(town, email))?.link ?? '')
    }
    const count = async () =>
      (await one(sql<{ n: number }>`select supporters as n from participation_project_suggestion where id = ${suggestion}`)).n
    await Promise.all(links.map((link) => post(link, { tat: 'bestaetigen' })))
    await post(links[0] ?? '', { tat: 'bestaetigen' })
    assert.equal(await count(), 2, 'one address counts once, whichever of its mails it answers')
    assert.match(await text(`/mitmachen/vorhaben/${slug}/anregung/1`), /Das reicht/)
    const { rows } = await sql`select * from participation_project_support`.execute(db())
    assert.doesNotMatch(JSON.stringify(rows), /post\.example/)

    const invalid = await staff(`/${id}/anregung`, {
      anregung: suggestion,
      tat: 'antworten',
      antwort: 'Ja, im Herbst fragen wir.',
    })
    assert.match(invalid.body, /Bitte wählen Sie, was daraus wird[\s\S]*Ja, im Herbst fragen wir/)
    await staff(`/${id}/anregung`, {
      anregung: suggestion,
      tat: 'antworten',
      ergebnis: 'accepted',
      antwort: 'Ja, im Herbst fragen wir.',
    })
    assert.match(await text(`/mitmachen/vorhaben/${slug}/anregung/1`), /Es wird eine Beteiligung geben/)
    const late = await post(`${way}/1`, { email: 'c@post.example' })
    assert.equal(late.statusCode, 409)

    const mark = (await one(sql<{ mark: Buffer }>`select address_mark as mark from participation_project_support limit 1`)).mark
    assert.equal((await participationOfPerson(db(), mark, undefined)).supports.length > 0, true)
    await eraseParticipant(db(), mark, undefined)
    assert.equal((await participationOfPerson(db(), mark, undefined)).supports.length, 0)
    assert.equal(await count(), 2, 'the number stays after the answer')
  })

  test('the database decides: no suggestion where one may not come, none after the end; its time is that of the database', async () => {
    const refused = async (given: Parameters<typeof plantProject>[2]) => {
      const { slug } = await plantProject(town, places.stadt, given)
      return (await post(`${base}/mitmachen/vorhaben/${slug}/anregung`, { text: 'Bitte fragen Sie die Leute im Viertel.' }))
        .statusCode
    }
    assert.deepEqual(
      [await refused({ participation: 'law' }), await refused({ stage: 'done' }), await refused({})],
      [410, 410, 303],
    )
    const { id } = await plantProject(town, places.stadt, { participation: 'law' })
    const acting = await atWork(town, places.stadt)
    const visitors = town.house.database.within({ tenant: acting.site.id, readable: [acting.site.id] })
    const insert = visitors.transaction().execute(async (trx) => {
      await sql`select set_config('allmende.secret', 'aa', true)`.execute(trx)
      await sql`insert into participation_project_suggestion (id, tenant, project, number, body, secret_hash)
        values (gen_random_uuid(), ${acting.site.id}, ${id}, 0, 'An der Seite vorbei.', '\\xaa')`.execute(trx)
    })
    await assert.rejects(insert, /row-level security/)
    const open = await plantProject(town, places.stadt)
    const ended = await one(sql<{
      id: string
    }>`insert into participation_project_suggestion (id, tenant, project, number, state, body, secret_hash, threshold, ends_at)
      values (gen_random_uuid(), ${acting.site.id}, ${open.id}, 0, 'public', 'Vorbei.', '\\xbb', 5, clock_timestamp() - interval '1 second') returning id`)
    const support = sql`insert into participation_project_support (id, tenant, suggestion, address_mark, secret_hash) values (gen_random_uuid(), ${acting.site.id}, ${ended.id}, '\\x01', '\\x02')`
    await assert.rejects(support.execute(visitors), /row-level security/)
    await sql`alter table participation_project_support disable row level security`.execute(db())
    try {
      await support.execute(visitors)
    } finally {
      await sql`alter table participation_project_support enable row level security`.execute(db())
      await sql`delete from participation_project_support where suggestion = ${ended.id}`.execute(db())
    }
  })

  test('what is kept only so long goes: words 30 days after, supporters 30 days after the end; the number stays', async () => {
    const { id } = await plantProject(town, places.stadt)
    const site = town.site(places.stadt)
    await sql`insert into participation_project_suggestion (id, tenant, project, number, state, body, author, secret_hash, threshold, ends_at, supporters, closed_at) values
      (gen_random_uuid(), ${site.id}, ${id}, 0, 'hidden', 'Geheimwort', 'Eva', '\\xc1', null, null, 0, now() - interval '31 days'),
      (gen_random_uuid(), ${site.id}, ${id}, 0, 'public', 'Bleibt', 'Eva', '\\xc2', 5, now() - interval '31 days', 1, null)`.execute(
      db(),
    )
    await sql`insert into participation_project_support (id, tenant, suggestion, address_mark, secret_hash, confirmed_at)
      select gen_random_uuid(), tenant, id, '\\x03', '\\x04', now() from participation_project_suggestion where secret_hash = '\\xc2'`.execute(
      db(),
    )
    await forgetParticipation(db())
    const { rows } = await sql<
      Record<string, unknown>
    >`select body, author, supporters from participation_project_suggestion where project = ${id} order by number`.execute(db())
    assert.deepEqual(rows, [
      { body: '', author: null, supporters: 0 },
      { body: 'Bleibt', author: 'Eva', supporters: 1 },
    ])
    const left = await one(
      sql<{
        n: number
      }>`select count(*)::int as n from participation_project_support u join participation_project_suggestion s on s.id = u.suggestion where s.project = ${id}`,
    )
    assert.equal(left.n, 0)
  })

  test('the register becomes an open dataset with one click, and a second one its new version', async () => {
    await plantProject(town, places.stadt, { title: 'Radweg am Bach' })
    const done = async () => String((await staff('/datensatz', {})).headers.location)
    assert.match(await done(), /datensatz=released/)
    const { resource } = await one(
      sql<{ resource: string }>`select resource from participation_project_settings where tenant = ${town.site(places.stadt).id}`,
    )
    const record = await town.store(places.stadt).byId(resource)
    assert.match(JSON.stringify(record), /Vorhabenliste[\s\S]*vorhaben\.csv/)
    assert.match(await done(), /datensatz=released/)
  })
})
