import { type Format, formats } from '../vocabulary.ts'
import { type CsvDialect, csvOf } from './csv.ts'
import { featuresOf, type Geometry, pointsOf, recordsOf } from './geojson.ts'
import { type Appointment, icalOf } from './ical.ts'
import { pdfOf } from './pdf.ts'
import type { Column, Table } from './table.ts'
import { escapeXml, xlsxOf } from './xlsx.ts'

/** A file of the demonstration; its content is made when asked for, the same on every run. */
export interface DemoFile {
  name: string
  /** Title of the distribution. */
  title: string
  mediaType: string
  /** `CSV`, `GeoJSON`, `iCal` ... as people call it. */
  format: string
  /** Code of the EU file-type list. */
  fileType: string
  encoding?: 'utf-8' | 'windows-1252'
  /** What the columns of a table mean. */
  columns?: readonly Column[]
  content(): string | Uint8Array
}

function fileOf(
  format: Format,
  name: string,
  title: string,
  content: () => string | Uint8Array,
  columns?: readonly Column[],
): DemoFile {
  const { label, type, media } = formats[format]
  return { name, title, mediaType: media, format: label, fileType: type, content, ...(columns ? { columns } : {}) }
}

/** A table as CSV; `office` is what a department's program delivers: windows-1252, semicolon, decimal comma. */
export const csvFile = (name: string, title: string, source: Table, dialect: CsvDialect = 'open'): DemoFile => ({
  ...fileOf('CSV', name, title, () => csvOf(source, dialect), source.columns),
  encoding: dialect === 'open' ? 'utf-8' : 'windows-1252',
})

/** A table with the columns laenge and breite as GeoJSON points, or with the given geometry per row. */
export const geoFile = (name: string, title: string, source: Table, shapes?: () => readonly Geometry[]): DemoFile =>
  fileOf('GEOJSON', name, title, () => (shapes ? featuresOf(source, shapes) : pointsOf(source)), source.columns)

/** A table, or several as sheets, as Excel workbook. */
export const excelFile = (name: string, title: string, sheets: Readonly<Record<string, Table>>, explained = true): DemoFile =>
  fileOf('XLSX', name, title, () => xlsxOf(sheets), explained ? Object.values(sheets)[0]?.columns : undefined)

/** A table as array of objects. */
export const jsonFile = (name: string, title: string, source: Table): DemoFile =>
  fileOf('JSON', name, title, () => `${JSON.stringify(recordsOf(source), null, 1)}\n`, source.columns)

/** A table as XML: one element per row, one child per filled cell. */
export const xmlFile = (name: string, title: string, source: Table, root: string, item: string): DemoFile => {
  const write = (): string => {
    const rows = source.rows().map((row) => {
      const cells = source.columns.map((column, at) =>
        row[at] === undefined ? '' : `<${column.name}>${escapeXml(String(row[at]))}</${column.name}>`,
      )
      return `  <${item}>${cells.join('')}</${item}>`
    })
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n${rows.join('\n')}\n</${root}>\n`
  }
  return fileOf('XML', name, title, write, source.columns)
}

/** Appointments as calendar file. */
export const icalFile = (name: string, title: string, stamp: string, events: () => readonly Appointment[]): DemoFile =>
  fileOf('ICS', name, title, () => icalOf(title, stamp, events()))

/** Paragraphs as PDF. */
export const pdfFile = (name: string, title: string, heading: string, paragraphs: readonly string[]): DemoFile =>
  fileOf('PDF', name, title, () => pdfOf(heading, paragraphs))
