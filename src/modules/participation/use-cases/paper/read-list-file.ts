import { fail, ok, type Result } from '#kernel/result.ts'
import { readTable } from '#standards/csv'
import { isWorkbook, readWorkbook } from '#standards/xlsx'
import { listHeads, neededHeads } from '../../model/paper/read-list.ts'
import type { ListLine } from '../../store/paper-store.ts'

/** Why a file could not be read as a list. The sentence has the text key `participation.import.file.<fault>`. */
export type ListFault = 'unreadable' | 'no-heads' | 'too-many' | 'too-large' | 'empty'

export const mostLines = 1000
export const largestList = 5_000_000
const largestUnpacked = 50_000_000

interface Lines {
  readonly lines: readonly (readonly string[])[]
  /** Number of the first line behind the heads. */
  readonly first: number
}

function readCsv(file: Buffer): Result<Lines, 'unreadable'> {
  try {
    const table = readTable(file, { whole: true, maxRows: mostLines + 1 })
    return ok({ lines: [table.header, ...table.rows], first: table.before + 1 })
  } catch {
    return fail('unreadable')
  }
}

async function readXlsx(file: Buffer): Promise<Result<Lines, 'unreadable' | 'too-large'>> {
  const read = await readWorkbook(file, { maxLines: mostLines + 2, maxColumns: 40, maxUnpacked: largestUnpacked })
  return read.ok ? ok({ lines: read.value, first: 2 }) : read
}

// Tables mark cells that a spreadsheet would take for a formula with an apostrophe; it is taken off again.
const plain = (cell: string | undefined) =>
  (cell ?? '')
    .replaceAll('\0', '')
    .toWellFormed()
    .trim()
    .replace(/^'(?=[=+\-@])/, '')

/** Reads an XLSX or CSV file with our heads in its first line; columns that we do not know are left out, their order does not matter. */
export async function readListFile(file: Buffer): Promise<Result<ListLine[], ListFault>> {
  if (file.length > largestList) return fail('too-large')
  const read = isWorkbook(file) ? await readXlsx(file) : readCsv(file)
  if (!read.ok) return read
  const [heads = [], ...rows] = read.value.lines
  const at = listHeads
    .map((head) => [head, heads.findIndex((one) => one.trim().toLowerCase() === head.toLowerCase())] as const)
    .filter(([, i]) => i >= 0)
  if (!neededHeads.every((head) => at.some(([one]) => one === head))) return fail('no-heads')
  const filled = rows
    .map(
      (cells, i): ListLine => ({
        line: read.value.first + i,
        cells: Object.fromEntries(at.map(([head, column]) => [head, plain(cells[column])])),
      }),
    )
    .filter((row) => Object.values(row.cells).some((cell) => cell !== ''))
  if (filled.length === 0) return fail('empty')
  return filled.length > mostLines ? fail('too-many') : ok(filled)
}
