// What every format owes, whoever wrote it: run over each folder in formats/.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { href } from '#kernel/route.ts'
import { participationDefinition } from '#plaques/participation'
import { discover } from '#platform/discover'
import { formsIn, mainOf, send, type Tour, tour } from '#support/form-robot.ts'
import { places } from '#support/house.ts'
import { signedIn } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { checkFormat, type Format } from './format.ts'
import { wordOf } from './format-words.ts'
import { brokenFormats, formats } from './formats.ts'
import { forgetParticipation } from './store/participation-tidy.ts'
import { insertProcedure, procedureById, setProcedureState, writePhases } from './store/procedure-store.ts'

const day = 86_400_000
let town: TestServer
let made = 0
const base = `/${places.stadt}`
const system = () => town.house.database.system
const tenant = () => town.site(places.stadt).id

/** A procedure of a format, with everything it can do going on. */
async function create(format: Format, slug: string, settings: unknown): Promise<string> {
  const id = randomUUID()
  await insertProcedure(system(), tenant(), id, {
    format: format.id,
    prefix: `PR${String.fromCharCode(65 + Math.floor(++made / 26))}${String.fromCharCode(65 + (made % 26))}`,
    slug,
    title: `Probe: ${slug}`,
    lead: 'Wir probieren es aus.',
    about: '',
    fixed: [],
    open: [],
    basis: [],
    office: 'Amt für Proben',
    contact: {},
    place: '',
    area: null,
    identity: {},
    moderation: 'after',
    settings: format.settings.parse(settings),
    answerBy: null,
    retentionMonths: 12,
  })
  const phase = { track: 'public', note: '', label: '' } as const
  await writePhases(system(), tenant(), id, 'public', [
    {
      ...phase,
      id: randomUUID(),
      position: 0,
      title: 'Alles',
      startsAt: new Date(Date.now() - day),
      endsAt: new Date(Date.now() + day),
      actions: format.actions,
    },
  ])
  return id
}
const publish = (id: string) => setProcedureState(system(), tenant(), id, ['draft'], 'public', null)
const close = (id: string) =>
  sql`update participation_phase set ends_at = clock_timestamp() where procedure = ${id}`.execute(system())

/** A page as it must be: there, in its language, every text in words, nothing that wants a script to be pressed. */
async function looksRight(address: string, lang: string): Promise<string> {
  const answer = await town.get(address)
  assert.equal(answer.statusCode, 200, address)
  assert.match(answer.body, new RegExp(`<html lang="${lang}"`))
  const main = mainOf(answer.body)
  assert.deepEqual(
    main.replace(/<[^>]*>/g, ' ').match(/\b(?:participation|ui|platform)\.[a-z]+[a-z.-]*/g) ?? [],
    [],
    'keys without a text',
  )
  assert.ok(!/\son\w+=|javascript:/.test(main))
  const outside = main.replace(/<form[\s\S]*?<\/form>/g, '')
  assert.ok(!/<button/.test(outside), `${address} has a button in no form`)
  return main
}

