// What the database guards: quotas, codes, versions, retention, and what nobody else reads.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { must } from '#kernel/result.ts'
import { participationDefinition } from '#plaques/participation'
import { places } from '#support/house.ts'
import { signedIn } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { staffDb } from '../../house.ts'
import type { Answers } from './model/answer.ts'
import { plantSurvey, type SurveyGiven } from './plant-survey.ts'
import { countsOf } from './store/count-store.ts'
import { forgetResponses, sentAnswers } from './store/response-store.ts'
import { completeQuestion } from './survey-settings.ts'
import { addQuestion, arrangeQuestion, editQuestion, makeCodes, surveyForStaff } from './use-cases/edit-survey.ts'
import { answersCsv, answersJson } from './use-cases/export-answers.ts'
import { surveyById } from './use-cases/open-survey.ts'
import { crossTable, readResults, writtenAnswers } from './use-cases/read-results.ts'
import { beginResponse, checkCode, ownResponse, savePage, sendOwn, withdrawOwnResponse } from './use-cases/take-part.ts'

let town: TestServer
const addressOf = (file: string) => `https://portal.example/${file}`
async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
const site = () => town.site(places.stadt)
const system = () => town.house.database.system
const counts = (id: string) => countsOf(system(), id)
const question = completeQuestion({
  id: 'f1',
  kind: 'single',
  title: 'Alter',
  required: true,
  options: [
    { id: 'o1', text: 'unter 18' },
    { id: 'o2', text: 'älter' },
  ],
  other: true,
})
const words = completeQuestion({ id: 'f2', kind: 'long', title: 'Warum?' })
const place = completeQuestion({ id: 'f3', kind: 'place', title: 'Wo?' })

async function open(given: SurveyGiven = {}) {
  const id = await plantSurvey(town.house, site(), { questions: [question, words, place], ...given })
  const survey = () => surveyById(staffDb(town.house, site()), site().id, id).then((one) => must(one, 'the survey'))
  const begin = async (answers: Answers, code?: Buffer) => {
    const begun = await beginResponse(town.house, site(), await survey(), answers, code)
    assert.ok(begun.ok)
    return begun.value
  }
  const send = (token: string) => sendOwn(town.house, site(), token)
  return { id, survey, begin, send }
}
const young: Answers = { f1: { choices: ['o1'] } }
const old: Answers = { f1: { choices: ['o2'] } }

before(async () => {
  town = await testServer({ tenants: { stadt: { modules: ['catalogue', participationDefinition.id] } } })
})
after(() => town?.close())

