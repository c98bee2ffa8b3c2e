// Markup that the public stores with us is text wherever it is shown: not only gone, but there, letter by letter.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { formPoster } from '#support/http-client.ts'
import { tellAll } from '#support/news.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset } from '#support/text.ts'

let town: TestServer
let clerk: TestPerson
const base = `/${places.stadt}`
const post = formPoster(() => town, '10.11')
const db = () => town.house.database.system

/** One marker for each place where it is typed, so that a failure says which text came through. */
const markup = (where: string) =>
  `${where}<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>"'><a href="javascript:alert(1)">x</a>]]><!--&amp;`
const escaped = (where: string) => new RegExp(`${where}(?:&lt;|&#60;|&#x3c;)script(?:>|&gt;)alert`, 'i')
const running = /<script>alert|<img src=x|<svg\/onload|<a href="javascript:|<!--&amp;(?!amp;)/i

/** The texts of these places stand in a page, and nothing of them runs. */
function isText(body: string, shown: readonly string[], what: string): void {
  assert.doesNotMatch(body, running, what)
  for (const where of shown) assert.match(body, escaped(where), `${what} shows ${where}`)
}
const page = async (path: string, shown: readonly string[], cookie?: string) => {
  const answer = await town.get(`${base}/${path}`, cookie ? { cookie } : {})
  assert.equal(answer.statusCode, 200, path)
  isText(answer.body, shown, path)
}
async function newest(): Promise<{ id: string; number: string }> {
  const { rows } = await sql<{ id: string; number: string }>`
    select id, year || '-' || lpad(number::text, 4, '0') as number from catalogue_request order by created_at desc, number desc limit 1`.execute(
    db(),
  )
  return rows[0] ?? { id: '', number: '' }
}
const staff = async (id: string, values: Record<string, string>) => {
  const done = await post(`${base}/intern/datenwuensche/${id}`, values, { cookie: clerk.cookie })
  assert.equal(done.statusCode, 303, `${values.tat}: ${done.body.slice(0, 400)}`)
}
const mails = async () =>
  (await sql<{ subject: string; html: string }>`select subject, html from platform_mail order by created_at, id`.execute(db()))
    .rows

/** What staff does with it: ask, note, answer. */
async function work(id: string, link: string, outcome: string): Promise<void> {
  await staff(id, { tat: 'veroeffentlichen' })
  await staff(id, { tat: 'mir' })
  await staff(id, { tat: 'fragen', body: markup('FRAGE') })
  await post(link, { tat: 'antworten', reply: markup('REPLIK') })
  await staff(id, { tat: 'notieren', body: markup('NOTIZ') })
  await sql`update catalogue_subscription set confirmed_at = now() where confirmed_at is null`.execute(db())
  await staff(id, { tat: 'antworten', outcome, body: markup('ANTWORT'), office: markup('AMT').slice(0, 60) })
  await tellAll(town)
}

