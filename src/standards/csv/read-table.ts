import type { InfoRecord, Options } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { type Delimiter, sniffDelimiter } from './delimiter.ts'
import { decodeText, detectEncoding, type TextEncoding } from './encoding.ts'

/** How a file writes its table. */
export interface Dialect {
  encoding: TextEncoding
  delimiter: Delimiter
  /** Quotes are plain characters: the file opens one that it never closes. */
  plainQuotes: boolean
  /** Lines before the first row of values: titles, `sep=;` and the head itself. */
  before: number
}

/** A row with more or fewer cells than the head. Lines count from 1. */
export interface RowFault {
  line: number
  cells: number
  expected: number
}

/** The beginning of a table as text: values stand as they were written. */
export interface CsvTable extends Dialect {
  /** Names of the columns; '' where the file gives none. */
  header: readonly string[]
  rows: readonly (readonly string[])[]
  /** The line on which each row begins, counted from 1. */
  lines: readonly number[]
  /** Lines that stand before the head. */
  preamble: readonly string[]
  faults: readonly RowFault[]
}

type Row = { record: string[]; info: InfoRecord }

/** Options that never give up on a row; used for reading and for scanning alike. */
export const tolerant = (dialect: Pick<Dialect, 'delimiter' | 'plainQuotes'>): Options => ({
  delimiter: dialect.delimiter,
  quote: dialect.plainQuotes ? null : '"',
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: 256 * 1024,
})

function parseTolerant(text: string, delimiter: Delimiter, limit: number): { rows: Row[]; plainQuotes: boolean } {
  const read = (plainQuotes: boolean) =>
    parse(text, { ...tolerant({ delimiter, plainQuotes }), info: true, to: limit }) as unknown as Row[]
  try {
    return { rows: read(false), plainQuotes: false }
  } catch {
    // A quote that is never closed swallows the rest of the file.
    return { rows: read(true), plainQuotes: true }
  }
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length
const numeric = (cell: string) => /^[-+]?[\d.,]+$/.test(cell.trim())

/** The row that names the columns: the first one about as wide as the table. Titles above it have few filled cells. */
function headAt(rows: readonly Row[]): number {
  const widths = rows.slice(0, 60).map((row) => filled(row.record))
  const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0
  if (usual < 3) return /^sep=.?$/i.test(rows[0]?.record.join('') ?? '') ? 1 : 0
  const at = widths.findIndex((width) => width >= usual * 0.6)
  return at < 0 || at > 20 ? 0 : at
}

/**
 * Reads the beginning of a delimited text file. Never fails: an unknown encoding becomes windows-1252, rows of another width are kept and named.
 * `whole` says whether the bytes are the complete file; otherwise the last, half line is left out.
 */
export function readTable(bytes: Uint8Array, options: { whole: boolean; maxRows: number }): CsvTable {
  const encoding = detectEncoding(bytes, options.whole)
  const text = decodeText(bytes, encoding)
  const end = options.whole ? text.length : Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1
  const complete = text.slice(0, end || text.length)
  const delimiter = sniffDelimiter(complete)
  const { rows, plainQuotes } = parseTolerant(complete, delimiter, options.maxRows + 21)
  const head = headAt(rows)
  const names = rows[head]?.record ?? []
  // A first row of nothing but numbers is no head.
  const headless = names.length > 1 && names.every((cell) => cell === '' || numeric(cell)) && head === 0
  const body = rows.slice(headless ? 0 : head + 1, (headless ? 0 : head + 1) + options.maxRows)
  const width = headless ? names.length : trimmedWidth(names, body)
  return {
    encoding,
    delimiter,
    plainQuotes,
    before: headless ? 0 : head + 1,
    header: Array.from({ length: width }, (_, at) => (headless ? '' : (names[at] ?? '').replace(/\s+/g, ' ').trim())),
    rows: body.map((row) => row.record.slice(0, width)),
    lines: body.map(({ record, info }) => info.lines - record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)),
    preamble: headless ? [] : rows.slice(0, head).map((row) => row.record.filter((cell) => cell.trim() !== '').join(' ')),
    faults: body
      .filter((row) => row.record.length !== names.length)
      .map((row) => ({ line: row.info.lines, cells: row.record.length, expected: names.length })),
  }
}

/** Columns up to the last one that has a name or a value: spreadsheets leave empty ones behind. */
function trimmedWidth(names: readonly string[], body: readonly Row[]): number {
  let width = names.length
  while (width > 1 && !names[width - 1]?.trim() && body.every((row) => !row.record[width - 1]?.trim())) width--
  return width
}

/** Rows from the middle of a file whose dialect is known. */
export function readRows(bytes: Uint8Array, dialect: Dialect, limit: number): string[][] {
  const text = decodeText(bytes, dialect.encoding)
  try {
    return parse(text, { ...tolerant(dialect), to: limit }) as string[][]
  } catch {
    return parse(text, { ...tolerant({ ...dialect, plainQuotes: true }), to: limit }) as string[][]
  }
}
