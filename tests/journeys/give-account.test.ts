import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

const stage = demoStage()

suite('an office answers and gives account', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript) {
    test(`a reader follows the report to its lists and its data, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script })
      const { page } = visit
      await page.goto('/lindenrode/mitmachen/spielplatz-wiesengrund')
      await page.getByRole('link', { name: /Rechenschaftsbericht vom/ }).click()
      await page.getByRole('heading', { level: 1, name: /Rechenschaftsbericht/ }).waitFor()
      assert.match(await said(page), /13 Beiträge.*12 haben wir beantwortet, 7 führten zu einem Beschluss, 3 sind umgesetzt/s)
      await page.getByRole('link', { name: '3 sind umgesetzt' }).click()
      assert.equal(await page.getByRole('rowheader').count(), 3)
      await page.goBack()
      await page.getByRole('link', { name: 'Alle Beiträge als offener Datensatz' }).click()
      await page.getByRole('heading', { level: 1, name: /Spielplatz Wiesengrund/ }).waitFor()
      await visit.leave()
    })

    test(`a clerk answers two alike after a preview, and finds them answered, ${how}`, async () => {
      const visit = await stage.colleague('administrator', {
        first: '/lindenrode/intern/rechenschaft',
        javaScriptEnabled: script,
        expectedStatus: [422],
      })
      const { page } = visit
      await page
        .getByRole('rowheader')
        .getByRole('link', { name: /Marktplatz Lindenrode/ })
        .click()
      const boxes = page.getByRole('checkbox')
      await boxes.nth(0).check()
      await boxes.nth(1).check()
      const title = (await page.getByRole('rowheader').first().getByRole('link').innerText()).trim()
      await page.getByLabel('Ergebnis').selectOption({ label: 'Wird nicht übernommen.' })
      await page.getByLabel('Antwort', { exact: true }).fill('Das prüfen wir mit den drei Entwürfen im Frühjahr.')
      await page.getByRole('button', { name: 'Vorschau ansehen' }).click()
      await page.getByText('Bitte wählen Sie einen Grund').first().waitFor()
      await page.getByLabel('Grund').selectOption({ label: 'Es widerspricht anderen Zielen.' })
      await page.getByRole('button', { name: 'Vorschau ansehen' }).click()
      await page.getByRole('heading', { name: 'Diese Antwort erscheint unter 2 Beiträgen' }).waitFor()
      await page.getByRole('button', { name: 'Öffentlich antworten' }).click()
      await page.getByText('Die Antwort ist veröffentlicht.').waitFor()
      await page.goto('/lindenrode/mitmachen/marktplatz-lindenrode/bericht/beitraege?ergebnis=not-adopted')
      await page.getByRole('link', { name: title }).click()
      assert.match(await said(page), /Das prüfen wir mit den drei Entwürfen/)
      await visit.leave()
    })
  }
})
