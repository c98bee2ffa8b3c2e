import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { newBrowserMark, readBrowserMark, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../house.ts'
import type { IdentityLevel } from '../model/procedure.ts'
import type { Proof } from '../model/proof.ts'
import type { Submission } from '../model/submission.ts'
import { showProof } from '../store/proof-store.ts'
import { dropReaction, putReaction, type ReactionValue, reactionsOf } from '../store/reaction-store.ts'
import { reactionMark } from './reaction-mark.ts'
import { isRefused } from './refused.ts'

/** Whom a reaction counts for: a browser by its cookie, or somebody who has shown who it is. */
export type Reactor = { readonly cookie: string | undefined } | { readonly proof: Proof }

/**
 * Notes how somebody stands to a submission, once, however often and however many at once; `undefined` takes it back. Gives the cookie
 * that a browser keeps where it counts by that; `closed` when the time is over.
 */
export async function react(
  house: ParticipationHouse,
  site: Site,
  one: Submission,
  value: ReactionValue | undefined,
  by: Reactor,
): Promise<Result<{ readonly cookie: string | undefined }, 'closed'>> {
  const { ALLMENDE_SECRET: secret } = house.config
  const proof = 'proof' in by ? by.proof : undefined
  const cookie = 'cookie' in by ? keptCookie(secret, by.cookie) : undefined
  const mark = reactionMark(secret, proof?.number ?? cookie?.split('.')[0] ?? '', one.id)
  const identity: IdentityLevel = proof?.level ?? 'none'
  const what = { tenant: site.id, procedure: one.procedure, submission: one.id, mark, identity }
  try {
    const done = await withSecret(publicDb(house, site), mark, async (trx) => {
      await showProof(trx, proof)
      if (value === undefined) return dropReaction(trx, what)
      await putReaction(trx, what, value)
      return true
    })
    return done ? ok({ cookie }) : fail('closed')
  } catch (error) {
    if (isRefused(error)) return fail('closed')
    throw error
  }
}

/** The browser's own cookie where it is one of ours, or a new one. */
const keptCookie = (secret: string, cookie: string | undefined): string =>
  cookie && readBrowserMark(secret, 'participation', cookie) ? cookie : newBrowserMark(secret, 'participation')

/** How somebody stands to some submissions; nothing is asked where the browser has no cookie of ours and nothing was shown. */
export async function ownReactions(
  house: ParticipationHouse,
  site: Site,
  submissions: readonly Submission[],
  by: Reactor | undefined,
): Promise<ReadonlyMap<string, ReactionValue>> {
  const { ALLMENDE_SECRET: secret } = house.config
  const known = by && ('proof' in by ? by.proof.number : readBrowserMark(secret, 'participation', by.cookie))
  if (!known) return new Map()
  const marks = new Map(submissions.map((one) => [one.id, reactionMark(secret, known, one.id)]))
  return reactionsOf(publicDb(house, site), marks)
}
