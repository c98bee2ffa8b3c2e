import type { Storage } from '#platform/storage'
import { type ColumnKind, type CsvTable, columnKind, readRows, readTable, scanTable, type TableScan } from '#standards/csv'
import type { StoredFile } from '../store/catalogue-store.ts'
import { type CategoryChart, categoryChart } from './table-preview-chart.ts'

/** A file that the portal itself keeps. */
export type HostedFile = StoredFile

export interface PreviewColumn {
  /** '' where the file names none. */
  name: string
  kind: ColumnKind
  unit?: string
  description?: string
  /** Empty cells in the whole file. */
  empty: number
}

/** What a page shows of a table. */
export interface TablePreview {
  columns: readonly PreviewColumn[]
  rows: readonly (readonly string[])[]
  /** Rows of the whole file; of its beginning where `whole` is false. */
  total: number
  whole: boolean
  encoding: CsvTable['encoding']
  delimiter: CsvTable['delimiter']
  preamble: readonly string[]
  faults: TableScan['faults']
  faultCount: number
  /** Whether every column is explained. */
  explained: boolean
  chart?: CategoryChart
}

export const pageRows = 50
const headBytes = 256 * 1024
const walkBytes = 32 * 1024 * 1024
const sampleRows = 500
const cellLength = 300

interface Known {
  table: CsvTable
  scan: TableScan
  kinds: ColumnKind[]
  chart: CategoryChart | undefined
}

/** Types of Frictionless Table Schema, in which publishers explain their columns. */
const kindOfType: Readonly<Record<string, ColumnKind>> = {
  string: 'text',
  integer: 'integer',
  number: 'number',
  date: 'date',
  year: 'year',
  boolean: 'boolean',
  datetime: 'datetime',
  time: 'time',
}

/** Contents never change under their fingerprint, so what was found out once stays true. */
const known = new Map<string, Promise<Known>>()
const knownBound = 300

async function bytesOf(storage: Storage, file: HostedFile, start: number, length: number): Promise<Buffer> {
  const end = Math.min(start + length, file.bytes) - 1
  if (end < start) return Buffer.alloc(0)
  const pieces: Buffer[] = []
  for await (const piece of storage.read(file.sha256, { start, end })) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function study(storage: Storage, file: HostedFile): Promise<Known> {
  const table = readTable(await bytesOf(storage, file, 0, headBytes), { whole: file.bytes <= headBytes, maxRows: sampleRows })
  const scan = table.encoding.startsWith('utf-16')
    ? blind(table, file.bytes <= headBytes)
    : await scanTable(storage.read(file.sha256), table, table.header.length, {
        every: pageRows,
        maxBytes: walkBytes,
        maxValues: 200,
      })
  const kinds = table.header.map((_, at) => columnKind(table.rows.map((row) => row[at] ?? '')))
  return {
    table: { ...table, rows: table.rows.slice(0, pageRows) },
    scan: { ...scan, values: [] },
    kinds,
    chart: categoryChart(table, kinds, scan),
  }
}

/** UTF-16 is not walked: what the beginning tells has to do. */
const blind = (table: CsvTable, whole: boolean): TableScan => ({
  rows: table.rows.length,
  whole,
  offsets: [],
  values: [],
  faults: table.faults,
  faultCount: table.faults.length,
  empty: table.header.map((_, at) => table.rows.filter((row) => !row[at]).length),
})

function studied(storage: Storage, file: HostedFile): Promise<Known> {
  const key = `${file.sha256}/${file.bytes}`
  let found = known.get(key)
  if (!found) {
    found = study(storage, file)
    found.catch(() => known.delete(key))
    const oldest = known.keys().next().value
    if (known.size >= knownBound && oldest !== undefined) known.delete(oldest)
    known.set(key, found)
  }
  return found
}

const clipped = (row: readonly string[], width: number) =>
  Array.from({ length: width }, (_, at) => {
    const cell = row[at] ?? ''
    return cell.length > cellLength ? `${cell.slice(0, cellLength)} …` : cell
  })

/** Whether a file is a table that can be shown. */
export const isTable = (file: Pick<HostedFile, 'name' | 'mediaType'>): boolean =>
  /\.(csv|tsv|tab)$/i.test(file.name) || /^text\/(csv|tab-separated-values)\b/.test(file.mediaType)

/** One page of a table: 50 rows, counted from page 1; page 0 gives the first `few` rows. A page that is not there is undefined. */
export async function tablePreview(storage: Storage, file: HostedFile, page: number, few = 6): Promise<TablePreview | undefined> {
  const { table, scan, kinds, chart } = await studied(storage, file)
  const width = table.header.length
  const rows = page === 0 ? table.rows.slice(0, few) : await rowsOf(storage, file, table, scan, page)
  if (!rows) return undefined
  const byName = new Map((file.columns ?? []).map((field) => [field.name, field]))
  const columns = table.header.map((name, at): PreviewColumn => {
    const field = byName.get(name)
    return {
      name,
      // What the publisher says goes before what the values look like: a postal code is no number.
      kind: kindOfType[field?.type ?? ''] ?? kinds[at] ?? 'text',
      empty: scan.empty[at] ?? 0,
      ...(field?.unit ? { unit: field.unit } : {}),
      ...(field ? { description: field.meaning } : {}),
    }
  })
  return {
    columns,
    rows: rows.map((row) => clipped(row, width)),
    total: scan.rows,
    whole: scan.whole,
    encoding: table.encoding,
    delimiter: table.delimiter,
    preamble: table.preamble,
    faults: scan.faults,
    faultCount: scan.faultCount,
    explained: width > 0 && columns.every((column) => column.description !== undefined),
    ...(chart ? { chart } : {}),
  }
}

async function rowsOf(
  storage: Storage,
  file: HostedFile,
  table: CsvTable,
  scan: TableScan,
  page: number,
): Promise<readonly (readonly string[])[] | undefined> {
  if (page === 1) return table.rows
  const start = scan.offsets[page - 1]
  if (start === undefined) return undefined
  const end = Math.min(scan.offsets[page] ?? file.bytes, start + headBytes)
  return readRows(await bytesOf(storage, file, start, end - start), table, pageRows)
}

/** A table to be read row by row: its columns, how many rows it has, and the rows from a place on, whole and in order. */
export interface OpenTable {
  readonly header: readonly string[]
  readonly total: number
  /** False where the file is so large that only its beginning was counted. */
  readonly whole: boolean
  rows(from: number): AsyncGenerator<readonly string[]>
}

/** Opens a table of any length; a few pages are in memory at a time. */
export async function openTable(storage: Storage, file: HostedFile): Promise<OpenTable> {
  const { table, scan } = await studied(storage, file)
  return {
    header: table.header,
    total: scan.rows,
    whole: scan.whole,
    async *rows(from) {
      for (let page = Math.floor(from / pageRows) + 1; ; page++) {
        const rows = await rowsOf(storage, file, table, scan, page)
        if (!rows || rows.length === 0) return
        yield* page === Math.floor(from / pageRows) + 1 ? rows.slice(from % pageRows) : rows
        if (rows.length < pageRows) return
      }
    },
  }
}
