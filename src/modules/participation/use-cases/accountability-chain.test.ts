// From a submission to the published accountability dataset, through the pages alone.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { allRoutes } from '#app'
import { dayOf } from '#kernel/clock.ts'
import { href } from '#kernel/route.ts'
import { places } from '#support/house.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { insertProcedure, setProcedureState, writePhases } from '../store/procedure-store.ts'

const town = places.stadt
const base = `/${town}`
const slug = 'lindenufer'
const procedure = '00000000-0000-4000-8000-00000000b001'
const planted = {
  mail: 'zdenka.holt@postfach.example',
  name: 'Zdenka Holt',
  note: 'Geheimnotiz Feuerwehrzufahrt',
  hidden: 'Verborgener Unsinn',
  hiddenMail: 'gudrun.kasimir@postfach.example',
  hiddenName: 'Gudrun Kasimir',
}

let server: TestServer
let officer: TestPerson
let reader: TestPerson

const form = (fields: Record<string, string | readonly string[]>): string => {
  const out = new URLSearchParams()
  for (const [key, value] of Object.entries(fields)) for (const one of [value].flat()) out.append(key, one)
  return out.toString()
}

let lines = 0
const post = (path: string, fields: Record<string, string | readonly string[]>, cookie = '') =>
  server.ask({
    method: 'POST',
    url: base + path,
    remoteAddress: `10.0.0.${++lines % 250}`,
    headers: {
      host: 'portal.example',
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...(cookie ? { cookie } : {}),
    },
    payload: form(fields),
  })
const staff = (path: string) => server.get(base + path, { cookie: officer.cookie })
const idOf = async (number: number): Promise<string> => {
  const { rows } = await sql<{
    id: string
  }>`select id from participation_submission where procedure = ${procedure} and number = ${number}`.execute(
    server.house.database.system,
  )
  return rows[0]?.id ?? ''
}

async function plantProcedure(): Promise<void> {
  const db = server.house.database.system
  const site = server.site(town)
  await insertProcedure(db, site.id, procedure, {
    format: 'idea-map',
    prefix: 'LU',
    slug,
    title: 'Lindenufer: was fehlt am Wasser?',
    lead: 'Der Uferweg wird 2027 erneuert. Sagen Sie uns, was dort fehlt und was bleiben soll.',
    about: '',
    fixed: [],
    open: [],
    basis: [],
    office: 'Grünflächenamt',
    contact: {},
    place: 'Lindenufer',
    area: null,
    identity: {},
    moderation: 'after',
    settings: {},
    answerBy: dayOf(new Date()),
    retentionMonths: 12,
  })
  await writePhases(db, site.id, procedure, 'public', [
    {
      id: '00000000-0000-4000-8000-00000000b002',
      track: 'public',
      position: 0,
      title: 'Ideen sammeln',
      note: '',
      label: '',
      startsAt: new Date(Date.now() - 86_400_000),
      endsAt: null,
      actions: ['read', 'submit'],
    },
  ])
  await setProcedureState(db, site.id, procedure, ['draft'], 'public', null)
}

