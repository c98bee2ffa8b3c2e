import { type GroupTally, together } from './group-tallies.ts'
import { oneShareZ, share, significant, twoSharesZ } from './significance.ts'

/** A statement that tells a group from the others, and the side the group takes. */
export interface Representative {
  readonly statement: string
  readonly side: 'agree' | 'disagree'
  /** Those in the group who take this side, and all of it who answered. */
  readonly hits: number
  readonly votes: number
  /** (hits + 1) / (votes + 2). */
  readonly share: number
  /** z of the share against one half. */
  readonly shareZ: number
  /** The share divided by that of all other groups together. */
  readonly ratio: number
  /** z of the share against that of the others. */
  readonly ratioZ: number
}

const strength = (one: Representative) => one.ratio * one.ratioZ * one.share * one.shareZ

/** The statistics of a statement and a side, without a verdict. */
export function compared(
  statement: string,
  side: Representative['side'],
  inside: GroupTally,
  outside: GroupTally,
): Representative {
  const p = share(inside[side], inside.votes)
  return {
    statement,
    side,
    hits: inside[side],
    votes: inside.votes,
    share: p,
    shareZ: oneShareZ(inside[side], inside.votes),
    ratio: p / share(outside[side], outside.votes),
    ratioZ: twoSharesZ(inside[side], inside.votes, outside[side], outside.votes),
  }
}

/**
 * For each group the statements that represent it: both z above 1.2816, strongest (ratio, its z, share and its z multiplied) first,
 * `most` at most. None for a single group: there is nothing to compare with. Source: Polis, representativeness.
 */
export function representatives(
  statements: readonly string[],
  tallies: readonly (readonly GroupTally[])[],
  most = 5,
): Representative[][] {
  if (tallies.length < 2) return tallies.map(() => [])
  return tallies.map((own, group) => {
    const found: Representative[] = []
    statements.forEach((statement, at) => {
      const inside = own[at]
      if (!inside) return
      const outside = together(tallies.filter((_, other) => other !== group).map((others) => others[at]))
      for (const side of ['agree', 'disagree'] as const) {
        const one = compared(statement, side, inside, outside)
        if (one.shareZ > significant && one.ratioZ > significant) found.push(one)
      }
    })
    return found.sort((a, b) => strength(b) - strength(a)).slice(0, most)
  })
}
