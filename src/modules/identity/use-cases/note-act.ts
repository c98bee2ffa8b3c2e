import { type AuditEntry, type AuditValue, appendAudit } from '#platform/audit'
import type { Act, Trx } from './admin-house.ts'

/** One entry for the log of the tenant that is acted for. `details` never hold names or addresses of people; `text:KEY` in them is a word to translate. */
export const actEntry = (
  { site, actor }: Act,
  action: string,
  subject: AuditEntry['subject'],
  details: Readonly<Record<string, AuditValue>> = {},
): AuditEntry => ({ tenant: site.id, actor, action: `identity/${action}`, subject, details })

/** Writes what was done into the tenant's log, last in the transaction that does it. */
export const noteAct = (trx: Trx, ...entry: Parameters<typeof actEntry>): Promise<void> => appendAudit(trx, actEntry(...entry))
