import type { PbFault, PbFaultCode, PbLimits } from './model.ts'
import type { PbRow } from './read-rows.ts'

/** Collects faults; `full` when so many were found that going on helps nobody. */
export class Faults {
  readonly found: PbFault[] = []
  readonly #limit: number

  constructor(limits: PbLimits) {
    this.#limit = limits.faults
  }

  get full(): boolean {
    return this.found.length >= this.#limit
  }

  add(line: number, code: PbFaultCode, params: PbFault['params'] = {}): void {
    if (!this.full) this.found.push({ line, code, params })
  }
}

export const sectionNames = ['META', 'PROJECTS', 'VOTES'] as const
type SectionName = (typeof sectionNames)[number]

/** A part of the file: the names of its columns and its rows. */
export interface Section {
  readonly line: number
  readonly columns: readonly string[]
  readonly rows: readonly PbRow[]
}

const nameOf = ({ cells }: PbRow): SectionName | undefined =>
  cells.slice(1).every((cell) => cell === '') ? sectionNames.find((name) => name === cells[0]?.toUpperCase()) : undefined

/** Splits the rows into META, PROJECTS and VOTES. Gives undefined, with the faults noted, where one is missing or out of place. */
export function splitSections(rows: readonly PbRow[], faults: Faults): Record<SectionName, Section> | undefined {
  const begins = rows.flatMap((row, at) => {
    const name = nameOf(row)
    return name ? [{ name, at, line: row.line }] : []
  })
  const first = rows[0]
  if (first && begins[0]?.at !== 0) faults.add(first.line, 'before-section')
  const sections: Partial<Record<SectionName, Section>> = {}
  for (const [number, { name, at, line }] of begins.entries()) {
    const [head, ...body] = rows.slice(at + 1, begins[number + 1]?.at)
    if (sections[name]) faults.add(line, 'section-twice', { section: name })
    else if (!head) faults.add(line, 'header-missing', { section: name })
    else {
      const columns = head.cells.map((cell) => cell.toLowerCase())
      const double = columns.find((column, index) => column !== '' && columns.indexOf(column) !== index)
      if (double) faults.add(head.line, 'column-twice', { section: name, column: double })
      if (name !== sectionNames[Object.keys(sections).length]) faults.add(line, 'section-order', { section: name })
      sections[name] = { line, columns, rows: body }
    }
  }
  for (const name of sectionNames)
    if (!begins.some((one) => one.name === name)) faults.add(rows.at(-1)?.line ?? 1, 'section-missing', { section: name })
  return faults.found.length === 0 ? (sections as Record<SectionName, Section>) : undefined
}

/** Reads a row by its column names; a row with more cells than columns is a fault, missing cells at the end are empty. */
export function cellsOf(row: PbRow, columns: readonly string[], faults: Faults): Record<string, string> {
  if (row.cells.slice(columns.length).some((cell) => cell !== ''))
    faults.add(row.line, 'cells', { cells: row.cells.length, columns: columns.length })
  return Object.fromEntries(columns.flatMap((column, at) => (column === '' ? [] : [[column, row.cells[at] ?? '']])))
}
