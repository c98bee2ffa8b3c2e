import { type Kysely, sql, type Transaction } from 'kysely'
import { appendOne, ofTenant } from './append.ts'
import type { AuditWord } from './entry.ts'
import { erasing } from './verify.ts'

/** Whose words: of one person (id), or all that are older; reasons of the machine have no id and stay. */
export type Erased = { readonly person: string } | { readonly before: Date }

const chosen = (which: Erased) =>
  'person' in which
    ? sql`word.salt is not null and word.id = ${which.person}`
    : sql`word.salt is not null and word.id is not null and word.entry in (select id from platform_audit_entry where at < ${which.before.toISOString()}::timestamptz)`

/**
 * Erases ids and names in the audit log, and notes in each chain that it was done; the chains stay valid. `db` is the owner's, `by` is no
 * person but a reason in plain words (`Konto gelöscht`). Gives how many words went.
 */
export async function eraseAuditWords<Tables>(db: Kysely<Tables>, which: Erased, by: AuditWord): Promise<number> {
  return db.transaction().execute(async (outer) => {
    const trx = outer as unknown as Transaction<unknown>
    // Two programs that tidy at once would both note what only one of them did.
    await sql`select pg_advisory_xact_lock(727004)`.execute(trx)
    const { rows } = await sql<{ tenant: string | null; words: number }>`
      select tenant, count(*)::int as words from platform_audit_word word where ${chosen(which)} group by tenant
      order by tenant nulls first`.execute(trx)
    for (const { tenant, words } of rows) {
      const subject = { kind: 'platform/audit', id: null, name: '' }
      const entry = await appendOne(trx, { tenant, actor: by, action: erasing, subject, details: { words } })
      await sql`update platform_audit_word word set salt = null, id = null, name = '', erased_by = ${entry}
        where word.${ofTenant(tenant)} and ${chosen(which)}`.execute(trx)
    }
    return rows.reduce((sum, { words }) => sum + words, 0)
  })
}
