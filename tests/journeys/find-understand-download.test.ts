import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

const stage = demoStage({ shared: true })

async function filterByCsv(page: Page, label: string): Promise<void> {
  const facets = page.locator('details.alm-facets')
  if (!(await page.getByLabel('CSV', { exact: true }).isVisible())) await facets.locator('> summary').click()
  await page.getByLabel('CSV', { exact: true }).check()
  await page.getByRole('button', { name: label }).click()
}

/** The rows of a downloaded table: the first names the columns. */
async function downloaded(page: Page, name: RegExp): Promise<string[][]> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()])
  assert.match(download.suggestedFilename(), /\.csv$/)
  const text = readFileSync(await download.path(), 'utf8').replace(/^\uFEFF/, '')
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(';'))
}

suite('a citizen finds, understands and downloads', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    for (const width of script ? [1280, 360] : [360])
      test(`in German, ${how}, ${width} px wide`, async () => {
        const visit = await stage.visitor({ javaScriptEnabled: script, viewport: { width, height: 800 } })
        const { page } = visit
        await page.goto('/lindenrode')
        assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /Lindenrode/)
        await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('Zählung Verkehr')
        await page.getByRole('button', { name: 'Suchen' }).first().click()
        await page.waitForURL(/\/lindenrode\/daten\?q=/)
        const found = page.getByRole('link', { name: /^Verkehrszählung 2025/ })
        assert.equal(await found.count(), 1)
        await filterByCsv(page, 'Filter anwenden')
        await page.waitForURL(/format=CSV/)
        assert.ok(
          await page
            .getByRole('link', { name: /CSV.*(entfernen|aufheben)|(entfernen|aufheben).*CSV/ })
            .first()
            .isVisible(),
        )
        await found.click()
        await page.waitForURL(/\/daten\/verkehrszaehlung/)
        const text = await said(page)
        assert.match(text, /Namensnennung/, 'what the licence asks for')
        assert.match(text, /Stand 14\. Januar 2026/, 'how old the data are')
        const rows = await downloaded(page, /CSV/)
        assert.ok(rows.length > 18, `${rows.length} rows`)
        assert.ok(
          rows.every((row) => row.length === rows[0]?.length),
          'every row has the columns that the first one names',
        )
        await visit.leave()
      })

  for (const { script, how } of withAndWithoutScript)
    test(`in English, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script, locale: 'en-GB' })
      const { page } = visit
      await page.goto('/lindenrode')
      await page.getByRole('link', { name: 'English' }).first().click()
      await page.waitForURL('**/lindenrode/en')
      assert.equal(await page.locator('html').getAttribute('lang'), 'en')
      await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('Zählung Verkehr')
      await page.getByRole('button', { name: 'Search' }).first().click()
      await filterByCsv(page, 'Apply filters')
      await page.locator('.alm-rows a').first().click()
      await page.waitForURL(/\/lindenrode\/en\/daten\/verkehrszaehlung/)
      const text = await said(page)
      assert.match(text, /licence/i)
      assert.match(text, /As of 14 January 2026/)
      assert.ok((await downloaded(page, /CSV/)).length > 18)
      await visit.leave()
    })
})
