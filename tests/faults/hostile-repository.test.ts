// Repositories (OAI-PMH) as they are: tokens that expire, come again or lead nowhere; several formats; our own house at the other end.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { harvestNow, imitationOf } from '#plaques/harvest'
import type { Outbound } from '#platform/outbound-fetch'
import { places } from '#support/house.ts'
import { openPortal, type Portal, portalRecords } from '#support/portal.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset } from '#support/text.ts'

let town: TestServer
let portal: Portal
let source = ''
const db = () => town.house.database.system
const tenant = () => town.site(places.kreis).id
const limits = {
  requests: 40,
  bytes: 6_000_000,
  seconds: 20,
  answerBytes: 2_000_000,
  answerSeconds: 10,
  stretchSeconds: 5,
  stretchBytes: 1,
  pauses: [],
}

async function addSource(settings: object = {}, address = portal.address): Promise<string> {
  const id = randomUUID()
  await sql`insert into harvest_source (id, tenant, slug, name, kind, address, settings, state) values (${id}, ${tenant()}, ${id}, 'Probe', 'oai-pmh', ${address}, ${JSON.stringify(settings)}, 'on')`.execute(
    db(),
  )
  return id
}
const harvest = async (id = source, cause: 'command' | 'clock' = 'command', house = town.house) => {
  const run = await harvestNow(house, { tenant: tenant(), source: id, mode: 'run', cause, limits })
  assert.ok(run)
  return run
}
const published = async () => {
  const { rows } = await sql<{
    id: string
    hash: string
  }>`select id, source_hash as hash from catalogue_resource where tenant = ${tenant()} and state = 'published' order by id`.execute(
    db(),
  )
  return rows
}
const reasons = async (run: { id: string }) => {
  const { rows } = await sql<{
    reason: string
    n: number
  }>`select reason, count(*)::int as n from harvest_issue where run = ${run.id} group by reason order by reason`.execute(db())
  return Object.fromEntries(rows.map(({ reason, n }) => [reason, n]))
}

type Change = (body: string, url: URL) => string | { readonly status: number } | undefined
/** What the repository would say, changed on its way. */
function changed(change: Change | undefined): void {
  portal.instead =
    change &&
    ((_, response, url) => {
      const found = imitationOf('oai-pmh').answer(url, portal.records, 10)
      const given = found && change(found.body, url)
      if (!found || typeof given === 'object') response.writeHead(typeof given === 'object' ? given.status : 404).end()
      else response.writeHead(200, { 'content-type': found.type }).end(given ?? found.body)
      return true
    })
}
const tokenOf = (url: URL) => url.searchParams.get('resumptionToken') ?? ''
const fault = (code: string) =>
  `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-01T08:00:00Z</responseDate><error code="${code}">no</error></OAI-PMH>`
const onList =
  (change: (body: string, url: URL) => string): Change =>
  (body, url) =>
    url.searchParams.get('verb') === 'ListRecords' ? change(body, url) : undefined
