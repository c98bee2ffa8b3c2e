import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { said, says, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { enlarged, enter, fits, pick, skip, write } from '#support/keyboard.ts'

const stage = demoStage()
const melder = '/lindenrode/mitmachen/maengelmelder-lindenrode'
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const

suite('a town is told what is broken', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  test('a citizen reports by phone in a dead spot; the report goes when the network is back', async () => {
    // Not by stage.visitor: requests fail here because the network is gone, and that is what this is about.
    const context = await stage.chromium.newContext({
      ...phone,
      baseURL: stage.portal.url,
      locale: 'de-DE',
      permissions: ['geolocation'],
      geolocation: { latitude: 51.8925, longitude: 8.7015 },
    })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    await page.goto(`${melder}/mangel`)
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await page.getByRole('button', { name: 'Hier bin ich' }).click()
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#geometry')?.value.startsWith('8.7015'))

    await context.setOffline(true)
    await page.reload()
    await page.getByText('Sie sind gerade ohne Netz').waitFor()
    assert.doesNotMatch(await page.content(), /Abmelden|Ole Brandt/)
    await page.getByLabel('Adresse oder Beschreibung des Ortes').fill('Brücke am Mühlbach')
    await page.getByLabel('Worum geht es?').selectOption('Radweg')
    await page.getByLabel('Was ist los?').fill('Am Geländer der Brücke fehlt eine Strebe.')
    await page.getByRole('button', { name: 'Meldung prüfen' }).click()
    await page.getByText('Wartet auf Netz: „Am Geländer der Brücke fehlt eine Strebe.“').waitFor()
    await page.reload()
    await page.getByText('Wartet auf Netz:').waitFor()

    await context.setOffline(false)
    await page.getByText('Gesendet:').waitFor()
    assert.doesNotMatch(await said(page), /fehlt eine Strebe/, 'the words are no longer on the device')
    const link = page.getByRole('status').getByRole('link', { name: /^ML-\d{4}$/ })
    const receipt = await link.getAttribute('href')
    await page.getByRole('button', { name: 'Von diesem Gerät entfernen' }).click()
    await page.getByText('Gesendet:').waitFor({ state: 'hidden' })
    await page.goto(receipt ?? '')
    assert.match(await said(page), /Danke.*ML-\d{4}.*Stand der Meldung.*offen.*Tiefbauamt/s)
    await page.goto(`${melder}/meldungen?q=Strebe`)
    assert.match(await said(page), /1 Meldung/)
    await context.close()
  })

  test('a citizen without JavaScript looks at what is near, and reports', async () => {
    const visit = await stage.visitor({
      ...phone,
      javaScriptEnabled: false,
      expectedStatus: [422],
      expectedCookies: ['allmende-mitmachen'],
    })
    const { page } = visit
    await page.goto(melder)
    await page.getByRole('link', { name: 'Mangel melden' }).first().click()
    await page.getByRole('button', { name: 'Meldung prüfen' }).click()
    assert.match(await said(page), /Bitte sagen Sie, wo es ist/)
    await page.getByLabel('Punkt auf der Karte').fill('8.7275, 51.8867')
    await page.getByLabel('Worum geht es?').selectOption('Beleuchtung')
    await page.getByLabel('Was ist los?').fill('Die Lampe am Übergang ist den ganzen Tag an.')
    await page.getByRole('button', { name: 'Meldung prüfen' }).click()
    await page.getByLabel('Welche Nummer steht am Mast?').fill('1109')
    await page.getByRole('button', { name: 'Meldung prüfen' }).click()
    assert.match(await said(page), /Offene Meldungen in der Nähe/)
    await page.getByRole('button', { name: 'Meldung senden' }).click()
    assert.match(await said(page), /Danke.*Welche Nummer steht am Mast\?\s*1109/s)
    await page.goBack()
    await page
      .getByRole('button', { name: /^Das sehe ich auch/ })
      .first()
      .click()
    assert.match(await said(page), /1 Person sieht das auch/)
    await visit.leave()
  })

  test('a citizen reports by keyboard alone, at 200 % of a small window', async () => {
    const visit = await stage.visitor({ ...enlarged, expectedStatus: [422], expectedCookies: ['allmende-mitmachen'] })
    const { page } = visit
    await page.goto(melder)
    await skip(page)
    await enter(page, /^Mangel melden$/)
    assert.ok(await fits(page))
    await skip(page)
    await enter(page, /^Meldung prüfen$/)
    await says(page, /Bitte sagen Sie, wo es ist/)
    assert.ok(await fits(page))
    // What is wrong has the focus; the fields come behind it.
    await write(page, /^Adresse oder Beschreibung des Ortes/, 'Lange Straße 4')
    await pick(page, /^Worum geht es\?/, 'Radweg')
    await write(page, /^Was ist los\?/, 'Der Poller steht schief und ragt in den Weg.')
    await enter(page, /^Meldung prüfen$/)
    await says(page, /Der Poller steht schief/)
    assert.ok(await fits(page))
    await skip(page)
    await enter(page, /^Meldung senden$/)
    await says(page, /Danke[\s\S]*ML-\d{4}/)
    assert.ok(await fits(page))
    await visit.leave()
  })

  test('an office says what becomes of it, and everybody reads it', async () => {
    const visit = await stage.colleague('officer', { first: '/lindenrode/intern/maengel' })
    const { page } = visit
    assert.match(await said(page), /Meldungen warten.*davon sind überfällig/s)
    await page.getByRole('link', { name: 'Vor Haus 41 sind drei Gehwegplatten lose' }).click()
    await page.getByLabel('erledigt').check()
    await page.getByLabel('Satz dazu').first().fill('Die Platten liegen wieder fest im Bett.')
    await page.getByRole('button', { name: 'Stand setzen und mitteilen' }).click()
    await page.waitForURL('**getan**')
    await page.getByRole('link', { name: 'Öffentliche Seite' }).click()
    await page.waitForURL('**/beitraege/**')
    assert.match(await said(page), /erledigt.*Eingegangen.*Erledigt.*Die Platten liegen wieder fest/s)
    await visit.leave()
  })
})
