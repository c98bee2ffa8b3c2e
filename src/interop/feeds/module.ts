import {
  type CatalogueHouse,
  catalogueRoutes,
  publicWishes,
  readSearch,
  readWishList,
  type StoredResource,
  searchData,
  searchParams,
} from '#catalogue'
import { queryString } from '#kernel/route.ts'
import { type Answer, body, type Handler, handler, problem, type Visit } from '#platform/http'
import { type AtomFeed, writeAtom, xmlText } from '#standards/atom'
import { publisherOf, say, titleOf } from '#standards/dcat-ap-de'

const entryOf = (visit: Visit, one: StoredResource): AtomFeed['entries'][number] => {
  const site = visit.sites.byId(one.tenant) ?? visit.site
  return {
    id: `urn:uuid:${one.id}`,
    title: titleOf(one.record, visit.lang),
    link: visit.address(site, catalogueRoutes.dataset, { slug: one.slug }),
    summary: say(one.record.description, visit.lang).slice(0, 600),
    author: publisherOf(one.record, visit.lang) ?? site.name,
    updated: one.changedAt,
  }
}

/** RSS 2.0. */
const rss = (feed: AtomFeed) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${xmlText(feed.title)}</title><link>${xmlText(feed.page)}</link><description>${xmlText(feed.title)}</description><atom:link rel="self" type="application/rss+xml" href="${xmlText(feed.self)}"/>
${feed.entries.map((entry) => `<item><guid isPermaLink="false">${xmlText(entry.id)}</guid><title>${xmlText(entry.title)}</title><link>${xmlText(entry.link)}</link><pubDate>${entry.updated.toUTCString()}</pubDate><description>${xmlText(entry.summary)}</description></item>`).join('\n')}
</channel></rss>
`

async function feed(house: CatalogueHouse, visit: Visit, form: 'atom' | 'rss'): Promise<Answer> {
  const request = readSearch(visit.query, visit.site, visit.sites)
  const found = request.ok
    ? await searchData(house, { ...request.value, sort: 'modified', page: 1 }, { limit: 50, facetLimit: 0 })
    : request
  if (!found.ok || !request.ok) {
    const faults = found.ok ? [] : found.error
    return problem({
      status: 400,
      id: 'feeds/parameter',
      title: visit.t('catalogue.search.fault.title', { count: faults.length }),
      fields: faults.map((fault) => ({
        field: fault.field,
        message: visit.t(`catalogue.search.fault.${fault.fault}`, { value: fault.value }),
      })),
    })
  }
  const query = queryString(searchParams(request.value, visit.site))
  const at = (route: typeof catalogueRoutes.atom | typeof catalogueRoutes.rss | typeof catalogueRoutes.search) =>
    visit.address(visit.site, route) + (query ? `?${query}` : '')
  const title = request.value.text
    ? `${visit.site.name}: ${request.value.text}`
    : `${visit.site.name}: ${visit.t('catalogue.nav.data')}`
  const made: AtomFeed = {
    title,
    self: at(form === 'atom' ? catalogueRoutes.atom : catalogueRoutes.rss),
    page: at(catalogueRoutes.search),
    entries: found.value.records.map((one) => entryOf(visit, one)),
  }
  return body(
    form === 'atom' ? 'application/atom+xml; charset=utf-8' : 'application/rss+xml; charset=utf-8',
    form === 'atom' ? writeAtom(made) : rss(made),
    { 'access-control-allow-origin': '*' },
  )
}

/** Wishes as a feed: what is wished for, and what was answered. */
async function wishFeed(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const { t } = visit
  const read = readWishList(visit)
  if (!read.ok)
    return problem({
      status: 400,
      id: 'feeds/parameter',
      title: t('catalogue.wish.fault.title'),
      fields: read.error.map((field) => ({ field, message: t('catalogue.wish.fault.field', { field }) })),
    })
  const { params } = read.value
  const { wishes } = await publicWishes(house, visit.site, { filter: read.value.filter, sort: 'newest' }, 50)
  const made: AtomFeed = {
    title: `${visit.site.name}: ${t('catalogue.wish.name')}`,
    self: visit.address(visit.site, catalogueRoutes.wishesAtom, {}, params),
    page: visit.address(visit.site, catalogueRoutes.wishes, {}, params),
    entries: wishes.map((wish) => {
      const owner = visit.sites.byId(wish.tenant) ?? visit.site
      const answered = wish.answer ? ` – ${t(`catalogue.request.kind.${wish.answer.outcome}`)}. ${wish.answer.text}` : ''
      return {
        id: `urn:uuid:${wish.id}`,
        title: `${wish.number}: ${wish.title}`,
        link: visit.address(owner, catalogueRoutes.wish, { number: wish.number }),
        summary: `${wish.purpose}${answered}`.slice(0, 900),
        author: owner.name,
        updated: wish.changedAt,
      }
    }),
  }
  return body('application/atom+xml; charset=utf-8', writeAtom(made), { 'access-control-allow-origin': '*' })
}

/** Every search as a feed: the newest fifty of what it finds. */
export const feedHandlers = (house: CatalogueHouse): Handler[] => [
  handler(catalogueRoutes.atom, (visit) => feed(house, visit, 'atom')),
  handler(catalogueRoutes.rss, (visit) => feed(house, visit, 'rss')),
  handler(catalogueRoutes.wishesAtom, (visit) => wishFeed(house, visit)),
]
