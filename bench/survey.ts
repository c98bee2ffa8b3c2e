// A survey of many answers beside the same survey of few, and its counts beside counting the answers anew, in the same run.
//   npm run bench -- survey [--answers 100000] [--rounds 15]
import { randomUUID } from 'node:crypto'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { figures } from '#support/figures.ts'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'

const options = (...texts: string[]) => texts.map((text, i) => ({ id: `o${i + 1}`, text }))
const questions = [
  { id: 'f1', kind: 'single', title: 'Wie oft?', required: true, options: options('täglich', 'wöchentlich', 'selten', 'nie') },
  { id: 'f2', kind: 'rating', title: 'Wie zufrieden?' },
  { id: 'f3', kind: 'multiple', title: 'Wohin?', options: options('Arbeit', 'Schule', 'Einkauf', 'Arzt', 'Freunde') },
  {
    id: 'f4',
    kind: 'matrix',
    title: 'Welche Linie?',
    options: options('gut', 'mittel', 'schlecht'),
    rows: [1, 2, 3].map((n) => ({ id: `r${n}`, text: `Linie ${n}` })),
  },
  { id: 'f5', kind: 'ranking', title: 'Was zuerst?', options: options('Takt', 'Preis', 'Abend', 'Halt') },
  { id: 'f6', kind: 'number', title: 'Fahrten', min: 0, max: 40 },
  { id: 'f7', kind: 'budget', title: 'Wohin das Geld?', options: options('Fahrten', 'Dächer', 'Anzeigen') },
  { id: 'f8', kind: 'long', title: 'Was noch?' },
]
const first = 200

const next = figures(7)
const roll = (sides: number) => Math.floor(next() * sides)

async function plant(town: TestServer, slug: string): Promise<string> {
  const id = randomUUID()
  const tenant = town.site(places.stadt).id
  const settings = JSON.stringify({ questions, results: 'live' })
  const db = town.house.database.system
  await sql`insert into participation_procedure (id, tenant, slug, format, state, prefix, title, lead, office, settings, published_at)
    values (${id}, ${tenant}, ${slug}, 'survey', 'public', ${slug.slice(0, 2).toUpperCase()}, 'Busverkehr', 'Sagen Sie es uns.', 'Verkehrsplanung', ${settings}::jsonb, now())`.execute(
    db,
  )
  await sql`insert into participation_phase (id, tenant, procedure, position, title, starts_at, ends_at, actions)
    values (${randomUUID()}, ${tenant}, ${id}, 0, 'Umfrage', now() - interval '1 day', now() + interval '9 days', array['read', 'submit'])`.execute(
    db,
  )
  return id
}

