import assert from 'node:assert/strict'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import type { House } from '#app'
import { says, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { type BundIdAnswer, mockBundId } from '#support/bundid.ts'
import { colleagues } from '#support/colleague.ts'
import { demoStage } from '#support/demo-stage.ts'
import { townOf } from '#support/house.ts'
import { insertProcedureOf } from '#support/procedure.ts'
import { examine } from '../accessibility/examine.ts'

let told: BundIdAnswer = {}
// Another site than the portal's, as it is in life; without script it shows a button that carries the answer back.
const provider = http.createServer(async (request, response) => {
  const asked = bundId.readRequest(`${elsewhere}${request.url}`)
  const answer = await bundId.answer(asked, told)
  response.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html><title>BundID der Probe</title>
    <link rel="icon" href="data:,"><form method="post" action="${asked.back}">
    <input type="hidden" name="SAMLResponse" value="${answer}"><button>Zurück zum Portal</button></form>`)
})
await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
provider.unref()
const elsewhere = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
const bundId = mockBundId(elsewhere)
const stage = demoStage({ env: bundId.env })
let house: House
let count = 0

/** A collection of ideas of the town that asks for a proof of everybody who writes; gives its address. */
async function collection(level: 'email' | 'account' | 'bundid'): Promise<string> {
  const town = townOf(house)
  const slug = `${level}-${++count}`
  const prefix = `W${String.fromCharCode(64 + count)}`
  const { id } = await insertProcedureOf(town, 'lindenrode', {
    slug,
    prefix,
    title: 'Was braucht der Hof?',
    opens: -72,
    closes: 720,
  })
  const identity = JSON.stringify({ submit: level, comment: level, rate: level })
  await sql`update participation_procedure set identity = ${identity}::jsonb where id = ${id}`.execute(house.database.system)
  return `/lindenrode/mitmachen/${slug}`
}

async function write(page: Page): Promise<void> {
  await page.getByLabel('Überschrift').fill('Ein Regenfass am Schuppen')
  await page.getByRole('textbox', { name: 'Ihr Beitrag' }).fill('Damit gießen wir im Sommer.')
  await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click()
  await page.getByRole('button', { name: 'Absenden' }).click()
}

suite('somebody shows who it is, as far as a procedure asks for it', { skip: withoutBrowser() }, () => {
  before(async () => {
    await stage.open()
    house = await stage.openHouse()
  })
  after(async () => {
    await house?.close()
    await stage.close()
    provider.close()
    bundId.close()
  })

  for (const { script, how } of withAndWithoutScript) {
    const barriers = async (page: Page) => assert.deepEqual(script ? await examine(page) : [], [])
    const options = {
      javaScriptEnabled: script,
      viewport: { width: 360, height: 740 },
      expectedStatus: [403, 422],
      expectedCookies: ['allmende-ausweis', 'allmende-bundid'],
    }

    test(`by e-mail: nothing counts before the button in the mail is pressed, ${how}`, async () => {
      const base = await collection('email')
      const visit = await stage.visitor(options)
      const { page } = visit
      await page.goto(base)
      await says(page, /Wer mehrere Adressen hat, könnte mehrmals teilnehmen/)
      await page.goto(`${base}/beitrag`)
      await write(page)
      await says(page, /Bestätigen Sie Ihre E-Mail-Adresse/)
      await barriers(page)
      await page.getByLabel('Ihre E-Mail-Adresse').fill('elke@')
      await page.getByRole('button', { name: 'Link schicken' }).click()
      await says(page, /Das ist keine E-Mail-Adresse\. Beispiel: name@anbieter\.de/)
      await page.getByLabel('Ihre E-Mail-Adresse').fill(`elke-${count}@post.example`)
      await page.getByRole('button', { name: 'Link schicken' }).click()
      await says(page, /Jetzt fehlt noch Ihre Bestätigung[\s\S]*Die E-Mail ging an elke-\d+@post\.example/)
      await barriers(page)
      await page.goto('/lindenrode/_post')
      await page.locator('a[href*="/bestaetigen/"]').first().click()
      await says(page, /Ein Regenfass am Schuppen/)
      await barriers(page)
      const link = page.url()
      await page.getByRole('button', { name: 'Ja, das bin ich' }).click()
      await says(page, /Danke, Ihr Beitrag ist da[\s\S]*Bestätigt am/)
      await page.goto(link)
      await says(page, /Das ist schon bestätigt/)
      await barriers(page)
      await page.goto(`${base}/ausweis`)
      await says(page, /Sie haben in diesem Browser eine E-Mail-Adresse bestätigt/)
      await barriers(page)
      await visit.leave()
    })

    test(`by an account: the sign-in leads back to where one wanted to write, ${how}`, async () => {
      const base = await collection('account')
      const visit = await stage.visitor(options)
      const { page } = visit
      await page.goto(`${base}/beitrag`)
      await says(page, /Melden Sie sich mit Ihrem Konto an[\s\S]*speichern wir Ihr Konto nicht/)
      await barriers(page)
      await page.getByRole('main').getByRole('link', { name: 'Anmelden' }).click()
      await page
        .getByRole('button', { name: `Als ${colleagues.reader} anmelden` })
        .first()
        .click()
      await page.waitForURL((url) => url.pathname === `${base}/beitrag` || url.pathname.endsWith('/zweiter-faktor'))
      if (page.url().includes('zweiter-faktor')) await page.getByRole('main').getByRole('button').first().click()
      await page.waitForURL(`**${base}/beitrag`)
      await write(page)
      await says(page, /Danke, Ihr Beitrag ist da/)
      await page.context().clearCookies()
      await visit.leave()
    })

    test(`by BundID: there and back; who goes back without an answer has lost nothing, ${how}`, async () => {
      const base = await collection('bundid')
      const visit = await stage.visitor({ ...options, elsewhere: [elsewhere] })
      const { page } = visit
      told = { status: 'urn:oasis:names:tc:SAML:2.0:status:Responder' }
      const there = async () => {
        await page.goto(`${base}/beitrag`)
        await says(page, /Name und Anschrift erfahren wir nicht/)
        await page.getByRole('link', { name: 'Weiter zur BundID' }).click()
        await page.getByRole('button', { name: 'Zurück zum Portal' }).click()
      }
      await there()
      await says(
        page,
        /Mit der BundID hat es nicht geklappt[\s\S]*Sie haben die Anmeldung bei der BundID beendet[\s\S]*nichts gespeichert/,
      )
      await barriers(page)
      told = { pseudonym: `bPK2-${count}` }
      await there()
      await page.waitForURL(`**${base}/beitrag`)
      await write(page)
      await says(page, /Danke, Ihr Beitrag ist da/)
      await page.goto(`${base}/ausweis`)
      await says(page, /Sie machen mit Ihrer BundID mit/)
      await barriers(page)
      await visit.leave()
    })
  }
})
