import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Person } from '#kernel/actor.ts'
import { isIdInAnyCase } from '#kernel/id.ts'
import { must } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { type AuditValue, appendAudit } from '#platform/audit'
import type { Visit } from '#platform/http'
import type { Procedure } from '../../model/procedure.ts'
import type { ParticipationTables } from '../../store/tables.ts'

/** Who of the staff does something, and for whom. */
export interface Acting {
  readonly site: Site
  readonly person: Pick<Person, 'id' | 'name'>
}

/** Who acts: a staff route lets nobody in who is not signed in. */
export const actingIn = (visit: Visit): Acting => ({
  site: visit.site,
  person: must(visit.actor.person, 'the person of a staff page'),
})

/** The id an address names; undefined for what is none, so that the database is not asked. */
export const idIn = (visit: Pick<Visit, 'params'>): string | undefined => {
  const { id = '' } = visit.params
  return isIdInAnyCase(id) ? id : undefined
}

/** Notes what was done with a procedure, in the transaction of the deed itself and as its last step. */
export const noteSetup = (
  trx: Transaction<ParticipationTables>,
  { site, person }: Acting,
  verb: string,
  procedure: Pick<Procedure, 'id' | 'title'>,
  details: Readonly<Record<string, AuditValue>> = {},
): Promise<unknown> =>
  appendAudit(trx, {
    tenant: site.id,
    actor: { id: person.id, name: person.name },
    action: `participation/${verb}`,
    subject: { kind: 'participation/procedure', id: procedure.id, name: procedure.title },
    details,
  })

/** A mark of a value that a form began with, so that it can be told later whether somebody changed it. */
export const markOf = (value: string): string => createHash('sha256').update(value).digest('base64url').slice(0, 12)
