import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { until } from '#support/until.ts'
import { lacking, publicTraces } from './public-traces.ts'
import { answerTheLaw, counted, releaseIt, tableOfWells, writeIt } from './writing.ts'

const stage = demoStage()

suite('a clerk writes a dataset, the coordinator releases it', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(`from nothing to the public page, ${how}`, async () => {
      const word = script ? 'Trinkbrunnenplan' : 'Zapfstellenplan'
      const visitors = await stage.visitor({ javaScriptEnabled: script, expectedStatus: [404] })
      const clerk = await stage.colleague('editor', { javaScriptEnabled: script })
      const effort = counted(clerk.page)
      const draft = await writeIt(clerk.page, effort, { title: `${word} der Stadt`, table: tableOfWells })
      await answerTheLaw(clerk.page, effort)
      await effort.press('Zur Freigabe geben')
      assert.match(await said(clerk.page), /Eingereicht/)
      assert.ok(effort.loads <= 13, `${effort.loads} pages from the overview to the review`)
      assert.ok(effort.inputs <= 12, `${effort.inputs} fields filled by hand`)
      assert.deepEqual(await publicTraces(visitors.page, word), [], 'nothing of it is public')

      const boss = await stage.colleague('coordinator', { javaScriptEnabled: script })
      await sendBack(boss.page, word)
      await mend(clerk.page, word)
      assert.deepEqual(await publicTraces(visitors.page, word), [], 'nothing of it is public in the second round either')
      await approve(boss.page, word)
      assert.deepEqual(await publicTraces(visitors.page, word), [], 'approved is not released')
      await releaseIt(boss.page, 'Erste Fassung')

      await isPublic(visitors.page, word, draft)
      await boss.page.getByRole('main').getByRole('link', { name: 'Verlauf des Datensatzes' }).click()
      assert.match(await said(boss.page), /Jonas Wiedemann[\s\S]*Erste Fassung/)
      await Promise.all([clerk.leave(), boss.leave(), visitors.leave()])
    })
})

/** The coordinator reads it in the queue and gives it back; a reason has to be given. */
async function sendBack(page: Page, word: string): Promise<void> {
  await page.goto('/lindenrode/intern')
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`Freigabe prüfen: ${word}`) })
    .first()
    .click()
  await page.locator('summary', { hasText: 'Mit Grund zurückgeben' }).click()
  await page.getByRole('button', { name: 'Mit Grund zurückgeben' }).click()
  assert.match(await said(page), /Der Grund fehlt\. Beispiel/)
  await page.getByLabel('Was fehlt noch?').fill('Bitte nennen Sie die Beschreibung auf Englisch.')
  await page.getByRole('button', { name: 'Mit Grund zurückgeben' }).click()
  assert.match(await said(page), /Zurückgegeben/)
}

/** The clerk finds the reason among the tasks, does what it says and hands it in again. */
async function mend(page: Page, word: string): Promise<void> {
  await page.goto('/lindenrode/intern')
  await page
    .getByRole('link', { name: new RegExp(word) })
    .first()
    .click()
  assert.match(await said(page), /Bitte nennen Sie die Beschreibung auf Englisch/)
  await page.getByRole('main').getByRole('link', { name: 'Weiter bearbeiten' }).click()
  await page.getByLabel('Beschreibung auf Englisch').fill('All public drinking fountains with their place and the last check.')
  await page.getByRole('button', { name: 'Entwurf speichern' }).click()
  assert.match(await said(page), /Der Entwurf ist gespeichert/)
  await page
    .getByRole('navigation', { name: 'Schritte' })
    .first()
    .getByRole('link', { name: /Prüfen und abgeben/ })
    .click()
  await page.getByRole('button', { name: 'Zur Freigabe geben' }).click()
  assert.match(await said(page), /Eingereicht/)
}

async function approve(page: Page, word: string): Promise<void> {
  await page.goto('/lindenrode/intern/freigaben')
  await page
    .getByRole('link', { name: new RegExp(word) })
    .first()
    .click()
  await page.locator('summary', { hasText: 'Nur genehmigen, später veröffentlichen' }).click()
  await page.getByRole('button', { name: 'Genehmigen' }).click()
  assert.match(await said(page), /Genehmigt/)
}

/** What visitors see now: page, file, search, interfaces, and the list of versions. */
async function isPublic(page: Page, word: string, draft: { title: string; file: string }): Promise<void> {
  await until(async () => (await lacking(page, word)).length === 0, 20, 'that everything public shows it')
  await page.goto(`/lindenrode/daten?q=${word}`)
  await page.getByRole('main').getByRole('link', { name: draft.title }).first().click()
  assert.match(await said(page), /6 von 38 Zeilen, 4 von 4 Spalten/)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('main').getByRole('link', { name: /CSV/ }).first().click(),
  ])
  assert.equal(download.suggestedFilename(), `lindenrode-${draft.file}`)
  const turtle = await page.request.get(`${page.url()}.ttl`)
  assert.equal(turtle.status(), 200)
}