let asked = 0
async function post(town: TestServer, path: string, form: URLSearchParams): Promise<string> {
  const answer = await town.ask({
    method: 'POST',
    url: path,
    remoteAddress: `10.2.${(++asked >> 8) & 255}.${asked & 255}`,
    headers: { host: 'portal.example', 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: form.toString(),
  })
  if (answer.statusCode !== 303)
    throw new Error(
      `${path} answers ${answer.statusCode}: ${answer.body
        .replace(/[\s\S]*<main/, '')
        .replace(/<[^>]*>/g, ' ')
        .slice(0, 300)}`,
    )
  return String(answer.headers.location).replace(/\?.*$/, '')
}

/** One whole answer through the pages: begun, checked, sent. Gives the milliseconds that sending took. */
async function answer(town: TestServer, slug: string): Promise<number> {
  const share = roll(80)
  const form = new URLSearchParams({
    schritt: 'weiter',
    f1: `o${1 + roll(4)}`,
    f2: String(1 + roll(5)),
    'f4-r1': `o${1 + roll(3)}`,
    'f4-r2': `o${1 + roll(3)}`,
    'f5-o1': '1',
    'f5-o2': '2',
    f6: String(roll(40)),
    'f7-o1': String(share),
    'f7-o2': String(100 - share),
    f8: 'Abends fährt nichts mehr, und der Anschluss am Bahnhof klappt nie.',
  })
  for (const one of [1, 2, 3, 4, 5]) if (roll(2)) form.append('f3', `o${one}`)
  const link = await post(town, `/${places.stadt}/mitmachen/${slug}/umfrage`, form)
  const start = performance.now()
  await post(town, link, new URLSearchParams({ schritt: 'senden' }))
  return performance.now() - start
}

/** The answers of the small survey again and again in the large one, and its counts as often. */
async function multiply(town: TestServer, small: string, large: string, times: number): Promise<void> {
  const db = town.house.database.system
  await db.transaction().execute(async (trx) => {
    await sql`alter table participation_survey_response disable trigger participation_survey_counted`.execute(trx)
    await sql`insert into participation_survey_version select tenant, ${large}, version, questions, at from participation_survey_version where procedure = ${small}`.execute(
      trx,
    )
    await sql`insert into participation_survey_response (id, tenant, procedure, version, state, number, answers, tally, sent_at)
      select gen_random_uuid(), tenant, ${large}, version, 'sent', number + ${first}::int * n, answers, tally, sent_at
      from participation_survey_response cross join generate_series(0, ${times}::int - 1) n where procedure = ${small} and state = 'sent'`.execute(
      trx,
    )
    await sql`insert into participation_survey_count select tenant, ${large}, key, n * ${times}::int from participation_survey_count where procedure = ${small}`.execute(
      trx,
    )
    await sql`insert into participation_number (procedure, tenant, last) select ${large}, tenant, ${first}::int * (${times}::int + 1) from participation_number where procedure = ${small}`.execute(
      trx,
    )
    await sql`alter table participation_survey_response enable trigger participation_survey_counted`.execute(trx)
  })
  await sql`vacuum analyze participation_survey_response`.execute(db)
}

interface Times {
  readonly p50: number
  readonly p95: number
}

function timesOf(all: readonly number[]): Times {
  const sorted = all.toSorted((a, b) => a - b)
  return { p50: sorted[Math.floor(sorted.length / 2)] ?? 0, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 }
}

async function times(rounds: number, one: () => Promise<unknown>): Promise<Times> {
  await one()
  const all: number[] = []
  for (let i = 0; i < rounds; i++) {
    const start = performance.now()
    await one()
    all.push(performance.now() - start)
  }
  return timesOf(all)
}

const { values } = parseArgs({
  options: { answers: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '15' } },
})
const rounds = Number(values.rounds)
const copies = Math.ceil(Number(values.answers) / first)
const town = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
try {
  const [small, large] = [await plant(town, 'klein'), await plant(town, 'gross')]
  for (let i = 0; i < first; i++) await answer(town, 'klein')
  await multiply(town, small, large, copies)
  const { rows } = await sql<{
    n: string
  }>`select n from participation_survey_count where procedure = ${large} and key = ''`.execute(town.house.database.system)
  console.log(
    `load ${loadavg()[0]?.toFixed(1)}; ${first} and ${Number(rows[0]?.n).toLocaleString('en')} answers; milliseconds, p50 / p95`,
  )
  const line = (name: string, ...all: Times[]) =>
    console.log(
      `${name.padEnd(46)} ${all.map(({ p50, p95 }) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`.padStart(16)).join('  ')}`,
    )
  const page = (path: string) => async () => {
    const answered = await town.get(`/${places.stadt}/mitmachen/${path}`)
    if (answered.statusCode !== 200) throw new Error(`${path} answers ${answered.statusCode}`)
  }
  const both = async (name: string, path: (slug: string) => string) =>
    line(name, await times(rounds, page(path('klein'))), await times(rounds, page(path('gross'))))
  await both('page of the procedure', (slug) => slug)
  await both('page of questions', (slug) => `${slug}/umfrage`)
  await both('results', (slug) => `${slug}/umfrage/ergebnis`)
  await both('results with a cross table of two questions', (slug) => `${slug}/umfrage/ergebnis?frage=f1&mit=f3`)
  const sending: Times[] = []
  for (const slug of ['klein', 'gross']) {
    const taken: number[] = []
    for (let i = 0; i < rounds * 2; i++) taken.push(await answer(town, slug))
    sending.push(timesOf(taken))
  }
  line('sending an answer', ...sending)
  const anew = (id: string) => () =>
    sql`select e.key, sum(e.value::numeric) from participation_survey_response r cross join lateral jsonb_each_text(r.tally) e
      where r.procedure = ${id} and r.state = 'sent' group by e.key`.execute(town.house.database.system)
  const counted = (id: string) => () =>
    sql`select key, n from participation_survey_count where procedure = ${id}`.execute(town.house.database.system)
  line('the counts as they are kept (SQL alone)', await times(rounds, counted(small)), await times(rounds, counted(large)))
  line(
    'baseline: counting the answers anew (SQL alone)',
    await times(rounds, anew(small)),
    await times(Math.min(rounds, 3), anew(large)),
  )
  // What is kept is what one would count.
  const { rows: wrong } = await sql`select 1 from (select e.key, sum(e.value::numeric) as n from participation_survey_response r
      cross join lateral jsonb_each_text(r.tally) e where r.procedure = ${large} and r.state = 'sent' group by e.key) a
    full join (select key, n from participation_survey_count where procedure = ${large}) c using (key) where a.n is distinct from c.n`.execute(
    town.house.database.system,
  )
  console.log(wrong.length === 0 ? 'the counts kept equal those counted anew' : `${wrong.length} counts differ`)
  if (wrong.length > 0) process.exitCode = 1
} finally {
  await town.close()
}
