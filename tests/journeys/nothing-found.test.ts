import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

const stage = demoStage({ shared: true })

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill(words)
  await page.getByRole('button', { name: 'Suchen' }).first().click()
  await page.waitForURL((url) => url.searchParams.get('q') === words)
}

suite('typing errors and empty results lead on', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript) {
    test(`a slip of the finger finds all the same and says so, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script })
      const { page } = visit
      await page.goto('/lindenrode')
      await search(page, 'Baumkatster')
      assert.match(await said(page), /Wir haben gesucht nach: Baumkataster/)
      assert.equal(await page.getByRole('link', { name: /^Baumkataster/ }).count(), 1)
      await page.getByRole('link', { name: 'Nur das genaue Wort suchen' }).click()
      await page.waitForURL(/genau=1/)
      assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /Kein Datensatz/)
      await visit.leave()
    })

    test(`words that nobody uses: what to do instead, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script })
      const { page } = visit
      await page.goto('/lindenrode')
      await search(page, 'Quastenflosserzucht')
      assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /^Kein Datensatz passt/)
      await page
        .getByRole('main')
        .getByRole('link', { name: /Alle \d+ Datensätze|Alle Datensätze/ })
        .first()
        .click()
      await page.waitForURL('**/lindenrode/daten')
      assert.ok((await page.locator('.alm-rows > li').count()) >= 20)
      await visit.leave()
    })

    test(`a filter too many can be taken off, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script })
      const { page } = visit
      await page.goto('/lindenrode/daten?q=Baumkataster&format=PDF&thema=heal')
      assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /Kein Datensatz/)
      await page
        .getByRole('main')
        .getByRole('link', { name: /ohne Filter/i })
        .first()
        .click()
      assert.equal(await page.getByRole('link', { name: /^Baumkataster/ }).count(), 1)
      await visit.leave()
    })

    test(`an address that was mangled says which part, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script, expectedStatus: [400] })
      const { page } = visit
      const answer = await page.goto('/lindenrode/daten?q=Baum&seite=minus&von=gestern')
      assert.equal(answer?.status(), 400)
      const text = await said(page)
      assert.match(text, /minus/)
      assert.match(text, /gestern/)
      await page.getByRole('link', { name: 'Ohne diese Angaben suchen' }).click()
      await page.waitForURL((url) => url.searchParams.get('q') === 'Baum' && !url.searchParams.has('seite'))
      await visit.leave()
    })
  }
})
