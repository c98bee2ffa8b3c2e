import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { formPoster, hidden } from '#support/http-client.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { plantProcedure } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'

let town: TestServer
let officer: TestPerson

const post = formPoster(() => town, '10.7')
const base = `/${places.stadt}`
const staff = (path: string, values: Record<string, string> = {}) =>
  post(`${base}/intern/verfahren${path}`, values, { cookie: officer.cookie })
const see = (path: string) => town.get(`${base}/intern/verfahren${path}`, { cookie: officer.cookie })
const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
/** What a form began with. */
const stand = async (path: string) => unescaped(hidden(await see(path), 'stand'))
const subject = {
  title: 'Stadtpark: was fehlt?',
  lead: 'Der Park wird erneuert. Was fehlt Ihnen?',
  about: '',
  fixed: 'Die Bäume bleiben.',
  open: 'Wo sitzt man?',
  basis: '',
  office: 'Grünflächenamt',
  contactName: '',
  contactPhone: '',
  contactEmail: 'park@ahornstadt.example',
  place: '',
  area: '',
  slug: 'stadtpark',
  prefix: 'SP',
}
const phase = (i: number, values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({ id: '', title: 'Ideen', note: '', from: '', until: '', label: '', ...values }).map(([key, value]) => [
      `${key}-${i}`,
      value,
    ]),
  )

async function begin(title = 'Stadtpark: was fehlt?'): Promise<string> {
  const begun = await staff('/neu', { format: 'idea-map', title })
  assert.equal(begun.statusCode, 303, begun.body)
  return /verfahren\/([\w-]{36})/.exec(String(begun.headers.location))?.[1] ?? ''
}

