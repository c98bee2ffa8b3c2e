import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { type House, openHouse } from '#app'
import { readConfig } from '#platform/config'
import { browser, said, visitor, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { colleague } from '#support/colleague.ts'
import { type DemoServer, demoServer } from '#support/demo-server.ts'
import { until } from '#support/house.ts'
import { lacking, publicTraces } from './public-traces.ts'
import { answerTheLaw, counted, tableOfWells, writeIt } from './writing.ts'

let portal: DemoServer
let chromium: Browser
let house: House

/** The clock strikes: the running portal looks for what is due, as it does every minute. Gives when it has looked. */
async function strike(): Promise<void> {
  const db = house.database.system
  const id = await house.jobs.enqueue(db, 'catalogue/release-scheduled', {})
  const done = async () => {
    const { rows } = await sql<{ state: string }>`select state from pgboss.job where id = ${id}`.execute(db)
    return rows[0]?.state === 'completed'
  }
  await until(done, 30, 'that the job has run')
}

suite('a dataset with a date becomes public by itself', { skip: withoutBrowser() }, () => {
  before(async () => {
    portal = await demoServer()
    chromium = await browser()
    const config = readConfig({ ALLMENDE_DATA: portal.dataDir, PUBLIC_URL: portal.url, METRICS_PORT: '0', LOG_LEVEL: 'silent' })
    house = await openHouse(config, { quiet: true })
  })
  after(async () => {
    await house?.close()
    await chromium?.close()
    await portal?.stop()
  })

  for (const { script, how } of withAndWithoutScript)
    test(`and not a minute before, ${how}`, async () => {
      const word = script ? 'Sperrfristplan' : 'Terminplan'
      const visit = await visitor(chromium, portal.url)
      const clerk = await colleague(chromium, portal.url, 'editor', { javaScriptEnabled: script })
      const effort = counted(clerk.page)
      await writeIt(clerk.page, effort, { title: `${word} der Stadt`, table: tableOfWells })
      await answerTheLaw(clerk.page, effort)
      await effort.press('Zur Freigabe geben')
      const boss = await colleague(chromium, portal.url, 'coordinator', {
        javaScriptEnabled: script,
        first: new URL(clerk.page.url()).pathname,
      })
      await boss.page.locator('summary', { hasText: 'Zu einem Termin veröffentlichen' }).click()
      await boss.page.getByLabel('Tag', { exact: true }).fill('2020-01-01')
      await boss.page.getByRole('button', { name: 'Termin setzen' }).click()
      assert.match(await said(boss.page), /Der Termin liegt nicht in der Zukunft/)
      await boss.page.getByLabel('Tag', { exact: true }).fill('2099-12-01')
      await boss.page.getByRole('button', { name: 'Termin setzen' }).click()
      assert.match(await said(boss.page), /Der Termin steht\. Bis dahin bleibt alles intern/)

      await strike()
      assert.deepEqual(await publicTraces(visit.page, word), [], 'its time has not come')
      const id = /freigaben\/([\w-]{36})/.exec(boss.page.url())?.[1] ?? ''
      await sql`update catalogue_draft set release_at = now() - interval '1 second' where id = ${id}`.execute(
        house.database.system,
      )
      await strike()
      await until(async () => (await lacking(visit.page, word)).length === 0, 20, 'that everything public shows it')
      await boss.page.reload()
      assert.match(await said(boss.page), /freigegeben/)
      await Promise.all([visit.leave(), clerk.leave(), boss.leave()])
    })
})
