// Whatever is asked, in whatever form: an answer with a fitting status, type and the security headers, and never a fault of ours.
import assert from 'node:assert/strict'
import net from 'node:net'
import { after, before, suite, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { allRoutes } from '#app'
import type { Route } from '#kernel/route.ts'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset, distribution } from '#support/text.ts'

let portal: TestServer

const long = 'ä'.repeat(4096)
const values = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  'NaN',
  'Infinity',
  '1.5',
  "' or 1=1; drop table catalogue_resource; --",
  '%00',
  '\u0000',
  '\ufffe',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '"unfinished',
  '((((',
  '-',
  '*',
  'title:',
  'title:"',
  '1,2,3',
  '-999,0,999,0',
  '7,51,6,50',
  'NaN,NaN,NaN,NaN',
  '2026-13-45',
  '0000',
  '9999-99',
  'en',
  '__proto__',
  'constructor',
  '😀'.repeat(50),
  'a '.repeat(600),
  long,
]
const names = [
  'q',
  'seite',
  'page',
  'genau',
  'exact',
  'gebiet',
  'view',
  'ort',
  'place',
  'thema',
  'format',
  'lizenz',
  'herausgeber',
  'stichwort',
  'offen',
  'hvd',
  'von',
  'bis',
  'bbox',
  'sort',
  'modified_since',
  'ansicht',
  'karte',
  'danke',
  'v',
  'zeilen',
  'unbekannt',
  '',
  '__proto__',
  'q[]',
  'a[b]',
]
const slugs = [
  'probe',
  'gibt-es-nicht',
  '..',
  '%2e%2e',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%00',
  '%0d%0aSet-Cookie:x=1',
  'a'.repeat(499),
  'a'.repeat(501),
  '%F0%9F%98%80',
  'con',
  '__proto__',
  "'",
  '%22%3E%3Cscript%3E',
  '11111111-1111-1111-1111-111111111111',
  '1e3',
  '-1',
  '%C0%AF',
  '..%5c..%5cboot.ini',
]

const concrete = (route: Route, slug: string) => route.path.replace(/:(\w+)(\([^)]*\))?/g, slug)
const routes = () => allRoutes().flatMap(({ routes: of }) => Object.values(of))

/** Protocols that say faults in words of their own: CKAN's actions, Open311, CSW, and SPARQL's in plain text. */
const ownFaults = /^[A-Z]+ (?:\/api\/(?:3\/|[12]\/)?(?:action|rest|search|util)|[^ ?]*\/(?:open311|csw|sparql))\b/

/** How a fault is told: as a page or as problem details, else as the protocol has it. */
const faultType = (what: string): RegExp =>
  ownFaults.test(what)
    ? /^(text\/html|(application|text)\/(problem\+json|json|xml|plain)); charset=utf-8/
    : /^(text\/html|application\/problem\+json); charset=utf-8/

/** What every answer must have, whatever it says. */
function decent(answer: LightMyRequestResponse, what: string): void {
  const { statusCode, headers, body } = answer
  assert.ok(statusCode >= 200 && statusCode < 500, `${statusCode} for ${what}\n${body.slice(0, 500)}`)
  assert.match(String(headers['content-security-policy']), /default-src 'none'/, what)
  assert.equal(headers['x-content-type-options'], 'nosniff', what)
  if (body.length > 0) assert.match(String(headers['content-type']), /^[a-z]+\/[a-z0-9.+-]+/, what)
  if (statusCode >= 400) assert.match(String(headers['content-type']), faultType(what), what)
  assert.doesNotMatch(body, /node_modules|at async |root:x:0/, what)
  if (/html|svg/.test(String(headers['content-type']))) assert.doesNotMatch(body, /<script>alert/, what)
  assert.equal(headers['set-cookie'], undefined, what)
  assert.equal(headers['x-powered-by'], undefined, what)
}

const ask = async (
  url: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'PATCH' = 'GET',
) => {
  const answer = await portal.ask({ method, url, headers: { host: 'portal.example', accept: 'text/html', ...headers } })
  decent(answer, `${method} ${url.slice(0, 300)} ${JSON.stringify(headers).slice(0, 200)}`)
  return answer
}

