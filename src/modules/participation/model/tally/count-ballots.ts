import { fail, ok, type Result } from '#kernel/result.ts'
import type { TallyFault } from './outcome.ts'
import type { Ballot, BallotKind, BudgetVote } from './vote.ts'

/** Voters with the same list of supported projects, as numbers of projects in rising order. */
export interface Group {
  readonly supports: readonly number[]
  readonly voters: number
}

/** A vote with its ballots counted; projects are numbered as they stand in `ids`. */
export interface Count {
  readonly ids: readonly string[]
  readonly costs: readonly number[]
  readonly budget: number
  readonly unit: number
  readonly voters: number
  readonly kind: BallotKind
  readonly score: readonly number[]
  readonly approvals: readonly number[]
  readonly rejections: readonly number[]
  /** Whoever fills in the same ballot always has the same money left: they are counted together. */
  readonly groups: readonly Group[]
}

const whole = (amount: number) => Number.isSafeInteger(amount) && amount >= 0

function pointsOf(ballot: Ballot, at: number, kind: BallotKind, topPoints: number | undefined): number {
  if (kind === 'cumulative' || kind === 'scoring') return ballot.points?.[at] ?? Number.NaN
  return kind === 'ordinal' ? Math.max(0, (topPoints ?? ballot.projects.length) - at) : 1
}

/** Counts approvals, rejections and points. A ranking supports every project that it names. Projects are put in the order of their ids, so that no order of the input matters. */
export function countBallots(vote: BudgetVote): Result<Count, TallyFault> {
  if (!whole(vote.budget) || !whole(vote.unit) || vote.unit === 0) return fail({ code: 'amount', of: 'budget' })
  const projects = [...vote.projects].sort((a, b) => (a.id < b.id ? -1 : 1))
  const bad = projects.find(({ cost }) => !whole(cost))
  if (bad) return fail({ code: 'amount', of: bad.id })
  const numbers = new Map(projects.map(({ id }, number) => [id, number]))
  if (numbers.size < projects.length)
    return fail({ code: 'project-twice', project: projects.find(({ id }, at) => projects[at + 1]?.id === id)?.id ?? '' })
  const zeros = () => projects.map(() => 0)
  const [score, approvals, rejections] = [zeros(), zeros(), zeros()]
  const groups = new Map<string, { supports: number[]; voters: number }>()
  for (const ballot of vote.ballots) {
    const supports: number[] = []
    const seen = new Set<number>()
    for (const [at, project] of ballot.projects.entries()) {
      const number = numbers.get(project)
      if (number === undefined) return fail({ code: 'project-unknown', project })
      if (seen.has(number)) return fail({ code: 'choice-twice', project })
      seen.add(number)
      const points = pointsOf(ballot, at, vote.kind, vote.topPoints)
      if (!Number.isSafeInteger(points)) return fail({ code: 'points', project })
      score[number] = (score[number] ?? 0) + points
      if (points > 0 || vote.kind === 'ordinal') {
        approvals[number] = (approvals[number] ?? 0) + 1
        supports.push(number)
      } else if (points < 0) rejections[number] = (rejections[number] ?? 0) + 1
    }
    supports.sort((a, b) => a - b)
    const key = supports.join()
    const group = groups.get(key)
    if (group) group.voters++
    else groups.set(key, { supports, voters: 1 })
  }
  const { kind, budget, unit } = vote
  const counted = { score, approvals, rejections, groups: [...groups.values()] }
  const [ids, costs] = [projects.map(({ id }) => id), projects.map(({ cost }) => cost)]
  return ok({ ids, costs, budget, unit, voters: vote.ballots.length, kind, ...counted })
}

/** How many voters have no supported project among the winners. */
export function unrepresented(count: Count, winners: readonly number[]): number {
  const won = new Set(winners)
  return count.groups.reduce((sum, { supports, voters }) => (supports.some((one) => won.has(one)) ? sum : sum + voters), 0)
}
