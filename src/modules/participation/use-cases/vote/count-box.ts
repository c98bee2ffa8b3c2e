import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { appendAudit } from '#platform/audit'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import type { Outcome, TallyFault } from '../../model/tally/outcome.ts'
import { tally } from '../../model/tally/tally.ts'
import type { Ballot } from '../../model/tally/vote.ts'
import { type Box, candidatesOf } from '../../model/vote/box.ts'
import { budgetVote, ruleOf } from '../../model/vote/budget-vote.ts'
import { projectsOf } from '../../store/vote/box-store.ts'
import { insertCount } from '../../store/vote/count-store.ts'
import { forgetTypists } from '../../store/vote/paper-store.ts'
import { type LogEntry, logOf, mixRegister } from '../../store/vote/vote-store.ts'
import { checkLog, emptyLog, type LogFault } from './check-log.ts'

/** Why a box was not counted. */
export type CountFault =
  | { readonly code: 'running' | 'counted' | 'changed' }
  | { readonly code: 'log'; readonly faults: readonly LogFault[]; readonly missing: number }
  | { readonly code: 'tally'; readonly fault: TallyFault }

type Db = ReturnType<typeof staffDb>
const atOnce = 5000

/** Reads the whole log of a box and looks at every link of its chain. */
export async function readLog(db: Db, box: Box): Promise<{ ballots: Ballot[]; faults: LogFault[]; last: number; head: string }> {
  const ballots: Ballot[] = []
  const faults: LogFault[] = []
  let state = emptyLog
  for (;;) {
    const entries: LogEntry[] = await logOf(db, box.id, state.position, atOnce)
    const looked = checkLog(state, entries)
    state = looked.state
    faults.push(...looked.faults)
    for (const { projects, points } of entries) if (projects) ballots.push({ projects, ...(points ? { points } : {}) })
    if (entries.length < atOnce) return { ballots, faults, last: state.position, head: state.head }
  }
}

/**
 * Counts a box once voting is over: looks at the whole log, counts by the rule of the box, keeps and publishes the result. In the
 * same moment it is forgotten who typed which paper, and the register is written anew.
 */
export async function countBox(
  house: Pick<ParticipationHouse, 'database'>,
  site: Site,
  box: Box,
  clerk: { readonly id: string; readonly name: string } | undefined,
): Promise<Result<Outcome, CountFault>> {
  if (box.countedAt) return fail({ code: 'counted' })
  const db = staffDb(house, site)
  const [log, projects] = await Promise.all([readLog(db, box), projectsOf(db, box.procedure)])
  // Before the end the database shows no ballot to anybody.
  if (log.last === 0 && box.last > 0) return fail({ code: 'running' })
  if (log.faults.length > 0 || log.last !== box.last || log.head !== box.head)
    return fail({ code: 'log', faults: log.faults.slice(0, 20), missing: box.last - log.last })
  const vote = budgetVote(box, candidatesOf(projects, box.id), log.ballots)
  const counted = tally(vote, ruleOf(box))
  if (!counted.ok) return fail({ code: 'tally', fault: counted.error })
  const plain = box.rule === 'greedy' ? undefined : tally(vote, { id: 'greedy' })
  try {
    await db.transaction().execute(async (trx) => {
      await insertCount(trx, site.id, clerk?.id ?? null, {
        box: box.id,
        last: log.last,
        head: log.head,
        ballots: log.ballots.length,
        outcome: counted.value,
        comparison: plain?.ok ? plain.value : null,
      })
      if (clerk)
        await appendAudit(trx, {
          tenant: site.id,
          actor: clerk,
          action: 'participation/count-box',
          subject: { kind: 'participation/procedure', id: box.procedure, name: box.title },
        })
      await forgetTypists(trx, box.id)
      await mixRegister(trx, box.id, 0)
    })
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'AL002' || code === '23505') return fail({ code: 'changed' })
    if (code === '42501') return fail({ code: 'running' })
    throw error
  }
  return ok(counted.value)
}
