import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import type { ParticipationHouse } from '../../house.ts'
import { type ModeratedKind, type ModerationFault, standMark } from '../../model/moderation.ts'
import { numberOf } from '../../model/procedure.ts'
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
import { wakeNews } from '../follow/wake-news.ts'
import { asStaff, type Clerk, noteStaffAct, type Trx } from '../staff-act.ts'

/** `stale`: somebody changed it since the form was made; nothing was done. `not-now`: in this state that cannot be done. */
export type ActFault = 'gone' | 'stale' | 'not-now' | readonly ModerationFault[]

type DoneReason = Pick<NewStatement, 'act' | 'code' | 'body'>

/** What an act says of itself when it was done: the reason to keep. Undefined where there is nothing to state (a question). */
export type Done = Result<DoneReason | undefined, ActFault>

export type Acted = Result<true, ActFault>

/** What acts are done with: the house, and who acts for which tenant. */
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

/** Keeps the reason of what was done, and notes it: who waits for news is told. */
async function finish(
  trx: Trx,
  { house, site, clerk }: Moderation,
  about: { readonly verb: string; readonly kind: ModeratedKind; readonly id: string; readonly name: string },
  reason: DoneReason | undefined,
  where: Pick<NewStatement, 'procedure' | 'submission' | 'comment' | 'notice'>,
): Promise<Acted> {
  if (reason) await writeStatement(trx, { ...reason, ...where, tenant: site.id, person: clerk.id })
  await wakeNews(house, trx)
  await noteStaffAct(trx, site, clerk, about.verb, about)
  return ok(true)
}

/** Runs an act in a transaction of its own. */
export const inTransaction = ({ house, site }: Moderation, work: (trx: Trx) => Promise<Acted>): Promise<Acted> =>
  asStaff(house, site, work)

/**
 * Runs an act on a submission in the caller's transaction: nobody else acts on it meanwhile, and what was changed since the form was
 * made is not touched. Its reason and the entry in the audit log are written with it.
 */
export async function actOnSubmission(
  trx: Trx,
  by: Moderation,
  target: Target,
  verb: string,
  work: (one: ModeratedSubmission) => Promise<Done>,
): Promise<Acted> {
  const { site } = by
  await lockSubmissions(trx, site.id, [target.id, ...(target.with ?? [])])
  const one = await moderatedSubmission(trx, site.id, target.id, true)
  const procedure = one && (await procedureById(trx, site.id, one.procedure))
  if (!one || !procedure) return fail('gone')
  if (standMark(one) !== target.stand) return fail('stale')
  const done = await work(one)
  if (!done.ok) return done
  const about = { verb, kind: 'submission', id: one.id, name: numberOf(procedure.prefix, one.number) } as const
  return finish(trx, by, about, done.value, { procedure: procedure.id, submission: one.id, notice: target.notice })
}

/** The same for a comment. The submission is locked first, as whoever merges does. */
export async function actOnComment(
  trx: Trx,
  by: Moderation,
  target: Target,
  verb: string,
  work: (one: ModeratedComment) => Promise<Done>,
): Promise<Acted> {
  const { site } = by
  const before = await moderatedComment(trx, site.id, target.id)
  if (!before) return fail('gone')
  await lockSubmissions(trx, site.id, [before.submission, ...(target.with ?? [])])
  const one = await moderatedComment(trx, site.id, target.id, true)
  const procedure = one && (await procedureById(trx, site.id, one.procedure))
  const under = one && (await moderatedSubmission(trx, site.id, one.submission))
  if (!one || !procedure || !under) return fail('gone')
  // Merged away between the two looks: as good as changed.
  if (one.submission !== before.submission || standMark(one) !== target.stand) return fail('stale')
  const done = await work(one)
  if (!done.ok) return done
  const about = { verb, kind: 'comment', id: one.id, name: numberOf(procedure.prefix, under.number) } as const
  const where = { procedure: procedure.id, submission: one.submission, comment: one.id, notice: target.notice }
  return finish(trx, by, about, done.value, where)
}
