import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { tabTo } from '#support/keyboard.ts'

const stage = demoStage()
const procedure = '/lindenrode/mitmachen/innenstadt-ohne-durchgangsverkehr'

suite('a town asks on what its people agree', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(`a citizen answers every statement, changes one, adds one, reads the result and deletes all, ${how}`, async () => {
      const visit = await stage.visitor({
        javaScriptEnabled: script,
        viewport: { width: 360, height: 740 },
        expectedCookies: ['allmende-mitmachen'],
      })
      const { page } = visit
      await page.goto(procedure)
      assert.match(await said(page), /25 Aussagen stehen zur Wahl\. 12\d Menschen haben bisher/)
      await page.getByRole('link', { name: 'Aussagen beantworten' }).first().click()
      await page.waitForURL('**/meinungsbild')
      const buttons = ['Stimme zu', 'Stimme nicht zu', 'Weiß nicht']
      for (let done = 0; done < 25; done++) {
        assert.match(await said(page), new RegExp(`^${done} von 25 Aussagen beantwortet$`, 'm'))
        const name = buttons[done % 3] ?? ''
        if (done === 0) {
          await tabTo(page, /^Stimme zu$/)
          await page.keyboard.press('Enter')
        } else await page.getByRole('button', { name, exact: true }).click()
        await page.waitForURL('**nach=**')
        const after = done < 24 ? `${done + 1} von 25 Aussagen beantwortet` : 'Sie haben alle Aussagen beantwortet'
        await page.getByRole('main').getByText(after).first().waitFor()
      }
      await page.getByRole('link', { name: 'Meine Antworten' }).click()
      assert.match(await said(page), /25 Aussagen beantwortet/)
      await page.getByRole('link', { name: /Antwort ändern.*Der Verkehr soll so bleiben/ }).click()
      await page.getByRole('button', { name: 'Stimme nicht zu' }).click()
      await page.waitForURL('**nach=**')

      await page.getByRole('link', { name: 'Eigene Aussage einreichen' }).click()
      await page.getByLabel('Ihre Aussage').fill(`Samstags sollte die Lange Straße autofrei sein, ${how}.`)
      await page.getByRole('button', { name: 'Aussage einreichen' }).click()
      // The second one is told of what the first one handed in only once staff has shown it.
      await page.waitForURL('**neu=1')
      assert.match(await said(page), /IV-\d{4}/)

      await page.goto(`${procedure}/meinungsbild/ergebnis`)
      const result = await said(page)
      assert.match(result, /3 Gruppen, in mindestens \d+ Punkten einig/)
      assert.match(result, /Das eint alle.*Kinder sollten allein und sicher.*\d+ von \d+ stimmen zu/s)
      assert.match(result, /Das sehen die Gruppen verschieden/)
      assert.ok(await page.getByRole('img', { name: 'Karte der Meinungen' }).isVisible())
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth))

      await page.goto(`${procedure}/meinungsbild/meine-antworten`)
      await page.getByRole('link', { name: 'Alle meine Antworten löschen' }).click()
      await page.getByRole('button', { name: 'Alle meine Antworten löschen' }).click()
      await page.waitForURL('**geloescht=1')
      assert.match(await said(page), /Ihre Antworten sind gelöscht/)
      await visit.leave()
    })

  test('the officer reads the result and takes the answers along', async () => {
    const visit = await stage.colleague('officer', { first: '/lindenrode/intern/meinungsbilder' })
    const { page } = visit
    await page.getByRole('link', { name: /Weniger Durchgangsverkehr/ }).click()
    assert.match(await said(page), /25 Aussagen werden gezeigt.*wartet auf Prüfung/s)
    await page.getByRole('link', { name: 'Ergebnis', exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('link', { name: /votes\.csv/ })
        .first()
        .click(),
    ])
    assert.equal(download.suggestedFilename(), 'innenstadt-ohne-durchgangsverkehr-votes.csv')
    await visit.leave()
  })
})
