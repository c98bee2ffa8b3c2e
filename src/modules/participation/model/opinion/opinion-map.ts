import { principalComponents } from './components.ts'
import { type ConsensusBySide, consensus } from './consensus.ts'
import { type GroupTally, groupTallies } from './group-tallies.ts'
import { findGroups } from './groups.ts'
import { project } from './projection.ts'
import { type Representative, representatives } from './representative.ts'
import { placedRows, voteMatrix } from './vote-matrix.ts'
import { type CountedVotes, countVotes, type Vote } from './votes.ts'

/** Where a person stands; near people voted alike. The axes have no meaning of their own. */
export interface Place {
  readonly person: string
  readonly x: number
  readonly y: number
  /** Counted from 0, the largest group first. */
  readonly group: number
}

/** People who voted alike. */
export interface OpinionGroup {
  readonly size: number
  readonly representative: readonly Representative[]
}

/** Groups of opinion, what tells them apart, and what unites them. */
export interface OpinionMap {
  readonly counted: CountedVotes
  /** The statements the map speaks of; a group's tallies stand in the same order. */
  readonly statements: readonly string[]
  readonly places: readonly Place[]
  readonly groups: readonly OpinionGroup[]
  readonly tallies: readonly (readonly GroupTally[])[]
  readonly consensus: ConsensusBySide
  /** How well the groups stand apart, -1 to 1; near 0 they are arbitrary. */
  readonly silhouette: number
}

/**
 * Computes the map of all votes cast, in any order, leaving out the statements moderated out. The same votes give the same map, to the
 * last digit: nothing in it is left to chance. Source: Polis (Small et al. 2021, "Polis: Scaling deliberation by mapping high dimensional opinion spaces").
 */
export function opinionMap(votes: Iterable<Vote>, hidden: ReadonlySet<string> = new Set()): OpinionMap {
  const counted = countVotes(votes)
  const matrix = voteMatrix(counted.last, hidden)
  const rows = placedRows(matrix)
  const components = principalComponents(rows, matrix.statements.length)
  const points = rows.map((row) => project(row, components, matrix.hidden))
  const { labels, count, silhouette } = findGroups(points)
  const tallies = groupTallies(rows, labels, count, matrix.statements.length)
  const found = representatives(matrix.statements, tallies)
  return {
    counted,
    statements: matrix.statements,
    places: rows.map(({ person }, i) => ({ person, x: points[i]?.[0] ?? 0, y: points[i]?.[1] ?? 0, group: labels[i] ?? 0 })),
    groups: found.map((representative, group) => ({
      size: labels.filter((label) => label === group).length,
      representative,
    })),
    tallies,
    consensus: consensus(matrix.statements, tallies),
    silhouette,
  }
}
