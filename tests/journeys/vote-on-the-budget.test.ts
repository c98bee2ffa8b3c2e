import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { said, says, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { enlarged, enter, fits, skip, tabTo } from '#support/keyboard.ts'

const stage = demoStage()

suite('a citizen votes on the budget, changes the vote, and counts that of the year before', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(how, async () => {
      const visit = await stage.visitor({
        javaScriptEnabled: script,
        expectedStatus: [422],
        expectedCookies: ['allmende-vote'],
        viewport: { width: 390, height: 800 },
      })
      const { page } = visit
      await page.goto('/lindenrode/mitmachen/buergerhaushalt-2027')
      await page.getByRole('link', { name: 'Abstimmen' }).first().click()
      for (const name of [/Wasserspielplatz/, /Lesegarten/, /Trinkbrunnen/, /Neue Bänke/])
        await page.getByRole('checkbox', { name }).check()
      if (script) assert.match(await said(page), /20\.000.€ zu viel/)
      await page.getByRole('button', { name: 'Auswahl prüfen' }).click()
      assert.match(await said(page), /kostet 20\.000.€ mehr, als da ist/)
      await page.getByRole('checkbox', { name: /Wasserspielplatz/ }).uncheck()
      await page.getByRole('button', { name: 'Auswahl prüfen' }).click()
      assert.match(await said(page), /Stimmt das so\?[\s\S]*38\.000.€ bleiben frei/)
      await page.getByRole('button', { name: 'Stimme abgeben' }).click()
      assert.match(await said(page), /Ihre Stimme ist abgegeben/)
      const receipt = await page.locator('.alm-receipt__no').innerText()

      await page.getByRole('link', { name: 'Stimme ändern' }).click()
      await page.getByLabel('Ihre Prüfnummer').fill(receipt.toLowerCase())
      await page.getByRole('button', { name: 'Weiter zum Stimmzettel' }).click()
      await page.getByRole('checkbox', { name: /Lastenrad/ }).check()
      await page.getByRole('button', { name: 'Auswahl prüfen' }).click()
      await page.getByRole('button', { name: 'Stimme abgeben' }).click()
      assert.notEqual(await page.locator('.alm-receipt__no').innerText(), receipt)

      await page.goto('/lindenrode/mitmachen/buergerhaushalt-2026/ergebnis/gesamt')
      assert.match(await said(page), /5 Vorschläge werden umgesetzt/)
      await page.getByRole('link', { name: 'Selbst nachzählen' }).click()
      if (script) {
        await page.getByRole('button', { name: 'Jetzt nachzählen' }).click()
        await page.getByText(/Gleiches Ergebnis: 1\.846 Stimmzettel gezählt/).waitFor()
      } else assert.match(await said(page), /führt hier keine Programme aus/)
      await visit.leave()
    })

  test('by keyboard alone, at 200 % of a small window', async () => {
    const visit = await stage.visitor({ ...enlarged, expectedCookies: ['allmende-vote'] })
    const { page } = visit
    await page.goto('/lindenrode/mitmachen/buergerhaushalt-2027')
    await skip(page)
    await enter(page, /^Abstimmen$/)
    assert.ok(await fits(page))
    await skip(page)
    for (const project of [/^Trinkbrunnen/, /^Lesegarten/]) {
      await tabTo(page, project, 100)
      await page.keyboard.press('Space')
    }
    await enter(page, /^Auswahl prüfen$/)
    await says(page, /Stimmt das so\?[\s\S]*Lesegarten/)
    assert.ok(await fits(page))
    await skip(page)
    await enter(page, /^Stimme abgeben$/)
    await says(page, /Ihre Stimme ist abgegeben/)
    assert.ok(await fits(page))
    await visit.leave()
  })
})
