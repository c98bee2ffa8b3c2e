// An administrator lets somebody else's program know of changes: a wrong address, the secret that is shown once, a trial, and the first real message.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { townOf, until } from '#support/house.ts'
import { openReceiver, type TestReceiver } from '#support/receiver.ts'
import { dataset } from '#support/text.ts'

let other: TestReceiver
let stage: ReturnType<typeof demoStage>
const press = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name }).click()

suite('somebody else is told of changes', { skip: withoutBrowser() }, () => {
  before(async () => {
    other = await openReceiver()
    stage = demoStage({ env: { OUTBOUND_ALLOWED_HOSTS: other.host } })
    await stage.open()
  })
  after(async () => {
    await stage?.close()
    await other?.close()
  })

  for (const { script, how } of withAndWithoutScript)
    test(`from the address to the first message, ${how}`, async () => {
      const { page, leave } = await stage.colleague('administrator', { javaScriptEnabled: script, expectedStatus: [422] })
      await page.goto('/lindenrode/intern/empfaenger')
      await page.getByRole('link', { name: 'Empfänger hinzufügen' }).click()
      await page.getByLabel('Name').fill('Abgleich')
      await page.getByLabel('Adresse').fill('https://10.0.0.1/eingang')
      await press(page, 'Speichern und Schlüssel zeigen')
      assert.match(await said(page), /liegt in einem internen Netz/)
      await page.getByLabel('Adresse').fill(other.address)
      await press(page, 'Speichern und Schlüssel zeigen')
      other.said.secret = /whsec_[\w+/=]+/.exec(await said(page))?.[0] ?? ''
      await page.getByRole('link', { name: 'Schlüssel ist notiert' }).click()
      await press(page, 'Probe senden')
      assert.match(await said(page), /Die Probe ist angekommen/)
      const before = other.got.length
      const house = await stage.openHouse()
      try {
        await townOf(house).publish('lindenrode', [dataset(`Neu für alle ${how}`)])
      } finally {
        await house.close()
      }
      await until(() => other.got.length > before, 60, 'that the message comes')
      assert.ok(other.got.every((one) => one.genuine))
      assert.equal(other.got.at(-1)?.changes[0]?.kind, 'created')
      await page.reload()
      await page.getByRole('link', { name: 'Entfernen' }).click()
      await press(page, 'Empfänger entfernen')
      assert.match(await said(page), /Der Empfänger ist entfernt/)
      await leave()
    })
})
