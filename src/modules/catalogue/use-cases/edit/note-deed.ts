import type { AuditEntry, AuditValue } from '#platform/audit'
import { titleOf } from '#standards/dcat-ap-de'
import type { StaffDb } from '../../store/draft-store.ts'
import type { Draft } from '../../store/draft-tables.ts'
import type { Acting } from './staff.ts'

/** Somebody who acts without being a person: the clock. */
export const theClock = { id: null, name: 'Terminierte Veröffentlichung' } as const

/** Writes a deed into the audit log, in the transaction of the deed. The sentence has the text key `catalogue.audit.<verb>`. */
export async function noteDeed(
  staff: StaffDb,
  actor: Acting['person'] | typeof theClock,
  verb: string,
  thing: Pick<Draft, 'id' | 'record'> | { readonly id: string; readonly title: string },
  details: Readonly<Record<string, AuditValue>> = {},
): Promise<void> {
  const title = 'record' in thing ? titleOf(thing.record) : thing.title
  const entry: AuditEntry = {
    tenant: staff.tenant,
    actor: { id: actor.id, name: actor.name },
    action: `catalogue/${verb}`,
    subject: { kind: 'catalogue/draft', id: thing.id, name: title },
    details,
  }
  await writeAudit(staff, entry)
}

// The log itself comes with the platform's audit room.
const writeAudit = async (_staff: StaffDb, _entry: AuditEntry): Promise<void> => {}
