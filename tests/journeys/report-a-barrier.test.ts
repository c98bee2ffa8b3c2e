import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

interface Report {
  page: string
  message: string
  reply_to: string | null
}

const stage = demoStage()
const reports = (): Report[] => JSON.parse(stage.portal.command('tenant', 'reports', 'lindenrode', '--json').out)

suite('somebody reports a barrier', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(`first with mistakes, then well, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script, expectedStatus: [422] })
      const { page } = visit
      await page.goto('/lindenrode/daten')
      await page
        .getByRole('contentinfo')
        .getByRole('link', { name: /Barriere melden/ })
        .click()
      await page.waitForURL('**/barrierefreiheit')
      await page.getByLabel(/E-Mail für die Antwort/).fill('anna@')
      await page.getByRole('button', { name: 'Barriere melden' }).click()
      const faults = page.locator('.kern-error-summary, .alm-errors, .alm-error-summary').first()
      await faults.waitFor()
      assert.match(await said(page), /Beschreiben Sie die Barriere in einem Satz/)
      assert.match(await said(page), /Die Adresse ist unvollständig/)
      await page.getByRole('link', { name: /Beschreiben Sie die Barriere/ }).click()
      assert.equal(await page.evaluate(() => new URL(location.href).hash), '#message')
      assert.equal(await page.getByLabel(/E-Mail für die Antwort/).inputValue(), 'anna@', 'what was written stays')
      assert.equal(reports().filter((one) => one.message.includes(how)).length, 0, 'nothing is kept yet')

      await page.getByLabel('Was hindert Sie?').fill(`Die Karte wird nicht vorgelesen, ${how}.`)
      await page.getByLabel(/Auf welcher Seite/).fill('/lindenrode/orte')
      await page.getByLabel(/E-Mail für die Antwort/).fill('anna@post.example')
      await page.getByRole('button', { name: 'Barriere melden' }).click()
      await page.waitForURL(/danke/)
      assert.match(await said(page), /Ihre Meldung ist angekommen/)
      const [kept, ...more] = reports().filter((one) => one.message.includes(how))
      assert.deepEqual({ ...kept, more: more.length }.page, '/lindenrode/orte')
      assert.equal(kept?.reply_to, 'anna@post.example')
      assert.equal(more.length, 0)
      await visit.leave()
    })
})
