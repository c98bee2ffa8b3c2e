import { type Kysely, sql } from 'kysely'
import type { SitePage } from '#kernel/site.ts'
import type { SiteContents } from '../model/tenant.ts'

/** A redirect as its list shows it. */
export interface StoredRedirect {
  readonly id: string
  readonly oldPath: string
  readonly target: string
}

/** A page that a tenant wrote itself. `version` is what a later save has to name. */
export interface StoredSitePage extends Omit<SitePage, 'changedAt'> {
  readonly id: string
  readonly content: string
  readonly published: boolean
  readonly version: string
}

type Db<Tables> = Kysely<Tables>

/** Published pages and redirects of all tenants, for the copy that every process keeps. */
export async function siteContents<Tables>(db: Db<Tables>): Promise<SiteContents> {
  const { rows: pages } = await sql<
    SitePage & { tenant: string }
  >`select tenant, slug, lang, title, place, updated_at as "changedAt" from identity_site_page where published order by title, slug`.execute(
    db,
  )
  const { rows: redirects } = await sql<{
    tenant: string
    oldPath: string
    target: string
  }>`select tenant, old_path as "oldPath", target from identity_redirect`.execute(db)
  const shown = new Map<string, SitePage[]>()
  for (const { tenant, ...page } of pages) shown.set(tenant, [...(shown.get(tenant) ?? []), page])
  const moved = new Map<string, Map<string, string>>()
  for (const { tenant, oldPath, target } of redirects) {
    const own = moved.get(tenant) ?? new Map<string, string>()
    own.set(oldPath, target)
    moved.set(tenant, own)
  }
  return { pages: shown, redirects: moved }
}

/** The redirects of a tenant, by old path. */
export async function redirectsOf<Tables>(db: Db<Tables>, tenant: string): Promise<StoredRedirect[]> {
  const { rows } = await sql<StoredRedirect>`
    select id, old_path as "oldPath", target from identity_redirect where tenant = ${tenant} order by old_path`.execute(db)
  return rows
}

/** Adds a redirect; false when the old path has one already. */
export async function insertRedirect<Tables>(
  trx: Db<Tables>,
  one: { id: string; tenant: string; oldPath: string; target: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into identity_redirect (id, tenant, old_path, target) values (${one.id}, ${one.tenant}, ${one.oldPath}, ${one.target})
    on conflict (tenant, old_path) do nothing`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}

/** Takes a redirect of a tenant away; gives what it was. */
export async function deleteRedirect<Tables>(trx: Db<Tables>, tenant: string, id: string): Promise<StoredRedirect | undefined> {
  const { rows } = await sql<StoredRedirect>`
    delete from identity_redirect where tenant = ${tenant} and id = ${id} returning id, old_path as "oldPath", target`.execute(
    trx,
  )
  return rows[0]
}

const pageColumns = sql`id, slug, lang, title, content, published, place, updated_at::text as version`

/** All pages of a tenant without their content, by title. */
export async function sitePagesOf<Tables>(db: Db<Tables>, tenant: string): Promise<Omit<StoredSitePage, 'content'>[]> {
  const { rows } = await sql<Omit<StoredSitePage, 'content'>>`
    select id, slug, lang, title, published, place, updated_at::text as version from identity_site_page
    where tenant = ${tenant} order by title, lang`.execute(db)
  return rows
}

/** One page of a tenant by its id. */
export async function sitePage<Tables>(db: Db<Tables>, tenant: string, id: string): Promise<StoredSitePage | undefined> {
  const { rows } = await sql<StoredSitePage>`
    select ${pageColumns} from identity_site_page where tenant = ${tenant} and id = ${id}`.execute(db)
  return rows[0]
}

/** What the public reads under a slug, in all its languages. */
export async function publishedPages<Tables>(db: Db<Tables>, tenant: string, slug: string): Promise<StoredSitePage[]> {
  const { rows } = await sql<StoredSitePage>`
    select ${pageColumns} from identity_site_page where tenant = ${tenant} and slug = ${slug} and published`.execute(db)
  return rows
}

/** What is written of a page. */
export type SitePageDraft = Omit<StoredSitePage, 'id' | 'version'>

/** Adds a page; gives when, and undefined when slug and language are taken. */
export async function insertSitePage<Tables>(
  trx: Db<Tables>,
  tenant: string,
  page: SitePageDraft & { id: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ at: string }>`
    insert into identity_site_page (id, tenant, slug, lang, title, content, published, place)
    values (${page.id}, ${tenant}, ${page.slug}, ${page.lang}, ${page.title}, ${page.content}, ${page.published}, ${page.place})
    on conflict (tenant, slug, lang) do nothing returning updated_at::text as at`.execute(trx)
  return rows[0]?.at
}

/** Writes a page when nobody else did since `version`; gives when, and undefined when somebody did. A slug that is taken throws (23505). */
export async function updateSitePage<Tables>(
  trx: Db<Tables>,
  tenant: string,
  page: SitePageDraft & { id: string; version: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ at: string }>`
    update identity_site_page set slug = ${page.slug}, lang = ${page.lang}, title = ${page.title}, content = ${page.content},
      published = ${page.published}, place = ${page.place}, updated_at = clock_timestamp()
    where tenant = ${tenant} and id = ${page.id} and updated_at::text = ${page.version} returning updated_at::text as at`.execute(
    trx,
  )
  return rows[0]?.at
}

/** Whether another page of the tenant has this slug in this language. */
export async function sitePageTaken<Tables>(
  trx: Db<Tables>,
  tenant: string,
  page: { id: string; slug: string; lang: string },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from identity_site_page where tenant = ${tenant} and slug = ${page.slug} and lang = ${page.lang} and id <> ${page.id}`.execute(
    trx,
  )
  return rows.length > 0
}

/** Removes a page of a tenant; gives what it was. */
export async function deleteSitePage<Tables>(trx: Db<Tables>, tenant: string, id: string): Promise<StoredSitePage | undefined> {
  const { rows } = await sql<StoredSitePage>`
    delete from identity_site_page where tenant = ${tenant} and id = ${id} returning ${pageColumns}`.execute(trx)
  return rows[0]
}
