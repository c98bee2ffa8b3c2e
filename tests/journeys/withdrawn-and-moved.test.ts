import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { storeOf } from '#catalogue'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { until } from '#support/until.ts'

const stage = demoStage()

/** What staff do: one record moves to a better address, another one is withdrawn with a reason. */
async function change(): Promise<void> {
  const house = await stage.openHouse()
  try {
    const site = house.sites().bySlug('auenfeld')
    assert.ok(site)
    const store = storeOf(house, site)
    const [moved, withdrawn] = await Promise.all([store.bySlug('baumkataster'), store.bySlug('spielplaetze')])
    assert.ok(moved && withdrawn, 'both records are in the demonstration')
    assert.ok(await store.rename(moved.id, 'baeume-an-strassen'))
    assert.ok(await store.withdraw(withdrawn.id, 'Die Liste war nicht vollständig.'))
  } finally {
    await house.close()
  }
}

suite('a withdrawn record and an old address', { skip: withoutBrowser() }, () => {
  before(async () => {
    await stage.open()
    await change()
  })
  after(stage.close)

  for (const { script, how } of withAndWithoutScript) {
    test(`an old bookmark leads to the new address, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script })
      const answer = await visit.page.goto('/auenfeld/daten/baumkataster')
      assert.equal(answer?.status(), 200)
      assert.equal(new URL(visit.page.url()).pathname, '/auenfeld/daten/baeume-an-strassen')
      await visit.leave()
    })

    test(`what was withdrawn says so, says why, and leads on, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script, expectedStatus: [410] })
      const { page } = visit
      const answer = await page.goto('/auenfeld/daten/spielplaetze')
      assert.equal(answer?.status(), 410)
      assert.match(await said(page), /Die Liste war nicht vollständig\./)
      await page
        .getByRole('main')
        .getByRole('link', { name: /suchen/i })
        .first()
        .click()
      await page.waitForURL(/\/auenfeld\/daten\?q=/)
      const own = page.locator('.alm-rows a[href$="/daten/spielplaetze"]')
      await until(
        async () => {
          await page.reload()
          return (await own.count()) === 0
        },
        15,
        'that the search forgets it',
      )
      await visit.leave()
    })
  }
})
