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

const post = formPoster(() => town, '10.0')
const wish = { title: 'Standorte aller Trinkbrunnen', body: 'Für eine Karte des Schulwegs.', schritt: 'senden' }
const base = `/${places.stadt}`
/** Hands a wish in; gives its number and secret link. */
async function handIn(values: Record<string, string> = {}) {
  const sent = await post(`${base}/datenwuensche/neu`, { ...wish, ...values })
  assert.equal(sent.statusCode, 303, sent.body)
  const link = String(sent.headers.location).split('?')[0] ?? ''
  const receipt = await town.get(link)
  const number = /D[W]-\d{4}-\d{4}/.exec(receipt.body)?.[0] ?? ''
  return { link, number, receipt, path: `${base}/datenwuensche/${number}` }
}
const mails = async () =>
  (
    await sql<{
      to: string
      subject: string
      text: string
    }>`select to_address as to, subject, text from platform_mail order by created_at`.execute(town.house.database.system)
  ).rows
const staff = (path: string, values: Record<string, string>) =>
  post(`${base}/intern/datenwuensche/${path}`, values, { cookie: clerk.cookie })
const idOf = async (number: string) =>
  (
    await sql<{
      id: string
    }>`select id from catalogue_request where number = ${Number(number.slice(-4))} and kind = 'wish' and tenant = ${town.site(places.stadt).id}`.execute(
      town.house.database.system,
    )
  ).rows[0]?.id ?? ''

