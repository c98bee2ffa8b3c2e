import type { Ballot, BallotKind, BudgetVote } from '../tally/vote.ts'

/** A vote from a file that we published. */
export interface BallotsFile {
  readonly rule: string
  readonly threshold?: number
  readonly vote: BudgetVote
}

/** Cells of a line: separated by semicolons, in quotes where one holds a semicolon or a quote. */
function cellsOf(line: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]
    if (quoted && sign === '"' && line[at + 1] === '"') {
      cell += '"'
      at++
    } else if (sign === '"') quoted = !quoted
    else if (sign === ';' && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...cells, cell]
}

/** The rows of the three sections, each by the names of its columns. */
function sectionsOf(text: string): Readonly<Record<string, Record<string, string>[]>> {
  const found: Record<string, Record<string, string>[]> = { META: [], PROJECTS: [], VOTES: [] }
  let rows = found.META
  let columns: string[] | undefined
  for (const line of text.split('\n')) {
    if (line === '') continue
    if (Object.hasOwn(found, line)) {
      rows = found[line]
      columns = undefined
    } else if (!columns) columns = cellsOf(line)
    else {
      const cells = cellsOf(line)
      rows?.push(Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])))
    }
  }
  return found
}

const listOf = (text: string | undefined) => (text ? text.split(',') : [])

/** Reads a file as this portal publishes it (a small part of the format; `#standards/pabulib` reads all of it). Runs in a browser. */
export function readBallots(text: string): BallotsFile {
  const { META = [], PROJECTS = [], VOTES = [] } = sectionsOf(text)
  const meta = Object.fromEntries(META.map(({ key = '', value = '' }) => [key, value]))
  const amounts = [meta.budget ?? '0', ...PROJECTS.map(({ cost = '0' }) => cost)]
  const unit = amounts.some((amount) => amount.includes('.')) ? 100 : 1
  const units = (amount: string) => Math.round(Number(amount) * unit)
  const ballots = VOTES.map(
    ({ vote, points }): Ballot => ({
      projects: listOf(vote),
      ...(points === undefined ? {} : { points: listOf(points).map(Number) }),
    }),
  )
  return {
    rule: meta.rule ?? '',
    ...(meta.min_project_score_threshold === undefined ? {} : { threshold: Number(meta.min_project_score_threshold) }),
    vote: {
      kind: (meta.vote_type ?? 'approval') as BallotKind,
      projects: PROJECTS.map(({ project_id = '', cost = '0' }) => ({ id: project_id, cost: units(cost) })),
      ballots,
      budget: units(meta.budget ?? '0'),
      unit,
      ...(meta.max_length === undefined ? {} : { topPoints: Number(meta.max_length) }),
    },
  }
}