suite('what is sent', () => {
  test('the last place of a quota is given once, however many press at the same moment', async () => {
    const { id, begin, send } = await open({ questions: [{ ...question, quotas: [{ option: 'o1', most: 3 }] }] })
    const tokens = await Promise.all(Array.from({ length: 12 }, () => begin(young)))
    const sent = await Promise.all(tokens.map(send))
    assert.equal(sent.filter(({ ok }) => ok).length, 3)
    assert.deepEqual(new Set(sent.flatMap((one) => (one.ok ? [] : [one.error.why]))), new Set(['full']))
    assert.deepEqual(await counts(id), { '': 3, f1: 3, 'f1=o1': 3 })
    assert.equal((await send(await begin(old))).ok, true, 'another group goes on')
  })

  test('two presses of one button count once', async () => {
    const { id, begin, send } = await open()
    const token = await begin(young)
    const sent = await Promise.all(Array.from({ length: 8 }, () => send(token)))
    assert.ok(sent.every(({ ok }) => ok))
    assert.equal((await counts(id))[''], 1)
  })

  test('a code is good for one answer; neither it nor its use leads to the answer', async () => {
    const { id, survey, begin, send } = await open({ settings: { codes: true } })
    const person = await signedIn(town, { [places.stadt]: ['administrator'] })
    const made = must(
      await makeCodes(town.house, { site: site(), person: { id: person.id, name: 'Jana Albers' } }, id, 3),
      'codes',
    )
    const check = async (typed: string) => checkCode(town.house, site(), await survey(), typed)
    assert.deepEqual(await check(''), { ok: false, error: 'missing' })
    assert.deepEqual(await check('AAAA-BBBB-CCCC'), { ok: false, error: 'unknown' })
    const good = await check(must(made[0], 'a code').toLowerCase())
    assert.ok(good.ok && good.value)
    const code = good.value
    const tokens = await Promise.all(Array.from({ length: 6 }, () => begin(young, code)))
    const sent = await Promise.all(tokens.map(send))
    assert.equal(sent.filter(({ ok }) => ok).length, 1)
    assert.equal((await counts(id))[''], 1)
    assert.deepEqual(await check(must(made[0], 'a code')), { ok: false, error: 'used' })
    const { rows } = await sql<{
      text: string
    }>`select r::text as text from participation_survey_response r where procedure = ${id} and state = 'sent'
      union all select c::text from participation_survey_code c where procedure = ${id}`.execute(system())
    for (const row of rows)
      for (const one of made) assert.ok(!row.text.includes(one) && !row.text.includes(one.replaceAll('-', '')))
    const { rows: linked } =
      await sql`select 1 from participation_survey_response r join participation_survey_code c on c.hash = r.code_hash
      where r.procedure = ${id} and r.state = 'sent'`.execute(system())
    assert.equal(linked.length, 0)
  })

  test('withdrawn it is blank and counts no longer; the figures of others stay', async () => {
    const { id, begin, send } = await open()
    const token = await begin({ ...young, f2: { text: 'Kranichweg bei Nacht' } })
    await send(token)
    await send(await begin(old))
    assert.equal(await withdrawOwnResponse(town.house, site(), token), true)
    assert.equal(await withdrawOwnResponse(town.house, site(), token), true)
    const left = await counts(id)
    assert.equal(left[''], 1)
    assert.equal(left['f1=o1'], 0)
    const { rows } = await sql`select 1 from participation_survey_response where answers::text like '%Kranichweg%'`.execute(
      system(),
    )
    assert.equal(rows.length, 0)
    assert.deepEqual(await send(token), { ok: false, error: { why: 'gone' } })
  })
})

suite('versions', () => {
  test('questions that were answered stay with their answers; options are never lost', async () => {
    const { id, survey, begin, send } = await open()
    const person = await signedIn(town, { [places.stadt]: ['administrator'] })
    const staff = { site: site(), person: { id: person.id, name: 'Jana Albers' } }
    const edit = async (options: string) => {
      const { procedure } = await survey()
      return editQuestion(
        town.house,
        staff,
        { id, version: procedure.version },
        'f1',
        new URLSearchParams({ title: 'Alter', options, required: '1' }),
      )
    }
    assert.ok((await edit('unter 18\nälter\nkeine Angabe')).ok)
    assert.equal((await survey()).settings.version, 1, 'nobody has answered: no new version')
    const early = await begin(young)
    await send(await begin(young))
    assert.ok((await edit('unter 16\nälter')).ok)
    const now = await survey()
    assert.equal(now.settings.version, 2)
    assert.deepEqual(
      now.settings.questions[0]?.options.map(({ id: option, text }) => `${option} ${text}`),
      ['o4 unter 16', 'o2 älter'],
    )
    assert.equal((await ownResponse(town.house, site(), early))?.response.questions[0]?.options[0]?.text, 'unter 18')
    assert.ok((await send(early)).ok, 'what was begun goes on with its questions')
    const results = await readResults(staffDb(town.house, site()), now)
    assert.deepEqual(
      results.questions[0]?.options.map(({ text }) => text),
      ['unter 16', 'älter', 'unter 18', 'keine Angabe'],
    )
    assert.equal(results.tally['f1=o1'], 2)
    assert.deepEqual(await editQuestion(town.house, staff, { id, version: 1 }, 'f1', new URLSearchParams()), {
      ok: false,
      error: 'stale',
    })
    const { ever } = must(await surveyForStaff(town.house, site(), id), 'the survey')
    assert.equal(ever[0]?.options.length, 4)
  })
})

