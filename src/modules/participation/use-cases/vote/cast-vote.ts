import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import type { ParticipationHouse } from '../../house.ts'
import type { Choice } from '../../model/vote/ballot.ts'
import type { Box } from '../../model/vote/box.ts'
import type { VoteState } from '../../store/vote/vote-store.ts'
import { codeHash, type Pass, receiptCode, receiptHash, voterMark } from './marks.ts'
import { votesOf } from './vote-queue.ts'

/** Proof of a vote that counts: known to nobody but whoever voted. */
export interface VoteReceipt {
  readonly code: string
  /** The database's clock when it took the vote. It is not kept. */
  readonly at: Date
}

/** Why a vote was not taken. */
export type VoteRefusal = Exclude<VoteState, 'cast' | 'same'>

type VoteHouse = Pick<ParticipationHouse, 'database' | 'sites' | 'config'>

/**
 * Takes a vote by a pass, or puts one in the place of an earlier vote by the receipt code of that one. When it answers, the vote is
 * durable. Sent again with the same key it gives the same receipt and changes nothing.
 */
export async function castVote(
  house: VoteHouse,
  site: Site,
  box: Pick<Box, 'id' | 'procedure' | 'register'>,
  sent: {
    readonly choice: Choice
    readonly key: string
    readonly by: Pass | { readonly kind: 'receipt'; readonly code: string }
  },
): Promise<Result<VoteReceipt, VoteRefusal>> {
  const { ALLMENDE_SECRET: secret } = house.config
  const { by, choice, key } = sent
  const earlier = by.kind === 'receipt' ? receiptHash(box.id, by.code) : undefined
  const mark = by.kind === 'receipt' ? undefined : voterMark(secret, box.register, by)
  const code = receiptCode(secret, box.id, mark ?? earlier ?? Buffer.alloc(0), key)
  const { state, at } = await votesOf(house).take(site, {
    box: box.id,
    receipt: receiptHash(box.id, code),
    choice,
    ...(mark ? { mark } : {}),
    ...(earlier ? { replaces: earlier } : {}),
    ...(by.kind === 'code' ? { code: codeHash(secret, box.procedure, by.code) } : {}),
  })
  return state === 'cast' || state === 'same' ? ok({ code, at }) : fail(state)
}
