import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

const stage = demoStage()
const password = 'kastanie besen lampe'

/** Somebody whom the operator lets in; gives the link that was printed. */
function newPerson(email: string, role: string): string {
  const told = stage.portal.command(
    'person',
    'add',
    '--email',
    email,
    '--name',
    'Jana Albers',
    '--role',
    role,
    '--tenant',
    'lindenrode',
    '--json',
  )
  assert.equal(told.code, 0, told.err)
  return (JSON.parse(told.out) as { link: string }).link.replace(/^https?:\/\/[^/]+/, '')
}

async function setPassword(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Neues Passwort').fill(password)
  await page.getByRole('button', { name: 'Passwort setzen' }).click()
  assert.match(await said(page), /Ihr neues Passwort gilt/)
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-Mail').fill(email)
  await page.getByLabel('Passwort').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click()
}

suite('somebody signs in', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript) {
    test(`tries the demonstration in three clicks, and signs out, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script })
      const { page } = visit
      await page.goto('/lindenrode')
      await page.getByRole('contentinfo').getByRole('link', { name: 'Anmelden' }).click()
      await page.getByRole('button', { name: 'Als Jonas Wiedemann anmelden' }).click()
      await page.getByRole('button', { name: 'Code prüfen' }).click()
      await page.waitForURL('**/lindenrode/intern')
      await page.goto('/lindenrode/konto')
      await page.getByRole('main').getByRole('button', { name: 'Abmelden' }).click()
      assert.match(await said(page), /Sie sind abgemeldet/)
      await visit.leave()
    })

    test(`begins with the operator’s link, makes a mistake, and leaves for good, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script, expectedStatus: [422] })
      const { page } = visit
      const email = `jana-${script ? 'mit' : 'ohne'}@lindenrode.example`
      await setPassword(page, newPerson(email, 'editor'))
      await page.goto('/lindenrode/konto')
      await page.getByLabel('E-Mail').fill(email)
      await page.getByLabel('Passwort').fill('falsch falsch falsch')
      await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click()
      assert.match(await said(page), /passen nicht zusammen/)
      assert.equal(await page.getByLabel('E-Mail').inputValue(), email, 'what was written stays')
      await signIn(page, email)
      await page.waitForURL('**/lindenrode/konto')
      await page.getByRole('link', { name: 'Konto löschen' }).click()
      await page.getByLabel('Ihr jetziges Passwort').fill(password)
      await page.getByRole('button', { name: 'Konto für immer löschen' }).click()
      assert.match(await said(page), /Ihr Konto ist gelöscht/)
      await visit.leave()
    })
  }

  test('sets up a passkey and needs no password from then on', async () => {
    const visit = await stage.visitor()
    const { page, context } = visit
    const email = 'jana-passkey@lindenrode.example'
    await setPassword(page, newPerson(email, 'editor'))
    await page.goto('/lindenrode/konto/passkeys')
    await signIn(page, email)
    const device = await context.newCDPSession(page)
    await device.send('WebAuthn.enable')
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.waitForURL('**/konto/passkeys')
    await page.getByRole('button', { name: 'Passkey einrichten' }).click()
    await page.getByRole('heading', { name: 'Ihre Ersatzcodes' }).waitFor()
    await page.getByRole('link', { name: 'Codes sind aufbewahrt' }).click()
    assert.match(await said(page), /Ihr Passkey ist eingerichtet/)
    await page.getByRole('main').getByRole('button', { name: 'Abmelden' }).click()
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
    await page.waitForURL('**/lindenrode/intern')
    await page.goto('/lindenrode/konto')
    await page.getByRole('main').getByRole('button', { name: 'Abmelden' }).click()
    await visit.leave()
  })
})
