import type { PbFile } from '#standards/pabulib'
import type { BudgetVote } from '../model/tally/vote.ts'

/** A vote as a .pb file tells it. */
export interface PbBudgetVote {
  readonly vote: BudgetVote
  /** The rule that the file states; '' where it states none. */
  readonly rule: string
  readonly threshold?: number
  /** Projects that the file takes out of the vote by a price of 999,999,999; ballots that name them count without them. */
  readonly withdrawn: readonly string[]
  /** The published winners; undefined where the file publishes none. */
  readonly published?: readonly string[]
}

const outOfVote = 999_999_999

const wholeOf = (text: string | undefined) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined)

function withoutProjects(votes: PbFile['votes'], gone: ReadonlySet<string>): PbFile['votes'] {
  if (gone.size === 0) return votes
  return votes.map(({ projects, points, ...vote }) => ({
    ...vote,
    projects: projects.filter((id) => !gone.has(id)),
    ...(points ? { points: points.filter((_, at) => !gone.has(projects[at] ?? '')) } : {}),
  }))
}

/** Turns a .pb file into a vote that can be counted. Rankings give `max_length` points to the first place where the file has one. */
export function readPbVote(file: PbFile): PbBudgetVote {
  const gone = new Set(file.projects.filter(({ cost }) => cost === outOfVote * file.scale).map(({ id }) => id))
  const topPoints = wholeOf(file.meta.max_length)
  const threshold = wholeOf(file.meta.min_project_score_threshold)
  const withResult = file.projects.some(({ fields }) => (fields.selected ?? '') !== '')
  const vote: BudgetVote = {
    kind: file.voteType,
    projects: file.projects.filter(({ id }) => !gone.has(id)).map(({ id, cost }) => ({ id, cost })),
    ballots: withoutProjects(file.votes, gone).map(({ projects, points }) => ({ projects, ...(points ? { points } : {}) })),
    budget: file.budget,
    unit: file.scale,
    ...(topPoints === undefined ? {} : { topPoints }),
  }
  // 2 and 3 mark what a city funded besides, outside the rule.
  const published = file.projects.filter(({ fields }) => fields.selected === '1').map(({ id }) => id)
  return {
    vote,
    rule: file.rule,
    withdrawn: [...gone],
    ...(threshold === undefined ? {} : { threshold }),
    ...(withResult ? { published } : {}),
  }
}
