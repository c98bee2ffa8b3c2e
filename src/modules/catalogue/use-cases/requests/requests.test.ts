import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { releaseDraft, saveDraft } from '#catalogue'
import { forgetRequests, wishPersonal } from '#plaques/catalogue'
import { listAudit } from '#platform/audit'
import { titleOf } from '#standards/dcat-ap-de'
import { editHouse, lawful, must, whole } from '#support/editing.ts'
import { places } from '#support/house.ts'
import { formPoster } from '#support/http-client.ts'
import { tellAll } from '#support/news.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset } from '#support/text.ts'
import { wishCounts } from '../../pages/staff-requests/staff-tasks.ts'
import { draftById } from '../../store/draft-store.ts'
import type { RequestsOfPerson } from '../../store/request-tidy.ts'
import { staffDb } from '../edit/staff.ts'

let town: TestServer
let clerk: TestPerson
const base = `/${places.stadt}`
const post = formPoster(() => town, '10.2')
const db = () => town.house.database.system
const parts = async () => ({ ...town.house, search: await town.house.index() })
const mailsTo = async (to: string) =>
  (
    await sql<{
      subject: string
      text: string
    }>`select subject, text from platform_mail where to_address = ${to} order by created_at, id`.execute(db())
  ).rows
const confirmAll = () => sql`update catalogue_subscription set confirmed_at = now() where confirmed_at is null`.execute(db())
const lastId = async () =>
  (await sql<{ id: string }>`select id from catalogue_request order by created_at desc, number desc limit 1`.execute(db()))
    .rows[0]?.id ?? ''
const publisher = {
  uri: 'https://ahornstadt.example/gruen',
  name: [{ value: 'Grünflächenamt Ahornstadt', lang: 'de' }],
  extra: [],
}
const changed = (word: string, title = 'Baumkataster') => ({
  ...dataset(title),
  publisher,
  keyword: [{ value: word, lang: 'de' }],
})

