// What holds a consultation together: numbers that stay, counts of the database, the version one read, two editors at once.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import { href } from '#kernel/route.ts'
import { participationDefinition } from '#plaques/participation'
import { mainOf, send } from '#support/form-robot.ts'
import { places } from '#support/house.ts'
import { formSent } from '#support/http-client.ts'
import { signedIn } from '#support/people.ts'
import { insertProcedureOf, setPhase } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { countsOf } from './store/text-store.ts'
import { textRoutes } from './text-routes.ts'
import { plantVersion } from './use-cases/load-guidelines.ts'

const base = `/${places.stadt}`
const first = '# Ziele\n\nWir beteiligen früh.\n\nEin Beirat tagt zweimal im Jahr.'
let town: TestServer
let officer: Awaited<ReturnType<typeof signedIn>>
const system = () => town.house.database.system

/** A running consultation with one version; gives its id and the address of a paragraph. */
async function consultation(slug: string) {
  const { id } = await insertProcedureOf(town, places.stadt, { slug, format: 'text-consultation' })
  await plantVersion(system(), { tenant: town.site(places.stadt).id, procedure: id }, { source: first, note: '' })
  return { id, at: (paragraph: string) => base + href(textRoutes.paragraph, { slug, paragraph }), slug }
}
const counts = async (id: string) =>
  [...(await countsOf(system(), id)).values()].map(
    ({ key, comments, changes, answered }) => `${key}: ${comments} ${changes} ${answered}`,
  )
const say = (address: string, fields: Record<string, string>) =>
  send(town, address, new URLSearchParams({ fassung: '1', schritt: 'senden', ...fields }))
const change = (wording: string, text = 'Öfter ist besser.') => ({ art: 'aenderung', wording, text })
const staff = (method: 'get' | 'post', address: string, fields?: Record<string, string>) =>
  method === 'get'
    ? town.get(address, { cookie: officer.cookie })
    : town.ask({ ...formSent(address, new URLSearchParams(fields), { host: 'portal.example', cookie: officer.cookie }) })

before(async () => {
  town = await testServer({ tenants: { stadt: { modules: ['catalogue', participationDefinition.id] } } })
  officer = await signedIn(town, { [places.stadt]: ['administrator'] })
})
after(() => town?.close())

suite('somebody says something to a paragraph', () => {
  test('another wording is kept, counted and shown as the difference; withdrawn it is counted no more', async () => {
    const { id, at } = await consultation('text-sagen')
    const done = await say(at('2'), change('Ein Beirat tagt viermal im Jahr.'))
    assert.match(done.html, /alm-receipt/)
    await say(at('2'), { art: 'kommentar', text: 'Gut so.' })
    await say(at('gesamt'), { art: 'kommentar', text: 'Kinder fehlen.' })
    assert.deepEqual((await counts(id)).sort(), ['2: 1 1 0', ': 1 0 0'].sort())
    const page = mainOf((await town.get(at('2'))).body)
    assert.match(page, /1 Kommentar, 1 Änderungsvorschlag/)
    assert.match(page, /tagt <del><span[^>]*>entfernt: <\/span>zweimal<\/del> <ins><span[^>]*>neu: <\/span>viermal<\/ins> im/)
    await send(town, done.at.replace(/\?.*/, ''), new URLSearchParams({ tat: 'zurueckziehen' }))
    assert.ok((await counts(id)).includes('2: 1 0 0'))
  })

  test('the same words again are refused with a sentence, and nothing typed is lost', async () => {
    const { at } = await consultation('text-gleich')
    const refused = await say(at('2'), change('Ein  Beirat tagt zweimal im Jahr. ', 'Ich finde es wichtig.'))
    assert.equal(refused.status, 422)
    assert.match(refused.html, /Der Wortlaut ist derselbe wie bisher/)
    assert.match(refused.html, /Ich finde es wichtig\./)
  })

  test('a new version came meanwhile: the words that stand now are shown, the typed ones kept, then it is taken', async () => {
    const { id, at } = await consultation('text-neu')
    await plantVersion(
      system(),
      { tenant: town.site(places.stadt).id, procedure: id },
      { source: first.replace('zweimal', 'dreimal'), note: 'Öfter' },
    )
    const moved = await say(at('2'), change('Ein Beirat tagt viermal im Jahr.'))
    assert.equal(moved.status, 409)
    assert.match(moved.html, /Inzwischen gibt es eine neue Fassung/)
    assert.match(mainOf(moved.html), /tagt dreimal[\s\S]*<textarea[^>]*>Ein Beirat tagt viermal im Jahr\.<\/textarea>/)
    const done = await say(at('2'), { ...change('Ein Beirat tagt viermal im Jahr.'), fassung: '2' })
    assert.match(done.html, /alm-receipt/)
  })

  test('when the time is over the words stand there to be taken along', async () => {
    const { id, at, slug } = await consultation('text-ende')
    await setPhase(town, places.stadt, id, { slug, opens: -2, closes: -1 })
    const late = await say(at('2'), change('Ein Beirat tagt täglich.'))
    assert.equal(late.status, 409)
    assert.match(mainOf(late.html), /Ein Beirat tagt täglich\./)
    assert.deepEqual(await counts(id), [])
  })

  test('no paragraph, no page; odd numbers and letters in addresses are no fault of ours', async () => {
    const { at, slug } = await consultation('text-adressen')
    for (const odd of ['99', '0', 'h1', '1%27', 'a'.repeat(300)]) assert.equal((await town.get(at(odd))).statusCode, 404, odd)
    for (const query of ['?fassung=7', '?fassung=x', '?seite=999', '?seite=-1'])
      assert.equal((await town.get(`${base}/mitmachen/${slug}/text${query}`)).statusCode, 200, query)
    assert.equal((await town.get(`${base}/mitmachen/${slug}/fassungen?von=9&bis=zwei`)).statusCode, 200)
  })
})

