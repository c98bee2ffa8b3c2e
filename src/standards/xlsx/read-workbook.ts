import { inflateRawSync } from 'node:zlib'
import type excel from 'exceljs'
import { fail, ok, type Result } from '#kernel/result.ts'
import { newWorkbook } from './new-workbook.ts'

/** How much of a workbook is read. */
export interface SheetLimits {
  /** Lines, the heads among them; what comes after them is left out. */
  readonly maxLines: number
  readonly maxColumns: number
  /** What the file may unpack to, in bytes: a folded file of two megabytes could hold gigabytes. */
  readonly maxUnpacked: number
}

/** Whether a file begins as an XLSX does: as a ZIP. */
export const isWorkbook = (file: Buffer): boolean => file.length > 4 && file.readUInt32LE(0) === 0x04034b50

/** Unpacks every part of a ZIP to see that together they stay small; what a header claims is not believed. */
function staysSmall(file: Buffer, most: number): boolean {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > file.length) return false
  let at = file.readUInt32LE(end + 16)
  let left = most
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

function textOf(cell: excel.Cell): string {
  if (cell.value instanceof Date) return cell.value.toISOString().slice(0, 10)
  return cell.text.trim()
}

/** The first sheet of an XLSX workbook as texts, empty lines included; formulas count as their last result, days are `2026-11-24`. */
export async function readWorkbook(file: Buffer, limits: SheetLimits): Promise<Result<string[][], 'unreadable' | 'too-large'>> {
  try {
    if (!staysSmall(file, limits.maxUnpacked)) return fail('too-large')
    const book = await newWorkbook()
    await book.xlsx.load(file as unknown as Parameters<typeof book.xlsx.load>[0], {
      ignoreNodes: ['dataValidations', 'drawing', 'picture'],
    })
    const [sheet] = book.worksheets
    if (!sheet) return ok([])
    const lines: string[][] = []
    // By number and no further than is read: walking all of a sheet whose only row is number 1,048,576 makes a million of them.
    for (let line = 1; line <= Math.min(sheet.rowCount, limits.maxLines); line++) {
      const row = sheet.getRow(line)
      const cells: string[] = []
      for (let column = 1; column <= Math.min(row.cellCount, limits.maxColumns); column++) cells.push(textOf(row.getCell(column)))
      lines.push(cells)
    }
    return ok(lines)
  } catch (error) {
    return fail((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'unreadable')
  }
}
