import { formatsOf, licencesOf, questionOf, recordsOf, type StoredResource, searchIds, themesOf } from '#catalogue'
import type { Visit } from '#platform/http'
import { ckanFormat, ckanGroup } from '#standards/ckan'
import { fileTypes, licences } from '#standards/dcat-ap-de'
import { CkanRefusal } from './answers.ts'
import { type Divided, type FindPlace, find } from './find.ts'
import type { IndexFacet } from './plan.ts'

export interface FacetItem {
  name: string
  display_name: string
  count: number
}
export type SearchFacets = Record<string, { title: string; items: FacetItem[] }>

interface FacetWish {
  readonly wanted: readonly string[]
  readonly limit: number
  readonly least: number
}

/** CKAN's facets and ours. */
const facets: Readonly<Record<string, IndexFacet | 'place'>> = {
  organization: 'place',
  owner_org: 'place',
  groups: 'theme',
  tags: 'keyword',
  license_id: 'licence',
  res_format: 'format',
}
/** Results up to this many are counted one by one where the index cannot count them. */
const mostRead = 1000
const reachedByWords: Readonly<Partial<Record<IndexFacet, string>>> = { theme: 'thema:', format: 'format:', licence: 'lizenz:' }

const keysOf = (facet: IndexFacet | 'place', one: StoredResource, visit: Visit): readonly string[] => {
  switch (facet) {
    case 'place':
      return [visit.sites.byId(one.tenant)?.slug ?? one.tenant]
    case 'theme':
      return themesOf(one.record)
    case 'keyword':
      return [...new Set(one.record.keyword.map((word) => word.value.trim()).filter(Boolean))]
    case 'licence':
      return licencesOf(one.record)
    case 'format':
      return formatsOf(one.record)
  }
}

/** A key of ours as CKAN names and shows it. */
function itemOf(field: string, key: string, count: number, visit: Visit): FacetItem {
  if (field === 'owner_org')
    return { name: visit.sites.bySlug(key)?.id ?? key, display_name: visit.sites.bySlug(key)?.name ?? key, count }
  if (field === 'organization') return { name: key, display_name: visit.sites.bySlug(key)?.name ?? key, count }
  if (field === 'groups') return { name: key, display_name: ckanGroup(key, visit.lang)?.title ?? key, count }
  if (field === 'license_id') {
    const licence = licences.find(key)
    return { name: licence?.iri ?? key, display_name: licence?.de ?? key, count }
  }
  if (field === 'res_format') {
    const name = ckanFormat(fileTypes.find(key)?.iri) || key
    return { name, display_name: name, count }
  }
  return { name: key, display_name: key, count }
}

type Counts = ReadonlyMap<string, number>

/** Counts of the whole result by reading it: exact in every case, for results that are not too long. */
async function byReading(visit: Visit, place: FindPlace, divided: Divided, names: readonly (IndexFacet | 'place')[]) {
  const { total, ids } = await find(place, divided, { sort: [], offset: 0, limit: mostRead })
  if (total > mostRead)
    throw new CkanRefusal({
      kind: 'search',
      message: `facets of a search with these conditions are counted for up to ${mostRead} datasets, and ${total} are found: leave facet.field out, or narrow the search`,
    })
  const counts = new Map(names.map((name) => [name, new Map<string, number>()]))
  for (let at = 0; at < ids.length; at += 200)
    for (const one of await recordsOf(place.house, place.site, ids.slice(at, at + 200)))
      for (const [name, sums] of counts) for (const key of keysOf(name, one, visit)) sums.set(key, (sums.get(key) ?? 0) + 1)
  return counts
}

/** One question to the index for all facets; undefined where it could not give the numbers that CKAN gives. */
async function byIndex(place: FindPlace, divided: Divided, names: readonly (IndexFacet | 'place')[], limit: number) {
  const { site, sites } = place
  if (divided.table.length > 0) return undefined
  const part = { text: divided.index?.text ?? '', facets: { ...divided.index?.facets } }
  for (const name of names) {
    const chosen = name === 'place' ? undefined : part.facets[name]
    if (name === 'place' || !chosen) continue
    // The index counts a facet without its own choice, Solr with it: as a word of the question it counts like Solr.
    const before = reachedByWords[name]
    if (!before || chosen.length !== 1) return undefined
    part.text = `${part.text} ${before}"${chosen[0]?.replaceAll('"', ' ') ?? ''}"`.trim()
    delete part.facets[name]
  }
  const { tenants } = divided
  if (tenants) {
    const places = tenants.map((id) => sites.byId(id))
    if (places.length === 0 || places.some((one) => !one || one.kind === 'land')) return undefined
    part.facets.place = places.flatMap((one) => (one ? [one.slug] : []))
  }
  const answer = await searchIds(place.house, questionOf(place.house, site, part), {
    sort: 'relevance',
    offset: 0,
    limit: 0,
    facetLimit: names.includes('place') ? 1000 : limit,
  })
  if (!answer.ok) return undefined
  const counts = new Map<IndexFacet | 'place', Counts>()
  for (const name of names) {
    const found = answer.value.facets[name] ?? []
    const meant = name === 'place' && part.facets.place ? found.filter(({ key }) => part.facets.place?.includes(key)) : found
    counts.set(name, new Map(meant.map(({ key, count }) => [key, count])))
  }
  const places = counts.get('place')
  // The Land is no place of the index: what remains is its own.
  if (places && !part.facets.place && site.kind === 'land') {
    const rest = answer.value.total - [...places.values()].reduce((sum, one) => sum + one, 0)
    if (rest > 0) counts.set('place', new Map([...places, [site.slug, rest]]))
  }
  return counts
}

/** Counts the wanted facets over everything a search finds. */
export async function countFacets(visit: Visit, place: FindPlace, divided: Divided, wish: FacetWish): Promise<SearchFacets> {
  const unknown = wish.wanted.find((name) => !Object.hasOwn(facets, name))
  if (unknown !== undefined)
    throw new CkanRefusal({
      kind: 'query',
      message: `facet.field: ${unknown.slice(0, 60)} is not known; known are ${Object.keys(facets).join(', ')}`,
    })
  const names = [...new Set(wish.wanted.flatMap((field) => facets[field] ?? []))]
  const counts = (await byIndex(place, divided, names, wish.limit)) ?? (await byReading(visit, place, divided, names))
  return Object.fromEntries(
    wish.wanted.map((field) => {
      const found = facets[field] ? counts.get(facets[field]) : undefined
      const items = [...(found ?? [])]
        .filter(([, count]) => count >= wish.least)
        .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
        .slice(0, wish.limit)
        .map(([key, count]) => itemOf(field, key, count, visit))
      return [field, { title: field, items }]
    }),
  )
}

/** How many records of a view belong to a theme, a keyword, a licence or a format. */
export async function countOf(place: FindPlace, facet: IndexFacet, limit = 1000): Promise<Counts> {
  const answer = await searchIds(place.house, questionOf(place.house, place.site, { text: '' }), {
    offset: 0,
    limit: 0,
    facetLimit: limit,
  })
  return new Map((answer.ok ? (answer.value.facets[facet] ?? []) : []).map(({ key, count }) => [key, count]))
}
