import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { newBrowserMark, readBrowserMark, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../house.ts'
import type { Submission } from '../model/submission.ts'
import { dropReaction, putReaction, type ReactionValue, reactionsOf } from '../store/reaction-store.ts'
import { reactionMark } from './reaction-mark.ts'
import { isRefused } from './refused.ts'

/**
 * Notes how a browser stands to a submission, once, however often and however many at once; `undefined` takes it back. Gives the cookie
 * that the browser keeps; `closed` when the time is over.
 */
export async function react(
  house: ParticipationHouse,
  site: Site,
  one: Submission,
  value: ReactionValue | undefined,
  cookie: string | undefined,
): Promise<Result<{ readonly cookie: string }, 'closed'>> {
  const { ALLMENDE_SECRET: secret } = house.config
  const known = readBrowserMark(secret, 'participation', cookie)
  const kept = known && cookie ? cookie : newBrowserMark(secret, 'participation')
  const mark = reactionMark(secret, known ?? kept.split('.')[0] ?? '', one.id)
  const what = { tenant: site.id, procedure: one.procedure, submission: one.id, mark }
  try {
    const done = await withSecret(publicDb(house, site), mark, async (trx) => {
      if (value === undefined) return dropReaction(trx, what)
      await putReaction(trx, what, value)
      return true
    })
    return done ? ok({ cookie: kept }) : fail('closed')
  } catch (error) {
    if (isRefused(error)) return fail('closed')
    throw error
  }
}

/** How this browser stands to some submissions; nothing is asked where it has no cookie of ours. */
export async function ownReactions(
  house: ParticipationHouse,
  site: Site,
  submissions: readonly Submission[],
  cookie: string | undefined,
): Promise<ReadonlyMap<string, ReactionValue>> {
  const { ALLMENDE_SECRET: secret } = house.config
  const known = readBrowserMark(secret, 'participation', cookie)
  if (!known) return new Map()
  const marks = new Map(submissions.map((one) => [one.id, reactionMark(secret, known, one.id)]))
  return reactionsOf(publicDb(house, site), marks)
}
