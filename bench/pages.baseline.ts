// The web server of the house with nothing behind it: answers every address with the same text of so many bytes.
//   node dist/bench/pages.baseline.js BYTES
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sitesOf } from '#identity'
import { nobody } from '#kernel/actor.ts'
import { translator } from '#kernel/locale.ts'
import type { Route } from '#kernel/route.ts'
import { readConfig } from '#platform/config'
import { body, createServer, handler } from '#platform/http'
import { openLog } from '#platform/log'
import { openMetrics } from '#platform/metrics'
import { record } from './search.records.ts'

const bytes = Number(process.argv[2])
if (!Number.isInteger(bytes) || bytes < 1) throw new Error('the first argument is a number of bytes')
const route: Route = { id: 'bench/constant', method: 'GET', path: '/*', permission: 'public', module: 'shell', page: false }
let text = '<!doctype html><title>Konstante</title>'
for (let i = 0; text.length < bytes; i++) text += `<p class="satz-${i}">${record(i).fields.description}</p>`
text = Buffer.from(text)
  .subarray(0, bytes)
  .toString('latin1')
  .replace(/[^\x20-\x7e]/g, '?')
const config = readConfig({ ALLMENDE_DATA: mkdtempSync(path.join(tmpdir(), 'bench-baseline-')), LOG_LEVEL: 'error' })
const site = {
  id: '00000000-0000-4000-8000-000000000000',
  slug: 'land',
  name: 'Land',
  shortName: 'Land',
  kind: 'land' as const,
  hosts: [],
  languages: ['de'],
  modules: [],
  theme: {},
  contact: { organisation: 'Land', email: '' },
  subtitle: {},
  officialLine: {},
  texts: {},
}
const sites = sitesOf([site])
const server = await createServer({
  config,
  log: openLog('error'),
  metrics: openMetrics(),
  handlers: [handler(route, () => body('text/html; charset=utf-8', text))],
  sites: () => sites,
  translate: (lang) => translator(lang, {}),
  identify: async () => nobody,
  signIn: () => '/',
  counts: async () => ({}),
  render: () => text,
  faultView: (_visit, problem) => ({ title: problem.id, body: problem.id }),
  assets: config.dataDir,
  written: () => {},
  now: () => new Date(),
})
await server.listen({ host: '127.0.0.1', port: 0 })
const address = server.server.address()
console.log(`http://localhost:${address && typeof address === 'object' ? address.port : 0}`)
process.once('SIGTERM', () => void server.close())
