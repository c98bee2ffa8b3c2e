export { type PdfBlock, type PdfDocument, type PdfTable, writePdf } from './write-pdf.ts'
