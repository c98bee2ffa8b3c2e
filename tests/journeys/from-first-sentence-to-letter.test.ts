import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { examine } from '../accessibility/examine.ts'

const stage = demoStage()

suite('an officer asks the town, and a letter comes', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(`from the first sentence to the receipt, ${how}`, async () => {
      const officer = await stage.colleague('administrator', { javaScriptEnabled: script })
      const { page } = officer
      // What examines a page is a script itself.
      const barriers = async () => (script ? examine(page) : [])
      const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
      const fill = (label: string, value: string) => page.getByLabel(label, { exact: false }).first().fill(value)
      await page.goto('/lindenrode/intern/verfahren')
      await page.getByRole('link', { name: 'Verfahren anlegen' }).click()
      await page.getByLabel('Ideen sammeln').check()
      await page.getByLabel('Titel', { exact: true }).fill(`Spielplatz Linde: was fehlt, ${how}?`)
      await press('Entwurf anlegen')

      await fill('Einleitung', 'Der Spielplatz wird erneuert. Was fehlt Ihnen?')
      await fill('Das ist offen', 'Braucht es Wasser?')
      await press('Speichern und weiter')
      await page.getByRole('heading', { level: 1, name: 'Ablauf' }).waitFor()
      await fill('Name der Phase', 'Ideen sammeln')
      await fill('Erster Tag', '1.1.2026')
      await fill('Letzter Tag', '31.12.2098')
      await page.getByLabel('Beitrag schreiben').check()
      await press('Phase hinzufügen')
      await page.getByRole('group').first().waitFor()
      assert.equal(await page.getByLabel('Name der Phase').count(), 2)
      await press('Phase 2 entfernen')
      await press('Speichern und weiter')
      await press('Speichern und weiter')
      await page.getByLabel('Themen').fill('Wasser\nKlettern')
      await press('Speichern')
      assert.match(await said(page), /Gespeichert/)

      await page
        .getByRole('navigation', { name: /Pfad|Brotkrumen|Sie sind hier/ })
        .getByRole('link', { name: /Spielplatz Linde/ })
        .click()
      await page.getByRole('main').getByRole('link', { name: 'Veröffentlichen' }).click()
      assert.deepEqual(await barriers(), [])
      await press('Jetzt veröffentlichen')
      assert.match(await said(page), /Das Verfahren ist öffentlich/)

      await page.getByRole('main').getByRole('link', { name: 'Brief oder Anruf erfassen' }).first().click()
      await page.getByLabel('Überschrift').fill('Eine Pumpe zum Matschen')
      await page.getByLabel('Ihr Beitrag').fill('Mit Wasser spielen alle zusammen.')
      await page.getByLabel('Thema').selectOption('Wasser')
      await press('Erfassen und Beleg zeigen')
      assert.match(await said(page), /Ihr Brief ging am/)
      assert.deepEqual(await barriers(), [])
      const way = (await page.getByText(/\/beitrag\/[\w-]{43}/).innerText()).trim()
      await page.goto(new URL(way).pathname)
      assert.match(await said(page), /Eine Pumpe zum Matschen[\s\S]*Ihr Brief ging am/)
      for (const rest of ['papier', 'unterlagen']) {
        await page.goto(`/lindenrode/mitmachen/marktplatz-lindenrode/${rest}`)
        assert.deepEqual(await barriers(), [], rest)
      }
      await officer.leave()
    })
})
