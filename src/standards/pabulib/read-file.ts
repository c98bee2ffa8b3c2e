import { fail, ok, type Result } from '#kernel/result.ts'
import { decimalsOf, unitsOf } from './amount.ts'
import { type PbFault, type PbFile, type PbLimits, type PbProject, pbLimits, type VoteType, voteTypes } from './model.ts'
import { readRows } from './read-rows.ts'
import { readVotes } from './read-votes.ts'
import { cellsOf, Faults, type Section, splitSections } from './sections.ts'

/** META as written, and the lines its keys stand in. */
interface Meta {
  readonly values: Record<string, string>
  readonly lines: ReadonlyMap<string, number>
}

function readMeta(section: Section, faults: Faults): Meta {
  const values: Record<string, string> = Object.create(null)
  const lines = new Map<string, number>()
  for (const row of section.rows) {
    const [key = '', ...rest] = row.cells
    if (key === '') faults.add(row.line, 'id-empty', { section: 'META' })
    else if (lines.has(key)) faults.add(row.line, 'key-twice', { key: key.slice(0, 40) })
    lines.set(key, row.line)
    values[key] = rest.join(';').replace(/;+$/, '')
  }
  for (const key of ['budget', 'vote_type']) if (!values[key]) faults.add(lines.get(key) ?? section.line, 'meta-missing', { key })
  const type = values.vote_type
  if (type && !voteTypes.some((one) => one === type))
    faults.add(lines.get('vote_type') ?? section.line, 'vote-type', { type: type.slice(0, 40), known: voteTypes.join(', ') })
  return { values, lines }
}

interface Line {
  readonly line: number
  readonly id: string
  readonly cost: string
  readonly fields: Readonly<Record<string, string>>
}

function readProjects(section: Section, limits: PbLimits, faults: Faults): Line[] {
  for (const column of ['project_id', 'cost'])
    if (!section.columns.includes(column)) faults.add(section.line + 1, 'column-missing', { section: 'PROJECTS', column })
  if (section.rows.length > limits.projects) faults.add(section.line, 'too-many', { section: 'PROJECTS', limit: limits.projects })
  if (faults.found.some(({ code }) => code === 'column-missing' || code === 'too-many')) return []
  const seen = new Set<string>()
  return section.rows.map((row) => {
    const { project_id: id = '', cost = '', ...fields } = cellsOf(row, section.columns, faults)
    // In a ballot ids stand in a list with commas.
    if (id === '' || id.includes(',')) faults.add(row.line, 'id-empty', { section: 'PROJECTS' })
    else if (seen.has(id)) faults.add(row.line, 'project-twice', { project: id.slice(0, 40) })
    seen.add(id)
    return { line: row.line, id, cost, fields }
  })
}

function amounts(meta: Meta, lines: readonly Line[], faults: Faults): number {
  const written = [
    ...(meta.values.budget ? [{ line: meta.lines.get('budget') ?? 1, text: meta.values.budget }] : []),
    ...lines.map(({ line, cost }) => ({ line, text: cost })),
  ]
  let places = 0
  for (const { line, text } of written) {
    const decimals = decimalsOf(text)
    if (decimals === undefined) faults.add(line, 'amount', { value: text.slice(0, 40) })
    else places = Math.max(places, decimals)
  }
  return 10 ** places
}

/**
 * Reads a .pb file of participatory budgeting (META, PROJECTS, VOTES; pabulib.org/format). Takes the file's bytes or text;
 * gives the file, or what is wrong with it, each fault with its line and at most `limits.faults` of them.
 */
export function readPb(content: Uint8Array | string, limits: PbLimits = pbLimits): Result<PbFile, readonly PbFault[]> {
  const rows = readRows(content, limits)
  if (!rows.ok) return fail([rows.error])
  const faults = new Faults(limits)
  const sections = splitSections(rows.value, faults)
  if (!sections) return fail(faults.found)
  const meta = readMeta(sections.META, faults)
  const lines = readProjects(sections.PROJECTS, limits, faults)
  const scale = amounts(meta, lines, faults)
  if (faults.found.length > 0) return fail(faults.found)
  const voteType = meta.values.vote_type as VoteType
  const ids = new Set(lines.map(({ id }) => id))
  const votes = readVotes(sections.VOTES, { type: voteType, projects: ids, limits }, faults)
  if (faults.found.length > 0) return fail(faults.found)
  const projects = lines.map(({ id, cost, fields }): PbProject => ({ id, cost: unitsOf(cost, scale), fields }))
  const budget = unitsOf(meta.values.budget ?? '', scale)
  return ok({ meta: meta.values, voteType, rule: meta.values.rule ?? '', scale, budget, projects, votes })
}
