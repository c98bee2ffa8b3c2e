import { fail, ok, type Result } from '#kernel/result.ts'
import { compareResults } from './compare-results.ts'
import { type Count, countBallots, unrepresented } from './count-ballots.ts'
import { accountEqualShares } from './equal-shares-account.ts'
import { greedy, type Run } from './greedy.ts'
import type { Outcome, ProjectAccount, Rule, TallyFault } from './outcome.ts'
import type { BudgetVote } from './vote.ts'

const approvalKinds: readonly string[] = ['approval', 'choose-1', 'knapsack']

type Told = Pick<Outcome, 'endowment' | 'comparison'>

function outcomeOf(count: Count, rule: Rule, score: readonly number[], run: Run, told: Told = {}): Outcome {
  const won = new Set(run.winners)
  const projects = run.order.flatMap((one): ProjectAccount[] => {
    const reason = run.reasons.get(one)
    const tie = run.ties.get(one)
    if (!reason) return []
    return [
      {
        id: count.ids[one] ?? '',
        cost: count.costs[one] ?? 0,
        score: score[one] ?? 0,
        approvals: count.approvals[one] ?? 0,
        rejections: count.rejections[one] ?? 0,
        won: won.has(one),
        reason,
        ...(tie ? { tie } : {}),
      },
    ]
  })
  return {
    rule: rule.id,
    measure: rule.id === 'pro-contra' ? 'balance' : approvalKinds.includes(count.kind) ? 'votes' : 'points',
    winners: run.winners.map((one) => count.ids[one] ?? ''),
    cost: run.winners.reduce((sum, one) => sum + (count.costs[one] ?? 0), 0),
    budget: count.budget,
    order: projects.map(({ id }) => id),
    voters: count.voters,
    unrepresented: unrepresented(count, run.winners),
    projects,
    ...told,
  }
}

function byEqualShares(count: Count, rule: Rule): Result<Outcome, TallyFault> {
  if (!approvalKinds.includes(count.kind)) return fail({ code: 'needs-approvals', kind: count.kind })
  const counted = accountEqualShares(count, rule.id.startsWith('equalshares/add1'))
  if (!counted.ok) return counted
  const { run, endowment } = counted.value
  if (!rule.id.endsWith('-comparison')) return ok(outcomeOf(count, rule, count.approvals, run, { endowment }))
  const other = greedy(count, count.approvals, { skip: true })
  const comparison = compareResults(count, run.winners, other.winners)
  const chosen = comparison.chosen === 'greedy' ? other : run
  return ok(outcomeOf(count, rule, count.approvals, chosen, { endowment, comparison }))
}

/**
 * Counts a citizens' budget by a rule. Takes the vote and the rule; gives the winners, the order, and for each project why it won
 * or did not, or what stands against counting. Depends on nothing else: neither the order of ballots nor that of projects matters.
 */
export function tally(vote: BudgetVote, rule: Rule): Result<Outcome, TallyFault> {
  const counted = countBallots(vote)
  if (!counted.ok) return counted
  const count = counted.value
  if (rule.id.startsWith('equalshares')) return byEqualShares(count, rule)
  if (rule.id === 'greedy-threshold' && rule.threshold === undefined) return fail({ code: 'threshold-missing' })
  const balance = count.approvals.map((approvals, one) => approvals - (count.rejections[one] ?? 0))
  const score = rule.id === 'pro-contra' ? balance : count.score
  const options = { skip: rule.id !== 'greedy-no-skip', ...(rule.threshold === undefined ? {} : { threshold: rule.threshold }) }
  return ok(outcomeOf(count, rule, score, greedy(count, score, options)))
}
