// A source that is broken, hostile, slow or wrong. Whatever it does: the run ends in bounded time with a sentence, nothing of the catalogue is touched, and others are not kept waiting.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { after, before, suite, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { harvestNow, imitationOf } from '#plaques/harvest'
import { openOutbound } from '#platform/outbound-fetch'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { openPortal, type Portal, portalRecords } from '#support/portal.ts'

let town: TestHouse
let portal: Portal
const db = () => town.house.database.system

/** Limits that a test can wait for. */
const limits = {
  requests: 30,
  bytes: 3_000_000,
  seconds: 6,
  answerBytes: 2_000_000,
  answerSeconds: 4,
  stretchSeconds: 0.5,
  stretchBytes: 2000,
  pauses: [],
}

async function addSource(kind: string, address: string): Promise<string> {
  const id = randomUUID()
  await sql`insert into harvest_source (id, tenant, slug, name, kind, address, state, contact) values (${id}, ${town.site(places.kreis).id}, ${id}, 'Probe', ${kind}, ${address}, 'on', 'daten@probe.example')`.execute(
    db(),
  )
  return id
}
const harvest = (source: string, house = town.house) =>
  harvestNow(house, { tenant: town.site(places.kreis).id, source, mode: 'run', cause: 'command', limits })
const there = async () => {
  const { rows } = await sql<{
    id: string
    hash: string
  }>`select id, source_hash as hash from catalogue_resource where tenant = ${town.site(places.kreis).id} and state = 'published' order by id`.execute(
    db(),
  )
  return rows
}

type Instead = NonNullable<Portal['instead']>
const answer =
  (body: string | Buffer, type = 'text/turtle', headers: Record<string, string> = {}): Instead =>
  (_, response) => {
    response.writeHead(200, { 'content-type': type, ...headers }).end(body)
    return true
  }
const bombs = {
  gzip: gzipSync(Buffer.alloc(40_000_000, 'a ')),
  entities: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">&j;</rdf:RDF>`,
  external: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">&a;</rdf:RDF>`,
}
function endless(_: IncomingMessage, response: ServerResponse): boolean {
  response.writeHead(200, { 'content-type': 'application/rdf+xml' })
  response.write('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">')
  const more = () => {
    while (!response.destroyed && response.write('<a>b</a>'.repeat(8000)));
    if (!response.destroyed) response.once('drain', more)
  }
  more()
  return true
}
function drip(_: IncomingMessage, response: ServerResponse): boolean {
  response.writeHead(200, { 'content-type': 'text/turtle' })
  const timer = setInterval(() => response.write('#'), 50)
  response.once('close', () => clearInterval(timer))
  return true
}

