import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

const stage = demoStage()

/** Writes into a field and waits until it is saved: by itself with script, by the button without. */
async function write(page: Page, script: boolean, label: string, value: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  await field.fill(value)
  if (!script) {
    await page.getByRole('button', { name: 'Entwurf speichern' }).click()
    return
  }
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), field.blur()])
}

const values = async (page: Page, ...labels: string[]) =>
  Promise.all(labels.map((label) => page.getByLabel(label, { exact: true }).inputValue()))

suite('two people write in the same draft', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(`nothing is lost, and where both changed the same they choose, ${how}`, async () => {
      const options = { javaScriptEnabled: script, expectedStatus: [409] }
      const mila = await stage.colleague('editor', options)
      const jonas = await stage.colleague('coordinator', options)
      await mila.page.goto('/lindenrode/intern/entwuerfe/neu')
      await mila.page.getByRole('button', { name: 'Entwurf beginnen' }).click()
      await write(mila.page, script, 'Titel', 'Bänke')
      await jonas.page.goto(mila.page.url())

      await write(mila.page, script, 'Titel', 'Sitzbänke')
      await write(jonas.page, script, 'Beschreibung', 'Alle Bänke mit Standort.')
      // What Jonas has before him from now on says what Mila wrote: his next saving does not take it back.
      await write(jonas.page, script, 'Beschreibung', 'Alle Bänke mit Standort und Baujahr.')
      await mila.page.goto(mila.page.url().replace(/\?.*/, ''))
      const both = ['Sitzbänke', 'Alle Bänke mit Standort und Baujahr.']
      assert.deepEqual(await values(mila.page, 'Titel', 'Beschreibung'), both)
      assert.deepEqual(await values(jonas.page, 'Titel', 'Beschreibung'), both)

      await write(mila.page, script, 'Titel', 'Sitzbänke im Park')
      await write(jonas.page, script, 'Titel', 'Ruhebänke')
      if (script) await jonas.page.getByRole('button', { name: 'Beide Fassungen vergleichen' }).click()
      await jonas.page.getByRole('heading', { name: 'Jemand hat zur selben Zeit gespeichert' }).waitFor()
      assert.match(await said(jonas.page), /Ruhebänke[\s\S]*Fassung von Mila Sander[\s\S]*Sitzbänke im Park/)
      await jonas.page.getByRole('group', { name: /Titel/ }).getByRole('radio').first().check()
      await jonas.page.getByRole('button', { name: 'Auswahl übernehmen' }).click()
      assert.match(await said(jonas.page), /Der Entwurf ist gespeichert/)
      await mila.page.reload()
      assert.deepEqual(await values(mila.page, 'Titel'), ['Ruhebänke'])
      await Promise.all([mila.leave(), jonas.leave()])
    })
})
