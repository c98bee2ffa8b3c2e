import assert from 'node:assert/strict'
import { after, before, suite, type TestContext, test } from 'node:test'
import { withoutBrowser } from '#support/browser.ts'
import { demoStage } from '#support/demo-stage.ts'
import { addressOf, pageRoutes, remember } from '#support/pages.ts'
import { examine, examineAgain } from './examine.ts'

const stage = demoStage({ shared: true })
/** Routes that at least one tenant has a page for; the others find them examined. */
const seen = new Set<string>()

/** The pages of a district are those of the Land in another place. A town has most kinds of pages: it comes first. */
const tenants = [
  { name: 'a town', base: '/lindenrode' },
  { name: 'the Land', base: '' },
] as const

/** Pages without parameters come first: they lead to the others. */
const inOrder = () => pageRoutes().toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)

async function walk(t: TestContext, base: string): Promise<void> {
  const visit = await stage.visitor({ expectedStatus: [404] })
  const links = new Set<string>()
  for (const route of inOrder()) {
    const address = await addressOf(visit.page, base, route, links)
    if (!address) {
      t.diagnostic(`${base || '/'} has no page for ${route.path}`)
      continue
    }
    await t.test(address, async () => {
      const answer = await visit.page.goto(address)
      assert.equal(answer?.status(), 200)
      await remember(visit.page, links)
      assert.deepEqual(await (seen.has(route.id) ? examineAgain : examine)(visit.page), [])
      seen.add(route.id)
    })
  }
  await visit.leave()
}

suite('no barrier on any page', { skip: withoutBrowser() }, () => {
  before(stage.open)
  after(stage.close)

  for (const { name, base } of tenants) test(`of ${name}`, (t) => walk(t, base))

  test('every page of the house was looked at', () => {
    const routes = pageRoutes()
    assert.ok(routes.length > 10)
    assert.deepEqual(
      routes.map((route) => route.id).filter((id) => !seen.has(id)),
      [],
    )
  })
})