suite('the office', () => {
  test('writes, looks, publishes: what was said stays at the paragraph that followed', async () => {
    const { id, at, slug } = await consultation('text-fassung')
    await say(at('2'), change('Ein Beirat tagt viermal im Jahr.'))
    const desk = base + href(textRoutes.staffText, { id })
    const source = '# Ziele\n\nNeu am Anfang.\n\nWir beteiligen früh.\n\nEin Beirat tagt viermal im Jahr, öffentlich.'
    const saved = await staff('post', desk, { stand: '1', source, tat: 'vorschau' })
    assert.equal(saved.statusCode, 303)
    const preview = mainOf((await staff('get', saved.headers.location as string)).body)
    assert.match(preview, /1 Absatz geändert, 1 Absatz neu, 1 Absatz unverändert/)
    const publish = base + href(textRoutes.publishText, { id })
    const without = await staff('post', publish, { stand: '2', fassung: '1', note: ' ' })
    assert.equal(without.statusCode, 422)
    assert.match(without.body, /Sagen Sie in einem Satz, was neu ist/)
    assert.equal((await staff('post', publish, { stand: '2', fassung: '1', note: 'Öffentlich.' })).statusCode, 303)
    const text = mainOf((await town.get(`${base}/mitmachen/${slug}/text`)).body)
    assert.match(text, /id="absatz-0a"[\s\S]*id="absatz-1"[\s\S]*id="absatz-2"[\s\S]*1 Änderungsvorschlag/)
    assert.match(mainOf((await town.get(at('2'))).body), /zu Fassung 1/)
    assert.match(mainOf((await town.get(`${base}/mitmachen/${slug}/fassungen`)).body), /1 Absatz geändert, 1 Absatz neu/)
    const again = await staff('post', publish, { stand: '2', fassung: '2', note: 'Noch einmal.' })
    assert.equal(again.statusCode, 422)
    assert.match(again.body, /Es gibt nichts zu veröffentlichen/)
    const late = await staff('post', publish, { stand: '2', fassung: '1', note: 'Zu spät.' })
    assert.equal(late.statusCode, 409)
  })

  test('says which paragraph follows which; the mark is gone with the version, and a wrong one is told', async () => {
    const { id, slug } = await consultation('text-nummer')
    const desk = base + href(textRoutes.staffText, { id })
    const preview = base + href(textRoutes.previewText, { id })
    const publish = base + href(textRoutes.publishText, { id })
    await staff('post', desk, { stand: '1', source: '{7} Alles anders.', tat: 'vorschau' })
    assert.match((await staff('get', preview)).body, /Vor einem Absatz steht \{7\}/)
    assert.equal((await staff('post', publish, { stand: '2', fassung: '1', note: 'Neu.' })).statusCode, 422)
    await staff('post', desk, { stand: '2', source: '{2} Alles anders.\n\n{neu} Wir beteiligen früh.', tat: 'vorschau' })
    assert.equal((await staff('post', publish, { stand: '3', fassung: '1', note: 'Neu.' })).statusCode, 303)
    const text = mainOf((await town.get(`${base}/mitmachen/${slug}/text`)).body)
    assert.match(text, /id="absatz-2"[\s\S]*Alles anders[\s\S]*id="absatz-3"[\s\S]*Wir beteiligen früh/)
    assert.equal((await town.get(`${base}/mitmachen/${slug}/text.md`)).body, 'Alles anders.\n\nWir beteiligen früh.')
    assert.match((await staff('get', desk)).body, /<textarea[^>]*>Alles anders\./)
  })

  test('two write at once: the second is told, sees both, and loses nothing', async () => {
    const { id } = await consultation('text-zwei')
    const desk = base + href(textRoutes.staffText, { id })
    const both = await Promise.all(
      ['Eins.', 'Zwei.'].map((source) => staff('post', desk, { stand: '1', source: `${first}\n\n${source}`, tat: 'speichern' })),
    )
    assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [303, 409])
    const told = both.find(({ statusCode }) => statusCode === 409)?.body ?? ''
    assert.match(told, /Jemand anderes hat inzwischen gespeichert/)
    for (const word of ['Eins.', 'Zwei.']) assert.ok(mainOf(told).includes(word), word)
  })

  test('two publish at once: one version, and nobody sees a fault', async () => {
    const { id } = await consultation('text-wettlauf')
    await staff('post', base + href(textRoutes.staffText, { id }), { stand: '1', source: `${first}\n\nEnde.`, tat: 'speichern' })
    const publish = base + href(textRoutes.publishText, { id })
    const both = await Promise.all([1, 2].map(() => staff('post', publish, { stand: '2', fassung: '1', note: 'Neu.' })))
    assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [303, 409])
  })

  test('an empty text and a paragraph that is too long come back with what is wrong and what was typed', async () => {
    const { id } = await consultation('text-lang')
    const desk = base + href(textRoutes.staffText, { id })
    const empty = await staff('post', desk, { stand: '1', source: '# Nur Überschrift' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /mindestens einen Absatz/)
    const long = await staff('post', desk, { stand: '1', source: `Zu lang ${'x'.repeat(4000)}` })
    assert.match(long.body, /Ein Absatz ist zu lang: „Zu lang …“/)
    assert.ok(mainOf(long.body).includes('x'.repeat(4000)))
  })

  test('settings of the procedure never lose the paragraphs, and letters can name them', async () => {
    const { id } = await consultation('text-einstellungen')
    await sql`update participation_procedure set settings = '{"rating":"three"}' where id = ${id}`.execute(system())
    const { rows } = await sql<{ settings: unknown }>`select settings from participation_procedure where id = ${id}`.execute(
      system(),
    )
    assert.deepEqual(rows[0]?.settings, { rating: 'three', version: 1, paragraphs: ['1', '2'] })
    const enter = await staff('get', `${base}/intern/verfahren/${id}/eingang`)
    if (enter.statusCode === 200) assert.match(enter.body, /Absatz 2/)
  })

  test('takes the synopsis along: the table for the council marks what is out and in', async () => {
    const { id, at } = await consultation('text-synopse')
    await say(at('2'), change('Ein Beirat tagt viermal im Jahr.', '=HYPERLINK("böse")'))
    const file = await staff('get', base + href(textRoutes.synopsisDocx, { id }))
    assert.equal(file.statusCode, 200)
    const zip = file.rawPayload
    let document = ''
    for (let place = 0; zip.readUInt32LE(place) === 0x04034b50; ) {
      const [packed, name, extra] = [zip.readUInt32LE(place + 18), zip.readUInt16LE(place + 26), zip.readUInt16LE(place + 28)]
      const start = place + 30 + name + extra
      if (zip.toString('utf8', place + 30, place + 30 + name) === 'word/document.xml')
        document = inflateRawSync(zip.subarray(start, start + packed)).toString()
      place = start + packed
    }
    assert.match(document, /Absatz 2<\/w:t><w:br\/><w:t xml:space="preserve">Ein Beirat tagt zweimal/)
    assert.match(document, /<w:strike\/><\/w:rPr><w:t xml:space="preserve">zweimal/)
    const csv = (await staff('get', base + href(textRoutes.synopsisCsv, { id }))).body
    assert.match(csv, /Ein Beirat tagt viermal im Jahr\./)
    assert.ok(!/[;,"]=HYPERLINK/.test(csv), 'nothing in it is a formula')
    const json = JSON.parse((await staff('get', base + href(textRoutes.synopsisJson, { id }))).body)
    assert.equal(json.contributions[0].proposed, 'Ein Beirat tagt viermal im Jahr.')
    assert.equal((await staff('get', base + href(textRoutes.synopsisXlsx, { id }))).statusCode, 200)
    assert.match((await staff('get', base + href(textRoutes.synopsis, { id }))).body, /noch keine/)
  })
})
