import { randomBytes } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { must } from '#kernel/result.ts'
import { beginning, entryHash, keepable, keepableValue, wordDigest } from './digest.ts'
import type { AuditEntry, AuditWord } from './entry.ts'

/**
 * Adds entries to the audit log in the caller's transaction, so that nothing is done without being noted, and nothing noted
 * that was not done. Call it last in the transaction: the tenant's chain is held until it ends, and whoever waits for it
 * must not hold what the holder still needs.
 */
export async function appendAudit<Tables>(trx: Transaction<Tables>, ...entries: readonly AuditEntry[]): Promise<void> {
  // Chains are taken in one order everywhere, so that two transactions with two chains never wait for each other.
  const ordered = entries.toSorted((a, b) => ((a.tenant ?? '') < (b.tenant ?? '') ? -1 : a.tenant === b.tenant ? 0 : 1))
  for (const entry of ordered) await appendOne(trx, entry)
}

const kept = (word: AuditWord): AuditWord & { salt: Buffer; digest: Buffer } => {
  const clean = { id: word.id, name: keepable(word.name) }
  const salt = randomBytes(16)
  return { ...clean, salt, digest: wordDigest(salt, clean) }
}

/** Adds one entry; gives the id of its row. */
export async function appendOne<Tables>(trx: Transaction<Tables>, entry: AuditEntry): Promise<number> {
  const { action } = entry
  const tenant = entry.tenant?.toLowerCase() ?? null
  const details = keepableValue(entry.details ?? {})
  const { rows } = await sql<{ position: number; hash: Buffer; at: Date }>`
    insert into platform_audit_head as head (tenant, position, hash) values (${tenant}::uuid, 1, ${beginning})
    on conflict (tenant) do update set position = head.position + 1
    returning position, hash, date_trunc('milliseconds', clock_timestamp()) as at`.execute(trx)
  const { position, hash: previous, at } = must(rows[0], 'the end of the chain')
  const [actor, subject] = [kept(entry.actor), kept(entry.subject)]
  const [actorDigest, subjectDigest] = [actor.digest, subject.digest]
  const subjectKind = entry.subject.kind
  const hash = entryHash({ tenant, position, at, action, subjectKind, details, actorDigest, subjectDigest, previous })
  const { rows: added } = await sql<{ id: number }>`
    with entry as (
      insert into platform_audit_entry (tenant, position, at, action, subject_kind, details, actor_digest, subject_digest, previous, hash)
      values (${tenant}::uuid, ${position}, ${at.toISOString()}::timestamptz, ${action}, ${subjectKind}, ${JSON.stringify(details)}::jsonb,
        ${actorDigest}, ${subjectDigest}, ${previous}, ${hash})
      returning id
    ), words as (
      insert into platform_audit_word (entry, part, tenant, salt, id, name)
      select entry.id, word.part, ${tenant}::uuid, word.salt, word.id, word.name from entry cross join (values
        ('actor', ${actor.salt}::bytea, ${actor.id}::text, ${actor.name}::text),
        ('subject', ${subject.salt}::bytea, ${subject.id}::text, ${subject.name}::text)) as word (part, salt, id, name)
    )
    update platform_audit_head set hash = ${hash} where ${ofTenant(tenant)} returning (select id from entry) as id`.execute(trx)
  return must(added[0], 'the new entry').id
}

/** `tenant = ...`, or `tenant is null` for the instance. */
export const ofTenant = (tenant: string | null) => (tenant === null ? sql`tenant is null` : sql`tenant = ${tenant}::uuid`)
