import { type Kysely, sql } from 'kysely'
import type { Scope } from '#platform/db'
import type { CatalogueTables } from '../tables.ts'

/** A name under which records are published, and how many. Spellings that differ only in signs share a slug. */
export interface PublisherCount {
  publisher: string
  slug: string
  records: number
}

/** Everyone who publishes in a view, by name. One statement. */
export async function publisherCounts(db: Kysely<CatalogueTables>, scope: Scope): Promise<PublisherCount[]> {
  const { rows } = await sql<PublisherCount>`
    select publisher, publisher_slug as slug, count(*)::int as records from catalogue_resource
    where state = 'published' and tenant = any(${[...scope.readable]}::uuid[]) and publisher is not null
    group by 1, 2 order by lower(publisher)`.execute(db)
  return rows
}

/** The spellings behind one slug, most used first; none when nobody is called so. */
export async function publisherNames(db: Kysely<CatalogueTables>, scope: Scope, slug: string): Promise<PublisherCount[]> {
  const { rows } = await sql<PublisherCount>`
    select publisher, publisher_slug as slug, count(*)::int as records from catalogue_resource
    where state = 'published' and tenant = any(${[...scope.readable]}::uuid[]) and publisher_slug = ${slug}
    group by 1, 2 order by 3 desc, 1 limit 50`.execute(db)
  return rows
}