const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`
const firstPage = (url: URL) =>
  imitationOf('oai-pmh').answer(new URL(`${url.origin}/oai?verb=ListRecords&metadataPrefix=dcat_ap`), portal.records, 10)?.body ??
  ''
let count = 0

const broken: readonly (readonly [what: string, change: Change, code: string])[] = [
  [
    'a token that comes again, behind deleted records alone',
    onList((body, url) =>
      tokenOf(url)
        ? body.replace(/(<resumptionToken[^>]*>)[^<]*/, `$1${tokenOf(url)}`).replaceAll('<header>', '<header status="deleted">')
        : body,
    ),
    'paging-loop',
  ],
  [
    'new tokens for ever, the same page for each',
    onList((_, url) => firstPage(url).replace(/(<resumptionToken[^>]*>)[^<]*/, () => `<resumptionToken>dcat_ap||${++count}`)),
    'paging-loop',
  ],
  [
    'new tokens and new records for ever',
    onList((_, url) =>
      firstPage(url)
        .replaceAll('satz-', `${++count}-`)
        .replace(/(<resumptionToken[^>]*>)[^<]*/, () => `<resumptionToken>dcat_ap||${count}`),
    ),
    'too-many-pages',
  ],
  ['a token that expires every time', (body, url) => (tokenOf(url) ? fault('badResumptionToken') : body), 'refused'],
  ['a token that is gone by its status', (body, url) => (tokenOf(url) ? { status: 410 } : body), 'refused'],
  ['an answer cut in the middle', onList((body) => body.slice(0, body.length / 2)), 'cut-off'],
  ['a bomb of entities', onList((body) => bomb + body.replace(/^<\?xml[^>]*\?>/, '')), 'unreadable'],
  ['a question that it refuses', onList(() => fault('badArgument')), 'refused'],
  ['a service of another kind', () => '<WMS_Capabilities version="1.3.0"/>', 'not-this-kind'],
]

suite('a repository that cannot be trusted', () => {
  before(async () => {
    town = await testServer({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' } })
    portal = await openPortal(
      imitationOf('oai-pmh'),
      portalRecords(25, () => ({ file: `https://daten.example/${randomUUID()}.csv` })),
    )
    source = await addSource()
    assert.equal((await harvest()).created, 25)
  })
  after(async () => {
    await portal?.close()
    await town?.close()
  })

  for (const [what, change, code] of broken)
    test(what, async () => {
      const stood = await published()
      changed(change)
      const run = await harvest()
      changed(undefined)
      assert.deepEqual([run.state, run.fault?.code], ['failed', code], JSON.stringify(run.fault))
      assert.deepEqual(await published(), stood)
    })

  test('a token that expires once: the list begins anew, and every record is there once', async () => {
    let lost = false
    changed((body, url) => {
      if (lost || !tokenOf(url).endsWith('|20')) return body
      lost = true
      return fault('badResumptionToken')
    })
    const run = await harvest()
    changed(undefined)
    assert.deepEqual([lost, run.state, run.read, run.unchanged], [true, 'done', 25, 25])
  })

  test('"nothing there" is held where everything was asked for, and a quiet day where changes were', async () => {
    const stood = await published()
    assert.equal((await harvest()).state, 'done')
    changed(onList(() => fault('noRecordsMatch')))
    const quiet = await harvest(source, 'clock')
    assert.deepEqual([quiet.state, quiet.partial, quiet.read], ['done', true, 0])
    const held = await harvest()
    changed(undefined)
    assert.deepEqual([held.state, held.holds[0]?.kind], ['held', 'empty'])
    assert.deepEqual(await published(), stood)
  })

  test('fewer records than its size says are held', async () => {
    changed(onList((body) => body.replace(/completeListSize="\d+"/, 'completeListSize="40"')))
    const run = await harvest()
    changed(undefined)
    assert.deepEqual([run.state, run.holds[0]?.kind, run.holds[0]?.params], ['held', 'fewer', { announced: 40, came: 25 }])
  })

  test('one that knows days only is asked for days, and one that takes no question for changes is read whole', async () => {
    changed((body) => body.replace('YYYY-MM-DDThh:mm:ssZ', 'YYYY-MM-DD'))
    assert.equal((await harvest()).state, 'done')
    portal.asked.length = 0
    assert.equal((await harvest(source, 'clock')).partial, true)
    assert.match(portal.asked.join(), /from=\d{4}-\d\d-\d\d(?:&|$)/)
    changed((body, url) => (url.searchParams.has('from') ? fault('badArgument') : body))
    const whole = await harvest(source, 'clock')
    changed(undefined)
    assert.deepEqual([whole.state, whole.partial, whole.unchanged], ['done', false, 25])
  })

  test('a format that gives something else than data is left for the next; articles are no data', async () => {
    await sql`delete from harvest_source where id = ${source}`.execute(db())
    portal.records = portalRecords(4, (at) => ({ id: `dc-${at}`, file: `https://daten.example/${randomUUID()}.csv` }))
    changed((body, url) =>
      /dcat_ap/.test(url.search)
        ? body.replaceAll('dcat:Dataset', 'dcat:Thing')
        : body.replace('<dc:type>Dataset', '<dc:type>info:eu-repo/semantics/article'),
    )
    const run = await harvest(await addSource())
    changed(undefined)
    assert.deepEqual([run.state, run.created, run.rejected], ['done', 3, 1])
    assert.deepEqual(await reasons(run), { 'other-kind': 1 })
  })
})

suite('our own repository at the other end', () => {
  const elsewhere = 'https://anderswo.example'
  /** A way out that ends at our own server; as somebody else's where `origin` is not ours. */
  const wayTo = (origin: string): Outbound => {
    const ours = town.house.config.publicUrl
    return {
      refuses: async () => undefined,
      close: () => {},
      fetch: async (address) => {
        const { pathname, search } = new URL(address)
        const { statusCode, body } = await town.get(pathname + search, { accept: '*/*' })
        const told = body.replaceAll(ours, origin).replaceAll(new URL(ours).host, new URL(origin).host)
        const stream = Readable.from([Buffer.from(told)])
        return { status: statusCode, headers: {}, contentType: 'text/xml', address, body: stream, drop: () => {} }
      },
    }
  }
  const walk = (id: string, origin: string, cause: 'command' | 'clock' = 'command') =>
    harvest(id, cause, { ...town.house, outbound: wayTo(origin) })
  const repository = (origin: string) => `${origin}/${places.stadt}/oai`

  before(async () => {
    town = await testServer()
    await town.publish(places.stadt, [
      // Taken in from somebody else, and born here.
      ...Array.from({ length: 20 }, (_, n) => dataset(`Fremd ${n}`)),
      ...Array.from({ length: 100 }, (_, n) =>
        dataset(`Satz ${n} <&>`, { uri: `${town.house.config.publicUrl}/${places.stadt}/daten/satz-${n}` }),
      ),
    ])
  })
  after(() => town?.close())

  for (const prefix of ['', 'oai_dc'])
    test(`who harvests himself recognises the circle${prefix && ` in ${prefix} too`}`, async () => {
      const ours = town.house.config.publicUrl
      const run = await walk(await addSource({ prefix }, repository(ours)), ours)
      assert.deepEqual([run.state, run.read, run.created, run.rejected, run.pages], ['done', 120, 0, 120, 2])
      assert.deepEqual(await reasons(run), { loop: 120 })
    })

  test('another house like ours is read page by page, and what it withdraws goes here with the next changes', async () => {
    const id = await addSource({}, repository(elsewhere))
    const first = await walk(id, elsewhere)
    // What it took in from others is here already.
    assert.deepEqual([first.state, first.read, first.created, first.pages], ['done', 120, 100, 2])
    assert.deepEqual(await reasons(first), { duplicate: 20 })
    const store = town.store(places.stadt)
    await store.withdraw((await store.bySlug('satz-7'))?.id ?? '', 'Fehler')
    const changes = await walk(id, elsewhere, 'clock')
    assert.deepEqual([changes.state, changes.partial, changes.withdrawn], ['done', true, 1])
    assert.equal((await published()).length, 99)
    const whole = await walk(id, elsewhere)
    assert.deepEqual([whole.state, whole.read, whole.unchanged], ['done', 119, 99])
  })
})
