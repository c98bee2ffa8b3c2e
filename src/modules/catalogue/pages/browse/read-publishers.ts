import type { Site } from '#kernel/site.ts'
import type { CatalogueHouse } from '../../house.ts'
import { type PublisherCount, publisherCounts, publisherNames } from '../../store/queries/publishers.ts'
import { type Overview, readOverview, scopeOf } from './scope.ts'

/** A publisher with all its spellings as one. */
export interface Publisher {
  name: string
  slug: string
  count: number
}

/** Spellings that share a slug are one publisher; the most used one names it. */
function joined(rows: readonly PublisherCount[]): Publisher[] {
  const bySlug = Map.groupBy(rows, (row) => row.slug)
  return [...bySlug].map(([slug, group]) => {
    const [most] = group.toSorted((a, b) => b.records - a.records)
    return { slug, name: most?.publisher ?? slug, count: group.reduce((sum, row) => sum + row.records, 0) }
  })
}

/** Everyone who publishes in a view, in the order of the alphabet. */
export async function readPublishers(house: CatalogueHouse, site: Site): Promise<Publisher[]> {
  const scope = scopeOf(site)
  return joined(await publisherCounts(house.database.within(scope), scope)).sort((a, b) =>
    a.name.localeCompare(b.name, 'de', { numeric: true }),
  )
}

export interface PublisherPage {
  publisher: Publisher
  /** All spellings: the filter asks for each. */
  names: string[]
  overview: Overview
}

/** One publisher of a view; undefined when nobody is called so. */
export async function readPublisher(house: CatalogueHouse, site: Site, slug: string): Promise<PublisherPage | undefined> {
  const scope = scopeOf(site)
  const rows = await publisherNames(house.database.within(scope), scope, slug)
  const [publisher] = joined(rows)
  if (!publisher) return undefined
  const names = rows.map((row) => row.publisher)
  return { publisher, names, overview: await readOverview(house, site, { facets: { publisher: names }, newest: 8 }) }
}
