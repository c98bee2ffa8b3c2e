import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

const stage = demoStage()
const procedure = '/lindenrode/mitmachen/leitlinien-lindenrode'

suite('a town lets its guidelines be written with its people', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(`a citizen reads, proposes other words and finds them again, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script, expectedStatus: [422] })
      const { page } = visit
      await page.goto(procedure)
      await page.getByRole('link', { name: 'Text lesen und mitreden' }).first().click()
      assert.match(await said(page), /Kommentare und \d+ Änderungsvorschläge zu 2\d Absätzen/)
      await page.getByRole('link', { name: 'Änderung vorschlagen: Absatz 12' }).click()
      await page.getByRole('button', { name: 'Beitrag prüfen' }).click()
      assert.match(await said(page), /Der Wortlaut ist derselbe wie bisher/)
      const wording = page.getByLabel('Neuer Wortlaut')
      await wording.fill((await wording.inputValue()).replace('drei Monaten', script ? 'sechs Wochen' : 'acht Wochen'))
      await page.getByLabel('Begründung').fill('Sonst ist das Vorhaben schon entschieden.')
      await page.getByRole('button', { name: 'Beitrag prüfen' }).click()
      assert.match(await said(page), /entfernt:\s+drei Monaten\..*neu:\s+(sechs|acht) Wochen\..*Begründung: Sonst/s)
      await page.getByRole('button', { name: 'Beitrag abschicken' }).click()
      await page.waitForURL('**neu=1')
      assert.match(await said(page), /LB-\d{4}/)
      await page.getByRole('link', { name: 'So sehen andere Ihren Beitrag' }).click()
      assert.match(await said(page), /Änderungsvorschlag\s+Absatz 12/)
      await page.getByRole('link', { name: 'Absatz 12', exact: true }).click()
      assert.match(await said(page), /\d Änderungsvorschl/)
      await visit.leave()
    })

  test('the officer answers beside the paragraph and publishes the next version', async () => {
    const visit = await stage.colleague('officer', { first: '/lindenrode/intern/verfahren', expectedStatus: [422] })
    const { page } = visit
    await page.getByRole('link', { name: /Leitlinien für Bürgerbeteiligung/ }).click()
    await page.getByRole('link', { name: 'Synopse', exact: true }).click()
    assert.match(await said(page), /Absatz 18.*zeitnah.*entfernt:\s+zeitnah\..*neu:\s+innerhalb von drei Monaten\./s)
    await page.getByRole('link', { name: 'Beiträge beantworten: Absatz 18' }).click()
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await page.locator('#outcome').selectOption('adopted')
    await page.locator('#body').fill('Die Frist steht in der dritten Fassung: drei Monate.')
    await page.getByRole('button', { name: 'Vorschau ansehen' }).click()
    await page.getByRole('button', { name: 'Öffentlich antworten' }).click()
    await page.waitForURL('**getan=beantwortet**')

    await page.goto('/lindenrode/intern/verfahren')
    await page.getByRole('link', { name: /Leitlinien für Bürgerbeteiligung/ }).click()
    await page.getByRole('link', { name: 'Text bearbeiten' }).click()
    const source = page.getByLabel('Text der nächsten Fassung')
    await source.fill((await source.inputValue()).replace('antwortet zeitnah', 'antwortet innerhalb von drei Monaten'))
    await page.getByRole('button', { name: 'Speichern und Vorschau ansehen' }).click()
    assert.match(await said(page), /1 Absatz geändert.*entfernt:\s+zeitnah/s)
    await page.getByRole('button', { name: 'Fassung 3 veröffentlichen' }).click()
    assert.match(await said(page), /Sagen Sie in einem Satz, was neu ist/)
    await page.getByLabel('Was ist neu?').fill('Die Stadt antwortet innerhalb von drei Monaten.')
    await page.getByRole('button', { name: 'Fassung 3 veröffentlichen' }).click()
    await page.waitForURL('**getan=veroeffentlicht')
    await page.goto(`${procedure}/text/18`)
    assert.match(await said(page), /innerhalb von drei Monaten.*zu Fassung 1.*Wird übernommen.*dritten Fassung/s)
    await page.goto(`${procedure}/fassungen?von=2&bis=3`)
    assert.match(await said(page), /1 Absatz geändert/)
    await visit.leave()
  })
})
