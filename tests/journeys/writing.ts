import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { said } from '#support/browser.ts'

/** A table as town halls keep them: windows-1252, semicolons, decimal commas. */
export const tableOfWells = Buffer.from(
  `Standort;Straße;Höhe in m;Geprüft am\r\n${Array.from({ length: 38 }, (_, i) => `Brunnen ${i + 1};Gärtnerstraße ${i + 2};${60 + i},5;0${(i % 9) + 1}.10.2026`).join('\r\n')}\r\n`,
  'latin1',
)

/** What a person does, counted: pages that load, and fields that are filled. */
export interface Effort {
  readonly loads: number
  readonly inputs: number
  /** Presses a button that leads to the next page. */
  press(name: string | RegExp): Promise<void>
  fill(label: string | RegExp, value: string): Promise<void>
  check(label: string | RegExp): Promise<void>
  choose(label: string, option: string): Promise<void>
}

/** Counts what is done on a page from now on. */
export function counted(page: Page): Effort {
  const count = { loads: 0, inputs: 0 }
  const main = page.getByRole('main')
  page.on('domcontentloaded', () => {
    count.loads++
  })
  return {
    get loads() {
      return count.loads
    },
    get inputs() {
      return count.inputs
    },
    async press(name) {
      await Promise.all([page.waitForEvent('domcontentloaded'), main.getByRole('button', { name, exact: true }).first().click()])
    },
    async fill(label, value) {
      count.inputs++
      await main.getByLabel(label).and(page.locator('input:visible, textarea')).first().fill(value)
    },
    async check(label) {
      count.inputs++
      await main.getByLabel(label).first().check()
    },
    async choose(label, option) {
      count.inputs++
      const field = main.getByLabel(label, { exact: true }).first()
      if ((await field.evaluate((one) => one.tagName)) === 'SELECT') {
        await field.selectOption({ label: option })
        return
      }
      // With script a long list is a field that filters.
      await field.fill(option)
      await page.getByRole('option', { name: option }).first().waitFor()
      await field.press('ArrowDown')
      await field.press('Enter')
    },
  }
}

/** Writes a dataset from the overview of the internal area to the last step. Gives what it is called and its file. */
export async function writeIt(
  page: Page,
  effort: Effort,
  { title, table }: { title: string; table: Buffer },
): Promise<{ title: string; file: string }> {
  const file = 'trinkbrunnen.csv'
  await page.getByRole('main').getByRole('link', { name: 'Datensatz anlegen' }).first().click()
  await effort.press('Entwurf beginnen')
  await effort.fill('Titel', title)
  await effort.fill(
    'Beschreibung',
    'Alle öffentlichen Brunnen mit Trinkwasser: Standort, Straße, Höhe und Tag der letzten Prüfung.',
  )
  await effort.fill(/^Schlagwörter/, 'Trinkwasser, Brunnen,')
  await effort.check('Umwelt')
  await effort.press('Speichern und weiter: Dateien und Links')
  await page.getByLabel('Datei hochladen').setInputFiles({ name: file, mimeType: 'text/csv', buffer: table })
  await effort.press('Hochladen')
  const recognised = await said(page)
  assert.match(recognised, /38 Zeilen, 4 Spalten/)
  assert.match(recognised, /Erkannt: windows-1252, Semikolon, Dezimalkomma/)
  await effort.fill('Name der Datei oder des Links', 'Trinkbrunnen als Tabelle')
  await effort.choose('Lizenz', 'Creative Commons Zero (CC0 1.0)')
  await effort.press('Speichern und zurück zur Liste')
  await effort.press(/^Speichern und weiter: Stellen/)
  await effort.press(/^Speichern und weiter: Ort und Zeit/)
  await effort.choose('Wie oft erscheint ein neuer Stand?', 'jährlich')
  await effort.press(/^Speichern und weiter: Rechte/)
  await effort.press(/^Speichern und weiter: Prüfen und abgeben/)
  return { title, file }
}

/** Answers the three questions on the law with no. */
export async function answerTheLaw(page: Page, effort: Effort): Promise<void> {
  for (const question of [/Menschen erkennen/, /andere Rechte/, /Geheimnisse/])
    await page.getByRole('group', { name: question }).getByLabel('Nein').check()
  await effort.press('Antworten speichern')
  assert.match(await said(page), /Die Antworten sind gespeichert/)
  assert.match(await said(page), /Alle Pflichtangaben sind da/)
}

/** Who may release it does so on the page of the draft. */
export async function releaseIt(page: Page, note: string): Promise<void> {
  await page.getByLabel('Was ist neu?').fill(note)
  await page.getByRole('button', { name: 'Jetzt veröffentlichen' }).click()
  assert.match(await said(page), /Veröffentlicht\. In der Suche steht der Datensatz in wenigen Sekunden/)
}
