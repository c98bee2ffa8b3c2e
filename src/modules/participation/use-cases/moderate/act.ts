import type { Transaction } from 'kysely'
import { fail, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { appendAudit } from '#platform/audit'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { type ModeratedKind, type ModerationFault, standMark } from '../../model/moderation.ts'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import {
  lockSubmissions,
  type ModeratedComment,
  type ModeratedSubmission,
  moderatedComment,
  moderatedSubmission,
  type NewStatement,
  writeStatement,
} from '../../store/moderation-store.ts'
import { procedureById } from '../../store/procedure-store.ts'
import type { ParticipationTables } from '../../store/tables.ts'
import { wakeNews } from '../follow/wake-news.ts'

export type Trx = Transaction<ParticipationTables>

/** Who acts for the tenant. */
export interface Clerk {
  readonly id: string
  readonly name: string
}

/** `stale`: somebody changed it since the form was made; nothing was done. `not-now`: in this state that cannot be done. */
export type ActFault = 'gone' | 'stale' | 'not-now' | readonly ModerationFault[]

/** What an act says of itself when it was done: the reason to keep. Undefined where there is nothing to state (a question). */
export type Done = Result<Pick<NewStatement, 'act' | 'code' | 'body'> | undefined, ActFault>

export type Acted = Result<{ readonly statement: string | undefined }, ActFault>

/** What acts are done with: the house, and the reported case they decide, if there is one. */
export interface Moderation {
  readonly house: ParticipationHouse
  readonly site: Site
  readonly clerk: Clerk
}

interface Target {
  readonly id: string
  /** What it looked like when the form was made. */
  readonly stand: string
  /** Other submissions that the act touches: locked with it, in one order. */
  readonly with?: readonly string[]
  readonly notice?: string
}

const noted = async (
  trx: Trx,
  { house, site, clerk }: Moderation,
  verb: string,
  kind: ModeratedKind,
  id: string,
  name: string,
) => {
  await wakeNews(house, trx)
  await appendAudit(trx, {
    tenant: site.id,
    actor: clerk,
    action: `participation/${verb}`,
    subject: { kind: `participation/${kind}`, id, name },
  })
}

/** Runs an act in a transaction of its own. */
export const inTransaction = ({ house, site }: Moderation, work: (trx: Trx) => Promise<Acted>): Promise<Acted> =>
  staffDb(house, site).transaction().execute(work)

/**
 * Runs an act on a submission in the caller's transaction: nobody else acts on it meanwhile, and what was changed since the form was
 * made is not touched. Its reason and the entry in the audit log are written with it.
 */
export async function actOnSubmission(
  trx: Trx,
  by: Moderation,
  target: Target,
  verb: string,
  work: (trx: Trx, one: ModeratedSubmission, procedure: Procedure) => Promise<Done>,
): Promise<Acted> {
  const { site, clerk } = by
  await lockSubmissions(trx, site.id, [target.id, ...(target.with ?? [])])
  const one = await moderatedSubmission(trx, site.id, target.id, true)
  const procedure = one && (await procedureById(trx, site.id, one.procedure))
  if (!one || !procedure) return fail('gone')
  if (standMark(one) !== target.stand) return fail('stale')
  const done = await work(trx, one, procedure)
  if (!done.ok) return done
  const statement =
    done.value &&
    (await writeStatement(trx, {
      ...done.value,
      tenant: site.id,
      procedure: one.procedure,
      submission: one.id,
      notice: target.notice,
      person: clerk.id,
    }))
  await noted(trx, by, verb, 'submission', one.id, numberOf(procedure.prefix, one.number))
  return { ok: true, value: { statement } }
}

/** The same for a comment. The submission is locked first, as whoever merges does. */
export async function actOnComment(
  trx: Trx,
  by: Moderation,
  target: Target,
  verb: string,
  work: (trx: Trx, one: ModeratedComment, procedure: Procedure) => Promise<Done>,
): Promise<Acted> {
  const { site, clerk } = by
  const before = await moderatedComment(trx, site.id, target.id)
  if (!before) return fail('gone')
  await lockSubmissions(trx, site.id, [before.submission, ...(target.with ?? [])])
  const one = await moderatedComment(trx, site.id, target.id, true)
  const procedure = one && (await procedureById(trx, site.id, one.procedure))
  const under = one && (await moderatedSubmission(trx, site.id, one.submission))
  if (!one || !procedure || !under) return fail('gone')
  // Merged away between the two looks: as good as changed.
  if (one.submission !== before.submission || standMark(one) !== target.stand) return fail('stale')
  const done = await work(trx, one, procedure)
  if (!done.ok) return done
  const statement =
    done.value &&
    (await writeStatement(trx, {
      ...done.value,
      tenant: site.id,
      procedure: one.procedure,
      submission: one.submission,
      comment: one.id,
      notice: target.notice,
      person: clerk.id,
    }))
  await noted(trx, by, verb, 'comment', one.id, numberOf(procedure.prefix, under.number))
  return { ok: true, value: { statement } }
}