/** The tables of the room in which a word stands. */
async function tablesWith(word: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name like 'participation\\_%' and table_type = 'BASE TABLE'`.execute(system())
  const found: string[] = []
  for (const { name } of rows) {
    const hit = await sql`select 1 from ${sql.table(name)} t where t::text like ${`%${word}%`} limit 1`.execute(system())
    if (hit.rows.length > 0) found.push(name)
  }
  return found
}

before(async () => {
  town = await testServer({ tenants: { stadt: { modules: ['catalogue', participationDefinition.id] } } })
})
after(() => town?.close())

test('every folder is a format', () => {
  assert.deepEqual(brokenFormats, [])
  assert.ok(formats.length > 1)
})

for (const format of formats)
  suite(`the format ${format.id}`, () => {
    const slug = `probe-${format.id}`
    const word = `Kranichweg${format.id.replaceAll('-', '')}`
    let id = ''
    let came: Tour | undefined

    test('says what it is for, in both languages, and needs no settings', async () => {
      for (const text of [format.name, format.use]) assert.ok(text.de && text.en && text.de !== text.en)
      assert.ok(format.actions.length > 0)
      assert.ok(format.settings.safeParse({}).success)
      assert.ok(!format.settings.safeParse('nonsense').success, 'what cannot be settings is refused')
      const plain = await create(format, `${slug}-leer`, {})
      await publish(plain)
      for (const [lang, prefix] of [
        ['de', ''],
        ['en', '/en'],
      ] as const) {
        const main = await looksRight(`${base}${prefix}/mitmachen/${slug}-leer`, lang)
        assert.ok(main.includes(`>${wordOf(format, 'after', lang)}<`), 'what becomes of it, in the words of the format')
        assert.equal(main.includes('beitraege.csv'), !format.ownTables, 'a file that would always be empty is not offered')
      }
    })

    test('a draft is nowhere, what is published is there in both languages', async () => {
      id = await create(format, slug, format.example ?? {})
      await format.furnish?.({ ...town.house }, tenant(), id)
      assert.equal((await town.get(`${base}/mitmachen/${slug}`)).statusCode, 404)
      await publish(id)
      for (const [lang, prefix] of [
        ['de', ''],
        ['en', '/en'],
      ] as const)
        assert.match(await looksRight(`${base}${prefix}/mitmachen/${slug}`, lang), new RegExp(`Probe: ${slug}`))
    })

    test('one takes part by filling in and pressing the button, without script', async () => {
      const procedure = await procedureById(system(), tenant(), id)
      assert.ok(procedure)
      const phases = [
        {
          id,
          track: 'public',
          position: 0,
          title: '',
          note: '',
          label: '',
          startsAt: new Date(Date.now() - day),
          endsAt: null,
          actions: format.actions,
        },
      ] as const
      const action = format.action?.({ procedure, phases }, new Date())
      if (!action) return
      came = await tour(town, base + href(action.route, { slug }), word)
      assert.ok(came.end === 'code' || /PR[A-Z]{2}-\d{4}/.test(came.html), 'the receipt has a number')
      if (came.sent[0]) {
        const empty = await send(town, came.sent[0].action, new URLSearchParams(format.id))
        assert.ok(empty.status < 500, 'an empty form gets an answer')
      }
    })

    test('what came in can be taken away', async () => {
      if (!format.exports?.length) return
      const { cookie } = await signedIn(town, { [places.stadt]: ['administrator'] })
      for (const route of format.exports) {
        const answer = await town.get(base + href(route, { id, slug }), { cookie })
        assert.equal(answer.statusCode, 200, route.path)
        assert.ok(answer.body.includes(came?.end === 'receipt' ? word : ''), `${route.path} has what was written`)
        assert.ok(!/[\w-]{43}/.test(answer.body), `${route.path} gives no secret link away`)
      }
    })

    test('past the end nothing is taken, and a sentence says so', async () => {
      await close(id)
      await looksRight(`${base}/mitmachen/${slug}`, 'de')
      for (const { action, fields } of came?.sent ?? []) {
        const late = await send(town, action, fields)
        assert.ok(late.status === 409 || late.html.includes('alm-receipt'), `${action} answers ${late.status}`)
        if (late.status === 409) assert.match(mainOf(late.html), /<h1[^>]*>[^<]+<\/h1>/)
      }
      if (came?.end === 'receipt') assert.equal((await town.get(came.at)).statusCode, 200, 'the receipt stays')
    })

    test('what is withdrawn is gone', async () => {
      const back = came?.end === 'receipt' ? formsIn((await town.get(came.at)).body).find(({ danger }) => danger) : undefined
      if (!back) return
      assert.ok((await tablesWith(word)).length > 0, 'the word was kept')
      const done = await send(town, back.action, new URLSearchParams([[...back.button]]))
      assert.equal(done.status, 200)
      assert.ok(!(await town.get(`${base}/mitmachen/${slug}`)).body.includes(word))
      // A month later: what the room keeps goes by the database's clock, what the format keeps by the house's.
      await sql`update participation_submission set closed_at = closed_at - interval '31 days' where procedure = ${id}`.execute(
        system(),
      )
      await forgetParticipation(system())
      await format.tidy?.({ ...town.house, now: () => new Date(Date.now() + 31 * day) })
      assert.deepEqual(await tablesWith(word), [])
    })
  })

suite('a new format', () => {
  const sources = fileURLToPath(new URL('../../../../src/', import.meta.url)).replace(/dist\/src\/$/, 'src/')
  const room = path.join(sources, 'modules/participation')
  let copy = ''
  before(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'allmende-formats-'))
    cpSync(room, path.join(copy, 'participation'), { recursive: true })
    writeFileSync(path.join(copy, 'package.json'), '{"type":"module"}')
  })
  after(() => rmSync(copy, { recursive: true, force: true }))
  const contents = () =>
    new Map(
      readdirSync(copy, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map((one) => [path.join(one.parentPath, one.name), readFileSync(path.join(one.parentPath, one.name), 'latin1')]),
    )

  test('is one folder: it adds itself, and no other file changes', async () => {
    const earlier = contents()
    const folder = path.join(copy, 'participation/formats/dummy-format')
    mkdirSync(folder)
    writeFileSync(
      path.join(folder, 'format.ts'),
      `import type { Format } from '../../format.ts'
const settings = { safeParse: (value: unknown) => ({ success: true, data: value }) } as unknown as Format['settings']
const dummy: Format = {
  id: 'dummy-format', name: { de: 'Attrappe', en: 'Dummy' }, use: { de: 'Nie.', en: 'Never.' }, actions: ['read'], settings,
  sections: async () => [],
}
export default dummy
`,
    )
    const later = contents()
    for (const [file, text] of earlier) assert.equal(later.get(file), text, `${file} changed`)
    assert.equal(later.size, earlier.size + 1)
    const { slots } = await discover<Format>(path.join(copy, 'participation/formats'), 'format', checkFormat)
    assert.ok(slots.some((one) => one.id === 'dummy-format'))
    const word = /dummy-format/
    assert.deepEqual(
      [...later].filter(
        ([file, text]) => word.test(text) && !file.startsWith(folder) && !file.endsWith('format-contract.test.ts'),
      ),
      [],
    )
  })

  test('that cannot be used says why', () => {
    assert.match(String(checkFormat(7).ok || (checkFormat(7) as { error: string }).error), /is no format/)
    const one = formats[0]
    assert.ok(one)
    const { sections: _, ...rest } = one
    assert.deepEqual(checkFormat(rest), { ok: false, error: 'its format has no "sections"' })
  })
})