suite('remarks, releases, digests, and what is forgotten', () => {
  before(async () => {
    town = await testServer()
    clerk = await signedIn(town, { [places.stadt]: ['open-data-coordinator'] })
    await town.publish(places.stadt, [dataset('Baumkataster')])
    await town.follow()
  })
  after(() => town?.close())

  test('a remark stands at the dataset with its answer; one that waits only as a fact', async () => {
    const page = () => town.get(`${base}/daten/baumkataster`)
    assert.match((await page()).body, /Niemand hat etwas angemerkt/)
    const sent = await post(`${base}/daten/baumkataster/anmerkung`, {
      body: 'In Zeile 12 steht 1.250 statt 12.500.',
      place: 'Spalte Umfang',
    })
    assert.equal(sent.statusCode, 303)
    const shown = await page()
    assert.match(shown.body, /AN-\d{4}-0001/)
    assert.match(shown.body, /1\.250 statt 12\.500/)
    assert.match(shown.body, /noch nicht beantwortet/)
    await post(
      `${base}/intern/datenwuensche/${await lastId()}`,
      { tat: 'antworten', outcome: 'fixed', body: 'Der Punkt fehlte.' },
      { cookie: clerk.cookie },
    )
    assert.match((await page()).body, /Eine Anmerkung, beantwortet\./)
    await post(`${base}/daten/baumkataster/anmerkung`, { body: 'Fragen Sie mich: 02594 123456' })
    const waiting = await page()
    assert.match(waiting.body, /Eine Anmerkung wird geprüft/)
    assert.doesNotMatch(waiting.body, /02594/)
    assert.equal((await post(`${base}/daten/gibt-es-nicht/anmerkung`, { body: 'x' })).statusCode, 404)
  })

  test('a wish becomes a draft, and when that is released it is answered and its followers are told once', async () => {
    await post(`${base}/datenwuensche/neu`, {
      title: 'Spielplätze mit Geräten',
      body: 'Für Eltern',
      email: 'eltern@post.example',
      schritt: 'senden',
    })
    await confirmAll()
    const wish = await lastId()
    const begin = () => post(`${base}/intern/datenwuensche/${wish}/entwurf`, {}, { cookie: clerk.cookie })
    const id =
      String((await begin()).headers.location)
        .split('/')
        .at(-1) ?? ''
    assert.equal(
      String((await begin()).headers.location)
        .split('/')
        .at(-1),
      id,
      'twice is once',
    )
    const acting = { site: town.site(places.stadt), person: { id: clerk.id, name: clerk.name } }
    const draft = await draftById(staffDb(town.house, acting.site), id)
    assert.ok(draft)
    assert.equal(titleOf(draft.record), 'Spielplätze mit Geräten')
    const record = { ...whole('Spielplätze der Stadt'), uri: draft.record.uri }
    const saved = must(await saveDraft(editHouse(town), acting, { id, revision: draft.revision, record }))
    await lawful(town, acting, saved.draft)
    await tellAll(town)
    assert.equal((await mailsTo('eltern@post.example')).length, 1, 'a draft answers nothing')
    must(await releaseDraft(editHouse(town), acting, { id }))
    await town.indexed()
    for (let i = 0; i < 3; i++) await tellAll(town)
    const mails = await mailsTo('eltern@post.example')
    assert.equal(mails.length, 2)
    assert.match(mails[1]?.text ?? '', /sind veröffentlicht[\s\S]*\/daten\/spielplaetze-der-stadt/)
    assert.match((await town.get(`${base}/datenwuensche?stand=beantwortet`)).body, /Spielplätze mit Geräten/)
  })

  test('a search, a publisher and a dataset are followed from a view above; digests wait for their hour', async () => {
    const follow = async (email: string, values: Record<string, string>, from = `/${places.kreis}`) => {
      assert.equal((await post(`${from}/abonnieren`, { rhythmus: 'sofort', email, ...values })).statusCode, 303)
    }
    await follow('suche@post.example', { art: 'suche', was: 'q=Baumkataster&sort=neu&seite=3' })
    await follow('andere@post.example', { art: 'suche', was: 'q=Haltestellen' })
    await follow('taeglich@post.example', { art: 'suche', was: 'q=Baumkataster', rhythmus: 'taeglich' })
    await follow('woche@post.example', { art: 'suche', was: 'q=Baumkataster', rhythmus: 'woechentlich' })
    await town.publish(places.stadt, [changed('Buche')])
    await town.indexed()
    await tellAll(town)
    await follow('herausgeber@post.example', { art: 'herausgeber', was: 'gruenflaechenamt-ahornstadt' })
    await confirmAll()
    await town.publish(places.stadt, [changed('Ahorn')])
    await town.publish(places.stadt, [changed('Ulme')])
    await town.indexed()
    const at = (moment: string) => tellAll(town, new Date(moment))
    await at('2026-11-26T04:00:00Z') // Thursday, five in the morning here
    const counts = async () =>
      Promise.all(
        ['suche', 'andere', 'taeglich', 'woche', 'herausgeber'].map(
          async (who) => (await mailsTo(`${who}@post.example`)).length - 1,
        ),
      )
    assert.deepEqual(await counts(), [1, 0, 0, 0, 1])
    await at('2026-11-26T07:00:00Z')
    await at('2026-11-26T08:00:00Z')
    assert.deepEqual(await counts(), [1, 0, 1, 0, 1])
    await at('2026-11-30T07:00:00Z')
    assert.deepEqual(await counts(), [1, 0, 1, 1, 1])
    assert.match((await mailsTo('suche@post.example'))[1]?.text ?? '', /\/ahornstadt\/daten\/baumkataster/)
  })

  test('the queue says what is pressing, to those who may answer', async () => {
    await sql`update catalogue_request set due_on = current_date - 3 where state = 'waiting'`.execute(db())
    const list = await town.get(`${base}/intern/datenwuensche?stand=ueberfaellig`, { cookie: clerk.cookie })
    assert.match(list.body, /Eine Antwort ist überfällig/)
    assert.match(list.body, /seit 3 Tagen überfällig/)
    const visit = (may: boolean) =>
      ({ site: town.site(places.stadt), actor: {}, may: () => may }) as unknown as Parameters<typeof wishCounts>[1]
    assert.deepEqual(await wishCounts(await parts(), visit(true)), { wishes: 1 })
    assert.deepEqual(await wishCounts(await parts(), visit(false)), {})
    const { entries } = await listAudit(db(), town.site(places.stadt).id, { action: 'catalogue/answer-request' })
    assert.equal(entries.length, 1)
  })

  test('everything known of a person is given out and erased', async () => {
    const house = await parts()
    const who = { email: 'SUCHE@post.example', id: clerk.id, name: clerk.name }
    const before = (await wishPersonal(house.config).read(house.database.system as never, who)) as RequestsOfPerson
    assert.equal(before.subscriptions.length, 1)
    assert.ok(before.posts.length > 0)
    await wishPersonal(house.config).erase(house.database.system as never, who)
    const after = await wishPersonal(house.config).read(house.database.system as never, who)
    assert.deepEqual(after, { subscriptions: [], posts: [], assigned: [] })
    assert.deepEqual(
      (await sql`select 1 from catalogue_subscription_address where lower(email) = 'suche@post.example'`.execute(db())).rows,
      [],
    )
    assert.match((await town.get(`${base}/daten/baumkataster`)).body, /Der Punkt fehlte/, 'answers stay')
  })

  test('what has had its time goes by itself', async () => {
    await post(`${base}/abonnieren`, { art: 'datensatz', was: 'baumkataster', email: 'vergessen@post.example' })
    await sql`update catalogue_subscription set created_at = now() - interval '8 days' where confirmed_at is null`.execute(db())
    const sent = await post(`${base}/datenwuensche/neu`, {
      title: 'Wird zurückgezogen',
      body: 'Geheimnisvoll',
      schritt: 'senden',
    })
    await post(String(sent.headers.location).split('?')[0] ?? '', { tat: 'zurueckziehen' })
    await sql`update catalogue_request set closed_at = now() - interval '31 days', changed_at = now() - interval '31 days' where state in ('withdrawn', 'answered')`.execute(
      db(),
    )
    await forgetRequests(db())
    const left = async (query: ReturnType<typeof sql>) => (await query.execute(db())).rows.length
    assert.equal(await left(sql`select 1 from catalogue_subscription_address where email = 'vergessen@post.example'`), 0)
    assert.equal(await left(sql`select 1 from catalogue_request where body like '%Geheimnisvoll%'`), 0)
    assert.equal(
      await left(sql`select 1 from catalogue_subscription_address where email = 'eltern@post.example'`),
      0,
      'she was told: the address goes',
    )
    assert.match((await town.get(`${base}/datenwuensche?stand=beantwortet`)).body, /Spielplätze mit Geräten/, 'answers stay')
  })
})
