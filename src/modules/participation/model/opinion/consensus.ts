import { type GroupTally, together } from './group-tallies.ts'
import { oneShareZ, share, significant } from './significance.ts'

/** A statement on which the people agree, or which they reject together. */
export interface Consensus {
  readonly statement: string
  readonly hits: number
  readonly votes: number
  /** (hits + 1) / (votes + 2) over all who are placed. */
  readonly share: number
  /** z of the share against one half. */
  readonly shareZ: number
  /** The share of each group, so that nobody takes a large group's view for everybody's. */
  readonly shares: readonly number[]
}

/** What all agree on, and what all reject. */
export interface ConsensusBySide {
  readonly agree: readonly Consensus[]
  readonly disagree: readonly Consensus[]
}

/** Statements with p > 1/2 and z > 1.2816 over all who are placed, by p times z, `most` for each side. Source: Polis, consensus. */
export function consensus(statements: readonly string[], tallies: readonly (readonly GroupTally[])[], most = 5): ConsensusBySide {
  const sideOf = (side: 'agree' | 'disagree') =>
    statements
      .map((statement, at): Consensus => {
        const all = together(tallies.map((own) => own[at]))
        return {
          statement,
          hits: all[side],
          votes: all.votes,
          share: share(all[side], all.votes),
          shareZ: oneShareZ(all[side], all.votes),
          shares: tallies.map((own) => share(own[at]?.[side] ?? 0, own[at]?.votes ?? 0)),
        }
      })
      .filter((one) => one.share > 0.5 && one.shareZ > significant)
      .sort((a, b) => b.share * b.shareZ - a.share * a.shareZ)
      .slice(0, most)
  return { agree: sideOf('agree'), disagree: sideOf('disagree') }
}
