import type { Kysely, Transaction } from 'kysely'
import { auditedTenants, listAudit } from '#platform/audit'
import { personalRecord } from '../../store/account/personal-record.ts'
import type { IdentityTables } from '../../store/tenant-store.ts'

/** Somebody whose data are asked for or erased. */
export interface DataSubject {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** What a room does with data about persons with an account. Each room that keeps any hands one in; `app.ts` has the list. */
export interface PersonalRoom {
  readonly room: string
  /** Everything the room keeps about the person, as JSON. */
  read(db: Kysely<never>, person: DataSubject): Promise<unknown>
  /** Takes name, address and id of the person out of everything that stays. */
  erase(trx: Transaction<never>, person: DataSubject): Promise<void>
}

/** What the audit log says the person did, by tenant. */
async function acts(db: Kysely<IdentityTables>, person: string): Promise<unknown[]> {
  const found: unknown[] = []
  for (const tenant of await auditedTenants(db)) {
    let after: number | undefined
    do {
      const page = await listAudit(db, tenant, { actor: person, limit: 500, ...(after === undefined ? {} : { after }) })
      for (const { at, action, subject, details } of page.entries)
        found.push({ tenant, at, action, subject: subject.name, details })
      after = page.next
    } while (after !== undefined)
  }
  return found
}

/** Everything the instance knows about a person, room by room. */
export async function personalData(
  db: Kysely<IdentityTables>,
  rooms: readonly PersonalRoom[],
  person: DataSubject,
): Promise<Readonly<Record<string, unknown>>> {
  const parts: Record<string, unknown> = { account: await personalRecord(db, person.id), acts: await acts(db, person.id) }
  for (const room of rooms) parts[room.room] = await room.read(db as unknown as Kysely<never>, person)
  return parts
}