test('more than a survey may hold is refused, and the questions that were there stay', async () => {
  const { id, survey } = await open({
    questions: Array.from({ length: 200 }, (_, i) => ({ ...question, id: `f${i + 1}` })),
  })
  const person = await signedIn(town, { [places.stadt]: ['administrator'] })
  const staff = { site: site(), person: { id: person.id, name: 'Jana Albers' } }
  const at = { id, version: (await survey()).procedure.version }
  const refused = { ok: false, error: 'too-much' }
  assert.deepEqual(await addQuestion(town.house, staff, at, 'short', 'Noch eine?'), refused)
  assert.deepEqual(await arrangeQuestion(town.house, staff, at, 'f1', 'copy'), refused)
  const many = { title: 'Alter', options: 'ja\nnein', quotas: 'ja: 5\n'.repeat(51) }
  assert.deepEqual(await editQuestion(town.house, staff, at, 'f1', new URLSearchParams(many)), refused)
  assert.equal((await survey()).settings.questions.length, 200)
})

suite('what is kept, and who reads it', () => {
  test('what was begun goes after 30 days, words, places and links at the end of retention', async () => {
    const { id, begin, send } = await open()
    await begin(young)
    const token = await begin({
      f1: { choices: ['other'], other: 'Rabenhof' },
      f2: { text: 'Rabenhof' },
      f3: { text: 'Rabenhof', point: [7, 51] },
    })
    await send(token)
    const days = (n: number) => new Date(Date.now() + n * 86_400_000)
    await forgetResponses(system(), days(29))
    const rows = async () =>
      (
        await sql<{
          state: string
          text: string
        }>`select state, answers::text as text from participation_survey_response where procedure = ${id}`.execute(system())
      ).rows
    assert.equal((await rows()).length, 2)
    await forgetResponses(system(), days(31))
    assert.deepEqual(
      (await rows()).map(({ state }) => state),
      ['sent'],
    )
    assert.match((await rows())[0]?.text ?? '', /Rabenhof/)
    await forgetResponses(system(), days(14 + 370))
    assert.deepEqual(JSON.parse((await rows())[0]?.text ?? ''), { f1: { choices: ['other'] }, f2: {}, f3: {} })
    assert.equal(await ownResponse(town.house, site(), token), undefined)
    assert.equal((await counts(id))['f1=other'], 1, 'the figures stay')
  })

  test('staff does not see what is not sent, and exports without number, time and link', async () => {
    const { id, survey, begin, send } = await open()
    await begin({ ...young, f2: { text: 'Unfertig' } })
    const token = await begin({ ...old, f2: { text: '=SUMME(1;2)' }, f3: { point: [7.46521, 51.51362] } })
    await send(token)
    const db = staffDb(town.house, site())
    assert.equal((await sentAnswers(db, id, undefined, 10)).length, 1)
    const results = await readResults(db, await survey())
    const csv = await whole(answersCsv(db, results, { other: 'anderes', addressOf }))
    assert.match(
      csv,
      /^channel,f1: Alter,f1: Alter \[anderes\],f2: Warum\?,f3: Wo\?,"f3: Wo\? \[lon, lat\]"\r\nweb,älter,,'=SUMME/,
    )
    assert.match(csv, /"7\.465, 51\.514"/)
    const json = JSON.parse(await whole(answersJson(db, results, { addressOf })))
    assert.deepEqual(Object.keys(json.answers[0]), ['version', 'channel', 'answers'])
    for (const text of [csv, JSON.stringify(json)]) assert.ok(!/Unfertig|UM-|secret/.test(text))
  })

  test('two questions together, small cells hidden', async () => {
    const second = completeQuestion({ id: 'f4', kind: 'rating', title: 'Note' })
    const { survey, begin, send } = await open({ questions: [{ ...question, other: false }, second] })
    for (const [choice, number, times] of [
      ['o1', 1, 6],
      ['o1', 5, 2],
      ['o2', 1, 5],
      ['o2', 5, 7],
    ] as const)
      for (let i = 0; i < times; i++) await send(await begin({ f1: { choices: [choice] }, f4: { number } }))
    const db = staffDb(town.house, site())
    const cross = await crossTable(db, await readResults(db, await survey()), { one: 'f1', other: 'f4' }, 'anderes')
    assert.deepEqual(
      cross?.rows.map(({ cells }) => cells),
      // The 7 would give the 2 away: how many gave a 5 stands beside it.
      [
        [6, 'hidden', 'hidden', 'hidden', 'hidden'],
        [5, 'hidden', 'hidden', 'hidden', 'hidden'],
      ],
    )
    assert.equal(await crossTable(db, await readResults(db, await survey()), { one: 'f1', other: 'f1' }, 'anderes'), undefined)
  })

  test('the public results wait for five answers and for the end', async () => {
    const { id, begin, send } = await open({ slug: 'spaeter', settings: { results: 'after' } })
    const path = `/${places.stadt}/mitmachen/spaeter/umfrage/ergebnis`
    for (let i = 0; i < 4; i++) await send(await begin({ ...young, f2: { text: 'Geheimnis' } }))
    assert.match((await town.get(path)).body, /Die Ergebnisse stehen noch nicht hier/)
    assert.equal((await town.get(`${path}.csv`)).statusCode, 404)
    await send(await begin(old))
    await sql`update participation_phase set ends_at = clock_timestamp() where procedure = ${id}`.execute(system())
    const shown = await town.get(`${path}?texte=f2`)
    assert.match(shown.body, /5 Menschen haben geantwortet/)
    assert.match(shown.body, /4\s\(80.%\)/)
    assert.ok(!shown.body.includes('Geheimnis'))
    const csv = await town.get(`${path}.csv`)
    assert.match(csv.body, /f1,single,Alter,unter 18,4,5/)
    assert.ok(!csv.body.includes('Geheimnis'))
    assert.equal((await town.get(`${path}.json`)).json().answers, 5)
  })

  test('of texts that may be read, those that may speak of persons are held back, and their words too', async () => {
    const { survey, begin, send } = await open({ settings: { texts: true } })
    for (const text of [
      'Der Bus kommt nie.',
      'Abends kommt kein Bus.',
      'Frau Lütke fährt zu schnell.',
      'Der Wagen COE-AB 123 steht im Weg.',
      'Rufen Sie an: 0171-2345678',
    ])
      await send(await begin({ ...young, f2: { text } }))
    const db = staffDb(town.house, site())
    const results = await readResults(db, await survey())
    const shown = must(await writtenAnswers(db, results, 'f2', undefined, false), 'the texts')
    assert.deepEqual(shown.texts.map(({ text }) => text).sort(), ['Abends kommt kein Bus.', 'Der Bus kommt nie.'])
    assert.deepEqual([shown.heldBack, shown.counted], [3, 2])
    assert.equal((await writtenAnswers(db, results, 'f2', undefined, true))?.texts.length, 5, 'staff reads all')
  })

  test('who holds one link cannot change another answer', async () => {
    const { begin } = await open()
    const [mine, other] = [await begin(young), await begin(old)]
    assert.equal((await savePage(town.house, site(), `${mine.slice(0, -1)}A`, [question], old)).ok, mine.endsWith('A'))
    assert.deepEqual((await ownResponse(town.house, site(), other))?.response.answers, old)
    assert.equal(await ownResponse(town.house, town.site(places.dorf), mine), undefined)
  })
})
