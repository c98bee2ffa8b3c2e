// Geo catalogues that are broken or hostile: the run ends with a sentence or is held, and nothing of the catalogue is touched.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { harvestNow, imitationOf } from '#plaques/harvest'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { openPortal, type Portal, portalRecords } from '#support/portal.ts'

let town: TestHouse
const portals: Record<string, { portal: Portal; source: string }> = {}
const db = () => town.house.database.system
const limits = {
  requests: 30,
  bytes: 3_000_000,
  seconds: 20,
  answerBytes: 2_000_000,
  answerSeconds: 10,
  stretchSeconds: 5,
  stretchBytes: 1,
  pauses: [],
}

const harvest = (source: string) =>
  harvestNow(town.house, { tenant: town.site(places.kreis).id, source, mode: 'run', cause: 'command', limits })
const published = async () => {
  const { rows } = await sql<{
    id: string
    hash: string
  }>`select id, source_hash as hash from catalogue_resource where tenant = ${town.site(places.kreis).id} and state = 'published' order by id`.execute(
    db(),
  )
  return rows
}

type Change = (body: string, url: URL, posted: string) => { body: string | Buffer; status?: number } | undefined
/** What the portal would say, changed on its way. */
function changed(kind: string, change: Change): void {
  const { portal } = portals[kind] as { portal: Portal }
  portal.instead = (request, response, url) => {
    let posted = ''
    request.on('data', (part: Buffer) => {
      posted += part
    })
    request.on('end', () => {
      const found = imitationOf(kind).answer(url, portal.records, 10, posted)
      const given = found && change(found.body, url, posted)
      if (!found) response.writeHead(404).end()
      else response.writeHead(given?.status ?? 200, { 'content-type': found.type }).end(given?.body ?? found.body)
    })
    return true
  }
}

const onRecords =
  (change: (body: string, url: URL, posted: string) => string | Buffer): Change =>
  (body, url, posted) =>
    body.includes('GetRecordsResponse') || body.includes('FeatureCollection') ? { body: change(body, url, posted) } : undefined
const report = (code: string, text: string) =>
  `<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows" version="1.0.0"><ows:Exception exceptionCode="${code}" locator="x"><ows:ExceptionText>${text}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>`
