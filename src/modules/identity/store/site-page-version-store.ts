import { type Kysely, sql } from 'kysely'
import type { SitePageDraft, StoredSitePage } from './site-contents-store.ts'

/** What a page said when it was saved. */
export interface SitePageVersion extends SitePageDraft {
  readonly number: number
  readonly savedAt: Date
  /** Id of who saved it; null when the account was erased, or when it was saved before there was a history. */
  readonly savedBy: string | null
}

type Db<Tables> = Kysely<Tables>

/** As many versions of a page are kept, the newest. */
export const keptVersions = 100

const columns = sql`number, slug, lang, title, content, published, place, saved_at as "savedAt", saved_by as "savedBy"`

/** Keeps what a page says now as its newest version, and forgets those beyond `keptVersions`. `by` is null where nobody knows any more. */
export async function keepVersion<Tables>(
  trx: Db<Tables>,
  tenant: string,
  page: SitePageDraft & { id: string },
  { by, at }: { by: string | null; at: string },
): Promise<void> {
  const { rows } = await sql<{ number: number }>`
    insert into identity_site_page_version (tenant, page, number, slug, lang, title, content, published, place, saved_at, saved_by)
    select ${tenant}, ${page.id}, coalesce(max(number), 0) + 1, ${page.slug}, ${page.lang}, ${page.title}, ${page.content},
      ${page.published}, ${page.place}, ${at}::timestamptz, ${by}
    from identity_site_page_version where tenant = ${tenant} and page = ${page.id} returning number`.execute(trx)
  await sql`delete from identity_site_page_version
    where tenant = ${tenant} and page = ${page.id} and number <= ${(rows[0]?.number ?? 0) - keptVersions}`.execute(trx)
}

/** Keeps a page that was written before there was a history: nothing that stood there is lost by the next save. */
export async function keepFirst<Tables>(trx: Db<Tables>, tenant: string, page: StoredSitePage): Promise<void> {
  const { rows } =
    await sql`select 1 from identity_site_page_version where tenant = ${tenant} and page = ${page.id} limit 1`.execute(trx)
  if (rows.length === 0) await keepVersion(trx, tenant, page, { by: null, at: page.version })
}

/** Versions of a page, newest first, at most `limit`; with `before` only those with a lower number. */
export async function versionsOf<Tables>(
  db: Db<Tables>,
  tenant: string,
  page: string,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<SitePageVersion[]> {
  const { rows } = await sql<SitePageVersion>`select ${columns} from identity_site_page_version
    where tenant = ${tenant} and page = ${page} ${before === undefined ? sql`` : sql`and number < ${before}`}
    order by number desc limit ${limit}`.execute(db)
  return rows
}

/** One version of a page. */
export async function versionOf<Tables>(
  db: Db<Tables>,
  tenant: string,
  page: string,
  number: number,
): Promise<SitePageVersion | undefined> {
  const { rows } = await sql<SitePageVersion>`select ${columns} from identity_site_page_version
    where tenant = ${tenant} and page = ${page} and number = ${number}`.execute(db)
  return rows[0]
}
