import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { withoutBrowser } from '#support/browser.ts'
import { type DemoServer, demoServer } from '#support/demo-server.ts'
import { askPatiently, categories, fetchLighthouse } from './lighthouse.ts'

/** Every category on every one of these pages, on a telephone and on a desk: both count. */
const enough = 98
const pages = [
  { name: 'home of a town', path: '/lindenrode' },
  { name: 'search', path: '/lindenrode/daten?q=Baum' },
  { name: 'dataset', path: '/lindenrode/daten/baumkataster' },
  { name: 'home of the Land', path: '/' },
  { name: 'search over the whole Land', path: '/daten?q=Haushalt' },
] as const

let portal: DemoServer

suite('Lighthouse', { skip: withoutBrowser() }, () => {
  before(async () => {
    const fault = fetchLighthouse()
    if (fault) throw new Error(fault)
    portal = await demoServer()
  })
  after(() => portal?.stop())

  for (const device of ['mobile', 'desktop'] as const)
    for (const { name, path } of pages)
      test(`${name}, ${device}`, (t) => {
        const { scores, faults } = askPatiently(portal.url + path, device, enough)
        t.diagnostic(`${device} ${path}: ${categories.map((category) => `${category} ${scores[category]}`).join(', ')}`)
        for (const category of categories)
          assert.ok(scores[category] >= enough, `${category} ${scores[category]}\n${faults.join('\n')}`)
      })
})
