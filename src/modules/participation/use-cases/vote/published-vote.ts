import { csvLine } from '#kernel/csv-line.ts'
import type { PbFile } from '#standards/pabulib'
import type { Outcome } from '../../model/tally/outcome.ts'
import type { Box, Candidate } from '../../model/vote/box.ts'
import { budgetVote } from '../../model/vote/budget-vote.ts'
import type { PublishedBallot } from '../../store/vote/vote-store.ts'

export interface PublishedVote {
  readonly town: string
  readonly title: string
  readonly year: string
  readonly from: string
  readonly until: string
  readonly box: Box
  readonly candidates: readonly Candidate[]
  readonly outcome: Outcome
  readonly ballots: readonly PublishedBallot[]
}

/** How long a ballot may be, as the format's META says it. */
function limitsOf({ box, candidates }: PublishedVote, budget: number): Record<string, string> {
  const most = box.most === null ? {} : { max_length: String(box.most) }
  if (box.kind === 'knapsack') return { min_length: String(box.fewest), ...most, max_sum_cost: String(budget) }
  if (box.kind === 'points') return { max_sum_points: String(box.points), max_points: String(box.each ?? box.points) }
  // Rankings: the first place gets as many points as there are places.
  if (box.kind === 'ranking') return { min_length: String(box.fewest), max_length: String(candidates.length) }
  return { min_length: String(box.fewest), ...most }
}

/** A counted box as a file of participatory budgets: ballots without names, in the order of the fingerprints of their receipts. */
export function pbOf(published: PublishedVote): PbFile {
  const { town, title, year, from, until, box, candidates, outcome, ballots } = published
  const vote = budgetVote(box, candidates, [])
  const won = new Set(outcome.winners)
  const named = new Map(outcome.projects.map((one) => [one.id, one]))
  const scores = outcome.measure === 'votes' ? 'votes' : 'score'
  const voteType = vote.kind === 'cumulative' || vote.kind === 'ordinal' ? vote.kind : 'approval'
  return {
    meta: {
      description: `${title}: ${box.title}`,
      country: 'Germany',
      unit: town,
      instance: year,
      date_begin: from,
      date_end: until,
      currency: 'EUR',
      language: 'de',
      ...(box.rule === 'greedy-threshold' ? { min_project_score_threshold: String(box.threshold ?? 0) } : {}),
      ...limitsOf(published, vote.budget / vote.unit),
    },
    voteType,
    rule: box.rule,
    scale: vote.unit,
    budget: vote.budget,
    projects: candidates.map(({ key, title: name, place }, i) => ({
      id: key,
      cost: vote.projects[i]?.cost ?? 0,
      fields: {
        votes: String(named.get(key)?.approvals ?? 0),
        ...(scores === 'score' ? { score: String(named.get(key)?.score ?? 0) } : {}),
        name,
        neighborhood: place,
        selected: won.has(key) ? '1' : '0',
      },
    })),
    votes: ballots.map(({ receipt, projects, points, channel }) => ({
      voter: receipt,
      projects,
      ...(points ? { points } : {}),
      fields: { voting_method: channel === 'paper' ? 'paper' : 'internet' },
    })),
  }
}

/** The same ballots as a table: a column for each project with 1, points or the place. */
export function* csvOf({ box, candidates, ballots }: PublishedVote): Generator<string> {
  yield csvLine(['receipt', 'channel', ...candidates.map(({ key }) => key)])
  for (const { receipt, channel, projects, points } of ballots)
    yield csvLine([
      receipt,
      channel,
      ...candidates.map(({ key }) => {
        const at = projects.indexOf(key)
        if (at < 0) return ''
        return box.kind === 'points' ? (points?.[at] ?? '') : box.kind === 'ranking' ? at + 1 : 1
      }),
    ])
}
