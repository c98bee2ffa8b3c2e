import type { Vote } from './votes.ts'

/** What one person said: numbers of statements, ascending, and beside each 1 (agree), -1 (disagree) or 0 (pass). Statements not in it were not seen. */
export interface Row {
  readonly person: string
  readonly columns: Int32Array
  readonly values: Int8Array
}

/** People by statements, without the empty cells: most people see a small part of the statements. */
export interface VoteMatrix {
  readonly statements: readonly string[]
  /** How many statements with votes were moderated out. */
  readonly hidden: number
  readonly rows: readonly Row[]
}

const value = { agree: 1, disagree: -1, pass: 0 } as const

/**
 * Lays out the votes that count (`countVotes().last`, ordered by person). Statements in `hidden`, those moderated out, have no column;
 * where Polis keeps a column of zeros for them, their number is enough.
 */
export function voteMatrix(last: readonly Vote[], hidden: ReadonlySet<string> = new Set()): VoteMatrix {
  const shown = last.filter((vote) => !hidden.has(vote.statement))
  const statements = [...new Set(shown.map((vote) => vote.statement))].sort()
  const away = new Set(last.filter((vote) => hidden.has(vote.statement)).map((vote) => vote.statement)).size
  const column = new Map(statements.map((id, at) => [id, at]))
  const byPerson = new Map<string, Vote[]>()
  for (const vote of shown) {
    const own = byPerson.get(vote.person)
    if (own) own.push(vote)
    else byPerson.set(vote.person, [vote])
  }
  const rows = [...byPerson].map(([person, own]) => ({
    person,
    columns: Int32Array.from(own, (vote) => column.get(vote.statement) ?? 0),
    values: Int8Array.from(own, (vote) => value[vote.choice]),
  }))
  return { statements, hidden: away, rows }
}

/** Votes a person needs to be placed, or all statements where there are fewer. */
export const enoughVotes = 7
/** So many of the most active people are placed at least, whatever they said. */
export const fewestPeople = 15

/**
 * The people who are placed on the map: those with at least min(7, statements) votes; where these are fewer than 15, the most active
 * others join them, equal ones by their name. Source: Polis, participants "in conversation".
 */
export function placedRows({ statements, rows }: Pick<VoteMatrix, 'statements' | 'rows'>): Row[] {
  const needed = Math.min(enoughVotes, statements.length)
  const byActivity = rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => b.row.columns.length - a.row.columns.length || a.at - b.at)
    .filter(({ row }, rank) => row.columns.length >= needed || rank < fewestPeople)
  return byActivity.sort((a, b) => a.at - b.at).map(({ row }) => row)
}
