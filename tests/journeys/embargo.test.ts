import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import type { House } from '#app'
import { said, withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { until } from '#support/until.ts'
import { lacking, publicTraces } from './public-traces.ts'
import { answerTheLaw, counted, tableOfWells, writeIt } from './writing.ts'

const stage = demoStage()
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
    await stage.open()
    house = await stage.openHouse()
  })
  after(async () => {
    await house?.close()
    await stage.close()
  })

  for (const { script, how } of withAndWithoutScript)
    test(`and not a minute before, ${how}`, async () => {
      const word = script ? 'Sperrfristplan' : 'Terminplan'
      const visit = await stage.visitor()
      const clerk = await stage.colleague('editor', { javaScriptEnabled: script })
      const effort = counted(clerk.page)
      await writeIt(clerk.page, effort, { title: `${word} der Stadt`, table: tableOfWells })
      await answerTheLaw(clerk.page, effort)
      await effort.press('Zur Freigabe geben')
      const boss = await stage.colleague('coordinator', {
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
