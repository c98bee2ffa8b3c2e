import { newWorkbook } from '#standards/xlsx'
import { tableFields } from './fields.ts'

const lines = (): string[][] => [
  tableFields.map((field) => field.de),
  tableFields.map((field) => field.examples[0]),
  tableFields.map((field) => field.examples[1]),
]

/** The template as CSV that spreadsheets in German open with a double click: semicolons, and the mark of UTF-8. */
export const templateCsv = (): string =>
  `\ufeff${lines()
    .map((cells) => cells.map((cell) => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';'))
    .join('\r\n')}\r\n`

/** The template as a workbook. */
export async function templateXlsx(): Promise<Buffer> {
  const book = await newWorkbook()
  const sheet = book.addWorksheet('Datensätze', { views: [{ state: 'frozen', ySplit: 1 }] })
  for (const cells of lines()) sheet.addRow(cells)
  sheet.getRow(1).font = { bold: true }
  for (const [at, field] of tableFields.entries()) sheet.getColumn(at + 1).width = Math.max(14, field.de.length + 4)
  return Buffer.from(await book.xlsx.writeBuffer())
}
