import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { House } from '#app'
import type { Draft } from '#catalogue'
import { href, type Params } from '#kernel/route.ts'
import { type Visitor, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { type Town, townOf } from '#support/house.ts'
import { pageRoutes } from '#support/pages.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { things } from '../faults/permission-matrix.things.ts'
import { draftsInEachState } from './drafts-in-each-state.ts'
import { examine, examineAgain, lender } from './examine.ts'

const stage = demoStage()
let house: House
let town: Town
let everybody: TestPerson
let visit: Visitor
let drafts: ReadonlyMap<string, Draft>

/** Somebody with every permission: in the town, and in the Land for what only it has. */
async function hire(): Promise<TestPerson> {
  const roles = ['administrator', 'open-data-coordinator', 'data-protection-officer'] as const
  return signedIn(town, { lindenrode: roles, nrw: ['administrator'] }, { name: 'Jana Albers' })
}

/** Where a page of the internal area is, with a real thing behind every parameter. */
async function addressOf(route: ReturnType<typeof pageRoutes>[number]): Promise<string> {
  if (route.thing === 'identity/tenant') return href(route, { slug: 'lindenrode' })
  // Adding tenants is the Land's.
  const base = route.permission === 'identity/manage-tenants' ? '' : '/lindenrode'
  const made: Params | undefined = route.thing ? await things[route.thing]?.(town, 'lindenrode') : {}
  assert.ok(made, `${route.id}: nothing makes ${route.thing}`)
  return base + href(route, made)
}

const form = (state: string, rest: string) => `/lindenrode/intern/entwuerfe/${drafts.get(state)?.id}${rest}`
const step = (state: string, name: string) => form(state, `/schritt/${name}`)

/** States that addresses alone do not show. */
const states: readonly { what: string; address: () => string; status?: number; act?: (page: Page) => Promise<unknown> }[] = [
  ...['beschreibung', 'dateien', 'stellen', 'ort-und-zeit', 'rechte', 'abgeben'].map((name) => ({
    what: `the step ${name} of a whole draft`,
    address: () => step('ready', name),
  })),
  { what: 'an empty draft at its last step', address: () => step('empty', 'abgeben') },
  { what: 'a service', address: () => step('service', 'dateien') },
  { what: 'a draft that is locked', address: () => step('review', 'beschreibung') },
  {
    what: 'a step with mistakes',
    address: () => step('empty', 'stellen'),
    act: async (page) => {
      await page.getByLabel('E-Mail der Stelle').fill('keine Adresse')
      await page.getByRole('button', { name: /Speichern und weiter/ }).click()
      await page.waitForLoadState()
    },
  },
  ...['ready', 'review', 'returned', 'approved', 'scheduled', 'released', 'discarded'].map((state) => ({
    what: `a draft that is ${state}`,
    address: () => `/lindenrode/intern/freigaben/${drafts.get(state)?.id}`,
  })),
  {
    what: 'many at once, before anything is changed',
    address: () => '/lindenrode/intern/datensaetze',
    act: async (page) => {
      await page.getByRole('checkbox').nth(1).check()
      await page.getByLabel('Mit der Auswahl').selectOption({ label: 'Lizenz setzen' })
      await page.getByRole('button', { name: 'Ausführen' }).click()
      await page.getByRole('button', { name: 'Änderungen ansehen' }).waitFor()
    },
  },
  {
    what: 'what a look at a source found',
    address: () => '/lindenrode/intern/quellen',
    act: async (page) => {
      await page.getByRole('main').getByRole('link', { name: 'Datenliste der Stadtwerke' }).click()
      await page.getByRole('main').getByRole('link', { name: 'Ergebnis ansehen' }).click()
      await page.getByRole('heading', { name: 'Was geschehen würde' }).waitFor()
      await page.getByText('Datensatz, wie er kam').first().click()
    },
  },
  {
    what: 'what the words of a source mean',
    address: () => '/lindenrode/intern/quellen',
    act: async (page) => {
      await page.getByRole('main').getByRole('link', { name: 'Datenliste der Stadtwerke' }).click()
      await page.getByRole('main').getByRole('link', { name: 'Zuordnung', exact: true }).click()
      await page.getByRole('heading', { name: 'Spalten der Tabelle' }).waitFor()
    },
  },
  {
    what: 'a source with a mistake, its settings open',
    address: () => '/lindenrode/intern/quellen/neu',
    act: async (page) => {
      await page.getByText('Einstellungen je nach Art der Quelle').click()
      await page.getByLabel('OAI-PMH: nur dieses Set').fill('daten')
      await page.getByRole('button', { name: 'Speichern und Probelauf starten' }).click()
      await page.locator('#fehler-titel').waitFor()
    },
  },
  { what: 'a list that is filtered to nothing', address: () => '/lindenrode/intern/datensaetze?q=Quastenflosser' },
  { what: 'the English overview', address: () => '/lindenrode/en/intern' },
]

suite('no barrier in the internal area', { skip: withoutBrowser() }, () => {
  before(async () => {
    await stage.open()
    house = await stage.openHouse()
    town = townOf(house)
    everybody = await hire()
    const site = town.site('lindenrode')
    // She looks at what a colleague wrote, so that she sees all that can be done with it.
    const writer = { site, person: await signedIn(town, { lindenrode: ['editor'] }, { name: 'Tom Birk' }) }
    drafts = await draftsInEachState(town, { writer, reviewer: { site, person: everybody } })
    visit = await stage.visitor({ expectedStatus: [422] })
    const [name = '', value = ''] = everybody.cookie.split('=')
    await visit.context.addCookies([{ name, value, url: stage.portal.url }])
  })
  after(async () => {
    await house?.close()
    await stage.close()
  })

  const lend = lender(() => visit.context)

  suite('on every page', { concurrency: 2 }, () => {
    // The account has a file of its own.
    for (const route of pageRoutes('staff').filter(({ path }) => !path.startsWith('/konto')))
      test(route.id, () =>
        lend(async (page) => {
          const address = await addressOf(route)
          const answer = await page.goto(address)
          assert.equal(answer?.status(), 200, address)
          assert.deepEqual(await examine(page), [], address)
        }),
      )
  })

  suite('in every state', { concurrency: 2 }, () => {
    for (const { what, address, act } of states)
      test(what, () =>
        lend(async (page) => {
          const answer = await page.goto(address())
          assert.equal(answer?.status(), 200, address())
          await act?.(page)
          assert.deepEqual(await examineAgain(page), [])
        }),
      )
  })

  test('and nobody else was asked, nothing broke and nothing was kept', async () => {
    await visit.context.clearCookies()
    await visit.leave()
  })
})
