import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { here, tabTo } from '#support/keyboard.ts'

const stage = demoStage({ shared: true })

suite('search and filters by keyboard alone', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    for (const width of [1280, 360])
      test(`from the first Tab to the file, ${how}, ${width} px wide`, async () => {
        const visit = await stage.visitor({ javaScriptEnabled: script, viewport: { width, height: 800 } })
        const { page } = visit
        await page.goto('/lindenrode')
        await page.keyboard.press('Tab')
        assert.equal((await here(page)).name, 'Zum Inhalt springen', 'the first stop leads past the head of the page')
        assert.ok((await here(page)).seen)
        await page.keyboard.press('Enter')
        await page.waitForURL('**#inhalt')
        const [first] = await tabTo(page, /^Daten durchsuchen$/)
        assert.equal(first, 'Daten durchsuchen', 'behind it comes the search')
        await page.keyboard.type('Zählung Verkehr')
        await page.keyboard.press('Enter')
        await page.waitForURL(/\/lindenrode\/daten\?q=/)

        if (width < 1024) {
          await tabTo(page, /^Filtern$/)
          await page.keyboard.press('Enter')
        }
        await tabTo(page, /^CSV$/)
        await page.keyboard.press('Space')
        const onTheWay = await tabTo(page, /^Filter anwenden$/)
        assert.ok(onTheWay.indexOf('Lizenz') < onTheWay.indexOf('Herausgeber'), 'in the order in which they stand')
        await page.keyboard.press('Enter')
        await page.waitForURL(/format=CSV/)
        await tabTo(page, /^Verkehrszählung 2025/)
        await page.keyboard.press('Enter')
        await page.waitForURL(/\/daten\/verkehrszaehlung/)
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          tabTo(page, /CSV.*(laden|11\skB)/).then(() => page.keyboard.press('Enter')),
        ])
        assert.match(download.suggestedFilename(), /\.csv$/)
        await visit.leave()
      })

  test('suggestions are chosen with the arrow keys and taken back with Escape', async () => {
    const visit = await stage.visitor()
    const { page } = visit
    await page.goto('/lindenrode')
    const field = page.getByRole('combobox', { name: 'Daten durchsuchen' })
    await field.focus()
    await page.keyboard.type('Verkehrsz', { delay: 20 })
    const list = page.getByRole('listbox', { name: 'Vorschläge' })
    await list.waitFor()
    assert.equal(await field.getAttribute('aria-expanded'), 'true')
    await page.keyboard.press('ArrowDown')
    const active = await field.getAttribute('aria-activedescendant')
    assert.equal(await page.locator(`[id="${active}"]`).getAttribute('aria-selected'), 'true')
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })
    await page.keyboard.type('ä', { delay: 20 })
    await list.waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/lindenrode\/daten/)
    await visit.leave()
  })
})
