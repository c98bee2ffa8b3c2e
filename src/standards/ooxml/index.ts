export { type DocxCell, type DocxTable, docxTable } from './docx-table.ts'
export { type ZipEntry, zipOf } from './zip.ts'