suite('from a submission to the published dataset', () => {
  before(async () => {
    server = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
    officer = await signedIn(server, { [town]: ['administrator'] }, { name: 'Ole Brandt' })
    reader = await signedIn(server, { [town]: ['participation-officer'] })
    await plantProcedure()
    const say = (title: string, body: string, more: Record<string, string> = {}) =>
      post(`/mitmachen/${slug}/beitrag`, { title, body, schritt: 'senden', ...more })
    for (const answer of [
      await say('Mehr Bänke am Ufer', 'Auf dem Weg vom Steg zur Brücke steht keine einzige Bank.', { author: planted.name }),
      await say('Noch mehr Bänke am Ufer', 'Auf dem Weg vom Steg zur Brücke steht leider keine einzige Bank.'),
      await say('Ein Steg zum Baden', `Bitte antworten Sie mir an ${planted.mail}, danke, Frau Holt.`),
      await say('Blumen statt Rasen', 'Wildblumen brauchen weniger Pflege, und die Bienen freuen sich.'),
      await say(planted.hidden, `Das soll nicht stehen bleiben, ${planted.hiddenMail}.`, { author: planted.hiddenName }),
    ])
      assert.equal(answer.statusCode, 303, answer.payload.slice(0, 400))
    const db = server.house.database.system
    // What moderation would do: the third is published although it names a mail address, the fifth is hidden.
    await sql`update participation_submission set state = 'public' where procedure = ${procedure} and number < 5`.execute(db)
    await sql`update participation_submission set state = 'hidden' where procedure = ${procedure} and number = 5`.execute(db)
    await sql`insert into participation_answer (id, tenant, procedure, submission, kind, body)
      values (gen_random_uuid(), ${server.site(town).id}, ${procedure}, ${await idOf(1)}, 'note', ${planted.note})`.execute(db)
  })
  after(() => server?.close())

  test('an answer is looked at first, owes a reason where it is a no, and is given to many at once', async () => {
    const path = `/intern/verfahren/${procedure}/antworten`
    const list = await staff(path)
    assert.equal(list.statusCode, 200)
    assert.match(list.payload, /4 Beiträge warten auf eine Antwort/)
    const pick = [await idOf(1), await idOf(2)]
    const no = await post(
      path,
      { pick, tat: 'vorschau', outcome: 'not-adopted', body: 'Dafür reicht der Platz am Ufer nicht.', office: 'Grünflächenamt' },
      officer.cookie,
    )
    assert.equal(no.statusCode, 422)
    assert.match(no.payload, /Bitte wählen Sie einen Grund/)
    const answer = {
      outcome: 'partly',
      reason: 'space',
      body: 'Acht Bänke kommen, für mehr ist der Weg zu schmal. Guten Tag, Zdenka Holt.',
      office: 'Grünflächenamt',
    }
    const preview = await post(path, { pick, tat: 'vorschau', ...answer }, officer.cookie)
    assert.match(preview.payload, /erscheint unter 2 Beiträgen/)
    assert.doesNotMatch((await server.get(`${base}/mitmachen/${slug}/beitraege/LU-0001`)).payload, /Acht Bänke kommen/)
    assert.equal((await post(path, { pick, tat: 'antworten', ...answer }, officer.cookie)).statusCode, 303)
    for (const number of ['LU-0001', 'LU-0002'])
      assert.match((await server.get(`${base}/mitmachen/${slug}/beitraege/${number}`)).payload, /Acht Bänke kommen/)
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from platform_event where topic = 'participation/submission-changed' and payload ->> 'what' = 'answered'`.execute(
      server.house.database.system,
    )
    assert.equal(rows[0]?.n, 2)
    // What was hidden meanwhile is answered by nobody, and then nothing is.
    const gone = await post(path, { pick: [await idOf(4), await idOf(5)], tat: 'antworten', ...answer }, officer.cookie)
    assert.match(String(gone.headers.location), /getan=weg/)
    assert.doesNotMatch((await server.get(`${base}/mitmachen/${slug}/beitraege/LU-0004`)).payload, /Acht Bänke/)
  })

  test('a correction is a further answer; the first one stays', async () => {
    const path = `/intern/verfahren/${procedure}/antworten`
    await post(
      path,
      {
        pick: await idOf(1),
        tat: 'antworten',
        outcome: 'adopted',
        body: 'Doch alle zwölf: Der Weg wird breiter gebaut.',
        office: 'Grünflächenamt',
      },
      officer.cookie,
    )
    const page = (await server.get(`${base}/mitmachen/${slug}/beitraege/LU-0001`)).payload
    assert.match(page, /Acht Bänke kommen/)
    assert.match(page, /Doch alle zwölf/)
    assert.match(page, /Wird übernommen/)
  })

  test('similar ones are a group that can be answered together', async () => {
    const analysis = await staff(`/intern/verfahren/${procedure}/auswertung`)
    assert.match(analysis.payload, /Mehr Bänke am Ufer \(2 Beiträge\)/)
    const group = await staff(`/intern/verfahren/${procedure}/antworten?liste=alle&aehnlich=LU-0001`)
    assert.equal(group.payload.match(/type="checkbox"[^>]*checked/g)?.length, 2)
  })

  test('a decision and its steps stand with the submission, with the procedure and behind the secret link', async () => {
    const path = `/intern/verfahren/${procedure}/beschluesse`
    const bad = await post(
      path,
      { tat: 'beschluss', title: 'Bänke', body: 'Rat', day: '2026-02-30', href: 'javascript:alert(1)' },
      officer.cookie,
    )
    assert.equal(bad.statusCode, 422)
    assert.match(bad.payload, /Diesen Tag gibt es nicht/)
    assert.match(bad.payload, /keine Adresse im Netz/)
    await post(
      path,
      {
        tat: 'beschluss',
        title: 'Zwölf Bänke am Lindenufer',
        body: 'Rat',
        day: '17.06.2026',
        href: 'https://rat.example/vorlage/1',
      },
      officer.cookie,
    )
    const { rows } = await sql<{ id: string }>`select id from participation_decision where procedure = ${procedure}`.execute(
      server.house.database.system,
    )
    const decision = rows[0]?.id ?? ''
    await post(
      `/intern/verfahren/${procedure}/antworten`,
      { pick: [await idOf(1), await idOf(2)], tat: 'beschluss', decision },
      officer.cookie,
    )
    await post(path, { tat: 'schritt', beschluss: decision, state: 'done', note: 'Alle zwölf Bänke stehen.' }, officer.cookie)
    for (const address of [`/mitmachen/${slug}`, `/mitmachen/${slug}/beitraege/LU-0002`]) {
      const page = (await server.get(base + address)).payload
      assert.match(page, /Zwölf Bänke am Lindenufer/)
      assert.match(page, /Alle zwölf Bänke stehen/)
    }
  })

  test('the report is published with its figures, each leading to its list, and keeps them', async () => {
    const path = `/intern/verfahren/${procedure}/bericht`
    assert.equal((await server.get(`${base}/mitmachen/${slug}/bericht`)).statusCode, 404)
    await post(
      path,
      { tat: 'speichern', revision: '0', intro: 'Danke. <script>alert(1)</script> [Mehr](javascript:alert(2))' },
      officer.cookie,
    )
    assert.equal((await post(path, { tat: 'speichern', revision: '0', intro: 'Zu spät' }, officer.cookie)).statusCode, 409)
    await post(path, { tat: 'veroeffentlichen' }, officer.cookie)
    const report = await server.get(`${base}/mitmachen/${slug}/bericht`)
    assert.equal(report.statusCode, 200)
    for (const told of [
      /4 Beiträge/,
      /2 haben wir beantwortet/,
      /2 führten zu einem Beschluss/,
      /2 sind umgesetzt/,
      /2 Beiträge warten noch/,
    ])
      assert.match(report.payload, told)
    assert.doesNotMatch(report.payload, /<script>alert|javascript:/)
    const done = await server.get(`${base}/mitmachen/${slug}/bericht/beitraege?stand=umgesetzt`)
    assert.match(done.payload, /LU-0001/)
    assert.doesNotMatch(done.payload, /LU-0003/)
    await post(
      `/intern/verfahren/${procedure}/antworten`,
      {
        pick: await idOf(4),
        tat: 'antworten',
        outcome: 'noted',
        body: 'Wir nehmen es in die Planung auf.',
        office: 'Grünflächenamt',
      },
      officer.cookie,
    )
    assert.match((await server.get(`${base}/mitmachen/${slug}/bericht`)).payload, /2 haben wir beantwortet/)
    await post(path, { tat: 'veroeffentlichen' }, officer.cookie)
    assert.match((await server.get(`${base}/mitmachen/${slug}/bericht`)).payload, /3 haben wir beantwortet/)
    assert.match((await server.get(`${base}/mitmachen/${slug}/bericht?fassung=1`)).payload, /2 haben wir beantwortet/)
    const year = dayOf(new Date()).slice(0, 4)
    await post('/intern/rechenschaft/jahr', { jahr: year, tat: 'veroeffentlichen' }, officer.cookie)
    assert.match((await server.get(`${base}/mitmachen/rechenschaft/${year}`)).payload, /Lindenufer: was fehlt am Wasser/)
    const pdf = await server.get(`${base}/mitmachen/${slug}/bericht.pdf`)
    assert.equal(pdf.headers['content-type'], 'application/pdf')
  })

  test('one click makes the open dataset, a second one a new version of it; both permissions are asked', async () => {
    const path = `/intern/verfahren/${procedure}/datensatz`
    assert.match(String((await post(path, {}, reader.cookie)).headers.location), /getan=daten-recht$/)
    assert.doesNotMatch((await server.get(`${base}/mitmachen/${slug}/bericht`)).payload, /offener Datensatz/)
    const done = await post(path, {}, officer.cookie)
    assert.match(String(done.headers.location), /getan=daten$/)
    const link = /href="([^"]*\/daten\/[^"]+)"/.exec((await server.get(`${base}/mitmachen/${slug}/bericht`)).payload)?.[1] ?? ''
    const page = await server.get(link)
    assert.equal(page.statusCode, 200)
    assert.match(page.payload, /Beiträge: Lindenufer/)
    assert.match((await server.get(`${link}.ttl`)).payload, /frequency\/IRREG>/)
    const csv = (await server.get(`${link}/datei/beitraege.csv`)).payload
    assert.match(csv, /^nummer,eingang,/)
    assert.match(csv, /LU-0004/)
    assert.match(csv, /\[E-Mail-Adresse\]/)
    assert.match(csv, /\[Name\]/)
    const json = JSON.parse((await server.get(`${link}/datei/beitraege.json`)).payload)
    assert.equal(json.beitraege.length, 4)
    for (const text of [csv, JSON.stringify(json)])
      for (const word of [planted.mail, planted.name, 'Holt', planted.note, planted.hidden]) assert.ok(!text.includes(word), word)
    // What is hidden after it was published is gone with the next version.
    await sql`update participation_submission set state = 'hidden' where id = ${await idOf(4)}`.execute(
      server.house.database.system,
    )
    await sql`update participation_phase set ends_at = now() where procedure = ${procedure}`.execute(server.house.database.system)
    assert.match(String((await post(path, {}, officer.cookie)).headers.location), /getan=daten$/)
    assert.doesNotMatch((await server.get(`${link}/datei/beitraege.csv`)).payload, /LU-0004|Wildblumen/)
    // Nobody takes part any more: it stays as it is.
    assert.match((await server.get(`${link}.ttl`)).payload, /frequency\/NEVER>/)
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from catalogue_version v join participation_dataset d on d.resource = v.resource where d.procedure = ${procedure}`.execute(
      server.house.database.system,
    )
    assert.equal(rows[0]?.n, 2)
  })

  test('no public address tells a hidden contribution, its name and mail address, or a note among colleagues', async () => {
    const { rows: answers } = await sql<{ id: string }>`select id from participation_answer where kind = 'note'`.execute(
      server.house.database.system,
    )
    assert.equal(answers.length, 1)
    const dataset =
      /href="[^"]*\/daten\/([^"/]+)"/.exec((await server.get(`${base}/mitmachen/${slug}/bericht`)).payload)?.[1] ?? ''
    const year = dayOf(new Date()).slice(0, 4)
    const open = allRoutes()
      .flatMap(({ routes }) => Object.values(routes))
      .filter((route) => route.permission === 'public' && route.method === 'GET')
    const read: string[] = []
    for (const route of open)
      for (const given of [
        { slug, number: 'LU-0001', jahr: year },
        { slug, number: 'LU-0005', jahr: year },
        { slug: dataset, name: 'beitraege.csv' },
        { slug: dataset, name: 'beitraege.json' },
      ]) {
        if ([...route.path.matchAll(/:(\w+)/g)].some(([, name = '']) => !Object.hasOwn(given, name))) continue
        const answer = await server.get(base + href(route, given as Record<string, string>))
        if (answer.statusCode === 200) read.push(route.id)
        for (const word of [planted.note, planted.hidden, planted.hiddenMail, planted.hiddenName])
          assert.ok(!answer.payload.includes(word), `${route.path} tells ${word}`)
      }
    for (const id of [
      'participation/report',
      'participation/report-list-csv',
      'participation/submission',
      'participation/year-list',
    ])
      assert.ok(read.includes(id), id)
    assert.ok(new Set(read).size > 20, `${new Set(read).size} addresses`)
  })
})
