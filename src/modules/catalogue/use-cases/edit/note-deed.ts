import type { Transaction } from 'kysely'
import { type AuditEntry, type AuditValue, appendAudit } from '#platform/audit'
import { say } from '#standards/dcat-ap-de'
import type { StaffDb } from '../../store/draft-store.ts'
import type { Draft } from '../../store/draft-tables.ts'
import type { CatalogueTables } from '../../store/tables.ts'
import type { Acting } from './staff.ts'

/** Somebody who acts without being a person: the clock. */
export const theClock = { id: null, name: 'Terminierte Veröffentlichung' } as const

/** Writes a deed into the audit log, as the last thing in the transaction of the deed. The sentence has the text key `catalogue.audit.<verb>`. */
export async function noteDeed(
  staff: StaffDb,
  actor: Acting['person'] | typeof theClock,
  verb: string,
  thing: Pick<Draft, 'id' | 'record'> | { readonly id: string; readonly title: string },
  details: Readonly<Record<string, AuditValue>> = {},
): Promise<void> {
  const title = 'record' in thing ? say(thing.record.title) || 'Ohne Titel' : thing.title
  const entry: AuditEntry = {
    tenant: staff.tenant,
    actor: { id: actor.id, name: actor.name },
    action: `catalogue/${verb}`,
    subject: { kind: 'catalogue/draft', id: thing.id, name: title },
    details,
  }
  // Whoever writes the log is inside a transaction (together); the type of a connection does not tell.
  await appendAudit(staff.db as Transaction<CatalogueTables>, entry)
}
