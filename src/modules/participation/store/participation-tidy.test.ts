import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { forgetParticipation } from '#plaques/participation'
import { places } from '#support/house.ts'
import { formPoster, hidden } from '#support/http-client.ts'
import { plantComment, runningProcedure, type TestProcedure } from '#support/moderated.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'

let town: TestServer
let procedure: TestProcedure
let clerk: TestPerson
const base = `/${places.stadt}`
const post = formPoster(() => town, '10.11')
const db = () => town.house.database.system

/** Columns of all tables that hold one of the words, however they are written; also arrays, JSON and bytes. */
async function columnsWith(words: readonly string[]): Promise<string[]> {
  const { rows: columns } = await sql<{ t: string; c: string; type: string }>`
    select table_schema || '.' || table_name as t, column_name as c, data_type as type from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema')
      and (table_schema, table_name) in (select table_schema, table_name from information_schema.tables where table_type = 'BASE TABLE')`.execute(
    db(),
  )
  const found: string[] = []
  for (const { t, c, type } of columns) {
    const text = type === 'bytea' ? `encode("${c}", 'escape')` : `"${c}"::text`
    const [schema, table] = t.split('.')
    const wanted = words.map((word) => `%${word.toLowerCase()}%`)
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from ${sql.table(`${schema}.${table}`)} where lower(${sql.raw(text)}) like any(${wanted}::text[])`.execute(
      db(),
    )
    if ((rows[0]?.n ?? 0) > 0) found.push(`${table}.${c}`)
  }
  return found
}

/** Indexes whose pages hold one of the words: what was deleted is gone from them, too, once the tables were cleaned. */
async function indexesWith(words: readonly string[]): Promise<string[]> {
  await sql`vacuum full participation_submission`.execute(db())
  const { rows } = await sql<{ index: string; file: string }>`
    select i.indexrelid::regclass::text as index, pg_relation_filepath(i.indexrelid) as file from pg_index i join pg_class t on t.oid = i.indrelid
    where t.relname like 'participation\_%'`.execute(db())
  const found: string[] = []
  for (const { index, file } of rows) {
    const page = await sql<{ content: Buffer }>`select pg_read_binary_file(${file}) as content`.execute(db())
    const text = page.rows[0]?.content.toString('latin1').toLowerCase() ?? ''
    if (words.some((word) => text.includes(word.toLowerCase()))) found.push(index)
  }
  return found
}

/** Files of the house that hold one of the words. */
function filesWith(directory: string, words: readonly string[]): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const text = readFileSync(file).toString('latin1').toLowerCase()
      return words.some((word) => text.includes(word.toLowerCase()))
    })
}

/** Lets everything have happened so long ago. */
const age = (days: number) =>
  db()
    .transaction()
    .execute(async (trx) => {
      for (const column of ['closed_at', 'received_at'])
        for (const table of ['participation_submission', 'participation_comment'])
          await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} - make_interval(days => ${days})`.execute(
            trx,
          )
    })
const idOf = async (title: string) =>
  (await sql<{ id: string }>`select id from participation_submission where title = ${title}`.execute(db())).rows[0]?.id ?? ''
async function act(id: string, values: Record<string, string>) {
  const at = `${base}/intern/beitraege/${id}`
  const stand = hidden(await town.get(at, { cookie: clerk.cookie }), 'stand')
  return post(at, { stand, ...values }, { cookie: clerk.cookie })
}

suite('what is kept only so long', () => {
  before(async () => {
    town = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
    procedure = await runningProcedure(town, places.stadt)
    clerk = await signedIn(town, { [places.stadt]: ['participation-officer'] })
  })
  after(() => town?.close())

  test('30 days after it was hidden no word of a submission stands in any table, index or file', async () => {
    const words = ['quastenbrunn', 'flötentroll', 'zwirbelhuber', 'knisterweg']
    const sent = await post(`${base}/mitmachen/${procedure.slug}/beitrag`, {
      title: 'Der Quastenbrunn',
      body: 'Ein Flötentroll sitzt darin.',
      place: 'Knisterweg',
      author: 'Zwirbelhuber',
      schritt: 'senden',
    })
    const id = await idOf('Der Quastenbrunn')
    await act(id, { tat: 'fragen', question: 'Welcher Flötentroll?' })
    await post(String(sent.headers.location).split('?')[0] ?? '', { tat: 'antworten', reply: 'Der Flötentroll vom Knisterweg.' })
    await act(id, {
      tat: 'umformulieren',
      title: 'Der Quastenbrunn',
      body: 'Ein [entfernt] sitzt darin.',
      code: 'personal',
      reason: 'Flötentroll ist ein Name.',
    })
    const comment = await plantComment(town, { tenant: town.site(places.stadt).id, procedure: procedure.id }, id, {
      body: 'Der Flötentroll ist nett.',
    })
    await sql`update participation_comment set state = 'hidden', closed_at = now() where id = ${comment}`.execute(db())
    await act(id, { tat: 'verbergen', code: 'personal', reason: 'Der Flötentroll bleibt ein Name.' })
    const before = await columnsWith(words)
    for (const column of [
      'participation_submission.title',
      'participation_version.body',
      'participation_original.content',
      'participation_answer.body',
      'participation_statement.body',
      'participation_comment.body',
      'participation_submission.stems',
    ])
      assert.ok(before.includes(column), `the search finds ${column}: ${before.join()}`)
    await age(29)
    await forgetParticipation(db())
    assert.ok((await columnsWith(words)).length > 0, 'a day is left')
    await age(2)
    await forgetParticipation(db())
    await forgetParticipation(db())
    assert.deepEqual(await columnsWith(words), [])
    assert.deepEqual(await indexesWith(words), [])
    assert.deepEqual(filesWith(town.house.config.dataDir, words), [])
    assert.equal(
      (await town.get(`${base}/intern/beitraege/${id}`, { cookie: clerk.cookie })).statusCode,
      200,
      'its number and its decision stay',
    )
  })

  test('what is public keeps its words, and loses names and addresses when the retention of the procedure is over', async () => {
    await post(`${base}/mitmachen/${procedure.slug}/beitrag`, {
      title: 'Schattige Bänke',
      body: 'Für alle.',
      author: 'Murmelbach',
      email: 'murmelbach@post.example',
      schritt: 'senden',
    })
    await sql`update participation_follow set confirmed_at = now()`.execute(db())
    const personal = async () => (await columnsWith(['murmelbach'])).filter((one) => !one.startsWith('platform_mail'))
    assert.deepEqual((await personal()).sort(), [
      'participation_follow_address.email',
      'participation_original.content',
      'participation_submission.author',
    ])
    await forgetParticipation(db())
    assert.equal((await personal()).length, 3, 'the procedure is running')
    await sql`update participation_phase set starts_at = now() - interval '14 months', ends_at = now() - interval '13 months' where procedure = ${procedure.id}`.execute(
      db(),
    )
    await forgetParticipation(db())
    assert.deepEqual(await personal(), [])
    assert.match(
      (await sql<{ body: string }>`select body from participation_submission where title = 'Schattige Bänke'`.execute(db()))
        .rows[0]?.body ?? '',
      /Für alle/,
    )
  })
})
