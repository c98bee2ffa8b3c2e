// Links are tried politely, believed slowly, and count for the points: against servers on this machine with every bad habit.
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { dataset, distribution } from '#support/text.ts'
import { differs, isReserved, manners, after as standing } from './model/link.ts'
import { checkLinks } from './use-cases/check-links.ts'
import { gatherLinks, serviceOf } from './use-cases/gather-links.ts'
import { capabilitiesOf } from './use-cases/try-link.ts'

const type = (code: string) => `http://publications.europa.eu/resource/authority/file-type/${code}`
const csv = { format: type('CSV'), mediaType: 'https://www.iana.org/assignments/media-types/text/csv' }

let town: TestHouse
const servers: Server[] = []
const asked: { method: string; url: string; at: number; range: string | undefined }[] = []
/** What stands at a path; a test changes it. */
const pages = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>()
const answer =
  (status: number, headers: Record<string, string> = {}, body = '') =>
  (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, headers).end(body)

async function host(): Promise<string> {
  const server = createServer((request, response) => {
    asked.push({ method: request.method ?? '', url: request.url ?? '', at: performance.now(), range: request.headers.range })
    const page = pages.get((request.url ?? '').split('?')[0] ?? '')
    if (page) page(request, response)
    else response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise((done) => server.once('listening', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const db = () => town.house.database.system
const row = async (address: string) =>
  (
    await sql<{
      state: string
      status: number | null
      fault: string | null
      failures: number
      moved_to: string | null
      moved_for_good: boolean
      cleared_at: Date | null
      differs: string | null
      links: object | null
    }>`
    select l.*, u.differs, r.links from quality_link l join quality_link_use u using (tenant, hash) join catalogue_resource r on r.id = u.resource where address = ${address}`.execute(
      db(),
    )
  ).rows[0] ?? assert.fail(address)
const due = () => sql`update quality_link set next_at = now()`.execute(db())
const rest = () => sql`update quality_host set free_at = now()`.execute(db())
const quick = { pause: 0.01, requestSeconds: 1, seconds: 30 }
const check = async () => {
  await rest()
  await due()
  return checkLinks(town.house, quick)
}
/** Publishes a dataset with one file and notes its addresses. */
async function publish(title: string, given: Parameters<typeof distribution>[0]) {
  await town.publish(places.stadt, [dataset(title, { distribution: [distribution({ accessURL: [], ...given })] })])
  await gatherLinks(town.house)
}

suite('links', () => {
  before(async () => {
    town = await testHouse({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' } })
  })
  after(async () => {
    for (const server of servers) server.close()
    await town?.close()
  })

  test('a file is tried by HEAD; where that is refused, by its first bytes', async () => {
    const origin = await host()
    pages.set('/gut.csv', answer(200, { 'content-type': 'text/csv', 'content-length': '5' }))
    pages.set('/ohne-head.csv', (request, response) =>
      request.method === 'HEAD'
        ? response.writeHead(405).end()
        : response.writeHead(206, { 'content-type': 'text/csv', 'content-range': 'bytes 0-1023/900000' }).end('a;b'),
    )
    await publish('Gut', { uri: `${origin}/1`, downloadURL: [`${origin}/gut.csv`], byteSize: 5, ...csv })
    await publish('Ohne HEAD', { uri: `${origin}/2`, downloadURL: [`${origin}/ohne-head.csv`], byteSize: 5, ...csv })
    assert.equal(await check(), 2)
    const tried = asked.map(({ method, url, range }) => `${method} ${url}${range ? ` ${range}` : ''}`).sort()
    assert.deepEqual(tried, ['GET /ohne-head.csv bytes=0-1023', 'HEAD /gut.csv', 'HEAD /ohne-head.csv'])
    const good = await row(`${origin}/gut.csv`)
    assert.deepEqual([good.state, good.status, good.differs, good.links], ['ok', 200, null, { download: true }])
    const other = await row(`${origin}/ohne-head.csv`)
    assert.deepEqual([other.state, other.status, other.differs], ['ok', 206, 'size'])
  })

  test('one request at a time and host, with a pause', async () => {
    const origin = await host()
    let open = 0
    let most = 0
    for (const at of [1, 2, 3])
      pages.set(`/stueck-${at}`, (_, response) => {
        most = Math.max(most, ++open)
        setTimeout(() => {
          open--
          response.writeHead(200).end()
        }, 20)
      })
    await town.publish(
      places.stadt,
      [1, 2, 3].map((at) =>
        dataset(`Stück ${at}`, {
          distribution: [distribution({ uri: `${origin}/${at}`, accessURL: [`${origin}/stueck-${at}`] })],
        }),
      ),
    )
    await gatherLinks(town.house)
    await sql`update quality_link set next_at = now() + interval '1 day' where host <> ${new URL(origin).host}`.execute(db())
    const before = asked.length
    // Two processes at once: a host is leased to one of them.
    await Promise.all([checkLinks(town.house, { ...quick, pause: 0.3 }), checkLinks(town.house, { ...quick, pause: 0.3 })])
    const times = asked.slice(before).map((one) => one.at)
    assert.equal(times.length, 3)
    assert.equal(most, 1)
    for (const at of [1, 2]) assert.ok((times[at] ?? 0) - (times[at - 1] ?? 0) >= 290, `${times}`)
  })

  test('404, silence and a loop are believed on the third day, and one good answer ends it', async () => {
    const origin = await host()
    const slow = await host()
    pages.set('/stumm', () => {})
    pages.set('/kreis', answer(302, { location: '/kreis' }))
    await publish('Weg', { uri: `${origin}/1`, downloadURL: [`${origin}/weg.csv`], ...csv })
    await publish('Kreis', { uri: `${origin}/2`, accessURL: [`${origin}/kreis`] })
    await publish('Stumm', { uri: `${slow}/3`, accessURL: [`${slow}/stumm`] })
    const seen: string[] = []
    for (const _ of [1, 2, 3]) {
      await check()
      const { state, failures, links } = await row(`${origin}/weg.csv`)
      seen.push(`${failures} ${state} ${Object.keys(links ?? {})}`)
    }
    assert.deepEqual(seen, ['1 shaky ', '2 shaky ', '3 broken broken,download'])
    assert.deepEqual(
      [(await row(`${origin}/weg.csv`)).status, (await row(`${origin}/kreis`)).fault, (await row(`${slow}/stumm`)).fault],
      [404, 'redirects', 'too-slow'],
    )
    pages.set('/weg.csv', answer(200, { 'content-type': 'text/csv' }))
    await check()
    const back = await row(`${origin}/weg.csv`)
    assert.deepEqual([back.state, back.failures, back.links], ['ok', 0, { download: true }])
    pages.delete('/weg.csv')
    await check()
    assert.deepEqual((await row(`${origin}/weg.csv`)).links, { download: true }, 'one bad day costs nothing')
  })

  test('a host that asks for patience gets it, and nothing is held against it', async () => {
    const origin = await host()
    pages.set('/spaeter', answer(429, { 'retry-after': '90' }))
    await publish('Später', { uri: `${origin}/1`, accessURL: [`${origin}/spaeter`] })
    await check()
    const { state, failures } = await row(`${origin}/spaeter`)
    assert.deepEqual([state, failures], ['new', 0])
    const { rows } = await sql<{
      seconds: number
    }>`select extract(epoch from free_at - now())::int as seconds from quality_host where host = ${new URL(origin).host}`.execute(
      db(),
    )
    assert.ok((rows[0]?.seconds ?? 0) > 80)
  })

  test('a page in place of a file, another type, another place are noted', async () => {
    const origin = await host()
    pages.set('/seite.csv', answer(200, { 'content-type': 'text/html; charset=utf-8' }))
    pages.set('/bild.csv', answer(200, { 'content-type': 'image/png' }))
    pages.set('/alt', answer(301, { location: '/neu' }))
    pages.set('/neu', answer(200, { 'content-type': 'text/html' }))
    await publish('Seite', { uri: `${origin}/1`, downloadURL: [`${origin}/seite.csv`], ...csv })
    await publish('Bild', { uri: `${origin}/2`, downloadURL: [`${origin}/bild.csv`], ...csv })
    await publish('Umgezogen', { uri: `${origin}/3`, accessURL: [`${origin}/alt`] })
    await check()
    assert.deepEqual([(await row(`${origin}/seite.csv`)).differs, (await row(`${origin}/bild.csv`)).differs], ['html', 'type'])
    const moved = await row(`${origin}/alt`)
    assert.deepEqual([moved.state, moved.moved_to, moved.moved_for_good, moved.differs], ['ok', `${origin}/neu`, true, null])
  })

  test('a service answers when it says what it can do, not with a page and not with an exception', async () => {
    const origin = await host()
    pages.set(
      '/wms',
      answer(200, { 'content-type': 'text/xml' }, '<?xml version="1.0"?><!-- x --><WMS_Capabilities version="1.3.0"/>'),
    )
    pages.set('/wfs', answer(200, { 'content-type': 'text/html' }, '<!doctype html><html>Geoportal</html>'))
    const service = (code: string, path: string) => ({
      uri: `${origin}${path}#s`,
      accessURL: [`${origin}${path}?map=stadt`],
      format: type(code),
    })
    await publish('Karte', service('WMS_SRVC', '/wms'))
    await publish('Objekte', service('WFS_SRVC', '/wfs'))
    await check()
    assert.equal((await row(`${origin}/wms?map=stadt`)).state, 'ok')
    const none = await row(`${origin}/wfs?map=stadt`)
    assert.deepEqual([none.state, none.fault], ['shaky', 'no-capabilities'])
    assert.ok(asked.some((one) => one.url === '/wms?map=stadt&service=WMS&request=GetCapabilities'))
    assert.equal(
      capabilitiesOf('https://a.de/ows?SERVICE=wms&REQUEST=GetMap', 'WMS'),
      'https://a.de/ows?SERVICE=WMS&REQUEST=GetCapabilities',
    )
    assert.equal(serviceOf('https://a.de/ows?Service=wfs', undefined), 'WFS')
  })

  test('what no record names any more is forgotten; our own addresses, reserved names and inner networks are not asked', async () => {
    const origin = await host()
    await publish('Fort', {
      uri: `${origin}/1`,
      accessURL: [`${origin}/fort`, 'https://portal.example/ahornstadt/daten/x', 'https://stadt.example/x', 'http://10.0.0.1/'],
    })
    const { rows } = await sql<{
      address: string
      state: string
    }>`select address, state from quality_link where address like 'http%example%' or address like '%10.0.0.1%' order by 1`.execute(
      db(),
    )
    assert.deepEqual(rows, [
      { address: 'http://10.0.0.1/', state: 'new' },
      { address: 'https://portal.example/ahornstadt/daten/x', state: 'ok' },
      { address: 'https://stadt.example/x', state: 'skipped' },
    ])
    await check()
    assert.equal((await row('http://10.0.0.1/')).fault, 'internal')
    assert.deepEqual((await row(`${origin}/fort`)).links, { access: true }, 'what we keep ourselves is there')
    const id =
      (await row(`${origin}/fort`)) &&
      (await sql<{ id: string }>`select id from catalogue_resource where title = 'Fort'`.execute(db())).rows[0]?.id
    await town.store(places.stadt).withdraw(id ?? '', 'Probe')
    await gatherLinks(town.house)
    const { rows: left } =
      await sql`select 1 from quality_link where address = ${`${origin}/fort`} union all select 1 from quality_host where host = ${new URL(origin).host}`.execute(
        db(),
      )
    assert.equal(left.length, 0)
  })

  test('what fits and what does not', () => {
    const table = { format: 'CSV', mediaType: 'text/csv', bytes: 1_000_000 }
    const found = (contentType: string | null, bytes: number | null = null) => differs(table, { type: contentType, bytes })
    for (const fits of [
      'text/csv; charset=utf-8',
      'text/plain',
      'application/octet-stream',
      'application/vnd.ms-excel',
      'application/zip',
      null,
    ])
      assert.equal(found(fits), null, String(fits))
    assert.deepEqual(
      [found('text/html'), found('application/pdf'), found('text/csv', 1_050_000), found('text/csv', 2_000_000)],
      ['html', 'type', null, 'size'],
    )
    assert.equal(differs({ format: null, mediaType: null, bytes: null }, { type: 'text/html', bytes: 9 }), null)
    let stand = { state: 'ok' as const, failures: 0 } as Parameters<typeof standing>[0]
    const days: number[] = []
    for (let day = 0; day < 20; day++) {
      const next = standing(stand, { ok: false })
      days.push(next.days)
      stand = next
    }
    assert.deepEqual([days.slice(0, 14).every((one) => one === 1), days.at(-1)], [true, manners.again])
    assert.deepEqual(['a.example', 'example.org:8080', 'example.de', 'localhost'].map(isReserved), [true, true, false, true])
  })
})
