import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { Parser, Store } from 'n3'
import type { Page } from 'playwright-core'
import { withAndWithoutScript, withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const dcat = 'http://www.w3.org/ns/dcat#'
const hydra = 'http://www.w3.org/ns/hydra/core#'
const stage = demoStage({ shared: true })

/** Follows a link to a document for programs, which the browser shows as text; gives its address and what it says. */
async function take(page: Page, link: string): Promise<{ url: string; type: string; text: string }> {
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.url().includes('katalog.ttl')),
    page.getByRole('link', { name: link }).first().click(),
  ])
  return { url: answer.url(), type: (await answer.headerValue('content-type')) ?? '', text: await answer.text() }
}

const graphOf = (text: string, baseIRI: string) => new Store(new Parser({ baseIRI, format: 'text/turtle' }).parse(text))
const recordsIn = (graph: Store) =>
  ['Dataset', 'DatasetSeries', 'DataService'].flatMap((kind) =>
    graph.getSubjects(`${rdf}type`, `${dcat}${kind}`, null).map((subject) => subject.value),
  )

/** Follows hydra:next from a first page, at most so far; every page is a whole document. */
async function walk(page: Page, first: Store, most: number): Promise<{ pages: number; records: Set<string> }> {
  const records = new Set(recordsIn(first))
  let graph = first
  let pages = 1
  for (;;) {
    const [next, ...more] = graph.getObjects(null, `${hydra}next`, null)
    assert.equal(more.length, 0, 'a page names at most one next')
    if (!next || pages === most) return { pages, records }
    const answer = await page.request.get(next.value)
    assert.equal(answer.status(), 200)
    assert.match(answer.headers()['content-type'] ?? '', /^text\/turtle/)
    graph = graphOf(await answer.text(), next.value)
    for (const record of recordsIn(graph)) records.add(record)
    pages++
  }
}

suite('a data user takes the catalogue as Turtle', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { script, how } of withAndWithoutScript)
    test(`from the foot of the page to the last page of the catalogue, ${how}`, async () => {
      const visit = await stage.visitor({ javaScriptEnabled: script })
      const { page } = visit
      await page.goto('/')
      await page.getByRole('contentinfo').getByRole('link', { name: 'Schnittstellen' }).click()
      await page.waitForURL('**/schnittstellen')
      const { url, type, text } = await take(page, 'Katalog als Turtle')
      assert.match(type, /^text\/turtle/)
      const first = graphOf(text, url)
      assert.ok(first.countQuads(null, `${rdf}type`, `${dcat}Catalog`, null) > 0)
      const total = Number(first.getObjects(null, `${hydra}totalItems`, null)[0]?.value)
      assert.ok(total >= 60, `${total} records`)
      const { pages, records } = await walk(page, first, script ? 2 : Number.POSITIVE_INFINITY)
      // Once to the last page is enough: the way is the same for both.
      assert.equal(pages, script ? Math.min(2, Math.ceil(total / 100)) : Math.ceil(total / 100))
      assert.ok(records.size >= (script ? Math.min(total, 200) : total), `${records.size} of ${total}`)
      await visit.leave()
    })

  test('by negotiation from one address, as the page shows it', async () => {
    const visit = await stage.visitor()
    const answer = await visit.page.request.get('/lindenrode/katalog', { headers: { accept: 'text/turtle' } })
    assert.equal(answer.status(), 200)
    assert.match(answer.url(), /katalog\.ttl/)
    assert.ok(recordsIn(graphOf(await answer.text(), answer.url())).length > 30)
    await visit.leave()
  })
})
