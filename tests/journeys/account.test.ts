import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

const stage = demoStage()
const [first, second] = ['kastanie besen lampe', 'walnuss eimer kerze']

/** Somebody whom the operator let in, with a password. */
async function begin(page: Page, email: string): Promise<void> {
  const who = ['--email', email, '--name', 'Jana Albers', '--role', 'editor', '--tenant', 'lindenrode', '--json']
  const { link } = JSON.parse(stage.portal.command('person', 'add', ...who).out) as { link: string }
  await page.goto(new URL(link).pathname)
  await page.getByLabel('Neues Passwort').fill(first)
  await page.getByRole('button', { name: 'Passwort setzen' }).click()
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/lindenrode/konto')
  await page.getByLabel('E-Mail').fill(email)
  await page.getByLabel('Passwort').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click()
}

const account = (page: Page) => page.waitForURL('**/lindenrode/konto*')

suite('somebody keeps an account in order', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(`devices, data, password, and a link by e-mail, ${how}`, async () => {
      const email = `konto-${script ? 'mit' : 'ohne'}@lindenrode.example`
      const options = { javaScriptEnabled: script, expectedStatus: [422] }
      const desk = await stage.visitor(options)
      const phone = await stage.visitor(options)
      await begin(desk.page, email)
      for (const { page } of [desk, phone]) {
        await signIn(page, email, first)
        await account(page)
      }

      await desk.page.reload()
      await desk.page.getByRole('button', { name: /^Sitzung beenden/ }).click()
      await account(desk.page)
      assert.equal(await desk.page.getByRole('button', { name: /^Sitzung beenden/ }).count(), 0)
      await phone.page.goto('/lindenrode/konto')
      assert.match(phone.page.url(), /\/anmelden/, 'the other device is signed out')

      const [download] = await Promise.all([
        desk.page.waitForEvent('download'),
        desk.page.getByRole('link', { name: 'Alle Daten als JSON herunterladen' }).click(),
      ])
      const chunks: Buffer[] = []
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
      const data = Buffer.concat(chunks).toString()
      assert.ok(data.includes(email) && !data.includes('argon2'), 'everything of hers, and no secret')

      await desk.page.getByRole('link', { name: 'Passwort ändern' }).click()
      await desk.page.getByLabel('Ihr jetziges Passwort').fill(first)
      await desk.page.getByLabel('Neues Passwort').fill(second)
      await desk.page.getByRole('button', { name: 'Passwort setzen' }).click()
      await account(desk.page)
      await signIn(phone.page, email, first)
      assert.match(await said(phone.page), /passen nicht zusammen/, 'the old password is gone')

      await phone.page.goto('/lindenrode/anmelden/link')
      await phone.page.getByLabel('E-Mail').fill(email)
      await phone.page.getByRole('button', { name: 'Link anfordern' }).click()
      await phone.page.getByRole('heading', { name: 'Sehen Sie in Ihr Postfach' }).waitFor()
      await phone.page.goto('/lindenrode/_post')
      await phone.page.locator('a[href*="/anmelden/link/"]').first().click()
      await phone.page.getByRole('heading', { name: 'Als Jana Albers anmelden?' }).waitFor()
      const meanwhile = await phone.page.request.get('/lindenrode/konto')
      assert.match(meanwhile.url(), /\/anmelden/, 'opening the link alone signs nobody in')
      await phone.page.getByRole('main').getByRole('button').first().click()
      await phone.page.waitForURL('**/lindenrode/intern')
      for (const { context, leave } of [desk, phone]) {
        await context.clearCookies()
        await leave()
      }
    })
})
