import type { ColumnKind, CsvTable, TableScan } from '#standards/csv'

/** How often the values of one column occur. */
export interface CategoryChart {
  column: string
  /** Most frequent first. */
  bars: readonly { label: string; count: number }[]
  /** All that is not among the bars. */
  rest: { values: number; count: number }
  total: number
}

const shown = 6

/**
 * Finds a column worth counting: every row is a thing of its own, and the column sorts the things into a few groups of different size.
 * Undefined where that cannot be said of any column, or the file was not walked to its end.
 */
export function categoryChart(table: CsvTable, kinds: readonly ColumnKind[], scan: TableScan): CategoryChart | undefined {
  if (!scan.whole || scan.rows < 20) return undefined
  const first = table.rows.map((row) => row[0] ?? '')
  if (new Set(first).size !== first.length) return undefined
  for (const [at, kind] of kinds.entries()) {
    const values = scan.values[at]
    const column = table.header[at]
    if (at === 0 || kind !== 'text' || !values || !column || values.size < 3) continue
    const filled = [...values.values()].reduce((sum, n) => sum + n, 0)
    const bars = [...values]
      .map(([label, count]) => ({ label: label.trim(), count }))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'de'))
    const [top] = bars
    if (
      !top ||
      filled < scan.rows * 0.9 ||
      filled / values.size < 4 ||
      top.count < (filled / values.size) * 1.2 ||
      bars.some((bar) => bar.label.length > 60)
    )
      continue
    const kept = bars.length <= shown + 1 ? bars : bars.slice(0, shown)
    const rest = bars.slice(kept.length)
    return {
      column,
      bars: kept,
      rest: { values: rest.length, count: rest.reduce((sum, bar) => sum + bar.count, 0) + scan.rows - filled },
      total: scan.rows,
    }
  }
  return undefined
}
