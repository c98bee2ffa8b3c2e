import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { until } from '#support/until.ts'

const stage = demoStage()

/** The newest mail to an address with a subject, as the page of the demonstration shows it; undefined while there is none. */
async function letter(page: Page, to: string, subject: RegExp): Promise<string | undefined> {
  await page.goto('/_post')
  const letters = page.locator('article').filter({ hasText: to }).filter({ hasText: subject })
  return (await letters.count()) > 0 ? letters.first().innerText() : undefined
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/lindenrode/intern/datenwuensche')
  const form = page.locator('form:has(input[type=password])')
  await form.locator('input[name=email]').fill('verantwortung@lindenrode.example')
  await form.locator('input[type=password]').fill('allmende-demonstration')
  await form.locator('button[type=submit]').first().click()
  // The demonstration shows the code of its invented accounts.
  await page.waitForURL('**/zweiter-faktor**')
  await page
    .getByLabel('Code')
    .first()
    .fill(/Ihr Code ist (\d{6})/.exec(await said(page))?.[1] ?? '')
  await page.getByRole('button', { name: 'Code prüfen' }).click()
  await page.waitForURL('**/intern/datenwuensche')
}

suite('a citizen wishes for data, a clerk answers, she is told', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(how, async () => {
      const mailbox = `petra-${script ? 'mit' : 'ohne'}@post.example`
      const title = `Öffnungszeiten der Jugendtreffs, ${how}`
      const visit = await stage.visitor({ javaScriptEnabled: script, expectedStatus: [422] })
      const { page } = visit
      await page.goto('/lindenrode/daten')
      await page.getByRole('contentinfo').getByRole('link', { name: 'Datenwünsche' }).click()
      await page.getByRole('link', { name: 'Datenwunsch schreiben' }).click()
      await page.getByRole('button', { name: 'Prüfen, ob es das schon gibt' }).click()
      assert.match(await said(page), /Schreiben Sie, welche Daten fehlen/)
      await page.getByLabel('Welche Daten fehlen Ihnen?').fill(title)
      await page.getByLabel('Wofür brauchen Sie die Daten?').fill('Für einen Aushang in der Schule.')
      await page.getByLabel(/E-Mail-Adresse/).fill(mailbox)
      await page.getByRole('button', { name: 'Prüfen, ob es das schon gibt' }).click()
      assert.match(await said(page), /Ihr Wunsch/)
      await page.getByRole('button', { name: 'Datenwunsch einreichen' }).click()
      await page.waitForURL('**/anliegen/**')
      assert.match(await said(page), /Ihr Datenwunsch ist angekommen/)
      const number = /DW-\d{4}-\d{4}/.exec(await said(page))?.[0] ?? ''
      assert.ok(number)
      const receipt = page.url()

      // The link in the mail alone confirms nothing; the button does.
      const first = await letter(page, mailbox, new RegExp(`bestätigen: ${number}`))
      const confirm = /http\S+\/abo\/[\w-]{43}/.exec(first ?? '')?.[0] ?? ''
      await page.goto(new URL(confirm).pathname)
      await page.getByRole('button', { name: 'Ja, schreiben Sie mir' }).click()
      await page.waitForURL('**bestaetigt**')
      assert.match(await said(page), /Ab jetzt schreiben wir Ihnen/)

      const clerk = await stage.visitor({ javaScriptEnabled: script, expectedCookies: ['allmende'] })
      await signIn(clerk.page)
      await clerk.page.getByLabel('Wörter').fill('Jugendtreffs')
      await clerk.page.getByRole('button', { name: 'Anzeigen' }).click()
      await clerk.page.getByRole('link', { name: title }).click()
      await clerk.page.getByLabel('Liegt nicht vor').check()
      await clerk.page.getByLabel('Begründung').fill('Die Treffs führen ihre Zeiten selbst. Fragen Sie den Stadtjugendring.')
      await clerk.page.getByRole('button', { name: 'Antwort veröffentlichen' }).click()
      await clerk.page.waitForURL('**getan=answered**')
      assert.match(await said(clerk.page), /Die Antwort ist veröffentlicht/)
      await clerk.leave()

      let told: string | undefined
      await until(
        async () => {
          told = await letter(page, mailbox, new RegExp(`Antwort auf ${number}`))
          return told !== undefined
        },
        60,
        'that she is told',
      )
      assert.match(told ?? '', /Fragen Sie den Stadtjugendring/)
      await page.goto(`/lindenrode/datenwuensche/${number}`)
      assert.match(await said(page), /Diese Daten liegen uns nicht vor/)
      await page.goto(receipt)
      assert.match(await said(page), /beantwortet: Daten liegen nicht vor/)
      await visit.leave()
    })

  test('the puzzle is solved by the browser, and says what to do without a script', async () => {
    for (const { script } of withAndWithoutScript) {
      // A line of its own cannot be had in a browser: the sixth text of this hour meets the puzzle.
      const visit = await stage.visitor({ javaScriptEnabled: script, expectedStatus: [429] })
      const { page } = visit
      let met = false
      for (let i = 0; i < 8 && !met; i++) {
        await page.goto('/lindenrode/daten/baumkataster/anmerkung')
        await page.getByLabel('Was stimmt nicht?').fill(`Die Pflanzjahre sind gerundet (${i}).`)
        await page.getByRole('button', { name: 'Anmerkung senden' }).click()
        await page.waitForLoadState()
        met = (await page.locator('[data-puzzle]').count()) > 0
      }
      assert.ok(met, 'the puzzle came')
      if (script) {
        await page.getByText('Die Rechenaufgabe ist gelöst').waitFor({ timeout: 60_000 })
        await page.getByRole('button', { name: 'Anmerkung senden' }).click()
        await page.waitForURL('**/anliegen/**')
      } else {
        assert.match(await said(page), /warten Sie bitte bis \d\d:\d\d Uhr/)
        assert.match(await said(page), /@lindenrode\.example/)
      }
      await visit.leave()
    }
  })
})
