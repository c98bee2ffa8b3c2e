import { type Element, margin, type Pdf, room } from './page.ts'

/** Side of a QR code in points: 3.5 cm, so that a telephone reads it from a letter. */
const side = 99

/** A QR code as a figure with its words; squares side by side are drawn as one. */
export function writeSquares(
  pdf: Pdf,
  root: Element,
  { rows, alt }: { readonly rows: readonly (readonly boolean[])[]; readonly alt: string },
): void {
  room(pdf, side)
  const unit = side / Math.max(rows.length, 1)
  const top = pdf.y
  const draw = () => {
    for (const [y, row] of rows.entries())
      for (let x = 0; x < row.length; x++) {
        const from = x
        while (row[x]) x++
        if (x > from) pdf.rect(margin + from * unit, top + y * unit, (x - from) * unit, unit)
      }
    pdf.fill()
  }
  root.add(pdf.struct('Figure', { alt }, draw))
  pdf.y = top + side + 8
}