suite('wishes for data', () => {
  before(async () => {
    town = await testServer()
    clerk = await signedIn(town, { [places.stadt]: ['open-data-coordinator'] })
    await town.publish(places.stadt, [dataset('Trinkbrunnen im Stadtgebiet')])
    await town.follow()
  })
  after(() => town?.close())

  test('what exists is offered first, and nothing is kept before the button', async () => {
    const checked = await post(`${base}/datenwuensche/neu`, { ...wish, schritt: 'pruefen' })
    assert.equal(checked.statusCode, 200)
    assert.match(checked.body, /Trinkbrunnen im Stadtgebiet/)
    assert.match((await town.get(`${base}/datenwuensche`)).body, /Noch hat niemand Daten gewünscht/)
  })

  test('a wish gets a number, stands in public at once, and is followed by a secret link', async () => {
    const { receipt, number, path } = await handIn()
    assert.match(number, /^DW-\d{4}-0001$/)
    assert.match(receipt.body, /Ihr Datenwunsch ist angekommen|Standorte aller Trinkbrunnen/)
    assert.equal(receipt.headers['referrer-policy'], 'same-origin')
    assert.equal(receipt.headers['cache-control'], 'private, no-store')
    assert.match(String(receipt.headers['x-robots-tag']), /noindex/)
    const page = await town.get(path)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /Standorte aller Trinkbrunnen/)
    for (const view of [base, `/${places.kreis}`, ''])
      assert.match((await town.get(`${view}/datenwuensche`)).body, /Standorte aller Trinkbrunnen/, view)
    assert.doesNotMatch((await town.get(`/${places.dorf}/datenwuensche`)).body, /Trinkbrunnen/)
  })

  test('faults name their fields and what was typed stays', async () => {
    const refused = await post(`${base}/datenwuensche/neu`, {
      title: '',
      body: 'Für die <Schule>',
      email: 'anna@',
      schritt: 'senden',
    })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /href="#title"/)
    assert.match(refused.body, /href="#email"/)
    assert.match(refused.body, /Für die &lt;Schule>/)
  })

  test('what has traces of persons waits for staff; nobody else sees it', async () => {
    const { receipt, path, link } = await handIn({ title: 'Rückruf zum Brunnen', body: 'Rufen Sie an: 02594 123456' })
    assert.match(receipt.body, /wird geprüft/)
    assert.equal((await town.get(path)).statusCode, 404)
    for (const address of ['datenwuensche', 'datenwuensche.csv', 'datenwuensche.atom', 'api/v1/wishes', 'sitemap-1.xml'])
      assert.doesNotMatch((await town.get(`${base}/${address}`)).body, /Rückruf zum Brunnen/, address)
    const id = await idOf(path.slice(-12))
    const page = await town.get(`${base}/intern/datenwuensche/${id}`, { cookie: clerk.cookie })
    assert.match(page.body, /Telefonnummern/)
    await staff(id, { tat: 'veroeffentlichen' })
    assert.equal((await town.get(path)).statusCode, 200)
    assert.match((await town.get(link)).body, /öffentlich/)
  })

  test('100 browsers join at once and are counted once each', async () => {
    const { path, number } = await handIn({ title: 'Zählungen an Radwegen' })
    const first = await post(`${path}/auch`, {}, {}, '10.9.9.9')
    assert.equal(first.statusCode, 303)
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? ''
    const crowd = await Promise.all(Array.from({ length: 99 }, () => post(`${path}/auch`, {}, {}, '10.9.9.9')))
    assert.deepEqual([...new Set(crowd.map((one) => one.statusCode))], [303])
    await Promise.all(Array.from({ length: 10 }, () => post(`${path}/auch`, {}, { cookie }, '10.9.9.8')))
    const { rows } = await sql<{ joined: number; rows: number }>`
      select joined, (select count(*)::int from catalogue_request_join j where j.request = r.id) as rows from catalogue_request r where id = ${await idOf(number)}`.execute(
      town.house.database.system,
    )
    assert.deepEqual(rows, [{ joined: 100, rows: 100 }])
    assert.match((await town.get(path, { cookie })).body, /Sie haben sich angeschlossen/)
    assert.match((await town.get(path)).body, /Das brauche ich auch/)
    // A number that somebody made up is not taken for ours.
    const forged = await post(`${path}/auch`, {}, { cookie: `allmende-auch=${'A'.repeat(22)}.${'B'.repeat(22)}` })
    assert.notEqual(String(forged.headers['set-cookie']).includes('A'.repeat(22)), true)
  })

  test('30 wishes at once get 30 numbers without a gap', async () => {
    const made = await Promise.all(Array.from({ length: 30 }, (_, i) => handIn({ title: `Gleichzeitiger Wunsch ${i}` })))
    const numbers = made.map((one) => Number(one.number.slice(-4))).sort((a, b) => a - b)
    assert.equal(new Set(numbers).size, 30)
    assert.equal((numbers.at(-1) ?? 0) - (numbers[0] ?? 0), 29)
  })

  test('she is asked, answers, is answered, and told each time: once', async () => {
    const { link, number, path } = await handIn({ title: 'Wartezeiten im Bürgerbüro', email: 'Petra@post.example' })
    const [letter] = (await mails()).filter((mail) => mail.subject.includes(number))
    const manage = /https:\/\/portal\.example(\/\S+\/abo\/[\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? ''
    assert.ok(manage, letter?.text)
    // A scanner opens the link; nothing is confirmed by that.
    await town.get(manage)
    assert.match((await town.get(manage)).body, /Ja, schreiben Sie mir/)
    for (let twice = 0; twice < 2; twice++) assert.equal((await post(manage, { tat: 'bestaetigen' })).statusCode, 303)
    const id = await idOf(number)
    await staff(id, { tat: 'fragen', body: 'Je Tag oder je Monat?' })
    await tellAll(town)
    assert.match((await town.get(link)).body, /Je Tag oder je Monat\?/)
    assert.doesNotMatch((await town.get(path)).body, /Je Tag oder je Monat/)
    await post(link, { tat: 'antworten', reply: 'Je Monat, petra@post.example' })
    assert.equal(
      (await staff(id, { tat: 'antworten', outcome: 'not-allowed', body: 'Zu wenige Fälle je Schalter.' })).statusCode,
      422,
    )
    const answered = await staff(id, {
      tat: 'antworten',
      outcome: 'not-allowed',
      law: '§ 3 Absatz 3 ODV NRW',
      body: 'Zu wenige Fälle je Schalter.',
      office: 'Bürgeramt',
    })
    assert.equal(answered.statusCode, 303)
    await Promise.all([tellAll(town), tellAll(town), tellAll(town)])
    await tellAll(town)
    const told = (await mails()).filter((mail) => mail.subject.includes(number))
    assert.deepEqual(
      told.map((mail) => mail.subject.replace(number, 'N')),
      [
        'Bitte bestätigen: N: Wartezeiten im Bürgerbüro',
        'Nachricht zu N: Wartezeiten im Bürgerbüro',
        'Antwort auf N: Wartezeiten im Bürgerbüro',
      ],
    )
    assert.match(told.at(-1)?.text ?? '', /§ 3 Absatz 3 ODV NRW/)
    const page = await town.get(path)
    assert.match(page.body, /Bürgeramt/)
    assert.doesNotMatch(page.body, /petra@post|Je Monat/)
    assert.match(
      (await post(link, { tat: 'aendern', title: 'Etwas anderes', body: 'nachträglich' })).headers.location as string,
      /zu-spaet/,
    )
  })

  test('it is given to a colleague who works here, and to nobody else', async () => {
    const colleague = await signedIn(town, { [places.stadt]: ['data-owner'] }, { name: 'Karla Kuhn' })
    const stranger = await signedIn(town, { [places.dorf]: ['administrator'] }, { name: 'Fremde Person' })
    const { number } = await handIn({ title: 'Wer ist zuständig' })
    const id = await idOf(number)
    await staff(id, { tat: 'jemandem', person: stranger.id })
    const page = () => town.get(`${base}/intern/datenwuensche/${id}`, { cookie: clerk.cookie })
    assert.match((await page()).body, /Noch ist niemand zuständig/)
    await staff(id, { tat: 'jemandem', person: colleague.id })
    assert.match((await page()).body, /Zuständig ist: Karla Kuhn/)
    assert.match(
      (await town.get(`${base}/intern/datenwuensche?stand=meine`, { cookie: colleague.cookie })).body,
      /Wer ist zuständig/,
    )
  })

  test('a withdrawn wish is gone from everywhere; withdrawing twice is once', async () => {
    const { link, path } = await handIn({ title: 'Zurückgezogener Wunsch' })
    for (let twice = 0; twice < 2; twice++) assert.equal((await post(link, { tat: 'zurueckziehen' })).statusCode, 303)
    assert.equal((await town.get(path)).statusCode, 404)
    assert.doesNotMatch((await town.get(`${base}/datenwuensche.csv`)).body, /Zurückgezogener/)
  })

  test('the sixth text from one line within an hour meets a puzzle; readers and joiners do not', async () => {
    const send = () => post(`${base}/datenwuensche/neu`, { ...wish, title: 'Vom selben Anschluss' }, {}, '192.0.2.7')
    for (let i = 0; i < 5; i++) assert.equal((await send()).statusCode, 303)
    const slow = await send()
    assert.equal(slow.statusCode, 429)
    assert.match(slow.body, /data-puzzle=/)
    assert.match(slow.body, /warten Sie bitte bis \d\d:\d\d Uhr/)
    assert.match(slow.body, /mailto:daten@ahornstadt\.example/)
    assert.equal(
      (
        await town.ask({
          method: 'GET',
          url: `${base}/datenwuensche`,
          headers: { host: 'portal.example' },
          remoteAddress: '192.0.2.7',
        })
      ).statusCode,
      200,
    )
    const { path } = await handIn()
    assert.equal((await post(`${path}/auch`, {}, {}, '192.0.2.7')).statusCode, 303)
  })

  test('a list that cannot be read says which part', async () => {
    const refused = await town.get(`${base}/datenwuensche?stand=halb&ort=nirgends&nach=1%27%20or%201`)
    assert.equal(refused.statusCode, 400)
    for (const name of ['stand', 'ort', 'nach']) assert.match(refused.body, new RegExp(`„${name}“`))
  })

  test('leafing by key shows every wish once', async () => {
    const seen: string[] = []
    let path: string | undefined = `${base}/datenwuensche`
    while (path) {
      const { body } = await town.get(path)
      seen.push(...[...body.matchAll(/<h3><a href="[^"]*(DW-\d{4}-\d{4})"/g)].map((found) => found[1] ?? ''))
      path = /rel="next" href="([^"#]*)/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    assert.ok(seen.length > 35, String(seen.length))
    assert.equal(new Set(seen).size, seen.length)
  })
})
