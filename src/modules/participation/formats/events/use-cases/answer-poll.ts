import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { addressMark, secretHash, secretLink, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import type { Procedure } from '../../../model/procedure.ts'
import type { Proof } from '../../../model/proof.ts'
import { procedureById } from '../../../store/procedure-store.ts'
import { showProof } from '../../../store/proof-store.ts'
import { isRefused } from '../../../use-cases/refused.ts'
import type { Poll, PollAnswer, PollDraft, PollOption } from '../model/poll.ts'
import { answerOfSecret, insertAnswer, optionsOf, pollById, saveAnswer, withdrawAnswer } from '../store/poll-store.ts'
import { isTwice } from '../store/registration-store.ts'
import { linkKinds } from './letters.ts'
import { idOfForm, provenFor } from './register.ts'

const markOf = (house: ParticipationHouse, { email }: PollDraft) =>
  email ? addressMark(house.config.ALLMENDE_SECRET, 'participation', email) : null

async function inTime<T>(work: () => Promise<T>): Promise<Result<T, 'closed' | 'twice'>> {
  try {
    return ok(await work())
  } catch (error) {
    if (isTwice(error)) return fail('twice')
    if (isRefused(error)) return fail('closed')
    throw error
  }
}

/** Keeps what somebody says to the times of a search; gives the secret part of the link to change it. Sent twice, it is there once. */
export function answerPoll(
  house: ParticipationHouse,
  site: Site,
  poll: Poll,
  draft: PollDraft,
  { key, lang, proof }: { readonly key: string; readonly lang: string; readonly proof?: Proof | undefined },
): Promise<Result<string, 'closed' | 'twice'>> {
  const id = idOfForm(key, poll.id, draft)
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, linkKinds.poll, id)
  return inTime(() =>
    withSecret(publicDb(house, site), hash, async (trx) => {
      await showProof(trx, proof)
      if (!(await answerOfSecret(trx, site.id, hash)))
        await insertAnswer(trx, {
          id,
          tenant: site.id,
          poll: poll.id,
          draft,
          lang,
          secretHash: hash,
          addressMark: markOf(house, draft),
          ...provenFor(house, poll.id, proof),
        })
      return token
    }),
  )
}

/** What stands behind the link of an answer. */
export interface OwnPollAnswer {
  readonly answer: PollAnswer
  readonly poll: Poll
  readonly options: readonly PollOption[]
  readonly procedure: Procedure
}

/** An answer with its search; undefined when there is nothing. */
export async function ownPollAnswer(house: ParticipationHouse, site: Site, token: string): Promise<OwnPollAnswer | undefined> {
  const hash = secretHash(token)
  if (!hash) return undefined
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const answer = await answerOfSecret(trx, site.id, hash)
    const poll = answer && (await pollById(trx, site.id, answer.poll))
    const procedure = poll && (await procedureById(trx, site.id, poll.procedure))
    return answer && poll && procedure ? { answer, poll, procedure, options: await optionsOf(trx, poll.id) } : undefined
  })
}

/** Changes the own answer, as long as the search is open. */
export async function changeOwnPollAnswer(
  house: ParticipationHouse,
  site: Site,
  token: string,
  draft: PollDraft,
): Promise<Result<true, 'gone' | 'closed' | 'twice'>> {
  const hash = secretHash(token)
  if (!hash) return fail('gone')
  const done = await inTime(() =>
    withSecret(publicDb(house, site), hash, async (trx) => {
      const answer = await answerOfSecret(trx, site.id, hash)
      if (answer) await saveAnswer(trx, site.id, answer.id, draft, markOf(house, draft))
      return answer !== undefined
    }),
  )
  if (!done.ok) return done
  return done.value ? ok(true) : fail('gone')
}

/** Takes the own answer back, also when the search is over. False when there is nothing. */
export async function withdrawOwnPollAnswer(house: ParticipationHouse, site: Site, token: string): Promise<boolean> {
  const hash = secretHash(token)
  if (!hash) return false
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const answer = await answerOfSecret(trx, site.id, hash)
    if (answer) await withdrawAnswer(trx, site.id, answer.id)
    return answer !== undefined
  })
}
