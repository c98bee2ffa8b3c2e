import type { Rule, RuleId } from '../tally/outcome.ts'
import type { Ballot, BallotKind, BudgetVote } from '../tally/vote.ts'
import type { Box, BoxKind, Candidate } from './box.ts'

const kinds: Readonly<Record<BoxKind, BallotKind>> = {
  knapsack: 'approval',
  approval: 'approval',
  points: 'cumulative',
  ranking: 'ordinal',
}

/** Rules that a box may be counted by. Equal shares want ballots that say yes; `pro-contra` wants a no, which no ballot of ours has. */
export function rulesFor(kind: BoxKind): RuleId[] {
  const all: RuleId[] = [
    'equalshares/add1',
    'equalshares',
    'equalshares/add1-comparison',
    'equalshares-comparison',
    'greedy',
    'greedy-no-skip',
    'greedy-threshold',
  ]
  return kinds[kind] === 'approval' ? all : all.filter((id) => !id.startsWith('equalshares'))
}

/** Smallest units in a euro: 1 where no amount has cents, so that files and counts are in whole euros. */
export const scaleOf = (box: Pick<Box, 'budget'>, candidates: readonly Candidate[]): 1 | 100 =>
  [box.budget, ...candidates.map(({ cost }) => cost)].every((cents) => cents % 100 === 0) ? 1 : 100

/** A box as it is counted: kind of ballots, costs and budget in the smallest unit that is needed, and the ballots. */
export function budgetVote(box: Box, candidates: readonly Candidate[], ballots: readonly Ballot[]): BudgetVote {
  const unit = scaleOf(box, candidates)
  const units = (cents: number) => cents / (100 / unit)
  return {
    kind: kinds[box.kind],
    projects: candidates.map(({ key, cost }) => ({ id: key, cost: units(cost) })),
    ballots,
    budget: units(box.budget),
    unit,
    // The first place of a ranking gets as many points as there are projects.
    ...(box.kind === 'ranking' ? { topPoints: candidates.length } : {}),
  }
}

/** The rule of a box. */
export const ruleOf = (box: Box): Rule => ({
  id: box.rule as RuleId,
  ...(box.rule === 'greedy-threshold' ? { threshold: box.threshold ?? 0 } : {}),
})
