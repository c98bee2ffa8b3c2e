import type { PbLimits, PbVote, VoteType } from './model.ts'
import type { PbRow } from './read-rows.ts'
import { cellsOf, type Faults, type Section } from './sections.ts'

const listOf = (cell: string): string[] => (cell === '' ? [] : cell.split(',').map((part) => part.trim()))

/** What the votes of a file are read against. */
export interface Electorate {
  readonly type: VoteType
  readonly projects: ReadonlySet<string>
  readonly limits: PbLimits
}

function readPoints(cell: string, row: PbRow, type: VoteType, choices: number, faults: Faults): number[] | undefined {
  if (cell === '') {
    if (type === 'cumulative' || type === 'scoring') {
      if (choices > 0) faults.add(row.line, 'points-missing', { type })
    }
    return undefined
  }
  const written = listOf(cell)
  if (written.length !== choices) faults.add(row.line, 'points-count', { points: written.length, projects: choices })
  const bad = written.find((part) => !/^[+-]?\d{1,9}$/.test(part))
  if (bad !== undefined) faults.add(row.line, 'points-number', { value: bad.slice(0, 40) })
  const points = written.map(Number)
  const negative = type === 'cumulative' ? points.find((one) => one < 0) : undefined
  if (negative !== undefined) faults.add(row.line, 'points-negative', { value: negative })
  return points
}

/** Reads the lines of VOTES; what is wrong with one is noted with its line. */
export function readVotes(section: Section, { type, projects, limits }: Electorate, faults: Faults): PbVote[] {
  for (const column of ['voter_id', 'vote'])
    if (!section.columns.includes(column)) faults.add(section.line + 1, 'column-missing', { section: 'VOTES', column })
  if (section.rows.length > limits.votes) faults.add(section.line, 'too-many', { section: 'VOTES', limit: limits.votes })
  if (faults.full || faults.found.some(({ code }) => code === 'column-missing' || code === 'too-many')) return []
  const voters = new Set<string>()
  const votes: PbVote[] = []
  for (const row of section.rows) {
    if (faults.full) break
    const { voter_id: voter = '', vote = '', points: written = '', ...fields } = cellsOf(row, section.columns, faults)
    if (voter === '') faults.add(row.line, 'id-empty', { section: 'VOTES' })
    else if (voters.has(voter)) faults.add(row.line, 'voter-twice', { voter: voter.slice(0, 40) })
    voters.add(voter)
    const chosen = listOf(vote)
    const unknown = chosen.find((id) => !projects.has(id))
    if (unknown !== undefined) faults.add(row.line, 'project-unknown', { project: unknown.slice(0, 40) })
    const twice = chosen.find((id, at) => chosen.indexOf(id) !== at)
    if (twice !== undefined) faults.add(row.line, 'choice-twice', { project: twice.slice(0, 40) })
    if (type === 'choose-1' && chosen.length > 1) faults.add(row.line, 'choose-one', { projects: chosen.length })
    const points = readPoints(written, row, type, chosen.length, faults)
    votes.push({ voter, projects: chosen, ...(points ? { points } : {}), fields })
  }
  return votes
}
