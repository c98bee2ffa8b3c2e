import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { enlarged, fits, tabTo } from '#support/keyboard.ts'

/** The smallest picture there is, and a letter. */
const dark = {
  name: 'Haltestelle.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}
const letter = { name: 'Brief.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 Brief') }

const stage = demoStage()
const survey = '/lindenrode/mitmachen/busverkehr-lindenrode'

suite('a town asks about its buses', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript) {
    test(`a citizen answers, stops, goes on later, sends and withdraws, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script, expectedStatus: [422] })
      const { page } = visit
      await page.goto(survey)
      assert.match(await said(page), /9 Fragen\. Sie stehen auf 3 Seiten\. \d+ Menschen haben schon geantwortet/s)
      await page.getByRole('link', { name: 'An der Umfrage teilnehmen' }).first().click()
      await page.getByRole('button', { name: 'Weiter', exact: true }).click()
      assert.match(await said(page), /„Wie oft fahren Sie mit dem Bus\?“: Hier fehlt Ihre Antwort/)
      await page.getByLabel('nie', { exact: true }).check()
      await page.getByLabel('2', { exact: true }).check()
      await page.getByRole('button', { name: 'Weiter', exact: true }).click()
      await page.waitForURL('**/umfrage/**')
      assert.match(await said(page), /Was hält Sie vom Busfahren ab\?/)
      assert.doesNotMatch(await said(page), /Wohin fahren Sie mit dem Bus\?/)
      await page.getByLabel('Was hält Sie vom Busfahren ab?').fill('Kein Dach')
      await page.getByRole('button', { name: 'Zurück' }).click()
      await page.getByLabel('fast jeden Tag').check()
      await page.getByRole('button', { name: 'Speichern und später weitermachen' }).click()
      await page.waitForURL('**gemerkt**')
      assert.match(await said(page), /Ihre Antworten sind gespeichert/)
      const link = page.url().replace(/\?.*$/, '')

      await page.goto('/lindenrode')
      await page.goto(link)
      assert.ok(await page.getByLabel('fast jeden Tag').isChecked())
      await page.getByRole('button', { name: 'Weiter', exact: true }).click()
      await page.waitForURL('**seite=1')
      await page.getByLabel('zum Einkaufen').check()
      await page.getByRole('button', { name: 'Weiter', exact: true }).click()
      await page.waitForURL('**seite=2')
      await page.getByLabel('öfter fahren').selectOption('Platz 1')
      await page.getByLabel('mehr Fahrten, in Prozent').fill('70')
      await page.getByLabel('Möchten Sie uns etwas zeigen?').setInputFiles([dark, letter])
      await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click()
      assert.match(await said(page), /Zusammen müssen es 100 Prozent sein, jetzt sind es 70/)
      await page.getByLabel(/^Brief\.pdf/).uncheck()
      await page.getByLabel('Wartehäuschen, in Prozent').fill('30')
      await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click()
      await page.waitForURL('**seite=pruefen')
      assert.match(
        await said(page),
        /fast jeden Tag.*zum Einkaufen.*1\. öfter fahren.*mehr Fahrten: 70 %.*Haltestelle\.png \(PNG/s,
      )
      assert.doesNotMatch(await said(page), /Brief\.pdf/, 'it was taken out')
      assert.doesNotMatch(await said(page), /Kein Dach/, 'what is asked no longer is not sent')
      await page.getByRole('button', { name: 'Absenden' }).click()
      await page.waitForURL('**neu=1')
      assert.match(await said(page), /Danke, Ihre Antworten sind da.*BV-\d{4}/s)
      await page.getByRole('link', { name: 'Ergebnisse ansehen' }).click()
      assert.match(await said(page), /\d+ Menschen haben geantwortet/)
      await page.goto(link)
      await page.getByRole('button', { name: 'Antworten zurückziehen' }).click()
      await page.waitForURL(link)
      assert.match(await said(page), /zurückgezogen und gelöscht/)
      await visit.leave()
    })
  }

  test('by keyboard alone, at 200 % of a small window', async () => {
    const visit = await stage.visitor(enlarged)
    const { page } = visit
    await page.goto(`${survey}/umfrage`)
    assert.ok(await fits(page))
    await tabTo(page, /^fast jeden Tag$/)
    await page.keyboard.press('Space')
    await tabTo(page, /^1 – gar nicht$/)
    await page.keyboard.press('ArrowDown')
    await tabTo(page, /^Weiter$/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/umfrage/**')
    assert.ok(await fits(page))
    await tabTo(page, /^Weiter$/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**seite=2')
    assert.ok(await fits(page))
    await tabTo(page, /^Weiter zum Prüfen$/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**seite=pruefen')
    assert.match(await said(page), /2/)
    assert.ok(await fits(page))
    await tabTo(page, /^Absenden$/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**neu=1')
    await page.goto(`${survey}/umfrage/ergebnis`)
    assert.ok(await fits(page))
    await visit.leave()
  })

  for (const { script, how } of withAndWithoutScript)
    test(`the officer adds a question, arranges it and reads the results, ${how}`, async () => {
      const visit = await stage.colleague('officer', { first: '/lindenrode/intern/umfragen', javaScriptEnabled: script })
      const { page } = visit
      await page.getByRole('link', { name: 'Wie zufrieden sind Sie mit dem Busverkehr?' }).click()
      // Whoever came first made a new version, which nobody has answered yet.
      if (script) assert.match(await said(page), /Jemand hat schon geantwortet/)
      const title = `Haben Sie ein Abo, ${how}?`
      await page.getByLabel('Frage', { exact: true }).fill(title)
      await page.getByLabel('Art der Frage').selectOption('Eine Antwort wählen')
      await page.getByRole('button', { name: 'Frage hinzufügen' }).click()
      await page.waitForURL('**/fragen/**')
      await page.getByLabel('Antworten zur Wahl').fill('Deutschlandticket\nSchülerticket\nkeins')
      await page.getByRole('button', { name: 'Speichern', exact: true }).click()
      await page.waitForURL('**gespeichert**')
      await page.getByRole('group', { name: title }).getByRole('button', { name: 'Nach oben' }).click()
      await page.waitForURL('**gespeichert**')
      assert.match(await said(page), /Gespeichert.*Diese Fassung hat noch niemand beantwortet/s)
      await page.getByRole('link', { name: 'Vorschau' }).click()
      await page.getByRole('link', { name: 'Weiter' }).click()
      await page.waitForURL('**seite=1')
      await page.getByRole('link', { name: 'Weiter' }).click()
      await page.waitForURL('**seite=2')
      assert.match(await said(page), /Schülerticket/)
      await page.getByRole('link', { name: 'Auswertung' }).click()
      await page.getByLabel('Zeilen').selectOption('Wie oft fahren Sie mit dem Bus?')
      await page.getByLabel('Spalten').selectOption('Wie zufrieden sind Sie mit dem Busverkehr?')
      await page.getByRole('button', { name: 'Tabelle zeigen' }).click()
      await page.waitForURL('**frage=f1**')
      assert.match(await said(page), /verborgen/)
      await page.getByRole('link', { name: /Texte lesen.*noch sagen/ }).click()
      await page.waitForURL('**texte=f8**')
      assert.match(await said(page), /Häufige Wörter/)
      await page.getByRole('link', { name: /Dateien ansehen/ }).click()
      await page.waitForURL('**dateien=f9**')
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: /Brief der Schulpflegschaft\.pdf/ }).click(),
      ])
      assert.equal(file.suggestedFilename(), 'Brief der Schulpflegschaft.pdf')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Antworten als CSV' }).click(),
      ])
      assert.equal(download.suggestedFilename(), 'antworten-busverkehr-lindenrode.csv')
      await visit.leave()
    })
})
