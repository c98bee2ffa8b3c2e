import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { enter, tabTo, write } from '#support/keyboard.ts'

const stage = demoStage()

/** One of a long list: typed and taken with script; without it the list of the browser, which goes to what is typed. */
async function choose(page: Page, script: boolean, field: RegExp, option: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(option, { delay: 10 })
  if (!script) return
  await page.getByRole('option', { name: option }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

suite('a dataset is written by keyboard alone', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(`from the overview to the review, ${how}`, async () => {
      const visit = await stage.colleague('editor', { javaScriptEnabled: script })
      const { page } = visit
      await enter(page, /^Datensatz anlegen$/)
      await enter(page, /^Entwurf beginnen$/)

      await write(page, /^Titel$/, 'Hydranten')
      await write(page, /^Beschreibung/, 'Alle öffentlichen Hydranten mit Standort, Durchmesser und dem Tag der letzten Prüfung.')
      await write(page, /^Schlagwörter/, script ? 'Feuerwehr,Wasser,' : 'Feuerwehr, Wasser')
      await tabTo(page, /^Umwelt$/)
      await page.keyboard.press('Space')
      await enter(page, /^Speichern und weiter: Dateien/)
      assert.match(await said(page), /Der Entwurf ist gespeichert/)

      await enter(page, /^Link hinzufügen$/)
      await write(page, /^Name der Datei/, 'Hydranten als Tabelle')
      await write(page, /^Adresse$/, 'https://www.lindenrode.example/hydranten.csv')
      await choose(page, script, /^Format/, 'CSV')
      await choose(page, script, /^Lizenz/, 'Creative Commons Zero')
      await enter(page, /^Speichern und zurück zur Liste$/)
      assert.match(await said(page), /Hydranten als Tabelle/)

      // The steps are links: straight to the last one.
      await enter(page, /Prüfen und abgeben/)
      for (const question of [/^Nein$/, /^Nein$/, /^Nein$/]) {
        await tabTo(page, question)
        await page.keyboard.press('Space')
      }
      await enter(page, /^Antworten speichern$/)
      assert.match(await said(page), /Alle Pflichtangaben sind da/)

      // A line of the check leads to its field.
      await enter(page, /^Aktualisierung nennen$/)
      await page.waitForURL(/ort-und-zeit.*#accrualPeriodicity/)
      await page.keyboard.press('Shift+Tab')
      await choose(page, script, /^Wie oft erscheint/, 'jährlich')
      await enter(page, /^Entwurf speichern$/)
      await enter(page, /Prüfen und abgeben/)
      await enter(page, /^Zur Freigabe geben$/)
      assert.match(await said(page), /Eingereicht/)
      await visit.leave()
    })
})
