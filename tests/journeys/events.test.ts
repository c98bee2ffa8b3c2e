import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

const stage = demoStage()
const procedure = '/lindenrode/mitmachen/bahnhofsviertel-termine'

suite('a town invites to the station quarter', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(`the last seat: the second waits, the first cancels, the second moves up, ${how}`, async () => {
      const first = await stage.visitor({ javaScriptEnabled: script, expectedStatus: [422] })
      const { page } = first
      await page.goto(procedure)
      await page.getByRole('main').getByRole('link', { name: 'Anmelden' }).first().click()
      await page.getByRole('button', { name: 'Weiter zur Anmeldung' }).click()
      assert.match(await said(page), /Wählen Sie einen Termin/)
      await page.getByLabel('Informationsabend: ein Platz vor dem Bahnhof').check()
      await page.getByRole('button', { name: 'Weiter zur Anmeldung' }).click()
      await page.waitForURL('**/termine/1**')
      assert.match(await said(page), /Noch 1 Platz frei.*Hörschleife\s+ja.*Es ist noch 1 Platz frei/s)
      await page.getByLabel('E-Mail-Adresse').fill('anna@')
      await page.getByRole('button', { name: 'Verbindlich anmelden' }).click()
      assert.match(await said(page), /An der E-Mail-Adresse stimmt etwas nicht/)
      await page.getByLabel('E-Mail-Adresse').fill('')
      await page.getByLabel('Gebärdensprache').check()
      await page.getByRole('button', { name: 'Verbindlich anmelden' }).click()
      await page.waitForURL('**/anmeldung/**')
      assert.match(await said(page), /Sie sind angemeldet.*BT-\d{4}.*Gebärdensprache/s)
      const link = page.url().replace(/\?.*$/, '')

      const second = await stage.visitor({ javaScriptEnabled: script })
      await second.page.goto(`${procedure}/termine/1`)
      assert.match(await said(second.page), /Ausgebucht/)
      await second.page.getByRole('button', { name: 'Auf die Warteliste setzen' }).click()
      await second.page.waitForURL('**/anmeldung/**')
      assert.match(await said(second.page), /Sie stehen auf der Warteliste.*Sie sind Nummer 1 auf der Warteliste/s)
      const waiting = second.page.url().replace(/\?.*$/, '')

      await page.goto(link)
      await page.getByRole('button', { name: 'Anmeldung absagen' }).click()
      await page.waitForURL(link)
      assert.match(await said(page), /Ihre Anmeldung ist abgesagt/)
      assert.doesNotMatch(await said(page), /Gebärdensprache/)

      await second.page.goto(waiting)
      assert.match(await said(second.page), /Sie sind angemeldet.*Online teilnehmen/s)
      // For whoever comes next: the seat is free again.
      await second.page.getByRole('button', { name: 'Anmeldung absagen' }).click()
      await second.page.waitForURL(waiting)
      await first.leave()
      await second.leave()
    })
})