/** Sends bytes as they are and gives what comes back. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text, 'latin1'))
    let answer = ''
    socket.setEncoding('latin1')
    socket.setTimeout(5000, () => socket.destroy(new Error(`no answer to ${text.slice(0, 80)}`)))
    socket.on('data', (part) => {
      answer += part
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(answer) : reject(error),
    )
  })
}

suite('hostile requests', () => {
  before(async () => {
    portal = await testServer()
    const probe = dataset('Probe', {
      distribution: [
        distribution({
          uri: 'https://daten.example/p/1',
          accessURL: ['javascript:alert(1)'],
          downloadURL: ['data:text/html,<script>alert(1)</script>'],
        }),
      ],
    })
    await portal.publish(places.land, [
      probe,
      dataset('<script>alert(1)</script> & "Titel"', { uri: 'https://daten.example/xss' }),
    ])
    await portal.follow()
  })
  after(() => portal?.close())

  test('every route with parameters set to nonsense', async () => {
    for (const route of routes().filter((one) => one.method === 'GET'))
      for (const name of names.filter((one) => hashOf(route.id + one) % 3 === 0)) {
        const value = values[Math.abs(hashOf(route.id + name)) % values.length] ?? ''
        await ask(`${concrete(route, 'probe')}?${new URLSearchParams([[name, value]])}`)
      }
  })

  test('the search, its feeds and its interface with every parameter and every value', async () => {
    const paths = ['/daten', '/daten.csv', '/daten.atom', '/suche/vorschlaege', '/api/v1/datasets', '/katalog.ttl', '/daten.rss']
    const read = new Set(['q', 'seite', 'page', 'bbox', 'von', 'sort', 'modified_since', 'ort'])
    let turn = 0
    for (const name of names)
      for (const value of values)
        for (const path of read.has(name) ? paths.slice(0, 6) : [paths[turn++ % paths.length] ?? '/daten'])
          await ask(`${path}?${new URLSearchParams([[name, value]])}`)
  })

  test('every part of an address that can be anything', async () => {
    for (const route of routes().filter((one) => one.method === 'GET' && one.path.includes(':')))
      for (const slug of slugs) await ask(concrete(route, slug))
  })

  test('broken percent signs, endless lists and other tenants', async () => {
    for (const path of [
      '/daten?q=%',
      '/daten?q=%ff%fe',
      '/daten?%E0%A4%A=1',
      '/%',
      '/%ff',
      '/daten/%E0%A4%A',
      `/daten?${'ort=x&'.repeat(10_000)}`,
      `/daten?${'a&'.repeat(5000)}`,
      '/daten?&&&&==&',
      '/daten?q',
      '//',
      '//fremd.example/daten',
      '/./daten',
      '/daten/../impressum',
      '/en/en/en',
      '/ahornstadt/ahornstadt',
      '/ahornstadt//daten',
      '/assets/../../package.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2fpackage.json',
      '/assets/',
      '/assets/x',
    ])
      await ask(path)
  })

  test('methods that are not offered', async () => {
    for (const route of routes())
      for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'POST', 'HEAD'] as const)
        await ask(concrete(route, 'probe'), {}, method)
  })

  test('headers full of nonsense', async () => {
    const headers: Record<string, string>[] = [
      { accept: '*' },
      { accept: ';;;q=9' },
      { accept: 'text/turtle;q=NaN, application/rdf+xml;q=-1' },
      { accept: 'a/b,'.repeat(2000) },
      { 'accept-language': '*;q=2,x' },
      { 'accept-encoding': 'zstd, x;q=0, *;q=0' },
      { range: 'bytes=9-1' },
      { range: 'bytes=-99999999999999999999' },
      { range: 'seiten=1-2' },
      { range: `bytes=${'0-0,'.repeat(2000)}` },
      { 'if-none-match': '*' },
      { 'if-none-match': '"' },
      { 'if-modified-since': 'gestern' },
      { host: '' },
      { host: "x' or 1=1" },
      { host: 'a'.repeat(3000) },
      { host: 'portal.example:99999' },
      { host: '[::1' },
      { cookie: 'a=b;'.repeat(1000) },
      { 'content-length': '0', 'content-type': 'multipart/form-data' },
      { origin: 'null', referer: 'javascript:alert(1)' },
    ]
    for (const path of [
      '/',
      '/daten',
      '/daten/probe',
      '/katalog',
      '/katalog.jsonld',
      '/api/v1/datasets',
      '/robots.txt',
      '/gibt-es-nicht',
    ])
      for (const one of headers) await ask(path, one)
  })

  test('bodies that fit no form', async () => {
    for (const [type, payload] of [
      ['application/json', '{"__proto__":{"x":1}}'],
      ['application/json', '{'],
      ['application/x-www-form-urlencoded', '%'],
      ['application/x-www-form-urlencoded', 'message='.repeat(20_000)],
      ['application/x-www-form-urlencoded', `message=${'x'.repeat(300_000)}`],
      ['multipart/form-data; boundary=x', '--x'],
      ['text/plain', 'x'],
      ['', 'x'],
    ] as const) {
      const answer = await portal.ask({
        method: 'POST',
        url: '/barrierefreiheit',
        headers: { host: 'portal.example', accept: 'text/html', ...(type ? { 'content-type': type } : {}) },
        payload,
      })
      decent(answer, `POST ${type} ${payload.slice(0, 40)}`)
    }
  })

  test('what a proxy would say is not believed where no proxy is', async () => {
    const plain = await ask('/daten')
    const forged = await ask('/daten', {
      'x-forwarded-host': 'fremd.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '1.2.3.4',
      forwarded: 'host=fremd.example',
    })
    assert.doesNotMatch(forged.body, /fremd\.example/)
    assert.equal(forged.body.length, plain.body.length)
    const odd = await ask('/daten', { host: 'fremd.example' })
    assert.doesNotMatch(odd.body, /fremd\.example/)
    // A limit by address is not escaped by inventing addresses.
    const codes = []
    for (let i = 0; i < 14; i++)
      codes.push(
        (
          await portal.ask({
            method: 'POST',
            url: '/barrierefreiheit',
            headers: { host: 'portal.example', 'x-forwarded-for': `9.9.9.${i}` },
          })
        ).statusCode,
      )
    assert.ok(codes.includes(429), codes.join())
  })

  test('what is in records never becomes code in a page', async () => {
    for (const path of ['/daten', '/daten?q=titel', '/daten/probe', '/daten.atom', '/daten.rss']) {
      const { body } = await ask(path)
      assert.doesNotMatch(body, /<script>alert|href="(javascript|data):/i, path)
    }
  })

  test('bytes that are no request get an answer or a closed connection, and the server lives on', async () => {
    await portal.app.listen({ port: 0, host: '127.0.0.1' })
    const address = portal.app.server.address()
    const port = address && typeof address === 'object' ? address.port : 0
    const end = 'Connection: close\r\n\r\n'
    for (const text of [
      'GET / HTTP/9.9\r\n\r\n',
      'GET\r\n\r\n',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n${end}`,
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n${end}`,
      `GET / HTTP/1.1\r\n${end}`,
      `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n${end}`,
      `GET http://fremd.example/daten HTTP/1.1\r\nHost: x\r\n${end}`,
      `GET * HTTP/1.1\r\nHost: x\r\n${end}`,
      `OPTIONS * HTTP/1.1\r\nHost: x\r\n${end}`,
      `GET /daten?q=\xff\xfe HTTP/1.1\r\nHost: x\r\n${end}`,
      `GET /\x01 HTTP/1.1\r\nHost: x\r\n${end}`,
      `POST /barrierefreiheit HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n${end}`,
      `POST /barrierefreiheit HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n${end}0\r\n\r\n`,
      `POST /barrierefreiheit HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n${end}zz\r\n`,
      `CONNECT fremd.example:80 HTTP/1.1\r\nHost: x\r\n${end}`,
      `TRACE / HTTP/1.1\r\nHost: x\r\n${end}`,
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    ]) {
      const answer = await raw(port, text)
      if (answer === '') continue
      assert.match(answer, /^HTTP\/1\.1 [234]\d\d /, JSON.stringify(text.slice(0, 80)))
      // Node itself answers the last ones, without a word in the body.
      if (/\r\n\r\n(0\r\n\r\n)?$/.test(answer)) continue
      assert.match(answer, /x-content-type-options: nosniff/i, JSON.stringify(text.slice(0, 80)) + answer.slice(0, 400))
      assert.doesNotMatch(answer, /fremd\.example|FST_|at async/, JSON.stringify(text.slice(0, 80)) + answer.slice(0, 400))
    }
    assert.match(await raw(port, `GET / HTTP/1.1\r\nHost: x\r\n${end}`), /^HTTP\/1\.1 200 /)
  })
})

/** Spreads the values over the routes, the same way in every run. */
function hashOf(text: string): number {
  let hash = 7
  for (const char of text) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) | 0
  return hash
}