suite('stored markup', () => {
  before(async () => {
    town = await testServer()
    clerk = await signedIn(
      town,
      { [places.stadt]: ['open-data-coordinator', 'administrator'] },
      { name: markup('NAME').slice(0, 60) },
    )
    await town.publish(places.stadt, [dataset(`Baumkataster ${markup('SATZ')}`)])
    await town.follow()
  })
  after(() => town?.close())

  test('of a remark: at its dataset, behind its link, for staff, in the log, in mails and in all forms of the dataset', async () => {
    const slug = (await town.store(places.stadt).pageAfter('', 1))[0]?.slug ?? ''
    const form = `${base}/daten/${slug}/anmerkung`
    const tried = await post(form, { body: '', place: markup('ORT').slice(0, 150), email: markup('MAIL') })
    assert.equal(tried.statusCode, 422)
    isText(tried.body, ['ORT', 'MAIL'], 'the form that comes back')
    const typed = { body: markup('TEXT'), place: markup('ORT').slice(0, 150), file: markup('DATEI'), email: 'petra@post.example' }
    const sent = await post(form, typed)
    assert.equal(sent.statusCode, 303, sent.body.slice(0, 500))
    const link = String(sent.headers.location).split('?')[0] ?? ''
    const { id } = await newest()
    await work(id, link, 'fixed')
    const own = link.slice(base.length + 1)
    await page(`daten/${slug}`, ['SATZ', 'TEXT', 'ORT', 'ANTWORT', 'AMT'])
    await page(`en/daten/${slug}`, ['TEXT', 'ANTWORT'])
    await page(own, ['TEXT', 'ORT', 'FRAGE', 'REPLIK', 'ANTWORT'])
    await page(`intern/datenwuensche/${id}`, ['TEXT', 'ORT', 'FRAGE', 'REPLIK', 'NOTIZ', 'ANTWORT', 'NAME'], clerk.cookie)
    for (const path of ['intern/datenwuensche?stand=beantwortet', 'intern', 'intern/protokoll', 'intern/datensaetze'])
      await page(path, [], clerk.cookie)
    for (const kind of ['ttl', 'rdf', 'jsonld']) {
      const { body } = await town.get(`${base}/daten/${slug}.${kind}`, { accept: '*/*' })
      assert.doesNotMatch(body, /TEXT<|ANTWORT/, `${kind}: remarks are no metadata`)
    }
    for (const path of ['daten.atom', 'daten.rss']) {
      const { body } = await town.get(`${base}/${path}`)
      isText(body, ['SATZ'], path)
    }
    for (const mail of await mails()) isText(mail.html, [], mail.subject)
    assert.ok(
      (await mails()).some((mail) => escaped('ANTWORT').test(mail.html)),
      'and a mail tells the answer',
    )
  })

  test('of a wish: in lists, in its page, the feed, JSON, mails, where it is offered to others, and in the draft made of it', async () => {
    const sent = await post(`${base}/datenwuensche/neu`, {
      title: markup('TITEL'),
      body: markup('ZWECK'),
      email: 'paul@post.example',
      schritt: 'senden',
    })
    const link = String(sent.headers.location).split('?')[0] ?? ''
    const { id, number } = await newest()
    await staff(id, { tat: 'veroeffentlichen' })
    const draft = await post(`${base}/intern/datenwuensche/${id}/entwurf`, {}, { cookie: clerk.cookie })
    const form = await town.get(String(draft.headers.location), { cookie: clerk.cookie })
    isText(
      (form.statusCode === 303 ? await town.get(String(form.headers.location), { cookie: clerk.cookie }) : form).body,
      ['TITEL'],
      'draft',
    )
    const offered = await post(`${base}/datenwuensche/neu`, {
      title: 'TITEL script alert img',
      body: markup('ZWEITER'),
      schritt: '',
    })
    isText(offered.body, ['ZWEITER'], 'what others are offered')
    await work(id, link, 'not-held')
    await page('datenwuensche', ['TITEL'])
    await page(`datenwuensche/DW-${number}`, ['TITEL', 'ZWECK', 'ANTWORT', 'AMT'])
    await page(`en/datenwuensche/DW-${number}`, ['TITEL'])
    await page(link.slice(base.length + 1), ['TITEL', 'ZWECK', 'FRAGE', 'REPLIK', 'ANTWORT'])
    await page(`intern/datenwuensche/${id}`, ['TITEL', 'ZWECK', 'NOTIZ'], clerk.cookie)
    await page('intern/protokoll', ['TITEL'], clerk.cookie)
    const feed = await town.get(`${base}/datenwuensche.atom`)
    isText(feed.body, ['TITEL'], 'feed')
    assert.doesNotMatch(feed.body, /\]\]>/, 'which is no XML')
    const api = await town.get(`${base}/api/v1/wishes`)
    assert.match(String(api.headers['content-type']), /^application\/json/)
    const [wish] = api.json().wishes
    assert.deepEqual([wish.title, wish.purpose, wish.answer.text], [markup('TITEL'), markup('ZWECK'), markup('ANTWORT')])
    for (const mail of await mails()) {
      isText(mail.html, [], mail.subject)
      assert.doesNotMatch(mail.subject, /[\r\n]/)
    }
  })
})