const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`
const page = (url: URL, posted: string) =>
  Number(/startPosition="(\d+)"/.exec(posted)?.[1] ?? url.searchParams.get('offset') ?? 0)

const firstPage = (url: URL, posted: string) =>
  imitationOf('csw').answer(
    url,
    portals.csw?.portal.records ?? [],
    10,
    posted.replace(/startPosition="\d+"/, 'startPosition="1"'),
  )?.body ?? ''

const cases: readonly (readonly [kind: string, what: string, change: Change, code: string])[] = [
  [
    'csw',
    'a nextRecord that leads back',
    onRecords((body, _, posted) => (page(_, posted) > 1 ? body.replace(/nextRecord="\d+"/, 'nextRecord="1"') : body)),
    'paging-loop',
  ],
  [
    'csw',
    'every page brings the first',
    (body, url, posted) =>
      body.includes('GetRecordsResponse')
        ? {
            body: firstPage(url, posted)
              .replace(/nextRecord="\d+"/, `nextRecord="${page(url, posted) + 10}"`)
              .replace(/Matched="\d+"/, 'Matched="99999999"'),
          }
        : undefined,
    'paging-loop',
  ],
  [
    'csw',
    'pages without end, each record new',
    (body, url, posted) =>
      body.includes('GetRecordsResponse')
        ? {
            body: firstPage(url, posted)
              .replaceAll('satz-', `${page(url, posted)}-`)
              .replace(/ numberOfRecordsMatched="\d+"/, '')
              .replace(/nextRecord="\d+"/, `nextRecord="${page(url, posted) + 10}"`),
          }
        : undefined,
    'too-many-pages',
  ],
  ['csw', 'an answer cut in the middle', onRecords((body) => body.slice(0, body.length / 2)), 'cut-off'],
  ['csw', 'a bomb of entities', onRecords((body) => bomb + body.replace(/^<\?xml[^>]*\?>/, '')), 'unreadable'],
  [
    'csw',
    'a file as entity',
    onRecords((body) =>
      body
        .replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')
        .replace('Straßenbäume', '&a;'),
    ),
    'unreadable',
  ],
  ['csw', 'bytes that fit no encoding', onRecords((body) => Buffer.from(body, 'latin1')), 'encoding'],
  ['csw', 'a report of its own fault', () => ({ body: report('NoApplicableCode', 'Index wird neu aufgebaut') }), 'refused'],
  ['csw', 'a service of another kind', () => ({ body: '<WMS_Capabilities version="1.3.0"/>' }), 'not-this-kind'],
  [
    'ogc-records',
    'a way on that leads back',
    onRecords((body, url) => (page(url, '') > 0 ? body.replace(/offset=\d+/, 'offset=10') : body)),
    'paging-loop',
  ],
  ['ogc-records', 'an answer cut in the middle', onRecords((body) => body.slice(0, body.length / 2)), 'cut-off'],
  ['ogc-records', 'bytes that fit no encoding', onRecords((body) => Buffer.from(body, 'latin1')), 'encoding'],
  ['ogc-records', 'its own fault', () => ({ body: '{"code":"NoApplicableCode","description":"maintenance"}' }), 'refused'],
  [
    'ogc-records',
    'a server of features',
    (body) => (body.includes('collections":') ? { body: '{"collections":[{"id":"x","itemType":"feature"}]}' } : undefined),
    'not-this-kind',
  ],
]

suite('a geo catalogue that cannot be trusted', () => {
  before(async () => {
    town = await testHouse({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' } })
    for (const kind of ['csw', 'ogc-records']) {
      const portal = await openPortal(
        imitationOf(kind),
        portalRecords(25, () => ({ file: `https://daten.example/${randomUUID()}.csv` })),
      )
      const source = randomUUID()
      await sql`insert into harvest_source (id, tenant, slug, name, kind, address, state) values (${source}, ${town.site(places.kreis).id}, ${source}, 'Probe', ${kind}, ${portal.address}, 'on')`.execute(
        db(),
      )
      portals[kind] = { portal, source }
      assert.equal((await harvest(source))?.state, 'done')
    }
  })
  after(async () => {
    for (const { portal } of Object.values(portals)) await portal.close()
    await town?.close()
  })

  for (const [kind, what, change, code] of cases)
    test(`${kind}: ${what}`, async () => {
      const stood = await published()
      assert.equal(stood.length, 50)
      changed(kind, change)
      const run = await harvest(portals[kind]?.source ?? '')
      assert.deepEqual([run?.state, run?.fault?.code], ['failed', code], JSON.stringify(run?.fault))
      assert.deepEqual(await published(), stood)
    })

  test('a report is told in its own words', async () => {
    changed('csw', () => ({ body: report('NoApplicableCode', 'Index wird neu aufgebaut') }))
    const run = await harvest(portals.csw?.source ?? '')
    assert.equal(run?.fault?.params.detail, 'NoApplicableCode: x: Index wird neu aufgebaut')
  })

  test('fewer records than announced are held', async () => {
    changed(
      'csw',
      onRecords((body) => body.replace(/Matched="\d+"/, 'Matched="40"')),
    )
    const run = await harvest(portals.csw?.source ?? '')
    assert.deepEqual([run?.state, run?.holds[0]?.kind, run?.holds[0]?.params], ['held', 'fewer', { announced: 40, came: 25 }])
    await sql`update harvest_run set state = 'dropped', finished_at = now() where id = ${run?.id}`.execute(db())
  })

  test('a server that neither sorts nor filters nor takes POST is read all the same', async () => {
    const asked: string[] = []
    changed('csw', (body, url, posted) => {
      if (!body.includes('GetRecordsResponse')) return undefined
      asked.push(
        posted
          ? 'POST'
          : url.searchParams.has('constraint')
            ? 'GET with filter'
            : url.searchParams.has('sortBy')
              ? 'GET sorted'
              : 'GET',
      )
      if (posted) return { body: 'no', status: 405 }
      return /constraint|sortBy/.test(url.search)
        ? { body: report('InvalidParameterValue', 'constraint'), status: 400 }
        : undefined
    })
    const run = await harvest(portals.csw?.source ?? '')
    assert.deepEqual([run?.state, run?.read, run?.unchanged], ['done', 25, 25])
    assert.equal(asked.at(-1), 'GET')
  })
})
