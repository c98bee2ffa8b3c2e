import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Visitor, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { examine, examineAgain, examineMenus, lender } from './examine.ts'

const stage = demoStage({ shared: true })

/** What pages look like when something is missing, wrong, narrowed or done: each with the status it answers with. */
const states: readonly { what: string; address: string; status: number; act?: (page: Page) => Promise<unknown> }[] = [
  { what: 'a page that is not there', address: '/lindenrode/daten/gibt-es-nicht', status: 404 },
  { what: 'an address of no kind', address: '/gibt/es/auch/nicht', status: 404 },
  { what: 'a search without result', address: '/lindenrode/daten?q=Quastenflosserzucht', status: 200 },
  { what: 'a search that cannot be read', address: '/lindenrode/daten?seite=minus&von=gestern&bbox=1,2', status: 400 },
  { what: 'a search with filters', address: '/lindenrode/daten?q=Haushalt&format=CSV&offen=1&von=2020', status: 200 },
  { what: 'a search on the map', address: '/lindenrode/daten?q=Baum&ansicht=karte', status: 200 },
  { what: 'a search of a whole Land, second page', address: '/daten?q=Haushalt&seite=2', status: 200 },
  { what: 'an English search', address: '/lindenrode/en/daten?q=Baum', status: 200 },
  { what: 'an English dataset', address: '/lindenrode/en/daten/baumkataster', status: 200 },
  { what: 'the places as a list', address: '/orte?liste=orte&kreis=05898', status: 200 },
  { what: 'a report that is thanked for', address: '/lindenrode/barrierefreiheit?danke=1', status: 200 },
  {
    what: 'a form with mistakes',
    address: '/lindenrode/barrierefreiheit',
    status: 200,
    act: (page) => page.getByRole('button', { name: 'Barriere melden' }).click(),
  },
  {
    what: 'suggestions while typing',
    address: '/lindenrode/daten',
    status: 200,
    act: async (page) => {
      await page.getByRole('combobox').first().fill('Verkehrsz')
      await page.getByRole('listbox').first().waitFor()
    },
  },
]

suite('no barrier in any state', { skip: withoutBrowser() }, () => {
  let visit: Visitor
  before(async () => {
    await stage.open()
    // A form is sent with mistakes in it: nothing is kept of it.
    visit = await stage.visitor({ expectedStatus: [400, 404, 422], onlyLooks: false })
  })
  after(stage.close)

  suite('as it is', { concurrency: 2 }, () => {
    const lend = lender(() => visit.context)
    for (const { what, address, status, act } of states)
      test(what, () =>
        lend(async (page) => {
          const answer = await page.goto(address)
          assert.equal(answer?.status(), status)
          await act?.(page)
          assert.deepEqual(await (status === 200 ? examineAgain : examine)(page), [])
        }),
      )
  })

  test('and nobody else was asked, nothing broke and nothing was kept', () => visit.leave())

  for (const width of [1280, 360, 320])
    test(`menus that open over the page, ${width} px wide`, async () => {
      const visit = await stage.visitor({ viewport: { width, height: 800 } })
      await visit.page.goto('/lindenrode/daten?q=Baum')
      assert.deepEqual(await examineMenus(visit.page), [])
      await visit.leave()
    })

  test('in forced colours home, search and dataset still show themselves', async () => {
    const visit = await stage.visitor({ forcedColors: 'active', viewport: { width: 1280, height: 900 } })
    for (const path of ['/lindenrode', '/lindenrode/daten?q=Baum', '/lindenrode/daten/baumkataster']) {
      await visit.page.goto(path)
      const picture = await visit.page.screenshot()
      assert.ok(picture.length > 20_000, `${path}: ${picture.length} bytes are an empty page`)
      const button = visit.page.locator('main .kern-btn--primary').first()
      const border = await button.evaluate((one) => Number.parseFloat(getComputedStyle(one).borderTopWidth))
      assert.ok(border >= 1, `${path}: the main button has an edge where backgrounds are taken away`)
    }
    await visit.leave()
  })
})
