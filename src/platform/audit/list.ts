import { type Kysely, sql } from 'kysely'
import type { AuditPage, AuditQuery, AuditRow } from './entry.ts'

interface Row {
  position: number
  at: Date
  action: string
  subject_kind: string
  details: AuditRow['details']
  actor: string | null
  actor_name: string | null
  actor_erased: boolean
  subject: string | null
  subject_name: string | null
  subject_erased: boolean
}

const word = (part: 'actor' | 'subject', id: string) =>
  sql`exists (select from platform_audit_word w where w.entry = entry.id and w.part = ${part} and w.id = ${id})`

function conditions(tenant: string | null, query: AuditQuery) {
  return sql.join(
    [
      tenant === null ? sql`entry.tenant is null` : sql`entry.tenant = ${tenant}::uuid`,
      ...(query.after === undefined ? [] : [sql`entry.position < ${query.after}`]),
      ...(query.action === undefined ? [] : [sql`entry.action = ${query.action}`]),
      ...(query.actor === undefined ? [] : [word('actor', query.actor)]),
      ...(query.subject === undefined ? [] : [word('subject', query.subject)]),
      ...(query.from === undefined ? [] : [sql`entry.at >= ${query.from.toISOString()}::timestamptz`]),
      ...(query.until === undefined ? [] : [sql`entry.at < ${query.until.toISOString()}::timestamptz`]),
    ],
    sql` and `,
  )
}

/** A tenant's entries (null: those of the instance), newest first. `db` is bound to the tenant, or the owner's. */
export async function listAudit<Tables>(db: Kysely<Tables>, tenant: string | null, query: AuditQuery = {}): Promise<AuditPage> {
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 500)
  const { rows } = await sql<Row>`
    select entry.position, entry.at, entry.action, entry.subject_kind, entry.details,
      actor.id as actor, actor.name as actor_name, actor.salt is null as actor_erased,
      subject.id as subject, subject.name as subject_name, subject.salt is null as subject_erased
    from platform_audit_entry entry
    left join platform_audit_word actor on actor.entry = entry.id and actor.part = 'actor'
    left join platform_audit_word subject on subject.entry = entry.id and subject.part = 'subject'
    where ${conditions(tenant, query)}
    order by entry.position desc limit ${limit + 1}`.execute(db)
  const entries = rows.slice(0, limit).map(
    (row): AuditRow => ({
      tenant,
      position: row.position,
      at: row.at,
      action: row.action,
      actor: { id: row.actor, name: row.actor_name ?? '' },
      subject: { kind: row.subject_kind, id: row.subject, name: row.subject_name ?? '' },
      details: row.details,
      erased: { actor: row.actor_erased, subject: row.subject_erased },
    }),
  )
  const next = rows.length > limit ? entries.at(-1)?.position : undefined
  return { entries, ...(next === undefined ? {} : { next }) }
}
