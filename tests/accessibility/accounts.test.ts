import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { examine } from './examine.ts'

const stage = demoStage()

const open = async (page: Page, path: string) => void (await page.goto(`/lindenrode${path}`))
const linkFor = (email: string) =>
  (
    JSON.parse(
      stage.portal.command(
        'person',
        'add',
        '--email',
        email,
        '--name',
        'Jana Albers',
        '--role',
        'administrator',
        '--tenant',
        'lindenrode',
        '--json',
      ).out,
    ) as { link: string }
  ).link.replace(/^https?:\/\/[^/]+/, '')

suite('no barrier on the way to and in an account', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  test('signing in, wrong and right, and a link that is gone', async () => {
    const visit = await stage.visitor({ expectedStatus: [410, 422] })
    const { page } = visit
    for (const path of [
      '/anmelden',
      '/anmelden/link',
      '/anmelden/passwort',
      '/anmelden/post',
      '/anmelden/link/x',
      '/en/anmelden',
    ]) {
      await open(page, path)
      assert.deepEqual(await examine(page), [], path)
    }
    await open(page, '/anmelden')
    await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click()
    assert.deepEqual(await examine(page), [], 'a form with mistakes')
    await visit.leave()
  })

  test('setting up an account with its second step', async () => {
    const visit = await stage.visitor({ expectedStatus: [422] })
    const { page } = visit
    await page.goto(linkFor('barrierefrei@lindenrode.example'))
    assert.deepEqual(await examine(page), [], 'first password')
    await page.getByLabel('Neues Passwort').fill('kurz')
    await page.getByRole('button', { name: 'Passwort setzen' }).click()
    assert.deepEqual(await examine(page), [], 'a password that is too short')
    await page.getByLabel('Neues Passwort').fill('kastanie besen lampe')
    await page.getByRole('button', { name: 'Passwort setzen' }).click()
    await page.getByLabel('E-Mail').fill('barrierefrei@lindenrode.example')
    await page.getByLabel('Passwort').fill('kastanie besen lampe')
    await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click()
    await page.getByRole('heading', { name: 'Zweiten Schritt einrichten' }).waitFor()
    assert.deepEqual(await examine(page), [], 'second step')
    await page.getByRole('button', { name: 'Abbrechen und abmelden' }).click()
    await visit.leave()
  })

  test('the account and all its forms', async () => {
    const visit = await stage.visitor({ expectedStatus: [422] })
    const { page } = visit
    await open(page, '/anmelden')
    await page.getByRole('button', { name: 'Als Petra Kolbe anmelden' }).click()
    assert.deepEqual(await examine(page), [], 'second step')
    await page.getByRole('button', { name: 'Code prüfen' }).click()
    for (const part of ['', '/profil', '/nachrichten', '/passwort', '/app', '/passkeys', '/loeschen']) {
      await open(page, `/konto${part}`)
      assert.deepEqual(await examine(page), [], part)
    }
    await open(page, '/konto/app')
    await page.getByRole('button', { name: 'Neue Codes erzeugen' }).click()
    assert.deepEqual(await examine(page), [], 'recovery codes')
    await open(page, '/konto/profil')
    await page.getByLabel('Name', { exact: true }).fill('')
    await page.getByRole('button', { name: 'Änderungen speichern' }).click()
    assert.deepEqual(await examine(page), [], 'a form with mistakes')
    await open(page, '/konto')
    await page.getByRole('main').getByRole('button', { name: 'Abmelden' }).click()
    await visit.leave()
  })
})
