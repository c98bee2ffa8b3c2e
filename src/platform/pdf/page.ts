import type PDFDocument from 'pdfkit'

export type Pdf = InstanceType<typeof PDFDocument>
export type Element = ReturnType<Pdf['struct']>

/** Blank left, right and on top, in points. */
export const margin = 56
export const ink = '#0F1411'
export const muted = '#515953'

/** What is left between the margins. */
export const widthOf = (pdf: Pdf): number => pdf.page.width - 2 * margin

/** Whether so much more still fits on the page. */
export const fits = (pdf: Pdf, height: number): boolean => pdf.y + height <= pdf.page.height - pdf.page.margins.bottom

/** Begins a new page where less than so much is left: nothing stands alone at the end of one. */
export function room(pdf: Pdf, height: number): void {
  if (!fits(pdf, height)) pdf.addPage()
}
