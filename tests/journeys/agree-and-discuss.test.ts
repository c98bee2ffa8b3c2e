import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

const stage = demoStage()
const market = '/lindenrode/mitmachen/marktplatz-lindenrode'

suite('somebody finds an idea on the map, agrees, objects, and adds an idea with a point', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(how, async () => {
      const visit = await stage.visitor({
        javaScriptEnabled: script,
        expectedStatus: [422],
        expectedCookies: ['allmende-mitmachen'],
        geolocation: { longitude: 8.7206, latitude: 51.8861 },
        permissions: ['geolocation'],
      })
      const { page } = visit
      await page.goto(market)
      await page.locator('#ideen').scrollIntoViewIfNeeded()
      await page
        .locator(script ? '#karte .alm-map__pin' : '#karte .alm-still__pin')
        .first()
        .waitFor()
      await page.getByRole('link', { name: 'Kleine Bühne mit Strom' }).last().click()

      const before = Number(/(\d+) Zustimmungen/.exec(await said(page))?.[1])
      await page.getByRole('button', { name: /^Zustimmen/ }).click()
      await page.waitForURL('**stimme=da**')
      assert.match(await said(page), new RegExp(`${before + 1} Zustimmungen[^]*Ihre Stimme ist gezählt`))
      await page.getByRole('button', { name: /^Zustimmen/ }).click()
      await page.waitForURL('**stimme=zurueck**')
      assert.match(await said(page), new RegExp(`${before} Zustimmungen`))

      const words = `Bitte mit einer Rampe, ${how}.`
      await page.getByRole('button', { name: 'Kommentar veröffentlichen' }).click()
      assert.match(await said(page), /Bitte schreiben Sie, was Sie dazu sagen möchten/)
      await page.getByLabel('Was sagen Sie dazu?').fill(words)
      await page.getByRole('button', { name: 'Kommentar veröffentlichen' }).click()
      await page.waitForURL('**/kommentar/**')
      const own = page.url()
      await page.getByRole('link', { name: /Zum Beitrag/ }).click()
      assert.ok((await said(page)).includes(words))
      await page.goto(own)
      await page.getByRole('button', { name: 'Kommentar zurückziehen' }).click()
      await page.waitForURL('**zurueckgezogen**')

      await page.goto(`${market}/beitrag`)
      await page.getByLabel('Überschrift').fill(`Ein Brett für Aushänge, ${how}`)
      await page.getByRole('textbox', { name: 'Ihr Beitrag' }).fill('Damit man sieht, was los ist.')
      await page.getByLabel('Thema').selectOption({ index: 1 })
      if (script) {
        await page.locator('[data-point]').scrollIntoViewIfNeeded()
        await page.getByRole('button', { name: 'Hier bin ich' }).click()
        await page.getByText('Punkt übernommen').waitFor()
        assert.equal(await page.locator('#geometry').inputValue(), '8.720600, 51.886100')
        // The same with the keyboard alone: the map is moved by arrows, the button takes its middle.
        await page.getByRole('button', { name: 'Mitte der Karte nehmen' }).press('Enter')
      } else await page.getByLabel('Punkt auf der Karte').fill('8.7206, 51.8861')
      await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click()
      await page.getByRole('button', { name: 'Absenden' }).click()
      await page.waitForURL('**/beitrag/**')
      const number = /MP-\d{4}/.exec(await said(page))?.[0] ?? ''
      await page.goto(`${market}/beitraege`)
      assert.equal(await page.locator(`#${number} .participation-pin`).count(), 1)
      await visit.leave()
    })
})
