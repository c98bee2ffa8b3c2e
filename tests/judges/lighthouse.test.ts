import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { openHouse } from '#app'
import { beginDraft } from '#catalogue'
import { readConfig } from '#platform/config'
import { withoutBrowser } from '#support/browser.ts'
import { type DemoServer, demoServer } from '#support/demo-server.ts'
import { must } from '#support/editing.ts'
import { townOf } from '#support/house.ts'
import { signedIn } from '#support/people.ts'
import { ask, askPatiently, categories, fetchLighthouse } from './lighthouse.ts'

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

  test('accessibility of the internal area, signed in', async (t) => {
    const config = readConfig({ ALLMENDE_DATA: portal.dataDir, PUBLIC_URL: portal.url, METRICS_PORT: '0', LOG_LEVEL: 'silent' })
    const house = await openHouse(config, { quiet: true })
    try {
      const town = townOf(house)
      const person = await signedIn(town, { lindenrode: ['administrator', 'open-data-coordinator'] })
      const draft = must(await beginDraft(house, { site: town.site('lindenrode'), person }, { kind: 'dataset' }))
      const form = `/intern/entwuerfe/${draft.id}/schritt/beschreibung`
      for (const path of ['/intern', '/intern/datensaetze', form, '/intern/personen', '/konto', '/anmelden']) {
        const { scores, faults } = ask(
          `${portal.url}/lindenrode${path}`,
          'desktop',
          path === '/anmelden' ? undefined : person.cookie,
        )
        t.diagnostic(`${path}: accessibility ${scores.accessibility}`)
        assert.equal(scores.accessibility, 100, `${path}\n${faults.join('\n')}`)
      }
    } finally {
      await house.close()
    }
  })
})
