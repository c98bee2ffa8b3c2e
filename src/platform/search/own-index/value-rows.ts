import type { ValueSets } from './filter-tables.ts'
import type { Column } from './segment.ts'

/** Values of a facet document by document, every row as long as the others: counting them has no loop inside whose end is hard to foresee. */
export interface ValueRows {
  readonly width: number
  /** Value + 1, or 0 for none. Where the last place of a row is taken, the set may have more. */
  readonly values: Uint16Array | Uint32Array
}

const kept = new WeakMap<Column, ValueRows>()

/** The rows of a column, made when they are first counted. */
export function valueRows(column: Column, sets: ValueSets): ValueRows {
  const known = kept.get(column)
  if (known) return known
  const { starts, members } = sets
  const width = usualLength(column, sets) + 1
  const length = column.length * width
  const values = sets.values.length < 0xffff ? new Uint16Array(length) : new Uint32Array(length)
  for (let doc = 0; doc < column.length; doc++) {
    const set = column[doc] as number
    const from = starts.data[set] as number
    const count = Math.min(width, (starts.data[set + 1] as number) - from)
    for (let i = 0; i < count; i++) values[doc * width + i] = (members.data[from + i] as number) + 1
  }
  const made = { width, values }
  kept.set(column, made)
  return made
}

/** So many values or fewer have 19 of 20 documents. */
function usualLength(column: Column, { starts }: ValueSets): number {
  const lengths = Uint32Array.from(column, (set) => (starts.data[set + 1] as number) - (starts.data[set] as number)).sort()
  return lengths[Math.floor(lengths.length * 0.95)] ?? 0
}
