import { inflateRawSync } from 'node:zlib'
import excel from 'exceljs'
import { fail, ok, type Result } from '#kernel/result.ts'
import { readTable } from '#standards/csv'
import type { SheetRow } from '../../store/sheet-store.ts'
import { sheetHeads } from './sheet-columns.ts'

/** Why a file could not be read as a spreadsheet. The sentence has the text key `catalogue.sheet.file.<fault>`. */
export type SheetFault = 'unreadable' | 'no-heads' | 'too-many' | 'too-large' | 'empty'

export const mostRows = 1000
export const largestSheet = 2 * 1024 * 1024
/** What an XLSX may unpack to: a folded file of two megabytes could hold gigabytes. */
const largestUnpacked = 40 * 1024 * 1024

/** Unpacks every part of a ZIP to see that together they stay small; what a header claims is not believed. */
function staysSmall(file: Buffer): boolean {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > file.length) return false
  let at = file.readUInt32LE(end + 16)
  let left = largestUnpacked
  for (let n = file.readUInt16LE(end + 10); n > 0; n--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return false
    const [method, packed, place] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)]
    const start = place + 30 + file.readUInt16LE(place + 26) + file.readUInt16LE(place + 28)
    const content = file.subarray(start, start + packed)
    left -= method === 0 ? content.length : inflateRawSync(content, { maxOutputLength: Math.max(left, 1) }).length
    if (left < 0) return false
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return true
}

/** The first sheet of a workbook as texts; formulas count as their last result. */
async function readWorkbook(file: Buffer): Promise<string[][]> {
  const book = new excel.Workbook()
  await book.xlsx.load(file as unknown as Parameters<typeof book.xlsx.load>[0], {
    ignoreNodes: ['dataValidations', 'drawing', 'picture'],
  })
  const sheet = book.worksheets[0]
  const lines: string[][] = []
  sheet?.eachRow({ includeEmpty: true }, (row) => {
    if (lines.length > mostRows + 1) return
    const cells: string[] = []
    for (let column = 1; column <= Math.min(row.cellCount, 60); column++) cells.push(textOf(row.getCell(column)))
    lines.push(cells)
  })
  return lines
}

function textOf(cell: excel.Cell): string {
  if (cell.value instanceof Date) return cell.value.toISOString().slice(0, 10)
  return cell.text.trim()
}

/** Reads an XLSX or CSV file with our heads in its first line; columns that we do not know are left out, their order does not matter. */
export async function readSheet(file: Buffer): Promise<Result<SheetRow[], SheetFault>> {
  if (file.length > largestSheet) return fail('too-large')
  const isZip = file.length > 4 && file.readUInt32LE(0) === 0x04034b50
  let lines: string[][]
  try {
    if (isZip && !staysSmall(file)) return fail('too-large')
    if (isZip) lines = await readWorkbook(file)
    else {
      const table = readTable(file, { whole: true, maxRows: mostRows + 1 })
      lines = [[...table.header], ...table.rows.map((row) => [...row])]
    }
  } catch (error) {
    return fail((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'unreadable')
  }
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
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Datensätze', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = sheetHeads.map((header) => ({ header, width: header === 'Beschreibung' ? 60 : 24 }))
  sheet.getRow(1).font = { bold: true }
  for await (const line of lines) sheet.addRow([...line])
  return Buffer.from(await book.xlsx.writeBuffer())
}
