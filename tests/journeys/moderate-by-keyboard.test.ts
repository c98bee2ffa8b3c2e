import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { said, says, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { enter, here, pick, skip, tabTo, write } from '#support/keyboard.ts'

const stage = demoStage()
const market = '/lindenrode/mitmachen/marktplatz-lindenrode'

/** Somebody writes, with a telephone number in it, so that it waits for a human; gives the secret address of it. */
async function handIn(title: string, body: string): Promise<string> {
  const answer = await fetch(`${stage.portal.url}${market}/beitrag`, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ schritt: 'senden', title, body: `${body} Tel. 02594 555 0142`, category: 'Spiel und Kultur' }),
  })
  assert.equal(answer.status, 303)
  return (answer.headers.get('location') ?? '').replace(/\?.*$/, '')
}

/** Goes down the queue to a text and opens it: by its keys with script, by Tab without. */
async function openInQueue(page: Page, script: boolean, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).waitFor()
  await skip(page)
  if (!script) return enter(page, new RegExp(`^${title}$`))
  for (let i = 0; (await here(page)).name !== title; i++) {
    assert.ok(i < 50, `${title} is not in the queue`)
    await page.keyboard.press('j')
  }
  // Up and down again: the same row.
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  if ((await here(page)).name !== title) await page.keyboard.press('j')
  assert.ok((await here(page)).ring, 'it is to be seen which row it is')
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('o')])
}

const numberOn = async (page: Page): Promise<string> => /MP-\d{4}/.exec(await said(page))?.[0] ?? ''

suite('a moderator works through the queue by keyboard alone', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(`publishes, hides, asks back, merges, and decides on a notice, ${how}`, async () => {
      const titles = {
        good: `Ein Schachbrett auf dem Pflaster ${how}`,
        bad: `Sofa billig abzugeben ${how}`,
        twice: `Noch eine Bank mit Armstütze und Lehne ${how}`,
      }
      const good = await handIn(titles.good, 'Mit großen Figuren, wie im Stadtpark.')
      const bad = await handIn(titles.bad, 'Fast neu, alles muss weg.')
      const twice = await handIn(titles.twice, 'Bänke mit Lehne, meine Mutter kommt von den niedrigen Blöcken nicht hoch.')

      const moderator = await stage.colleague('officer', {
        first: '/lindenrode/intern/beitraege',
        javaScriptEnabled: script,
        expectedStatus: [422],
      })
      const { page } = moderator
      // After an act one stands at the top of the page, right behind the way back.
      const back = () => enter(page, /^Beiträge prüfen$/, 'Shift+Tab')
      await says(page, /\d+ Texte warten auf Prüfung/)

      await openInQueue(page, script, titles.good)
      await skip(page)
      await says(page, /wartet auf Prüfung.*Telefonnummer/s)
      await write(page, /^Ihre Frage/, 'An welcher Ecke des Platzes?')
      await enter(page, /^Frage senden$/)
      await says(page, /Die Frage ist gesendet/)
      await enter(page, /^Veröffentlichen$/)
      await says(page, /Der Text ist veröffentlicht/)

      await back()
      await openInQueue(page, script, titles.bad)
      const hidden = await numberOn(page)
      await skip(page)
      await enter(page, /^Aus dem Verfahren nehmen$/)
      await says(page, /Der Grund fehlt.*Die Begründung fehlt/s)
      await pick(page, /^Grund/, 'Werbung oder Wiederholung')
      await write(page, /^Begründung/, 'Das ist eine Anzeige.')
      await enter(page, /^Aus dem Verfahren nehmen$/)
      await says(page, /Der Text ist nicht mehr öffentlich/)

      await back()
      await openInQueue(page, script, titles.twice)
      const merged = await numberOn(page)
      const target = /Bänke mit Lehne und Armstütze[\s\S]*?(MP-\d{4})/.exec(await said(page))?.[1] ?? ''
      assert.match(target, /^MP-/, 'the one that is there already is shown beside it')
      await skip(page)
      await write(page, /^Nummer des anderen Beitrags/, target)
      await enter(page, /^Zusammenführen$/)
      await says(page, /Die Beiträge sind zusammengeführt/)

      // Everybody sees what became of it, and somebody finds fault with it.
      const citizen = await stage.visitor({ javaScriptEnabled: script, expectedStatus: [404] })
      await citizen.page.goto(`${market}/beitraege/${merged}`)
      assert.match(citizen.page.url(), new RegExp(`${target}$`), 'the old number leads on')
      await citizen.page.goto(`${market}/beitraege/${hidden}`)
      await says(citizen.page, /Diesen Beitrag gibt es nicht/)
      await citizen.page.goto(`${market}/protokoll`)
      await says(citizen.page, new RegExp(`${hidden}\\s+Nicht veröffentlicht\\s+Werbung oder Wiederholung`))
      assert.doesNotMatch(await said(citizen.page), /Sofa|Anzeige/)
      await citizen.page.goto(bad)
      await says(citizen.page, /Das ist eine Anzeige/)
      await citizen.page.goto(twice)
      await says(citizen.page, new RegExp(`mit ${target} zusammengeführt`))
      await citizen.page.goto(good)
      await says(citizen.page, /An welcher Ecke des Platzes\?/)
      await citizen.page.getByRole('link', { name: 'So sehen andere Ihren Beitrag' }).click()
      await citizen.page.getByRole('link', { name: 'Diesen Beitrag melden' }).click()
      await citizen.page.getByLabel('Verstoß gegen unsere Regeln').check()
      await citizen.page.getByLabel('Erklären Sie, was daran nicht stimmt').fill('Da steht eine Telefonnummer.')
      await citizen.page.getByLabel('Ich melde nach bestem Wissen').check()
      await citizen.page.getByRole('button', { name: 'Meldung senden' }).click()
      await citizen.page.waitForURL('**/meldung/**')
      const notice = citizen.page.url().replace(/\?.*$/, '')
      const named = (await citizen.page.locator('.alm-receipt__no').innerText()).trim()

      await back()
      await skip(page)
      await enter(page, /offene Meldung/)
      await skip(page)
      await enter(page, new RegExp(`^${named}$`))
      await skip(page)
      await says(page, /Da steht eine Telefonnummer/)
      await tabTo(page, /^Bleibt veröffentlicht$/, 100)
      await page.keyboard.press('Space')
      await write(page, /^Begründung/, 'Es ist die Nummer des Vereins, und sie ist öffentlich.')
      await enter(page, /^Entscheidung mitteilen$/)
      await says(page, /Die Entscheidung ist gespeichert und wird mitgeteilt/)

      await citizen.page.goto(notice)
      await says(citizen.page, /Es bleibt veröffentlicht[\s\S]*die Nummer des Vereins/)
      await citizen.page.getByLabel('Sie sind nicht einverstanden?').waitFor()
      await citizen.leave()
      await moderator.leave()
    })
})
