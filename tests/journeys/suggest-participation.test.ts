import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

const stage = demoStage()

suite('a neighbour suggests that people should be asked, and the town publishes it', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(how, async () => {
      const visit = await stage.visitor({
        javaScriptEnabled: script,
        expectedStatus: [422],
        viewport: { width: 360, height: 800 },
      })
      const { page } = visit
      await page.goto('/lindenrode/mitmachen/vorhaben?thema=ENER')
      await page.getByRole('link', { name: 'Freibad Lindenrode sanieren' }).click()
      assert.match(await said(page), /In Planung[\s\S]*6\.500\.000 € bis 9\.000\.000 €[\s\S]*118 von 50 nötigen Unterschriften/)
      await page.getByRole('link', { name: 'Eine Beteiligung anregen' }).click()
      await page.getByRole('button', { name: 'Anregung absenden' }).click()
      assert.match(await said(page), /Bitte schreiben Sie, warum/)
      const words = `Wir schwimmen hier jeden Morgen, ${how}. Bitte fragen Sie uns.`
      await page.getByLabel('Warum sollte es eine Beteiligung geben?').fill(words)
      await page.getByRole('button', { name: 'Anregung absenden' }).click()
      await page.waitForURL('**neu=1')
      assert.match(await said(page), /Danke, Ihre Anregung ist da[\s\S]*wird geprüft/)
      const link = page.url().replace(/\?.*$/, '')

      const officer = await stage.colleague('officer', { first: '/lindenrode/intern/vorhaben', javaScriptEnabled: script })
      await officer.page.getByRole('link', { name: 'Freibad Lindenrode sanieren' }).click()
      assert.ok((await said(officer.page)).includes(words))
      await officer.page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click()
      await officer.page.waitForURL('**getan=entschieden')
      await officer.leave()

      await page.goto(link)
      assert.match(await said(page), /veröffentlicht[\s\S]*0 von 50 nötigen Unterschriften/)
      await page.getByRole('button', { name: 'Anregung zurückziehen' }).click()
      await page.waitForURL('**zurueckgezogen=1')
      assert.match(await said(page), /Ihre Anregung ist zurückgezogen/)
      await visit.leave()
    })
})
