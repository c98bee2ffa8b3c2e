import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { House } from '#app'
import { says, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { townOf } from '#support/house.ts'
import { insertProcedureOf, type PlantedProcedure } from '#support/procedure.ts'
import { examine } from '../accessibility/examine.ts'

const stage = demoStage()
const phone = { viewport: { width: 360, height: 740 } } as const
const passes = ['allmende-ausweis', 'allmende-mitmachen']
let house: House

/** A collection of ideas of the town, to whose rules the officer comes next. */
const collection = (how: string): Promise<PlantedProcedure> =>
  insertProcedureOf(townOf(house), 'lindenrode', {
    slug: `gartenstrasse-${how.replace(' ', '-').toLowerCase()}`,
    prefix: how.startsWith('without') ? 'GO' : 'GM',
    title: 'Gartenstraße: Tempo, Parken, Bäume',
    opens: -72,
    closes: 720,
  })

/** Saves what a button sends as a file; gives its text. */
async function saved(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

suite('a citizen takes part with a code from a letter', { skip: withoutBrowser() }, () => {
  before(async () => {
    await stage.open()
    house = await stage.openHouse()
  })
  after(async () => {
    await house?.close()
    await stage.close()
  })

  for (const { script, how } of withAndWithoutScript)
    test(`writes with it, corrects, rates once; a wrong and a lost one are refused, ${how}`, async () => {
      const { id, slug } = await collection(how)
      const base = `/lindenrode/mitmachen/${slug}`
      const officer = await stage.colleague('officer', {
        first: `/lindenrode/intern/verfahren/${id}/regeln`,
        javaScriptEnabled: script,
      })
      for (const action of ['Wer einen Beitrag schreibt', 'Wer bewertet'])
        await officer.page.getByLabel(action).selectOption('braucht einen Code aus einem Brief')
      await officer.page.getByRole('button', { name: 'Speichern', exact: true }).click()
      await officer.page.getByText('Gespeichert.').waitFor()
      await officer.page.goto(`/lindenrode/intern/verfahren/${id}/codes`)
      await officer.page.getByLabel('Anzahl').fill('2')
      await officer.page.getByLabel('Ausgabe').selectOption({ label: 'Liste für die Druckerei (CSV)' })
      const letters = (await saved(officer.page, 'Codes erzeugen')).trim().split(/\r?\n/).slice(1)
      const [mine = '', lost = ''] = letters.map((line) => line.split(',')[0] ?? '')
      await officer.page.getByLabel('Ihr Code aus dem Brief').fill(lost)
      await officer.page.getByRole('button', { name: 'Code sperren' }).click()
      await officer.page.getByText('Der Code ist gesperrt.').waitFor()
      await officer.leave()

      const options = { ...phone, javaScriptEnabled: script, expectedStatus: [403, 422], expectedCookies: passes }
      const visit = await stage.visitor(options)
      const { page } = visit
      await page.goto(base)
      await says(
        page,
        /Wer hier zählt[\s\S]*Nur wer angeschrieben wurde, nimmt teil, und jeder Brief zählt einmal\. Die Zahlen stehen für die Angeschriebenen/,
      )
      await page.goto(`${base}/beitrag`)
      await page.getByLabel('Überschrift').fill('Dreißig reicht')
      await page.getByRole('textbox', { name: 'Ihr Beitrag' }).fill('Auf dem Weg zur Schule ist es zu schnell.')
      await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click()
      await page.getByRole('button', { name: 'Absenden' }).click()
      await page.getByRole('heading', { level: 1, name: 'Geben Sie den Code aus Ihrem Brief ein' }).waitFor()
      if (script) assert.deepEqual(await examine(page), [])
      for (const wrong of ['LR27 4K8M 9TQX', lost]) {
        await page.getByLabel('Code aus dem Brief').fill(wrong)
        await page.getByRole('button', { name: 'Mit diesem Code senden' }).click()
        await page.waitForLoadState('load')
        await says(page, /Dieser Code gehört nicht zu diesem Verfahren, oder er ist gesperrt\. Prüfen Sie jedes Zeichen/)
        assert.equal(await page.getByLabel('Code aus dem Brief').inputValue(), wrong, 'what was typed stays')
      }
      // As people copy it: small letters, without spaces.
      await page.getByLabel('Code aus dem Brief').fill(mine.toLowerCase().replaceAll(' ', ''))
      await page.getByRole('button', { name: 'Mit diesem Code senden' }).click()
      await page.waitForURL('**neu=1')
      await says(page, /Danke, Ihr Beitrag ist da[\s\S]*G[MO]-0001/)
      const own = page.url().replace(/\?.*$/, '')
      await page.getByRole('textbox', { name: 'Ihr Beitrag' }).fill('Auf dem Weg zur Schule ist es morgens zu schnell.')
      // By keyboard: the map above, which loads when it comes into sight, may push the button away from under a pointer.
      await page.getByRole('button', { name: 'Änderung speichern' }).press('Enter')
      await page.waitForURL('**gespeichert=1')
      await says(page, /Ihre Änderung ist gespeichert/)

      await page.goto(`${base}/beitraege`)
      await page.getByRole('link', { name: 'Dreißig reicht' }).first().click()
      await says(page, /morgens zu schnell/)
      await page.getByRole('button', { name: /^Zustimmen/ }).click()
      await page.waitForURL('**stimme=da**')
      await says(page, /1 Zustimmung\b/)
      // The same letter at another device is the same voice.
      const other = await stage.visitor(options)
      await other.page.goto(`${base}/ausweis?code=${encodeURIComponent(mine)}`)
      await says(other.page, /Ihr Code zeigt, dass Sie gefragt sind/)
      if (script) assert.deepEqual(await examine(other.page), [])
      await other.page.getByRole('button', { name: 'Mit diesem Code mitmachen' }).click()
      await other.page.waitForURL(`**${base}`)
      await other.page.goto(page.url().replace(/[?#].*$/, ''))
      await other.page.getByRole('button', { name: /^Zustimmen/, pressed: true }).waitFor()
      await says(other.page, /1 Zustimmung\b/)
      await other.page.goto(`${base}/ausweis`)
      await says(other.page, /Sie machen mit einem Code aus einem Brief mit/)
      await other.page.getByRole('button', { name: 'Beenden' }).click()
      await says(other.page, /Wer als Nächstes an diesem Gerät sitzt, ist jemand anderes/)
      await page.goto(own)
      await page.getByRole('button', { name: 'Beitrag zurückziehen' }).click()
      await page.waitForURL('**zurueckgezogen=1')
      await other.leave()
      await visit.leave()
    })

  test('an invitation to a survey is answered once; whoever has the letter twice is told so', async () => {
    const officer = await stage.colleague('officer', { first: '/lindenrode/intern/umfragen', javaScriptEnabled: false })
    await officer.page.getByRole('link', { name: 'Wie zufrieden sind Sie mit dem Busverkehr?' }).click()
    await officer.page.getByLabel('Nur mit Einladungscode').check()
    await officer.page.getByRole('button', { name: 'Speichern', exact: true }).click()
    await officer.page.getByLabel('Anzahl').fill('1')
    const code = (await saved(officer.page, 'Codes erzeugen')).trim().split(/\r?\n/)[1]?.split(',')[0] ?? ''
    assert.ok(code)
    await officer.leave()

    const begin = async () => {
      const visit = await stage.visitor({ ...phone, javaScriptEnabled: false, expectedStatus: [422] })
      await visit.page.goto('/lindenrode/mitmachen/busverkehr-lindenrode/umfrage')
      await visit.page.getByLabel('fast jeden Tag').check()
      await visit.page.getByLabel('2', { exact: true }).check()
      const go = (typed: string) => visit.page.getByLabel('Ihr Einladungscode').fill(typed)
      const on = (name: string) => visit.page.getByRole('button', { name, exact: true }).click()
      return { ...visit, go, on }
    }
    const first = await begin()
    await first.on('Weiter')
    await says(first.page, /Bitte geben Sie den Code aus Ihrer Einladung ein/)
    await first.go('LR27 4K8M 9TQX')
    await first.on('Weiter')
    await says(first.page, /Diesen Code/)
    assert.ok(await first.page.getByLabel('fast jeden Tag').isChecked(), 'what was answered stays')
    await first.go(code)
    await first.on('Weiter')
    await first.on('Weiter')
    await first.on('Weiter zum Prüfen')
    await first.on('Absenden')
    await says(first.page, /Danke, Ihre Antworten sind da/)
    await first.leave()

    const second = await begin()
    await second.go(code)
    await second.on('Weiter')
    await says(second.page, /Mit diesem Code wurde schon geantwortet\. Jeder Code gilt einmal/)
    await second.leave()
  })
})
