import { type Kysely, sql, type Transaction } from 'kysely'
import { ofTenant } from './append.ts'
import { beginning, entryHash, wordDigest } from './digest.ts'
import type { AuditFault, AuditValue, AuditVerdict } from './entry.ts'

interface Row {
  position: number
  at: Date
  action: string
  subject_kind: string
  details: AuditValue
  actor_digest: Buffer
  subject_digest: Buffer
  previous: Buffer
  hash: Buffer
  words: { part: 'actor' | 'subject'; salt: string | null; id: string | null; name: string; excused: boolean }[]
}

/** Entries a page; memory does not grow with the chain. */
const page = 500

async function* rowsOf(trx: Transaction<unknown>, tenant: string | null): AsyncGenerator<Row> {
  let after = 0
  for (;;) {
    const { rows } = await sql<Row>`
      select entry.*, (
        select coalesce(jsonb_agg(jsonb_build_object('part', w.part, 'salt', encode(w.salt, 'hex'), 'id', w.id, 'name', w.name, 'excused',
          exists (select from platform_audit_entry e where e.id = w.erased_by and e.tenant is not distinct from w.tenant
            and e.action = ${erasing}))), '[]')
        from platform_audit_word w where w.entry = entry.id) as words
      from (select * from platform_audit_entry where ${ofTenant(tenant)} and position > ${after} order by position limit ${page}) entry
      order by entry.position`.execute(trx)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = last.position
  }
}

/** The action under which words of persons are erased; a word that is gone without such an entry is a fault. */
export const erasing = 'platform/audit-erase'

/** How many of the entry's two words were erased by the rules; undefined when one was changed or is gone. */
function erasedWords(row: Row): number | undefined {
  let erased = 0
  for (const part of ['actor', 'subject'] as const) {
    const word = row.words.find((one) => one.part === part)
    if (!word) return undefined
    if (word.salt === null) {
      if (!word.excused) return undefined
      erased++
    } else if (!wordDigest(Buffer.from(word.salt, 'hex'), word).equals(row[`${part}_digest`])) return undefined
  }
  return erased
}

function whole(tenant: string | null, row: Row): boolean {
  const { position, at, action, subject_kind: subjectKind, details, previous } = row
  const [actorDigest, subjectDigest] = [row.actor_digest, row.subject_digest]
  return entryHash({ tenant, position, at, action, subjectKind, details, actorDigest, subjectDigest, previous }).equals(row.hash)
}

async function look(trx: Transaction<unknown>, tenant: string | null, anchor: AuditAnchor | undefined): Promise<AuditVerdict> {
  const { rows } = await sql<{ position: number; hash: Buffer }>`
    select position, hash from platform_audit_head where ${ofTenant(tenant)}`.execute(trx)
  const head = rows[0] ?? { position: 0, hash: beginning }
  let [position, erased, last] = [0, 0, beginning]
  const found = (fault?: AuditFault): AuditVerdict => ({
    entries: position,
    erased,
    ...(position > 0 ? { head: { position, hash: last.toString('hex') } } : {}),
    ...(fault ? { fault } : {}),
  })
  for await (const row of rowsOf(trx, tenant)) {
    const expected = position + 1
    if (row.position !== expected) return found({ position: expected, fault: 'missing' })
    const words = erasedWords(row)
    if (words === undefined || !whole(tenant, row)) return found({ position: expected, fault: 'changed' })
    if (!row.previous.equals(last) || expected > head.position) return found({ position: expected, fault: 'unlinked' })
    if (anchor?.position === expected && anchor.hash !== row.hash.toString('hex'))
      return found({ position: expected, fault: 'changed' })
    position = expected
    erased += words
    last = row.hash
  }
  if (position < Math.max(head.position, anchor?.position ?? 0)) return found({ position: position + 1, fault: 'missing' })
  return last.equals(head.hash) ? found() : found({ position, fault: 'changed' })
}

/** The end of a chain as somebody wrote it down elsewhere. */
export type AuditAnchor = NonNullable<AuditVerdict['head']>

/**
 * Recalculates a tenant's chain (null: the instance's) and names the first entry that is wrong. `db` is the owner's. Who may change
 * everything in the database can also calculate a whole chain anew; a head that was written down elsewhere, given as `anchor`, shows that too.
 */
export function verifyAudit<Tables>(db: Kysely<Tables>, tenant: string | null, anchor?: AuditAnchor): Promise<AuditVerdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((trx) => look(trx as unknown as Transaction<unknown>, tenant?.toLowerCase() ?? null, anchor))
}

/** The tenants that have a chain; null is the instance. */
export async function auditedTenants<Tables>(db: Kysely<Tables>): Promise<(string | null)[]> {
  const { rows } = await sql<{ tenant: string | null }>`
    select tenant from platform_audit_head union select tenant from platform_audit_entry order by tenant nulls first`.execute(db)
  return rows.map((row) => row.tenant)
}
