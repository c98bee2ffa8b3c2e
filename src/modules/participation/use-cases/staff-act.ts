import type { Transaction } from 'kysely'
import { must } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { type AuditValue, appendAudit } from '#platform/audit'
import type { Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../house.ts'
import type { ParticipationTables } from '../store/tables.ts'

/** Who acts for the tenant. */
export interface Clerk {
  readonly id: string
  readonly name: string
}

/** Who acts: a staff route lets nobody in who is not signed in. */
export const clerkIn = (visit: Pick<Visit, 'actor'>): Clerk => must(visit.actor.person, 'the person of a staff page')

export type Trx = Transaction<ParticipationTables>

/** Runs something as the staff of a tenant in one transaction. */
export const asStaff = <T>(
  house: Pick<ParticipationHouse, 'database'>,
  site: Pick<Site, 'id'>,
  work: (trx: Trx) => Promise<T>,
): Promise<T> => staffDb(house, site).transaction().execute(work)

/** Notes a deed in the audit log, as the last step of its transaction. The sentence has the key `participation.audit.<verb>`. */
export const noteStaffAct = (
  trx: Trx,
  site: Pick<Site, 'id'>,
  clerk: Clerk,
  verb: string,
  subject: { readonly kind: string; readonly id: string; readonly name: string },
  details: Readonly<Record<string, AuditValue>> = {},
): Promise<unknown> =>
  appendAudit(trx, {
    tenant: site.id,
    actor: { id: clerk.id, name: clerk.name },
    action: `participation/${verb}`,
    subject: { kind: `participation/${subject.kind}`, id: subject.id, name: subject.name },
    details,
  })
