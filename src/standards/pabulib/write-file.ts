import { amountText } from './amount.ts'
import type { PbFile } from './model.ts'

const cell = (text: string): string => {
  const line = text.replace(/\r\n?|\n/g, ' ').trim()
  return /[;"]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line
}
const row = (cells: readonly string[]): string => `${cells.map(cell).join(';')}\n`

// The format wants these first and in this order; what else a file has follows as it comes.
const projectOrder = ['votes', 'score', 'name', 'category', 'beneficiaries', 'selected']
const metaOrder = ['description', 'country', 'unit', 'district', 'subunit', 'instance']

function columnsOf(records: readonly { fields: Readonly<Record<string, string>> }[], first: readonly string[]): string[] {
  const all = new Set(records.flatMap(({ fields }) => Object.keys(fields)))
  return [...first.filter((one) => all.has(one)), ...[...all].filter((one) => !first.includes(one))]
}

function metaRows(file: PbFile): [string, string][] {
  const typed: Record<string, string> = {
    num_projects: String(file.projects.length),
    num_votes: String(file.votes.length),
    budget: amountText(file.budget, file.scale),
    vote_type: file.voteType,
    rule: file.rule || 'unknown',
  }
  const place = [...metaOrder, ...Object.keys(typed)]
  const all: Record<string, string> = { ...file.meta, ...typed }
  const rest = Object.keys(all).filter((key) => !place.includes(key))
  return [...place, ...rest].flatMap((key): [string, string][] => (all[key] === undefined ? [] : [[key, all[key]]]))
}

/** Writes a .pb file in pieces of some lines each. Numbers of projects and votes are counted anew; line breaks in texts become spaces. */
export function* writePb(file: PbFile): Generator<string> {
  const metas = metaRows(file)
  yield `META\nkey;value\n${metas.map(row).join('')}`
  const columns = columnsOf(file.projects, projectOrder)
  yield `PROJECTS\n${row(['project_id', 'cost', ...columns])}`
  for (const { id, cost, fields } of file.projects)
    yield row([id, amountText(cost, file.scale), ...columns.map((column) => fields[column] ?? '')])
  const more = columnsOf(file.votes, [])
  const points = file.votes.some((vote) => vote.points !== undefined) ? ['points'] : []
  yield `VOTES\n${row(['voter_id', 'vote', ...points, ...more])}`
  for (const vote of file.votes) {
    const given = points.length > 0 ? [vote.points?.join(',') ?? ''] : []
    yield row([vote.voter, vote.projects.join(','), ...given, ...more.map((column) => vote.fields[column] ?? '')])
  }
}
