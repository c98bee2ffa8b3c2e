import { type CatalogueHouse, catalogueRoutes, recordsInTurn, type StoredResource, storeOf } from '#catalogue'
import { isIdInAnyCase } from '#kernel/id.ts'
import type { Site } from '#kernel/site.ts'
import { type Handler, handler, json, notFound, problem, stream, type Visit } from '#platform/http'
import { type DcatUsDataset, dcatUsHead, writeDataset } from '#standards/dcat-us'
import { routes } from './routes.ts'

export { routes as dataJsonRoutes } from './routes.ts'

const open = { 'access-control-allow-origin': '*', vary: 'Accept-Encoding' }
const type = 'application/json; charset=utf-8'

/** The mailbox of a tenant, or of the nearest one above it that has one. */
const mailboxOf = (visit: Visit, site: Site): string =>
  [site.id, ...site.ancestors].map((id) => visit.sites.byId(id)?.contact.email).find(Boolean) ?? ''

function datasetOf(visit: Visit, one: StoredResource): DcatUsDataset {
  const site = visit.sites.byId(one.tenant) ?? visit.site
  return writeDataset(one.record, {
    identifier: one.id,
    page: visit.address(site, catalogueRoutes.dataset, { slug: one.slug }),
    changed: one.changedAt,
    contact: { name: site.contact.organisation || site.name, email: mailboxOf(visit, site) },
  })
}

/** All datasets with commas between them, a few hundred in memory at a time. */
async function* datasets(house: CatalogueHouse, visit: Visit): AsyncGenerator<string> {
  let first = true
  for await (const page of recordsInTurn(storeOf(house, visit.site))) {
    yield (first ? '' : ',\n') + page.map((one) => JSON.stringify(datasetOf(visit, one))).join(',\n')
    first = false
  }
}

async function* between(before: string, pieces: AsyncIterable<string>, behind: string): AsyncGenerator<string> {
  yield before
  yield* pieces
  yield behind
}

/** The counter for those who read `data.json`: DCAT-US 1.1, whole, as a list, and one by one. */
export const dataJsonHandlers = (house: CatalogueHouse): Handler[] => [
  handler(
    routes.whole,
    (visit) => {
      const head = JSON.stringify({ ...dcatUsHead, '@id': visit.address(visit.site, routes.whole) }).slice(0, -1)
      return stream(type, between(`${head},"dataset":[\n`, datasets(house, visit), '\n]}\n'), open)
    },
    { perMinute: 60 },
  ),
  handler(routes.items, (visit) => stream(type, between('[\n', datasets(house, visit), '\n]\n'), open), { perMinute: 60 }),
  handler(routes.item, async (visit) => {
    const { id = '' } = visit.params
    const found = isIdInAnyCase(id) ? await storeOf(house, visit.site).byId(id.toLowerCase()) : undefined
    return found?.state === 'published' ? json(datasetOf(visit, found), open) : problem(notFound)
  }),
]
