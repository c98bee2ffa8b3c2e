import type { Kysely } from 'kysely'
import { verifyAudit } from '#platform/audit'
import { keepCheck, type StoredCheck } from '../store/audit-check-store.ts'

/** Looks over a tenant's whole chain and keeps what was found. `db` is the owner's. */
export async function checkAudit<T>(db: Kysely<T>, tenant: string, at: Date): Promise<StoredCheck> {
  const { entries, fault } = await verifyAudit(db, tenant)
  const check = { at, entries, position: fault?.position ?? null, fault: fault?.fault ?? null }
  await keepCheck(db, tenant, check)
  return check
}
