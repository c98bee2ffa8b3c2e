import type { Row } from './vote-matrix.ts'
import type { Tally } from './votes.ts'

/** Of one statement in one group. */
export interface GroupTally extends Tally {
  /** agree + disagree + pass. */
  readonly votes: number
}

/** `[group][statement]`, counted over the people who are placed. */
export function groupTallies(rows: readonly Row[], labels: readonly number[], groups: number, width: number): GroupTally[][] {
  const out = Array.from({ length: groups }, () =>
    Array.from({ length: width }, () => ({ agree: 0, disagree: 0, pass: 0, votes: 0 })),
  )
  rows.forEach(({ columns, values }, i) => {
    const own = out[labels[i] ?? 0]
    columns.forEach((column, at) => {
      const tally = own?.[column]
      if (!tally) return
      tally.votes++
      if (values[at] === 1) tally.agree++
      else if (values[at] === -1) tally.disagree++
      else tally.pass++
    })
  })
  return out
}

/** The tally of a statement over several groups. */
export function together(tallies: readonly (GroupTally | undefined)[]): GroupTally {
  const sum = { agree: 0, disagree: 0, pass: 0, votes: 0 }
  for (const one of tallies) {
    if (!one) continue
    sum.agree += one.agree
    sum.disagree += one.disagree
    sum.pass += one.pass
    sum.votes += one.votes
  }
  return sum
}
