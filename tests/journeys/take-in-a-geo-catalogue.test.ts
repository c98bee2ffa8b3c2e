import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { imitationOf } from '#plaques/harvest'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { openPortal, type Portal, portalRecords } from '#support/portal.ts'

const stage = demoStage({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' } })
let portal: Portal

const main = (page: Page) => page.getByRole('main')
/** Comes back to a page until it says what is waited for: the work is done behind it. */
async function until(page: Page, words: RegExp): Promise<void> {
  for (let tries = 0; !words.test(await main(page).innerText()); tries++) {
    assert.ok(tries < 200, `${words} in: ${await main(page).innerText()}`)
    await page.waitForTimeout(100)
    await page.reload()
  }
}

suite('somebody takes in a geo catalogue', { skip: withoutBrowser() }, () => {
  before(async () => {
    await stage.open()
    portal = await openPortal(imitationOf('csw'))
  })
  after(async () => {
    await portal?.close()
    await stage.close()
  })

  for (const { script, how } of withAndWithoutScript)
    test(`adds it, sees what would come, says what a licence means and finds the data, ${how}`, async () => {
      const name = script ? 'Geokatalog Erlental' : 'Geokatalog Oberland'
      const place = script ? 'Erlental' : 'Oberland'
      portal.records = [
        ...portalRecords(3, (at) => ({
          id: `${place}-${at}`,
          title: `Hydranten ${place} ${at + 1}`,
          publisher: `Wasserwerk ${place}`,
          license: 'Nutzungsbedingungen des Wasserwerks',
          file: `https://geo.example/${place}/${at}.csv`,
        })),
        ...portalRecords(1, () => ({ id: `${place}-ohne-titel`, title: '' })),
      ]
      const visit = await stage.colleague('coordinator', {
        first: '/lindenrode/intern/quellen',
        javaScriptEnabled: script,
        expectedStatus: [422],
      })
      const { page } = visit

      await page.getByRole('link', { name: 'Quelle hinzufügen' }).first().click()
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByLabel(/^Adresse/).fill(portal.origin)
      await page.getByRole('button', { name: 'Speichern und Probelauf starten' }).click()
      assert.match(await said(page), /Die Adresse verrät die Art nicht/)
      assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), name, 'nothing is lost')
      await page.getByLabel(/^Adresse/).fill(`${portal.address}?${place}&service=CSW&request=GetCapabilities`)
      await page.getByRole('button', { name: 'Speichern und Probelauf starten' }).click()

      await until(page, /Ergebnis ansehen/)
      await page.getByRole('link', { name: 'Ergebnis ansehen' }).click()
      const preview = await main(page).innerText()
      assert.match(preview, /4 Datensätze geprüft/)
      assert.match(preview, new RegExp(`Hydranten ${place} 1`))
      assert.match(preview, /Nutzungsbedingungen des Wasserwerks/)
      assert.match(preview, /Es fehlt ein Titel/)

      await page.goto(page.url().replace(/\/laeufe\/.*$/, '/zuordnung'))
      await page
        .getByLabel(/Nutzungsbedingungen des Wasserwerks/)
        .selectOption({ label: 'Datenlizenz Deutschland – Namensnennung – Version 2.0' })
      await page.getByRole('button', { name: 'Zuordnung speichern' }).click()
      await page.waitForURL((url) => !url.pathname.endsWith('/zuordnung'))
      // The look from before makes room for one that knows the meaning.
      await until(page, /(?=[\s\S]*verworfen)(?=[\s\S]*Probelauf fertig)/)
      await page.getByRole('link', { name: 'Ergebnis ansehen' }).click()
      assert.doesNotMatch(await main(page).innerText(), /Unbekannte Angaben/)
      await page.getByRole('button', { name: 'Übernehmen und Quelle einschalten' }).click()
      await until(page, /3 neu/)

      await page.goto(`/lindenrode/daten?q=${encodeURIComponent(`Hydranten ${place} 1`)}`)
      await page
        .getByRole('link', { name: `Hydranten ${place} 1` })
        .first()
        .click()
      const found = await main(page).innerText()
      assert.match(found, /Namensnennung – Version 2\.0/)
      assert.match(found, new RegExp(name), 'where it came from')
      await visit.leave()
    })
})
