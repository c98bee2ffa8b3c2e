import { fail, ok, type Result } from '#kernel/result.ts'
import { readTable } from '#standards/csv'
import { isWorkbook, newWorkbook, readWorkbook } from '#standards/xlsx'
import type { SheetRow } from '../../store/sheet-store.ts'
import { sheetHeads } from './sheet-columns.ts'

/** Why a file could not be read as a spreadsheet. The sentence has the text key `catalogue.sheet.file.<fault>`. */
export type SheetFault = 'unreadable' | 'no-heads' | 'too-many' | 'too-large' | 'empty'

export const mostRows = 1000
export const largestSheet = 2 * 1024 * 1024
/** What an XLSX may unpack to: a folded file of two megabytes could hold gigabytes. */
const largestUnpacked = 40 * 1024 * 1024

function readLines(file: Buffer): Result<string[][], 'unreadable'> {
  try {
    const table = readTable(file, { whole: true, maxRows: mostRows + 1 })
    return ok([[...table.header], ...table.rows.map((row) => [...row])])
  } catch {
    return fail('unreadable')
  }
}

/** Reads an XLSX or CSV file with our heads in its first line; columns that we do not know are left out, their order does not matter. */
export async function readSheet(file: Buffer): Promise<Result<SheetRow[], SheetFault>> {
  if (file.length > largestSheet) return fail('too-large')
  const read = isWorkbook(file)
    ? await readWorkbook(file, { maxLines: mostRows + 2, maxColumns: 60, maxUnpacked: largestUnpacked })
    : readLines(file)
  if (!read.ok) return read
  const lines = read.value
  const [heads = [], ...rows] = lines
  const at = sheetHeads
    .map((head) => [head, heads.findIndex((one) => one.trim().toLowerCase() === head.toLowerCase())] as const)
    .filter(([, i]) => i >= 0)
  if (!at.some(([head]) => head === 'Titel')) return fail('no-heads')
  const filled = rows
    .map(
      (cells, i): SheetRow => ({
        line: i + 2,
        cells: Object.fromEntries(at.map(([head, column]) => [head, plain(cells[column])])),
      }),
    )
    .filter((row) => Object.values(row.cells).some((cell) => cell !== ''))
  if (filled.length === 0) return fail('empty')
  return filled.length > mostRows ? fail('too-many') : ok(filled)
}

// Our CSV marks cells that a spreadsheet would take for a formula with an apostrophe; it is taken off again.
const plain = (cell: string | undefined) =>
  (cell ?? '')
    .replaceAll('\0', '')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')

/** Writes lines as an XLSX file: every cell is a text, so nothing in it is ever a formula. */
export async function writeSheet(lines: AsyncIterable<readonly string[]>): Promise<Buffer> {
  const book = await newWorkbook()
  const sheet = book.addWorksheet('Datensätze', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = sheetHeads.map((header) => ({ header, width: header === 'Beschreibung' ? 60 : 24 }))
  sheet.getRow(1).font = { bold: true }
  for await (const line of lines) sheet.addRow([...line])
  return Buffer.from(await book.xlsx.writeBuffer())
}
