// Releases drafts one after the other and says each that is done, until somebody kills it: see kill-in-release.test.ts.
import { openHouse } from '#app'
import { releaseDraft } from '#catalogue'
import { readConfig } from '#platform/config'

const [slug = '', person = '', ...ids] = process.argv.slice(2)
const house = await openHouse(readConfig(process.env), { quiet: true })
const site = house.sites().bySlug(slug)
if (!site) throw new Error(`no tenant ${slug}`)
for (const id of ids) {
  const done = await releaseDraft(house, { site, person: { id: person, name: 'Karl Kuhn' } }, { id })
  process.stdout.write(`${done.ok ? 'released' : done.error.kind} ${id}\n`)
}
await house.close()