suite('setting a procedure up', () => {
  before(async () => {
    town = await testServer({
      tenants: { stadt: { modules: ['catalogue', 'participation'], texts: { imprint: { de: 'Stadt Ahornstadt' } } } },
    })
    officer = await signedIn(town, { [places.stadt]: ['participation-officer'] })
  })
  after(() => town?.close())

  test('from the first sentence to the public page', async () => {
    const chosen = await see('/neu')
    assert.match(chosen.body, /Ideen sammeln[\s\S]*Wenn Sie wissen wollen, was fehlt/)
    const id = await begin()
    assert.match((await see('')).body, /Stadtpark: was fehlt\?[\s\S]*Entwurf/)
    const refused = await staff(`/${id}/veroeffentlichen`)
    assert.equal(refused.statusCode, 409)
    assert.match(refused.body, /fehlen noch 2 Angaben/)

    const saved = await staff(`/${id}/gegenstand`, { ...subject, stand: await stand(`/${id}/gegenstand`), tat: 'weiter' })
    assert.equal(saved.headers.location, `${base}/intern/verfahren/${id}/ablauf`, saved.body)
    const timed = await staff(`/${id}/ablauf`, {
      ...phase(0, { title: 'Ideen sammeln', from: '1.1.2020', until: '31.12.2099', actions: 'submit' }),
      stand: await stand(`/${id}/ablauf`),
      tat: 'speichern',
    })
    assert.equal(timed.statusCode, 303, timed.body)
    const ruled = await staff(`/${id}/regeln`, {
      moderation: 'before',
      answerBy: '31.01.2027',
      retentionMonths: '6',
      'identity-submit': 'none',
      'identity-comment': 'email',
      'identity-rate': 'none',
      stand: await stand(`/${id}/regeln`),
    })
    assert.equal(ruled.statusCode, 303, ruled.body)
    const set = await staff(`/${id}/einstellungen`, {
      categories: 'Sitzen\nSpielen\n',
      place: 'must',
      rating: 'three',
      stand: await stand(`/${id}/einstellungen`),
    })
    assert.equal(set.statusCode, 303, set.body)

    assert.equal((await town.get(`${base}/mitmachen/stadtpark`)).statusCode, 404)
    assert.match((await see(`/${id}/vorschau`)).body, /noch nicht öffentlich[\s\S]*Die Bäume bleiben\./)
    assert.match((await see(`/${id}/veroeffentlichen`)).body, /Antwort bis zum 31/)
    assert.equal((await staff(`/${id}/veroeffentlichen`)).statusCode, 303)
    const shown = await town.get(`${base}/mitmachen/stadtpark`)
    assert.equal(shown.statusCode, 200)
    assert.match(shown.body, /Wo sitzt man\?/)
    assert.match((await town.get(`${base}/mitmachen/stadtpark/beitrag`)).body, /Spielen/)

    const { rows } = await sql<{
      action: string
    }>`select action from platform_audit_entry where subject_kind = 'participation/procedure' order by position`.execute(
      town.house.database.system,
    )
    assert.deepEqual(
      rows.map((one) => one.action.replace('participation/', '')),
      ['begin-procedure', 'save-subject', 'save-timetable', 'save-rules', 'save-settings', 'publish-procedure'],
    )
  })

  test('a withdrawn one says why, and wants a reason', async () => {
    const { id, slug } = await plantProcedure(town, places.stadt, { slug: 'zurueckgezogen' })
    const without = await staff(`/${id}/zurueckziehen`, { grund: 'weg' })
    assert.equal(without.statusCode, 422)
    assert.match(without.body, /in einem Satz, warum/)
    assert.equal((await staff(`/${id}/zurueckziehen`, { grund: 'Der Rat hat anders entschieden.' })).statusCode, 303)
    const gone = await town.get(`${base}/mitmachen/${slug}`)
    assert.equal(gone.statusCode, 410)
    assert.match(gone.body, /Der Rat hat anders entschieden\./)
  })

  test('two who write at once lose nothing', async () => {
    const { id, slug, prefix } = await plantProcedure(town, places.stadt, { slug: 'zu-zweit', state: 'draft' })
    const path = `/${id}/gegenstand`
    const mark = await stand(path)
    const now = {
      ...subject,
      title: 'Spielplatz am Ahornweg: was fehlt?',
      lead: 'Der Spielplatz wird erneuert. Sagen Sie uns, was fehlt.',
      fixed: 'Die Schaukel bleibt.',
      open: 'Braucht es Wasser?',
      contactEmail: 'gruen@ahornstadt.example',
      place: 'Ahornweg',
      slug,
      prefix,
    }
    assert.equal((await staff(path, { ...now, lead: 'Anna schreibt.', stand: mark })).statusCode, 303)
    // Other fields: both stay, and the second is told.
    const other = await staff(path, { ...now, place: 'Stadtmitte', stand: mark })
    assert.match(String(other.headers.location), /uebernommen=lead/)
    assert.match((await see(path)).body, /Anna schreibt\.[\s\S]*Stadtmitte/)
    // The same field: the second sees both and has written nothing.
    const same = await staff(path, { ...now, lead: 'Bernd schreibt.', stand: mark })
    assert.equal(same.statusCode, 409)
    assert.match(same.body, /Jemand anderes hat inzwischen dieselben Angaben geändert/)
    assert.match(same.body, /<textarea[^>]*id="lead"[^>]*>Bernd schreibt\./)
    assert.match(same.body, /value="Stadtmitte"/)
    assert.match((await see(path)).body, /<textarea[^>]*id="lead"[^>]*>Anna schreibt\./)
    const again = await staff(path, {
      ...now,
      place: 'Stadtmitte',
      lead: 'Bernd schreibt.',
      stand: unescaped(hidden(same, 'stand')),
    })
    assert.equal(again.statusCode, 303)
    assert.match((await see(path)).body, /<textarea[^>]*id="lead"[^>]*>Bernd schreibt\./)
  })

  test('names are given once, and faults name their fields', async () => {
    const [first, second] = [await begin('Freibad am Kanal'), await begin('Freibad am Kanal')]
    assert.match((await see(`/${second}`)).body, /freibad-am-kanal-2/)
    const save = async (id: string, values: Record<string, string>) =>
      staff(`/${id}/gegenstand`, { ...subject, ...values, stand: await stand(`/${id}/gegenstand`) })
    assert.equal((await save(first, { slug: 'freibad', prefix: 'FB' })).statusCode, 303)
    const taken = await save(second, { slug: 'freibad', prefix: 'FX' })
    assert.equal(taken.statusCode, 422)
    assert.match(taken.body, /Diesen Kurznamen hat schon ein anderes Verfahren/)
    const same = await save(second, { slug: 'freibad-2', prefix: 'fb' })
    assert.match(same.body, /Dieses Kürzel hat schon ein anderes Verfahren/)
    const wrong = await save(second, { slug: 'Frei Bad', prefix: 'X1', basis: 'ohne Link', area: '{"type":', contactEmail: 'a@' })
    assert.equal(wrong.statusCode, 422)
    for (const field of ['slug', 'prefix', 'basis', 'area', 'contactEmail'])
      assert.match(wrong.body, new RegExp(`href="#${field}"`))
    assert.match(wrong.body, /Zum Beispiel: frei-bad/)
  })

  test('phases are added, moved and taken out without losing what was typed', async () => {
    const id = await begin('Bücherei im Bahnhof')
    const rows = {
      ...phase(0, { title: 'Erste', from: '2.11.2026', until: '1.11.2026' }),
      ...phase(1, { title: 'Zweite', actions: 'submit' }),
    }
    const more = await staff(`/${id}/ablauf`, { ...rows, tat: 'neu' })
    assert.equal(more.statusCode, 200)
    assert.match(more.body, /name="title-2"/)
    const moved = await staff(`/${id}/ablauf`, { ...rows, tat: 'runter-0' })
    assert.match(moved.body, /value="Zweite"[\s\S]*value="Erste"[\s\S]*value="2.11.2026"/)
    const less = await staff(`/${id}/ablauf`, { ...rows, tat: 'weg-0' })
    assert.doesNotMatch(less.body, /value="Erste"/)
    const wrong = await staff(`/${id}/ablauf`, { ...rows, stand: await stand(`/${id}/ablauf`), tat: 'speichern' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /href="#until-0">Phase 1 endet vor ihrem Beginn/)
    assert.match(wrong.body, /href="#from-1">Phase 2 braucht einen ersten Tag/)
    const broken = await staff(`/${id}/einstellungen`, { categories: 'x'.repeat(61), place: 'irgendwo' })
    assert.equal(broken.statusCode, 422)
    assert.match(broken.body, /href="#categories"[\s\S]*href="#place"[\s\S]*href="#rating"/)
  })

  test('what nobody meant to send is answered as well', async () => {
    const id = await begin('Radweg zum Hafen')
    for (const path of [
      'gegenstand',
      'ablauf',
      'regeln',
      'einstellungen',
      'unterlagen',
      'unterlagen/entfernen',
      'zurueckziehen',
      'erfassen',
      'einlesen',
    ])
      for (const values of [{}, { stand: '[', tat: 'hoch-9', 'title-0': '\0', prefix: '\0', settings: '{', document: '\0' }]) {
        const { statusCode } = await staff(`/${id}/${path}`, values as Record<string, string>)
        assert.ok(statusCode < 500, `${path}: ${statusCode}`)
      }
    assert.equal((await see('/keine-nummer')).statusCode, 404)
  })
})
