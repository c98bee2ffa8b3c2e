import type { PbFile } from '#standards/pabulib'
import type { Outcome } from '../model/tally/outcome.ts'

/** A figure that the file states and that its ballots do not give. */
export interface FigureFault {
  /** The project, or '' for a figure of the whole file. */
  readonly project: string
  readonly figure: 'votes' | 'score' | 'num_votes' | 'num_projects'
  readonly stated: string
  readonly counted: number
}

/** A bound of the file that some ballots break: `max_length` 5 by 3 ballots. */
export interface BrokenBound {
  readonly bound: string
  readonly value: number
  readonly ballots: number
}

/** Compares the figures that a file states with those of its ballots. `outcome` must have been counted by points. */
export function checkFigures(file: PbFile, outcome: Outcome): FigureFault[] {
  const faults: FigureFault[] = []
  const ask = (project: string, figure: FigureFault['figure'], stated: string | undefined, counted: number) => {
    if (stated !== undefined && stated !== '' && Number(stated) !== counted) faults.push({ project, figure, stated, counted })
  }
  ask('', 'num_projects', file.meta.num_projects, file.projects.length)
  ask('', 'num_votes', file.meta.num_votes, file.votes.length)
  const accounts = new Map(outcome.projects.map((one) => [one.id, one]))
  for (const { id, fields } of file.projects) {
    const account = accounts.get(id)
    if (!account) continue
    ask(id, 'votes', fields.votes, account.approvals + account.rejections)
    ask(id, 'score', fields.score, account.score)
  }
  return faults
}

/** Counts the ballots that break the bounds of META on their length, cost and points. They are counted nevertheless, as the city did. */
export function checkBounds(file: PbFile): BrokenBound[] {
  const costs = new Map(file.projects.map(({ id, cost }) => [id, cost / file.scale]))
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  const figures = file.votes.map(({ projects, points = [] }) => ({
    length: projects.length,
    sum_cost: sum(projects.map((id) => costs.get(id) ?? 0)),
    points,
    sum_points: sum(points),
  }))
  return (['length', 'sum_cost', 'points', 'sum_points'] as const).flatMap((figure) =>
    (['min', 'max'] as const).flatMap((side) => {
      const written = file.meta[`${side}_${figure}`]
      const value = Number(written)
      if (!written || Number.isNaN(value)) return []
      const breaks = (one: number) => (side === 'min' ? one < value : one > value)
      const ballots = figures.filter((one) => [one[figure]].flat().some(breaks)).length
      return ballots === 0 ? [] : [{ bound: `${side}_${figure}`, value, ballots }]
    }),
  )
}
