import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, suite, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { readAllowedHosts } from './allowed-hosts.ts'
import { OutboundFault } from './fault.ts'
import { isInternalAddress } from './internal-address.ts'
import { type Outbound, type OutboundOptions, openOutbound } from './outbound.ts'

let asked = 0
const bomb = gzipSync(Buffer.alloc(50_000_000))
let origin = ''
let port = 0
const answers: Record<string, RequestListener> = {
  '/fine': (_, response) => response.end('fine'),
  '/gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed')),
  '/bomb': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  '/layers': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('x'))),
  '/endless': (_, response) => {
    const more = () => {
      while (!response.destroyed && response.write('<a>'.repeat(20_000)));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  },
  '/drip': (_, response) => {
    const timer = setInterval(() => response.write('x'), 40)
    response.once('close', () => clearInterval(timer))
  },
  '/silent': () => {},
  '/broken': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('half', () => response.destroy())
  },
  '/away': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/once': (_, response) => response.writeHead(302, { location: '/fine' }).end(),
}

const server = createServer((request, response) => {
  asked++
  const at = request.url ?? '/'
  const round = /^\/round\/(\d+)$/.exec(at)
  if (round) response.writeHead(302, { location: `/round/${Number(round[1]) + 1}` }).end()
  else (answers[at] ?? ((_, other) => other.writeHead(404).end()))(request, response)
})
const opened: Outbound[] = []
const open = (options: OutboundOptions = {}) => {
  const one = openOutbound({
    limits: { seconds: 5, idleSeconds: 1, stretchSeconds: 0.3, stretchBytes: 1000, bytes: 2_000_000 },
    ...options,
  })
  opened.push(one)
  return one
}
const loopback = readAllowedHosts('127.0.0.1') as { allowed: (host: string, port: string) => boolean }
const read = async (outbound: Outbound, address: string) => {
  const answer = await outbound.fetch(address)
  const parts: Uint8Array[] = []
  for await (const part of answer.body) parts.push(part)
  return Buffer.concat(parts).toString()
}
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error instanceof OutboundFault ? error.code : `no fault of ours: ${error}`),
  )

suite('the way out', () => {
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
    origin = `http://127.0.0.1:${port}`
  })
  after(async () => {
    for (const one of opened) one.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  test('addresses inside are known in every way they can be written', () => {
    for (const inside of [
      '127.0.0.1',
      '10.1.2.3',
      '172.31.0.1',
      '192.168.0.1',
      '169.254.169.254',
      '100.64.0.1',
      '100.100.100.200',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
      '168.63.129.16',
      '::1',
      '[::1]',
      '::',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::127.0.0.1',
      '64:ff9b::a9fe:a9fe',
      '2002:7f00:1::',
      '2001:0:0:0::1',
      'fd00:ec2::254',
      'fe80::1%eth0',
      'ff02::1',
      'no address',
    ])
      assert.ok(isInternalAddress(inside), inside)
    for (const outside of [
      '93.184.216.34',
      '8.8.8.8',
      '172.32.0.1',
      '100.128.0.1',
      '2a00:1450:4001:81b::200e',
      '2606:4700::1111',
    ])
      assert.ok(!isInternalAddress(outside), outside)
  })

  test('nothing inside is asked, however it is written', async () => {
    const outbound = open()
    const before = asked
    for (const host of [
      '127.0.0.1',
      '127.1',
      '0x7f.1',
      '2130706433',
      '017700000001',
      '[::1]',
      '[::ffff:127.0.0.1]',
      'localhost',
      '0.0.0.0',
    ])
      assert.equal(await codeOf(read(outbound, `http://${host}:${port}/fine`)), 'internal', host)
    for (const address of ['file:///etc/passwd', 'ftp://daten.example/', 'gopher://x/', 'data:text/plain,x'])
      assert.equal(await codeOf(read(outbound, address)), 'scheme', address)
    assert.equal(await codeOf(read(outbound, 'no address')), 'address')
    assert.equal(asked, before)
  })

  test('a name that leads inside is refused, also when only one of its addresses does', async () => {
    const inside = open({
      resolve: async () => [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    })
    assert.equal(await codeOf(read(inside, `http://daten.example:${port}/fine`)), 'internal')
    assert.equal((await inside.refuses('http://daten.example/'))?.code, 'internal')
  })

  test('a name that changes its answer after it was looked at is refused at the connection', async () => {
    let looks = 0
    const outbound = open({ resolve: async () => [{ address: ++looks === 1 ? '93.184.216.34' : '127.0.0.1', family: 4 }] })
    const address = `http://daten.example:${port}/fine`
    const before = asked
    assert.equal(await outbound.refuses(address), undefined, 'the first look sees nothing wrong')
    assert.equal(await codeOf(read(outbound, address)), 'internal')
    assert.equal(asked, before)
    // Without the guard at the connection the very same goes through: the test would notice.
    looks = 0
    const careless = open({ resolve: async () => [{ address: '127.0.0.1', family: 4 }], allowed: () => true })
    assert.equal(await read(careless, address), 'fine')
  })

  test('an operator may allow a host, and only that', async () => {
    const outbound = open(loopback)
    assert.equal(await read(outbound, `${origin}/fine`), 'fine')
    assert.equal(await read(outbound, `${origin}/once`), 'fine')
    assert.equal(await codeOf(read(outbound, `http://localhost:${port}/fine`)), 'internal')
    assert.deepEqual(readAllowedHosts('a.example, nicht://so'), { fault: 'nicht://so' })
    const one = readAllowedHosts('127.0.0.1:1') as typeof loopback
    assert.equal(await codeOf(read(open(one), `${origin}/fine`)), 'internal')
  })

  test('each redirect is asked like the first address', async () => {
    const outbound = open(loopback)
    assert.equal(await codeOf(read(outbound, `${origin}/away`)), 'internal')
    assert.equal(await codeOf(read(outbound, `${origin}/file`)), 'scheme')
    const before = asked
    assert.equal(await codeOf(read(outbound, `${origin}/round/0`)), 'redirects')
    assert.ok(asked - before <= 6)
  })

  test('what is packed is unpacked, and counted as what it becomes', async () => {
    const outbound = open(loopback)
    assert.equal(await read(outbound, `${origin}/gzip`), 'packed')
    assert.equal(await codeOf(read(outbound, `${origin}/bomb`)), 'too-large')
    assert.equal(await codeOf(read(outbound, `${origin}/layers`)), 'encoding')
  })

  test('what does not end, drips or says nothing is left alone', async () => {
    const outbound = open(loopback)
    assert.equal(await codeOf(read(outbound, `${origin}/endless`)), 'too-large')
    const began = performance.now()
    assert.equal(await codeOf(read(outbound, `${origin}/drip`)), 'too-slow')
    assert.equal(await codeOf(read(outbound, `${origin}/silent`)), 'too-slow')
    assert.ok(performance.now() - began < 4000)
  })

  test('half an answer is never a whole one', async () => {
    assert.equal(await codeOf(read(open(loopback), `${origin}/broken`)), 'cut-off')
  })
})