suite('a source that cannot be trusted', { timeout: 120_000 }, () => {
  let source = ''
  before(async () => {
    town = await testHouse({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' } })
    portal = await openPortal(imitationOf('dcat'), portalRecords(30))
    source = await addSource('dcat', portal.address)
    assert.equal((await harvest(source))?.state, 'done')
    assert.equal((await there()).length, 30)
  })
  after(async () => {
    await portal?.close()
    await town?.close()
  })

  const whole = () => imitationOf('dcat').answer(new URL(portal.address), portal.records, 30)?.body ?? ''
  const cases: readonly (readonly [what: string, instead: () => Instead, code: string])[] = [
    ['an error page with 200', () => answer('<!DOCTYPE html><html><title>Wartung</title></html>', 'text/html'), 'html'],
    ['an error page that calls itself Turtle', () => answer('\n <html><body>Fehler</body></html>'), 'html'],
    ['an empty answer', () => answer(''), 'empty'],
    ['a document cut in the middle, length and all', () => answer(whole().slice(0, whole().length / 2)), 'cut-off'],
    [
      'a connection that dies in the middle',
      () => (_, response) => {
        response.writeHead(200, { 'content-length': '99999' })
        response.write(whole().slice(0, 3000), () => response.destroy())
        return true
      },
      'cut-off',
    ],
    ['bytes that fit no encoding', () => answer(Buffer.from(whole().replaceAll('ä', '\u00e4'), 'latin1')), 'encoding'],
    ['one byte after the other', () => drip, 'too-slow'],
    ['XML without an end', () => endless, 'too-large'],
    ['a packed bomb', () => answer(bombs.gzip, 'text/turtle', { 'content-encoding': 'gzip' }), 'too-large'],
    ['a bomb of entities', () => answer(bombs.entities, 'application/rdf+xml'), 'unreadable'],
    ['a file as entity', () => answer(bombs.external, 'application/rdf+xml'), 'unreadable'],
    [
      'thirty redirects',
      () => (request, response) => {
        const at = Number(/r=(\d+)/.exec(request.url ?? '')?.[1] ?? '0')
        response.writeHead(302, { location: `/catalog.ttl?r=${at + 1}` }).end()
        return true
      },
      'redirects',
    ],
    [
      'a redirect to the keys of the machine',
      () => (_, response) => {
        response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end()
        return true
      },
      'internal',
    ],
    [
      'a redirect to a file',
      () => (_, response) => {
        response.writeHead(302, { location: 'file:///etc/passwd' }).end()
        return true
      },
      'scheme',
    ],
    [
      'pages that lead back to the first',
      () => (_, response, url) => {
        const page = Number(url.searchParams.get('page') ?? '1')
        const body =
          imitationOf('dcat').answer(new URL(`${portal.origin}/catalog.ttl?page=${((page - 1) % 3) + 1}`), portal.records, 10)
            ?.body ?? ''
        response.end(
          `${body}\n<${portal.origin}${url.pathname}${url.search}> <http://www.w3.org/ns/hydra/core#next> <${portal.origin}/catalog.ttl?page=${page + 1}> .`,
        )
        return true
      },
      'paging-loop',
    ],
    ['an answer of another kind', () => answer('{"hello": 1}', 'application/json'), 'not-this-kind'],
    [
      'a refusal',
      () => (_, response) => {
        response.writeHead(403).end()
        return true
      },
      'status',
    ],
  ]
  for (const [what, instead, code] of cases)
    test(what, async () => {
      const before = await there()
      portal.instead = instead()
      const began = performance.now()
      const run = await harvest(source)
      portal.instead = undefined
      assert.deepEqual([run?.state, run?.fault?.code], ['failed', code])
      assert.ok(performance.now() - began < 15_000, 'in bounded time')
      assert.deepEqual(await there(), before, 'nothing is touched')
      assert.ok(!JSON.stringify(run?.fault).includes('root:'), 'no file is told')
    })

  test('the contact is told once, and again only after it had worked', async () => {
    const mails = async () =>
      (await sql`select 1 from platform_mail where to_address = 'daten@probe.example'`.execute(db())).rows.length
    const told = await mails()
    assert.equal(told, 1, 'all of the above made one letter')
    assert.equal((await harvest(source))?.state, 'done')
    portal.instead = answer('')
    await harvest(source)
    await harvest(source)
    portal.instead = undefined
    assert.equal(await mails(), 2)
    assert.equal((await harvest(source))?.state, 'done')
  })

  test('letters in the wrong encoding are noticed although they can be read', async () => {
    const before = await there()
    const sound = portal.records
    portal.records = sound.map((one) => ({
      ...one,
      title: Buffer.from(one.title, 'utf8').toString('latin1'),
      description: Buffer.from(one.description, 'utf8').toString('latin1'),
    }))
    const run = await harvest(source)
    portal.records = sound
    assert.deepEqual([run?.state, run?.holds[0]?.kind], ['held', 'garbled'])
    assert.deepEqual(await there(), before)
  })

  test('fewer than it announces: held', async () => {
    const before = await there()
    portal.instead = answer(
      (imitationOf('dcat').answer(new URL(portal.address), portal.records, 100)?.body ?? '').replace(
        /totalItems \d+/,
        'totalItems 300',
      ),
    )
    const run = await harvest(source)
    portal.instead = undefined
    assert.deepEqual([run?.state, run?.holds[0]?.kind], ['held', 'fewer'])
    assert.deepEqual(await there(), before)
  })

  test('a name that changes its answer between look and connection reaches nobody', async () => {
    let looks = 0
    const outbound = openOutbound({
      resolve: async () => [{ address: ++looks === 1 ? '93.184.216.34' : '127.0.0.1', family: 4 }],
    })
    const moved = await addSource('dcat', portal.address.replace('127.0.0.1', 'daten.example'))
    assert.equal(await outbound.refuses('http://daten.example/'), undefined)
    const asked = portal.asked.length
    const run = await harvest(moved, { ...town.house, outbound })
    outbound.close()
    assert.deepEqual([run?.state, run?.fault?.code], ['failed', 'internal'])
    assert.equal(portal.asked.length, asked)
  })

  test('the same dataset by two sources comes once; our own that comes back does not come at all', async () => {
    const before = await there()
    const land = await openPortal(
      imitationOf('ckan'),
      portal.records.map((one) => ({ ...one, id: `land-${one.id}` })),
    )
    const other = await addSource('ckan', land.address)
    const run = await harvest(other)
    assert.deepEqual([run?.state, run?.created, run?.rejected], ['done', 0, 30])
    const { rows } = await sql<{
      reason: string
      detail: string
    }>`select distinct reason, detail from harvest_issue where run = ${run?.id ?? ''}`.execute(db())
    assert.deepEqual(rows, [{ reason: 'duplicate', detail: 'Probe' }])
    land.instead = (_, response) => {
      const extras = [{ key: 'uri', value: `${town.house.config.publicUrl}/kreis-birkenau/daten/etat` }]
      const result = { count: 1, results: [{ id: 'zurueck', name: 'zurueck', title: 'Kommt zurück', resources: [], extras }] }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ success: true, result }))
      return true
    }
    const loop = await harvest(await addSource('ckan', land.address))
    await land.close()
    assert.deepEqual([loop?.created, loop?.rejected], [0, 1])
    const { rows: why } = await sql<{ reason: string }>`select reason from harvest_issue where run = ${loop?.id ?? ''}`.execute(
      db(),
    )
    assert.deepEqual(why, [{ reason: 'loop' }])
    assert.deepEqual(await there(), before)
  })

  test('one slow source keeps nobody waiting, and of three processes one harvests', async () => {
    const slow = await openPortal(imitationOf('dcat'), [])
    slow.instead = drip
    const lame = await addSource('dcat', slow.address)
    const began = performance.now()
    const waiting = harvest(lame)
    const three = await Promise.all([harvest(source), harvest(source), harvest(source)])
    assert.equal(three.filter((run) => run?.state === 'done').length, 1, 'one lease')
    const quick = performance.now() - began
    assert.equal((await waiting)?.fault?.code, 'too-slow')
    assert.ok(quick < performance.now() - began)
    await slow.close()
  })
})
