/** Types as in Frictionless Table Schema. */
export type ColumnType = 'string' | 'integer' | 'number' | 'date' | 'year' | 'boolean' | 'datetime' | 'time'

/** One column, explained for the reader. */
export interface Column {
  name: string
  type: ColumnType
  unit?: string
  /** What the value means and, where it helps, how it was gathered. */
  meaning: string
  /** Decimals of a number. */
  digits?: number
}

export type Cell = string | number | boolean | undefined
export type Row = readonly Cell[]

/** A table whose rows are made when first asked for, and once. */
export interface Table {
  readonly columns: readonly Column[]
  rows(): readonly Row[]
}

/** Writes a column down in one line. */
export const column = (
  name: string,
  type: ColumnType,
  meaning: string,
  more: { unit?: string; digits?: number } = {},
): Column => ({
  name,
  type,
  meaning,
  ...more,
})

/** Makes a table; the rows are generated at the first call and kept. */
export function table(columns: readonly Column[], make: () => readonly Row[]): Table {
  let rows: readonly Row[] | undefined
  return {
    columns,
    rows: () => {
      rows ??= make()
      return rows
    },
  }
}

/** A Frictionless Table Schema: what a program needs to read the columns. */
export interface TableSchema {
  fields: { name: string; type: ColumnType; title?: string; description: string; unit?: string }[]
  missingValues: string[]
}

/** The schema of explained columns. */
export function tableSchema(columns: readonly Column[]): TableSchema {
  return {
    fields: columns.map(({ name, type, unit, meaning }) => ({ name, type, description: meaning, ...(unit ? { unit } : {}) })),
    missingValues: [''],
  }
}
