import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

const stage = demoStage({ shared: true })

const tokens = (page: Page) => page.locator('.alm-tokens__list').first().locator('li').allInnerTexts()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

/** A form that saves itself, answered by `answer`: the portal's own script on a page of this test. Nothing reaches the portal. */
async function form(page: Page, answer: (body: URLSearchParams) => { status: number; body?: string }) {
  await page.goto('/_komponenten')
  const script = await page.locator('script[src*="/autosave."]').getAttribute('src')
  const sent: URLSearchParams[] = []
  await page.route('**/probe', (route) => {
    if (route.request().method() !== 'POST')
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="de"><body><section id="stand"><div role="status" data-autosave-say>Titel fehlt</div>
          <div data-autosave-part><details><summary>Mehr</summary>alt</details></div></section>
          <form data-autosave="/probe" data-autosave-target="#stand"><input type="hidden" name="fassung" value="1" data-autosave-field>
          <label>Titel <input name="titel"></label><label>Text <input name="text"></label>
          <p role="status" data-autosave-line data-saved="Gespeichert um {time} Uhr" data-failed="Verbindung prüfen"
            data-conflict="Jemand hat etwas geändert." data-compare="/vergleich" data-compare-text="Vergleichen"></p></form>
          <script type="module" src="${script}"></script></body></html>`,
      })
    const body = new URLSearchParams(route.request().postData() ?? '')
    sent.push(body)
    return route.fulfill({ contentType: 'text/html', ...answer(body) })
  })
  await page.goto('/probe')
  return sent
}

suite('fields and lists of the internal pages', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  test('keywords by keyboard: propose, take, take off; the form receives text with commas', async () => {
    const visit = await stage.visitor()
    const { page } = visit
    await page.goto('/_komponenten')
    const field = page.getByRole('combobox', { name: 'Schlagwörter', exact: true })
    await field.fill('grun')
    await page.getByRole('option', { name: 'Grünanlage' }).waitFor()
    await field.press('ArrowDown')
    await field.press('Enter')
    assert.deepEqual(await tokens(page), ['Spielplatz', 'Kinder', 'Grünfläche'])
    await field.fill('Wald, kinder,')
    assert.deepEqual(await tokens(page), ['Spielplatz', 'Kinder', 'Grünfläche', 'Wald'])
    await field.press('Backspace')
    assert.equal(await focused(page), 'Wald entfernen')
    await page.keyboard.press('Enter')
    assert.equal(await focused(page), 'Grünfläche entfernen')
    assert.equal(await page.locator('input[name=schlagwort]').first().inputValue(), 'Spielplatz, Kinder, Grünfläche')
    await visit.leave()
  })

  test('one of many: filter, take, and what is not in the list goes back to what was chosen', async () => {
    const visit = await stage.visitor()
    const { page } = visit
    await page.goto('/_komponenten')
    const field = page.getByRole('combobox', { name: 'Ort', exact: true })
    await field.fill('muhl')
    await page.getByRole('option', { name: 'Mühlbach' }).waitFor()
    await field.press('ArrowDown')
    await field.press('Enter')
    assert.equal(await page.locator('select[name=ort]').inputValue(), 'Mühlbach')
    await field.fill('Atlantis')
    await field.blur()
    assert.equal(await field.inputValue(), 'Mühlbach')
    await visit.leave()
  })

  test('a list: one box for all rows, and the count of what is chosen', async () => {
    const visit = await stage.visitor()
    const { page } = visit
    await page.goto('/_komponenten')
    const all = page.getByRole('checkbox', { name: 'Alle auf dieser Seite auswählen' })
    const count = page.locator('.alm-bulk__count')
    assert.ok(await all.evaluate((one) => one instanceof HTMLInputElement && one.indeterminate))
    await all.check()
    assert.equal(await count.innerText(), '3 ausgewählt')
    await page.getByRole('checkbox', { name: 'Spielplätze auswählen' }).uncheck()
    assert.equal(await count.innerText(), '2 ausgewählt')
    await visit.leave()
  })

  test('an area: drawn on the map it stands in the numbers, and a place fills them too', async () => {
    const visit = await stage.visitor()
    const { page } = visit
    await page.goto('/_komponenten')
    const field = page.locator('fieldset[data-area=gebiet]')
    await field.scrollIntoViewIfNeeded()
    await field.getByRole('button', { name: 'Gebiet auf der Karte ziehen' }).click()
    const box = await field.locator('.alm-area__map').boundingBox()
    assert.ok(box)
    await page.mouse.move(box.x + 200, box.y + 100)
    await page.mouse.down()
    await page.mouse.move(box.x + 320, box.y + 200, { steps: 3 })
    await page.mouse.up()
    const west = field.getByLabel('West (Länge)')
    assert.match(await west.inputValue(), /^\d+\.\d+$/)
    assert.notEqual(await west.inputValue(), '8.1')
    await field.getByLabel('Ort aus der Liste').selectOption('sennewald')
    assert.equal(await west.inputValue(), '7.9')
    await visit.leave()
  })

  test('without JavaScript the same page has text with commas, a select, a link for all rows and number fields', async () => {
    const visit = await stage.visitor({ javaScriptEnabled: false })
    const { page } = visit
    await page.goto('/_komponenten')
    assert.equal(await page.locator('input[name=schlagwort]').first().inputValue(), 'Spielplatz, Kinder')
    assert.ok(await page.getByLabel('Ort', { exact: true }).isVisible())
    assert.ok(await page.getByRole('link', { name: 'Alle auf dieser Seite auswählen' }).isVisible())
    assert.equal(await page.getByLabel('West (Länge)').first().inputValue(), '8.1')
    await visit.leave()
  })

  test('a draft saves itself with the version it was given, renews the verdict, and stays open what was open', async () => {
    const visit = await stage.visitor({ onlyLooks: false })
    const { page } = visit
    let version = 1
    const sent = await form(page, (body) => {
      if (body.get('fassung') !== String(version)) return { status: 409 }
      version++
      return {
        status: 200,
        body: `<input type="hidden" name="fassung" value="${version}" data-autosave-field><section id="stand"><div data-autosave-say>Nichts fehlt</div>
          <div data-autosave-part><details><summary>Mehr</summary>neu: ${body.get('titel')}</details></div></section>`,
      }
    })
    await page.getByText('Mehr').click()
    await page.getByLabel('Titel').fill('Bäume')
    await page.getByText('Nichts fehlt').waitFor()
    await page.getByText('neu: Bäume').waitFor()
    await page.getByLabel('Text').fill('Alle')
    await page.getByLabel('Text').blur()
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name=fassung]')?.value === '3')
    assert.deepEqual(
      sent.map((body) => body.toString()),
      ['fassung=1&titel=B%C3%A4ume&text=', 'fassung=2&titel=B%C3%A4ume&text=Alle'],
    )
    assert.match(await page.locator('[data-autosave-line]').innerText(), /^Gespeichert um \d\d:\d\d Uhr$/)
    await visit.leave()
  })

  test('after somebody else has saved, nothing is sent any more and a link leads on', async () => {
    const visit = await stage.visitor({ expectedStatus: [409], onlyLooks: false })
    const { page } = visit
    const sent = await form(page, () => ({ status: 409 }))
    await page.getByLabel('Titel').fill('Meins')
    await page.getByLabel('Titel').blur()
    await page.getByRole('link', { name: 'Vergleichen' }).waitFor()
    await page.getByLabel('Titel').fill('Noch mehr')
    await page.getByLabel('Titel').blur()
    await page.waitForTimeout(1800)
    assert.equal(sent.length, 1)
    await visit.leave()
  })
})
