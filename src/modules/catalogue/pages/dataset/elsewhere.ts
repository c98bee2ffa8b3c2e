import type { Site } from '#kernel/site.ts'
import type { Visit } from '#platform/http'
import { type CatalogueRecord, say, titleOf } from '#standards/dcat-ap-de'
import { type CatalogueHouse, storeOf } from '../../house.ts'
import { routes } from '../../routes.ts'
import type { ResultCard } from '../../store/result-card.ts'
import { inOrder } from '../../use-cases/search-data.ts'

/** Data sets of other tenants that are called the same. */
export interface Elsewhere {
  /** What was searched for. */
  words: string
  entries: readonly { title: string; place: string; href: string }[]
  /** The search with all of them. */
  href: string
}

const fillers = new Set(
  'der die das des dem den und oder in im am an auf aus bei für von vom zu zur zum mit nach stadt gemeinde kreis landkreis hansestadt land open data offene daten datensatz übersicht liste stand jahr the of and for in'.split(
    ' ',
  ),
)

const fold = (text: string) => text.toLowerCase().normalize('NFC')
const wordsOf = (text: string) => fold(text).match(/[\p{L}]{3,}/gu) ?? []

/** The words of a title that say what the data are about: without place names, years and fillers. */
export function subjectOf(title: string, places: readonly string[]): string[] {
  const named = new Set(places.flatMap(wordsOf))
  return [...new Set(wordsOf(title))]
    .filter((word) => !fillers.has(word) && !named.has(word) && !places.some((place) => fold(place).startsWith(word)))
    .slice(0, 4)
}

/** What a record is about, and records of the instance that may be about the same. */
export interface Alike {
  subject: readonly string[]
  found: readonly ResultCard[]
}

/** Looks for the same data in other towns of the instance: one question to the index, and one to the database where something has changed. */
export async function alikeRecords(house: CatalogueHouse, visit: Visit, record: CatalogueRecord): Promise<Alike | undefined> {
  if (visit.sites.all.length < 2 || record.kind === 'service') return undefined
  const subject = subjectOf(titleOf(record), [
    visit.site.name,
    ...visit.site.ancestors.map((id) => visit.sites.byId(id)?.name ?? ''),
  ])
  const text = subject.join(' ')
  if (text.length < 5) return undefined
  const answer = await house.search.search({
    scope: visit.sites.root.id,
    text,
    kinds: ['dataset', 'series'],
    offset: 0,
    limit: 12,
    facetLimit: 0,
  })
  if (!answer.ok || answer.value.hits.length === 0) return undefined
  const ids = answer.value.hits.map((hit) => hit.id)
  return { subject, found: inOrder(ids, await storeOf(house, visit.sites.root).cards(ids)) }
}

/** Of those the ones of other tenants in whose title every word of the subject stands. */
export function elsewhereOf(visit: Visit, { subject, found }: Alike): Elsewhere | undefined {
  const { root } = visit.sites
  const text = subject.join(' ')
  const byTenant = new Map<string, { title: string; place: string; href: string }>()
  for (const one of found) {
    const site: Site | undefined = one.tenant === visit.site.id ? undefined : visit.sites.byId(one.tenant)
    const title = say(one.record.title, visit.lang)
    const there = wordsOf(say(one.record.title))
    if (
      !site ||
      byTenant.has(site.id) ||
      !subject.every((word) => there.some((other) => other.startsWith(word) || (other.length > 5 && word.startsWith(other))))
    )
      continue
    byTenant.set(site.id, { title, place: site.name, href: visit.toSite(site, routes.dataset, { slug: one.slug }) })
  }
  if (byTenant.size === 0) return undefined
  return { words: text, entries: [...byTenant.values()].slice(0, 6), href: visit.toSite(root, routes.search, {}, { q: text }) }
}
