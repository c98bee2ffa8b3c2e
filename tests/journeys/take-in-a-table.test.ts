// A person adds a source: a wrong address, a fault that is understood, the preview, a mapping that is mended, and the result on a public page.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { openPortal, type Portal } from '#support/portal.ts'

const stage = demoStage()
let town: Portal

/** The table of a small town, with what such tables have: a column of their own, a licence in words, a date that is none, a line without a title. */
const table = (word: string) =>
  [
    'Kennung;Titel;Was ist drin;Stand;Datei;Format;Nutzungsrechte',
    `b-${word};Spielplätze ${word};Alle Spielplätze mit Geräten und Alter der Kinder;01.10.2026;https://daten.musterhausen.example/${word}.csv;CSV;Frei für alle (Ratsbeschluss 12/2024)`,
    `b-${word};;;;https://daten.musterhausen.example/${word}.geojson;GeoJSON;Frei für alle (Ratsbeschluss 12/2024)`,
    `w-${word};Wochenmärkte ${word};Tage und Stände;irgendwann;https://daten.musterhausen.example/w-${word}.csv;CSV;Frei für alle (Ratsbeschluss 12/2024)`,
    `o-${word};;Ohne Titel;01.10.2026;https://daten.musterhausen.example/o-${word}.csv;CSV;`,
  ].join('\r\n')

/** The pages look again by themselves while something is under way. */
const waitFor = (page: Page, link: string) =>
  page.getByRole('main').getByRole('link', { name: link }).waitFor({ timeout: 90_000 })
const press = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name }).click()
const follow = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true }).first().click()

suite('somebody takes a town into the portal', { skip: withoutBrowser() }, () => {
  before(async () => {
    town = await openPortal({ path: '/offene-daten.csv', answer: () => undefined })
    town.instead = (_, response, url) => {
      const word = /^\/(\w+)\/daten\.csv$/.exec(url.pathname)?.[1]
      if (word) response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' }).end(table(word))
      else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Seite nicht gefunden</title>')
      return true
    }
    // The portal of the demonstration may ask this machine.
    process.env.OUTBOUND_ALLOWED_HOSTS = '127.0.0.1'
    await stage.open()
  })
  after(async () => {
    await stage.close()
    await town?.close()
  })

  for (const { script, how } of withAndWithoutScript)
    test(`from the address to the public page, ${how}`, async () => {
      const word = script ? 'Nord' : 'Ost'
      const { page, leave } = await stage.colleague('coordinator', { javaScriptEnabled: script, expectedStatus: [422] })

      await page.goto('/lindenrode/intern/quellen')
      await follow(page, 'Quelle hinzufügen')
      await page.getByLabel('Tabelle (CSV, Excel)').check()
      await press(page, 'Speichern und Probelauf starten')
      assert.match(await said(page), /Bitte füllen Sie dieses Feld aus/)
      await page.getByLabel('Name', { exact: true }).fill(`Musterhausen ${word}`)
      await page.getByLabel(/^Adresse/).fill(`${town.origin}/${word}/tabelle.csv`)
      await press(page, 'Speichern und Probelauf starten')

      // The address leads to a page that says "not found": the run says so, and what to do.
      await page.getByRole('main').getByText('fehlgeschlagen').first().waitFor({ timeout: 90_000 })
      assert.match(await said(page), /liefert eine Webseite statt Daten: „Seite nicht gefunden“/)
      await follow(page, 'Angaben ändern')
      await page.getByLabel(/^Adresse/).fill(`${town.origin}/${word}/daten.csv`)
      await press(page, 'Speichern')
      await press(page, 'Probelauf starten')

      await waitFor(page, 'Ergebnis ansehen')
      await follow(page, 'Ergebnis ansehen')
      const preview = await said(page)
      assert.match(preview, /3 Datensätze geprüft: 2 neu, 1 nicht übernommen/)
      assert.match(preview, new RegExp(`Spielplätze ${word}`))
      assert.match(preview, /Es fehlt ein Titel\. Zeile 5, Spalte „Titel“/)
      assert.match(preview, /Diese Angabe verstehen wir nicht\. Zeile 4, Spalte „Stand“: irgendwann/)
      assert.match(preview, /Frei für alle \(Ratsbeschluss 12\/2024\)/)

      await follow(page, 'Zuordnung ändern')
      await page.getByLabel('Was ist drin').selectOption({ label: 'Beschreibung' })
      await page.getByLabel(/^Frei für alle/).selectOption({ label: 'Datenlizenz Deutschland – Zero – Version 2.0' })
      await press(page, 'Zuordnung speichern')
      await waitFor(page, 'Ergebnis ansehen')
      await follow(page, 'Ergebnis ansehen')
      assert.doesNotMatch(await said(page), /Ratsbeschluss/)
      await press(page, 'Übernehmen und Quelle einschalten')

      const result = page.getByRole('main').getByRole('link', { name: `Spielplätze ${word}` })
      await result.waitFor({ timeout: 90_000 })
      await result.click()
      const dataset = await said(page)
      assert.match(dataset, /Alle Spielplätze mit Geräten/)
      assert.match(dataset, /Datenlizenz Deutschland/)
      assert.match(dataset, new RegExp(`Musterhausen ${word}`))
      await leave()
    })
})
