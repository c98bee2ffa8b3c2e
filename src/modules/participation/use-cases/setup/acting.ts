import { createHash } from 'node:crypto'
import { isIdInAnyCase } from '#kernel/id.ts'
import type { Site } from '#kernel/site.ts'
import type { AuditValue } from '#platform/audit'
import type { Visit } from '#platform/http'
import type { Procedure } from '../../model/procedure.ts'
import { type Clerk, clerkIn, noteStaffAct, type Trx } from '../staff-act.ts'

/** Who of the staff does something, and for whom. */
export interface Acting {
  readonly site: Site
  readonly person: Clerk
}

/** Who acts on a staff page, and for whom. */
export const actingIn = (visit: Visit): Acting => ({ site: visit.site, person: clerkIn(visit) })

/** The id an address names; undefined for what is none, so that the database is not asked. */
export const idIn = (visit: Pick<Visit, 'params'>): string | undefined => {
  const { id = '' } = visit.params
  return isIdInAnyCase(id) ? id : undefined
}

/** Notes what was done with a procedure, in the transaction of the deed itself and as its last step. */
export const noteSetup = (
  trx: Trx,
  { site, person }: Acting,
  verb: string,
  procedure: Pick<Procedure, 'id' | 'title'>,
  details: Readonly<Record<string, AuditValue>> = {},
): Promise<unknown> =>
  noteStaffAct(trx, site, person, verb, { kind: 'procedure', id: procedure.id, name: procedure.title }, details)

/** A mark of a value that a form began with, so that it can be told later whether somebody changed it. */
export const markOf = (value: string): string => createHash('sha256').update(value).digest('base64url').slice(0, 12)
