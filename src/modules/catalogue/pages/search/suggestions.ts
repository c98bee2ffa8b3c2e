import type { Site } from '#kernel/site.ts'
import { slugOf } from '#kernel/slug.ts'
import { type Answer, json, type Visit } from '#platform/http'
import { titleOf } from '#standards/dcat-ap-de'
import { type CatalogueHouse, storeOf } from '../../house.ts'
import { routes } from '../../routes.ts'
import { facetParams } from '../../use-cases/search-data.ts'
import { themeCodes, themeName } from './labels.ts'
import { recordHref } from './result-rows.tsx'

interface Offer {
  text: string
  kind: string
  href: string
  detail?: string
}

interface Known {
  until: number
  publishers: readonly { key: string; count: number }[]
}

// Publishers change a few times a day; asking for them at every letter would cost more than the answer.
const publishersOf = new WeakMap<Site, Known>()

async function publishers(house: CatalogueHouse, site: Site): Promise<Known['publishers']> {
  const now = house.now().getTime()
  const known = publishersOf.get(site)
  if (known && known.until > now) return known.publishers
  const found = await house.search.search({ scope: site.id, limit: 0, facetLimit: 1000 })
  const fresh = { until: now + 60_000, publishers: found.ok ? (found.value.facets.publisher ?? []) : [] }
  publishersOf.set(site, fresh)
  return fresh.publishers
}

const begins = (name: string, start: string) =>
  name
    .toLowerCase()
    .split(/[\s,-]+/)
    .some((word) => word.startsWith(start)) || name.toLowerCase().startsWith(start)

/** What begins as typed: words, titles, places, publishers and themes of this view. An answer for the search bar's script. */
export async function suggestions(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const { t, site, sites, lang } = visit
  const typed = (visit.query.get('q') ?? '').trim().slice(0, 100)
  const headers = { 'cache-control': 'public, max-age=60' }
  if (typed.length < 2) return json({ suggestions: [] }, headers)
  const start = typed.toLowerCase()
  const [found, names] = await Promise.all([house.search.suggest(site.id, typed, 8), publishers(house, site)])
  const titles = found.filter((one) => one.kind === 'title' && one.id)
  const stored = await storeOf(house, site).byIds(titles.flatMap((one) => (one.id ? [one.id] : [])))
  const byId = new Map(stored.map((one) => [one.id, one]))
  const kind = (name: string) => t(`catalogue.suggest.${name}`)
  const hits = (count: number) => t('catalogue.suggest.hits', { count })
  const words = found
    .filter((one) => one.kind === 'word')
    .slice(0, 3)
    .map(
      (one): Offer => ({
        text: one.text,
        kind: kind('word'),
        href: visit.to(routes.search, {}, { q: one.text }),
        detail: hits(one.count),
      }),
    )
  const titled = titles.slice(0, 3).flatMap((one): Offer[] => {
    const record = one.id ? byId.get(one.id) : undefined
    return record ? [{ text: titleOf(record.record, lang), kind: kind('title'), href: recordHref(record, visit) }] : []
  })
  const places = site.within
    .map((id) => sites.byId(id))
    .filter((one) => one !== undefined && one.id !== site.id && begins(one.name, start))
    .flatMap((one): Offer[] =>
      one ? [{ text: one.name, kind: kind('place'), href: visit.to(routes.search, {}, { [facetParams.place]: one.slug }) }] : [],
    )
  const themed = themeCodes
    .filter((code) => begins(themeName(code, lang) ?? '', start))
    .map((code): Offer => ({ text: themeName(code, lang) ?? code, kind: kind('theme'), href: visit.to(routes.theme, { code }) }))
  const published = names
    .filter((one) => begins(one.key, start))
    .map(
      (one): Offer => ({
        text: one.key,
        kind: kind('publisher'),
        href: visit.to(routes.publisher, { slug: slugOf(one.key) }),
        detail: hits(one.count),
      }),
    )
  const offers = [...words, ...titled, ...places.slice(0, 2), ...themed.slice(0, 1), ...published.slice(0, 2)]
  return json({ suggestions: offers.slice(0, 8) }, headers)
}
