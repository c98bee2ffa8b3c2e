/** What stands between the cells. */
export type Delimiter = ';' | ',' | '\t' | '|'

// In this order where two fit equally well: a German file with decimal commas is separated by semicolons.
const candidates: readonly Delimiter[] = [';', '\t', '|', ',']
const sampleLines = 50

/** Cells of a line by a delimiter; delimiters inside quotes do not count. */
function cellsOf(line: string, delimiter: Delimiter): number {
  let cells = 1
  let quoted = false
  for (const char of line)
    if (char === '"') quoted = !quoted
    else if (char === delimiter && !quoted) cells++
  return cells
}

/** How well a delimiter fits: the share of lines with the most frequent number of cells, if those are two or more. */
function fit(lines: readonly string[], delimiter: Delimiter): { share: number; cells: number } {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const cells = cellsOf(line, delimiter)
    counts.set(cells, (counts.get(cells) ?? 0) + 1)
  }
  let best = { share: 0, cells: 1 }
  for (const [cells, lineCount] of counts)
    if (cells > 1 && lineCount / lines.length > best.share) best = { share: lineCount / lines.length, cells }
  return best
}

/** Finds the delimiter from the first lines, or from Excel's line `sep=;`; a file of one column has a semicolon. */
export function sniffDelimiter(text: string): Delimiter {
  const named = /^\uFEFF?sep=(.)\r?\n/i.exec(text)?.[1]
  const given = candidates.find((one) => one === named)
  if (given) return given
  const lines = text
    .slice(0, 64 * 1024)
    .split(/\r\n|\n|\r/, sampleLines)
    .filter((line) => line.trim() !== '')
  let chosen: { delimiter: Delimiter; share: number; cells: number } = { delimiter: ';', share: 0, cells: 1 }
  for (const delimiter of candidates) {
    const { share, cells } = fit(lines, delimiter)
    // Less than half of the lines alike: the character stands in the text.
    if (share <= 0.5) continue
    if (
      share > chosen.share + 0.001 ||
      (share > 0 && share >= chosen.share - 0.001 && cells > chosen.cells && chosen.delimiter !== ';')
    )
      chosen = { delimiter, share, cells }
  }
  return chosen.delimiter
}
