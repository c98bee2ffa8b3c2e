import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

const stage = demoStage({ shared: true })

const accent = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--alm-accent').trim().toLowerCase())

/** From the map of all places to the page of one, by the map itself or by the list beside it. */
async function choose(page: Page, by: 'map' | 'list'): Promise<void> {
  if (by === 'map') await page.locator('figure svg a[href$="/orte/lindenrode"]').first().click()
  else {
    await page.getByRole('link', { name: /^(Alle \d+ Orte als Liste|All \d+ places as a list)$/ }).click()
    await page.getByRole('cell').or(page.getByRole('rowheader')).getByRole('link', { name: 'Lindenrode', exact: true }).click()
  }
  await page.waitForURL('**/orte/lindenrode')
}

suite('a visitor moves from the Land to his town', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    for (const by of ['map', 'list'] as const)
      test(`by the ${by}, ${how}: name and colours become the town's`, async () => {
        const visit = await stage.visitor({ javaScriptEnabled: script, colorScheme: 'light' })
        const { page } = visit
        await page.goto('/')
        const before = await accent(page)
        await page.getByRole('navigation', { name: 'Hauptbereiche' }).getByRole('link', { name: 'Orte' }).click()
        await page.waitForURL('**/orte')
        await choose(page, by)
        assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /^Lindenrode/)
        await page.getByRole('link', { name: 'Zum Portal: Lindenrode' }).click()
        await page.waitForURL(/\/lindenrode(\/|$)/)
        assert.match(await page.getByRole('banner').innerText(), /Stadt Lindenrode/)
        assert.notEqual(await accent(page), before)
        assert.equal(await accent(page), '#1f4e79')
        await visit.leave()
      })

  test('in English the town answers in English', async () => {
    const visit = await stage.visitor({ javaScriptEnabled: false, locale: 'en-GB' })
    const { page } = visit
    await page.goto('/en/orte')
    await choose(page, 'list')
    await page
      .getByRole('main')
      .getByRole('link', { name: /portal/i })
      .first()
      .click()
    await page.waitForURL('**/lindenrode/en**')
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    assert.equal(await page.getByRole('navigation', { name: 'Main areas' }).count(), 1)
    await visit.leave()
  })

  test('in the dark the town has its dark accent', async () => {
    const visit = await stage.visitor({ colorScheme: 'dark' })
    await visit.page.goto('/lindenrode')
    assert.equal(await accent(visit.page), '#8fbeea')
    await visit.leave()
  })

  test('and back: the foot of the page leads to district and Land', async () => {
    const visit = await stage.visitor()
    const { page } = visit
    await page.goto('/lindenrode')
    await page.getByRole('contentinfo').getByRole('link', { name: 'Kreis Sennewald' }).click()
    await page.waitForURL('**/kreis-sennewald')
    await page.getByRole('contentinfo').getByRole('link', { name: 'Offene Kommunen NRW' }).click()
    await page.waitForURL(`${stage.portal.url}/`)
    await visit.leave()
  })
})
