import { fail, ok, type Result } from '#kernel/result.ts'
import { readTable } from '#standards/csv'
import { isWorkbook, readWorkbook } from '#standards/xlsx'
import { fieldOfHead, isTableField, tableFields } from './fields.ts'

/** A cell that says something, and where it stands. Lines count from 1. */
export interface TableCell {
  readonly field: string
  /** Head of its column, as the table writes it. */
  readonly head: string
  readonly line: number
  readonly value: string
}

/** The lines that belong to one dataset. */
export interface TableEntry {
  /** What the table calls it; the title where it has no ids; '' where it has neither. */
  readonly id: string
  /** Its lines, each with the cells that are understood. */
  readonly lines: readonly { readonly line: number; readonly cells: readonly TableCell[] }[]
  /** Columns with a value here that nobody knows. */
  readonly unknown: readonly string[]
}

export interface MetadataTable {
  readonly entries: readonly TableEntry[]
  /** Heads that are understood, with their field, in the order of the table. */
  readonly heads: readonly { readonly head: string; readonly field: string }[]
}

/** Why a file is no table of metadata. */
export type TableFault = 'unreadable' | 'too-large' | 'no-head' | 'cut-off'

const maxLines = 100_000
const sheetLimits = { maxLines, maxColumns: 200, maxUnpacked: 200 * 1024 * 1024 }

interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

async function linesOf(bytes: Buffer): Promise<Result<Line[], TableFault>> {
  if (isWorkbook(bytes)) {
    const read = await readWorkbook(bytes, sheetLimits)
    if (!read.ok) return fail(read.error)
    return ok(read.value.map((cells, at) => ({ line: at + 1, cells })))
  }
  // Other binary files have zeros in them; a table in UTF-16 begins with its mark.
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!marked && bytes.includes(0)) return fail('unreadable')
  const table = readTable(bytes, { whole: true, maxRows: maxLines })
  const head = { line: Math.max(1, (table.lines[0] ?? 2) - 1), cells: table.header }
  const ragged = table.faults.at(-1)
  // A last line that stops in the middle of a longer one: the rest was lost on the way.
  if (
    ragged &&
    ragged.line === table.lines.at(-1) &&
    ragged.cells < ragged.expected &&
    !/[\r\n]$/.test(bytes.subarray(-2).toString('latin1'))
  )
    return fail('cut-off')
  return ok([head, ...table.rows.map((cells, at) => ({ line: table.lines[at] ?? 0, cells }))])
}

/** The line that names the columns: among the first twenty the one with most heads that are known. */
function headOf(lines: readonly Line[], meaning: (head: string) => string | undefined): number {
  let [best, most] = [-1, 1]
  for (const [at, { cells }] of lines.slice(0, 20).entries()) {
    const known = new Set(cells.map(meaning).filter(Boolean)).size
    if (known > most) [best, most] = [at, known]
  }
  return best
}

/**
 * Reads a table of metadata, CSV or XLSX: a line for each dataset, or one for each of its files with the same id. `columns` says what
 * heads mean that nobody knows: a field, or '' for a column that is left out.
 */
export async function readMetadataTable(
  bytes: Buffer,
  columns: Readonly<Record<string, string>> = {},
): Promise<Result<MetadataTable, TableFault>> {
  const read = await linesOf(bytes)
  if (!read.ok) return read
  const meaning = (head: string) => {
    const own = columns[head.trim()]
    return own !== undefined ? own : fieldOfHead(head)
  }
  const at = headOf(read.value, meaning)
  const head = read.value[at]?.cells.map((cell) => cell.replace(/\s+/g, ' ').trim())
  if (!head) return fail('no-head')
  const taken = new Set<string>()
  const fields = head.map((name) => {
    const field = meaning(name)
    // Of two columns for one field the first counts; the other is shown as unknown.
    if (field === undefined || (field !== '' && (!isTableField(field) || taken.has(field)))) return undefined
    if (field !== '') taken.add(field)
    return field
  })
  const groups = new Map<string, { id: string; lines: TableEntry['lines'][number][]; unknown: Set<string> }>()
  for (const { line, cells } of read.value.slice(at + 1)) {
    const said: TableCell[] = []
    const unknown: string[] = []
    for (const [column, raw] of cells.entries()) {
      const value = raw.trim()
      const [field, name] = [fields[column], head[column] ?? '']
      if (value === '' || field === '') continue
      if (field !== undefined) said.push({ field, head: name, line, value })
      else if (name !== '') unknown.push(name)
    }
    if (said.length === 0 && unknown.length === 0) continue
    const saidOf = (field: string) => said.find((cell) => cell.field === field)?.value ?? ''
    const id = saidOf('id') || saidOf('title')
    const key = id || `\n${line}`
    const group = groups.get(key) ?? { id, lines: [], unknown: new Set<string>() }
    group.lines.push({ line, cells: said })
    for (const name of unknown) group.unknown.add(name)
    groups.set(key, group)
  }
  return ok({
    entries: [...groups.values()].map((group) => ({ ...group, unknown: [...group.unknown] })),
    heads: head.flatMap((name, column) => {
      const field = tableFields.find((one) => one.id === fields[column])
      return field ? [{ head: name, field: field.id }] : []
    }),
  })
}
