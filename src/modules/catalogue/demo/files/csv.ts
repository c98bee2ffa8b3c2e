import { germanDay } from '../calendar.ts'
import type { Cell, Column, Table } from './table.ts'

/** `open`: UTF-8, comma, ISO values. `office`: windows-1252, semicolon, decimal comma, 31.12.2026, as office programs write it. */
export type CsvDialect = 'open' | 'office'

const quoted = (text: string, separator: string): string =>
  text.includes(separator) || text.includes('"') || text.includes('\n') ? `"${text.replaceAll('"', '""')}"` : text

function plain(cell: Cell, column: Column): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number' && column.digits !== undefined) return cell.toFixed(column.digits)
  return String(cell)
}

function office(cell: Cell, column: Column): string {
  if (cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nein'
  if (typeof cell === 'number') return plain(cell, column).replace('.', ',')
  return column.type === 'date' ? germanDay(cell) : cell
}

// The characters of windows-1252 above 127 that differ from Latin-1 and that our texts use.
const windows1252: Readonly<Record<string, number>> = {
  '€': 0x80,
  '„': 0x84,
  '…': 0x85,
  '–': 0x96,
  '“': 0x93,
  '”': 0x94,
  '’': 0x92,
  '‚': 0x82,
  '‘': 0x91,
}

/** Text as windows-1252; throws on a character that this encoding lacks, for then the demonstration is wrong. */
export function encodeWindows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : windows1252[text.charAt(at)]
    if (byte === undefined) throw new Error(`not in windows-1252: ${text.charAt(at)}`)
    bytes[at] = byte
  }
  return bytes
}

/** A table as CSV file, with one line of column names. Lines end with CR LF (RFC 4180). */
export function csvOf(source: Table, dialect: CsvDialect = 'open'): string | Uint8Array {
  const separator = dialect === 'open' ? ',' : ';'
  const write = dialect === 'open' ? plain : office
  const lines = [source.columns.map(({ name }) => quoted(name, separator)).join(separator)]
  for (const row of source.rows()) {
    const cells = source.columns.map((column, at) => quoted(write(row[at], column), separator))
    lines.push(cells.join(separator))
  }
  const text = `${lines.join('\r\n')}\r\n`
  return dialect === 'open' ? text : encodeWindows1252(text)
}
