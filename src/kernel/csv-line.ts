/** One cell by RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe (OWASP, CSV injection). */
export function csvCell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value)
  const text = (value ?? '').replace(/\r\n?/g, '\n')
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line with its end. */
export const csvLine = (cells: readonly (string | number | undefined)[]): string => `${cells.map(csvCell).join(',')}\r\n`
