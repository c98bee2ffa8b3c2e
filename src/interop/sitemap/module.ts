import { type CatalogueHouse, catalogueRoutes, pageOfRecords, publicWishes, readWishList, storeOf } from '#catalogue'
import type { Route } from '#kernel/route.ts'
import { body, type Handler, handler, problem, stream, type Visit } from '#platform/http'
import { routes } from './routes.ts'

export { routes as sitemapRoutes } from './routes.ts'

/** Addresses in one part (sitemaps.org allows 50,000). */
const perPart = 10_000
const wishesInFirstPart = 20_000
const on = (visit: Visit) => visit.site.modules.includes('catalogue')
const inXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const entry = (address: string, changed?: Date) =>
  `<url><loc>${inXml(address)}</loc>${changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''}</url>\n`
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** Public pages of wishes, newest first, as many as stay beside the records of one part. */
async function* wishEntries(house: CatalogueHouse, visit: Visit): AsyncGenerator<string> {
  const read = readWishList({ ...visit, query: new URLSearchParams() })
  let after: string | undefined
  for (let at = 0; read.ok && at < wishesInFirstPart; at += 500) {
    const found = await publicWishes(house, visit.site, { ...read.value, ...(after ? { after } : {}) }, 500)
    for (const wish of found.wishes)
      yield entry(
        visit.address(visit.sites.byId(wish.tenant) ?? visit.site, catalogueRoutes.wish, { number: wish.number }),
        wish.changedAt,
      )
    after = found.next
    if (!after) return
  }
}

/** Pages that this tenant and those below it wrote themselves, each once in whatever languages it has. */
function* ownPageEntries(visit: Visit, ownPage: Route): Generator<string> {
  for (const id of visit.site.within) {
    const site = visit.sites.byId(id)
    const changed = new Map<string, Date>()
    for (const { slug, changedAt } of site?.pages ?? []) {
      const known = changed.get(slug)
      if (!known || known < changedAt) changed.set(slug, changedAt)
    }
    for (const [slug, at] of changed) yield entry(visit.address(site ?? visit.site, ownPage, { slug }), at)
  }
}

async function* part(
  house: CatalogueHouse,
  visit: Visit,
  number: number,
  { pages, ownPage }: SitemapPages,
): AsyncGenerator<string> {
  yield `${head}<urlset ${space}>\n`
  if (number === 1) for (const page of pages) yield entry(visit.address(visit.site, page))
  if (number === 1) yield* ownPageEntries(visit, ownPage)
  if (number === 1 && on(visit)) yield* wishEntries(house, visit)
  if (on(visit)) {
    for (let at = 0; at < perPart; at += 500) {
      const place = { sort: [], offset: (number - 1) * perPart + at, limit: 500 }
      const rows = await pageOfRecords(house, visit.site, { all: [] }, place)
      for (const row of rows)
        yield entry(
          visit.address(visit.sites.byId(row.tenant) ?? visit.site, catalogueRoutes.dataset, { slug: row.slug }),
          row.changedAt,
        )
      if (rows.length === 0) break
    }
  }
  yield '</urlset>\n'
}

export interface SitemapPages {
  /** Public pages without parameters. */
  readonly pages: readonly Route[]
  /** Where a page stands that a tenant wrote itself; its parameter is `slug`. */
  readonly ownPage: Route
}

/** What search engines may read, and where everything is. */
export const sitemapHandlers = (house: CatalogueHouse, { pages, ownPage }: SitemapPages): Handler[] => [
  handler(routes.robots, (visit) =>
    body(
      'text/plain; charset=utf-8',
      `User-agent: *\nDisallow: /suche/\nDisallow: /api/\nAllow: /\nSitemap: ${visit.address(visit.site, routes.index)}\n`,
    ),
  ),
  handler(routes.index, async (visit) => {
    const total = on(visit) ? await storeOf(house, visit.site).count() : 0
    const parts = Math.max(1, Math.ceil(total / perPart))
    const list = Array.from(
      { length: parts },
      (_, i) => `<sitemap><loc>${inXml(visit.address(visit.site, routes.part, { number: String(i + 1) }))}</loc></sitemap>`,
    )
    return body('application/xml; charset=utf-8', `${head}<sitemapindex ${space}>\n${list.join('\n')}\n</sitemapindex>\n`)
  }),
  handler(routes.part, (visit) => {
    const number = /^[1-9]\d{0,4}$/.test(visit.params.number ?? '') ? Number(visit.params.number) : 0
    if (number === 0) return problem({ status: 404, id: 'platform/not-found', title: '' })
    return stream(
      'application/xml; charset=utf-8',
      part(house, visit, number, {
        pages: pages.filter((page) => page.module === 'shell' || visit.site.modules.includes(page.module)),
        ownPage,
      }),
    )
  }),
]
