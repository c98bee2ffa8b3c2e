import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { turtleCatalogue } from '#support/text.ts'
import { until } from '#support/until.ts'

const stage = demoStage()

interface Entry {
  title: string
  link: string
}

/** Reads an Atom or RSS feed as a reader would: by the XML parser of the browser, which refuses what is not well formed. */
async function read(page: Page, url: string): Promise<{ type: string; title: string; entries: Entry[] }> {
  const answer = await page.request.get(url)
  assert.equal(answer.status(), 200, url)
  const read = await page.evaluate(
    (xml) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml')
      const text = (within: ParentNode, name: string) => within.querySelector(name)?.textContent ?? ''
      const entries = Array.from(document.querySelectorAll('entry, item'), (entry) => ({
        title: text(entry, 'title'),
        link: entry.querySelector('link')?.getAttribute('href') ?? text(entry, 'link'),
      }))
      return { fault: text(document, 'parsererror'), title: text(document, 'title'), entries }
    },
    await answer.text(),
  )
  assert.equal(read.fault, '')
  return { type: answer.headers()['content-type'] ?? '', title: read.title, entries: read.entries }
}

suite('a journalist follows a search', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(`the feed holds what the search finds, and tomorrow's data too, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script })
      const { page } = visit
      await page.goto('/lindenrode')
      await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('Haushalt')
      await page.getByRole('button', { name: 'Suchen' }).first().click()
      const link = page.getByRole('link', { name: /abonnieren.*Atom/ })
      const url = new URL((await link.getAttribute('href')) ?? '', stage.portal.url).href
      const feed = await read(page, url)
      assert.match(feed.type, /^application\/atom\+xml/)
      assert.match(feed.title, /Haushalt/)
      assert.ok(feed.entries.some(({ title }) => /Haushalt/.test(title)))
      for (const entry of feed.entries) assert.ok(entry.link.startsWith(`${stage.portal.url}/lindenrode/daten/`), entry.link)
      const rss = await read(page, url.replace('.atom', '.rss'))
      assert.deepEqual(
        rss.entries.map(({ title }) => title),
        feed.entries.map(({ title }) => title),
      )

      const title = `Haushaltsrede ${how}`
      const file = path.join(stage.portal.dataDir, 'morgen.ttl')
      writeFileSync(
        file,
        turtleCatalogue([{ id: script ? 'rede-1' : 'rede-2', title, description: 'Was der Kämmerer dem Rat gesagt hat.' }]),
      )
      const done = stage.portal.command('import', '--tenant', 'lindenrode', file)
      assert.equal(done.code, 0, done.err)
      await until(
        async () => (await read(page, url)).entries.some((entry) => entry.title === title),
        15,
        'that the feed names it',
      )
      await visit.leave()
    })
})
