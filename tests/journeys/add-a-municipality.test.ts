import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

const stage = demoStage()

/** Signs in with one of the accounts that the demonstration offers. */
async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/anmelden?weiter=/intern/mandanten')
  await page.getByRole('button', { name: new RegExp(name) }).click()
  // The demonstration fills the code in.
  if (page.url().includes('zweiter-faktor')) await page.getByRole('main').getByRole('button').first().click()
  await page.waitForURL(/\/intern\/mandanten/)
}

/** The newest link to an invitation that the demonstration shows. */
async function invitationLink(page: Page): Promise<string> {
  await page.goto('/_post')
  return /\/[\w-]+\/einladung\/[\w-]{43}|\/einladung\/[\w-]{43}/.exec(await page.content())?.[0] ?? ''
}

suite('an administrator adds a municipality, invites people and switches a module off', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(how, async () => {
      const slug = script ? 'talheim' : 'bergheim-probe'
      const name = script ? 'Stadt Talheim' : 'Stadt Bergheim Probe'
      const { page, context, leave } = await stage.visitor({
        javaScriptEnabled: script,
        expectedStatus: [404, 422],
      })
      await signIn(page, 'Henrik Thomsen')

      await page.getByRole('link', { name: 'Kommune hinzufügen' }).click()
      await page.getByRole('button', { name: 'Kommune hinzufügen' }).click()
      assert.match(await said(page), /Tragen Sie den Namen ein/)
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByLabel('Kurzname in der Adresse').fill(slug)
      await page.getByLabel('Funktionspostfach').fill(`open-data@${slug}.example`)
      await page.getByLabel('Vor- und Nachname').fill('Merle Lütke')
      await page.getByLabel('Dienstliche E-Mail').fill(`m.luetke@${slug}.example`)
      await page.getByRole('button', { name: 'Kommune hinzufügen' }).click()
      assert.match(await said(page), /Die Kommune ist eingerichtet, ihre Administration ist eingeladen/)

      const link = await invitationLink(page)
      assert.ok(link.startsWith(`/${slug}/einladung/`), link)
      const invited = await stage.visitor({ javaScriptEnabled: script })
      await invited.page.goto(link)
      assert.match(await said(invited.page), new RegExp(`Mitarbeiten bei ${name}`))
      await invited.page.getByLabel('Passwort', { exact: true }).fill('vier Woerter ohne Sinn')
      await invited.page.getByLabel('Passwort noch einmal').fill('vier Woerter ohne Sinn')
      await invited.page.getByRole('button', { name: 'Konto anlegen und mitarbeiten' }).click()
      assert.match(await said(invited.page), /Sie gehören jetzt dazu/)
      await invited.page.getByLabel('E-Mail').first().fill(`m.luetke@${slug}.example`)
      await invited.page.getByLabel('Passwort').first().fill('vier Woerter ohne Sinn')
      await invited.page.getByRole('button', { name: 'Anmelden', exact: true }).first().click()
      await invited.page.waitForURL(/zweiter-faktor/)
      await invited.context.clearCookies()
      await invited.leave()

      await page.goto('/intern/personen')
      await page.getByRole('link', { name: 'Person einladen' }).click()
      await page.getByLabel('Vor- und Nachname').fill('Tom Birk')
      await page.getByLabel('Dienstliche E-Mail').fill(`birk@${slug}.example`)
      await page.getByLabel('Redaktion').check()
      await page.getByRole('button', { name: 'Einladung senden' }).click()
      assert.match(await said(page), /Die Einladung ist unterwegs/)
      assert.match(await said(page), /Tom Birk/)

      assert.equal((await page.request.get(`/${slug}/daten`)).status(), 200)
      await page.goto(`/intern/mandanten/${slug}`)
      await page.getByRole('checkbox').first().uncheck()
      await page.getByRole('button', { name: 'Module speichern' }).click()
      assert.match(await said(page), /Die Module sind umgestellt/)
      assert.equal((await page.request.get(`/${slug}/daten`)).status(), 404)
      await page.getByRole('button', { name: /Rückgängig|zurück/i }).click()
      assert.equal((await page.request.get(`/${slug}/daten`)).status(), 200)

      await page.goto('/intern/protokoll')
      assert.match(await said(page), new RegExp(`Henrik Thomsen hat ${name} hinzugefügt`))
      await page.getByRole('button', { name: 'Jetzt prüfen' }).click()
      assert.match(await said(page), /Kette geprüft am .* unverändert/)
      await context.clearCookies()
      await leave()
    })
})
