import { type Element, fits, ink, margin, muted, type Pdf, room, widthOf } from './page.ts'
import type { PdfTable } from './write-pdf.ts'

const gap = 10
const small = 9

interface Column {
  readonly x: number
  readonly width: number
  readonly align: 'left' | 'right'
}

function columnsOf(pdf: Pdf, table: PdfTable): Column[] {
  const whole = widthOf(pdf) - gap * (table.head.length - 1)
  const shares = table.widths ?? table.head.map(() => 1)
  const sum = shares.reduce((a, b) => a + b, 0)
  let x = margin
  return table.head.map((_, i) => {
    const width = (whole * (shares[i] ?? 1)) / sum
    const column: Column = { x, width, align: table.right?.includes(i) ? 'right' : 'left' }
    x += width + gap
    return column
  })
}

/** Writes a table with its caption, heads of columns and rows; a row is never torn, and heads are repeated for the eye on each page. */
export function writeTable(pdf: Pdf, root: Element, table: PdfTable): void {
  const columns = columnsOf(pdf, table)
  const element = pdf.struct('Table')
  root.add(element)
  room(pdf, 80)
  element.add(
    pdf.struct(
      'Caption',
      {},
      () =>
        void pdf
          .font('bold')
          .fontSize(10)
          .text(table.caption, margin, pdf.y, { width: widthOf(pdf) }),
    ),
  )
  pdf.moveDown(0.4)
  const head = pdf.struct('THead')
  element.add(head)
  writeRow(pdf, head, table.head, columns, () => 'Column')
  head.end()
  const body = pdf.struct('TBody')
  element.add(body)
  for (const row of table.rows) {
    if (!fits(pdf, heightOf(pdf, row, columns))) {
      pdf.addPage()
      repeatedHead(pdf, table.head, columns)
    }
    writeRow(pdf, body, row, columns, (i) => (i === 0 ? 'Row' : undefined))
  }
  body.end()
  element.end()
  pdf.moveDown(1)
  pdf.x = margin
}

const heightOf = (pdf: Pdf, cells: readonly string[], columns: readonly Column[]) => {
  pdf.font('text').fontSize(small)
  return Math.max(...columns.map(({ width }, i) => pdf.heightOfString(cells[i] || ' ', { width }))) + 8
}

/** Which cells head something: a column, or the row they stand in. */
type Heads = (i: number) => 'Column' | 'Row' | undefined

function writeRow(pdf: Pdf, parent: Element, cells: readonly string[], columns: readonly Column[], heads: Heads): void {
  const height = heightOf(pdf, cells, columns)
  const top = pdf.y
  const row = pdf.struct('TR')
  parent.add(row)
  columns.forEach((column, i) => {
    const scope = heads(i)
    const write = () => writeCell(pdf, cells[i] ?? '', column, top, scope === 'Column')
    row.add(scope ? headCell(pdf, scope, write) : pdf.struct('TD', {}, write))
  })
  row.end()
  rule(pdf, top + height - 3)
  pdf.y = top + height
}

// What a head speaks for is an attribute of tables (ISO 32000-1, 14.8.5.7); the published types do not know it yet.
const headCell = (pdf: Pdf, scope: 'Column' | 'Row', write: () => void): Element =>
  pdf.struct('TH', { scope } as { title?: string }, write)

function writeCell(pdf: Pdf, text: string, { x, width, align }: Column, top: number, head: boolean): void {
  pdf.font('text').fontSize(small)
  if (head) pdf.fillColor(muted)
  pdf.text(text || ' ', x, top, { width, align })
  if (head) pdf.fillColor(ink)
}

/** A hairline; nothing that is read. */
function rule(pdf: Pdf, y: number): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(margin, y)
    .lineTo(pdf.page.width - margin, y)
    .lineWidth(0.5)
    .strokeColor('#CED5D0')
    .stroke()
  pdf.endMarkedContent()
}

function repeatedHead(pdf: Pdf, cells: readonly string[], columns: readonly Column[]): void {
  const height = heightOf(pdf, cells, columns)
  const top = pdf.y
  pdf.markContent('Artifact', { type: 'Layout' })
  columns.forEach((column, i) => {
    writeCell(pdf, cells[i] ?? '', column, top, true)
  })
  pdf.endMarkedContent()
  rule(pdf, top + height - 3)
  pdf.y = top + height
}
