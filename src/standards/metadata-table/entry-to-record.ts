import { datasetToQuads } from '#standards/data-json'
import { type CatalogueRecord, type Kept, type Repair, readCatalogue } from '#standards/dcat-ap-de'
import { expand, iri, text, triple } from '#standards/rdf'
import { tableFields } from './fields.ts'
import type { TableCell, TableEntry } from './read-table.ts'

/** A cell that could not be understood, or says something else than the line above it. */
export interface CellFault {
  readonly line: number
  readonly head: string
  readonly value: string
}

export interface ReadEntry {
  readonly record: CatalogueRecord | undefined
  readonly repairs: readonly Repair[]
  readonly kept: readonly Kept[]
  readonly faults: readonly CellFault[]
}

const fieldOf = new Map(tableFields.map((field) => [field.id, field]))
const listed = (value: string | undefined) =>
  (value ?? '')
    .split(/[;,|\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Values that no list knows are for a person to give a meaning to; they are no fault of a cell. */
const meant = new Set(['license', 'theme', 'format'])

/** Reads the lines of one dataset as a record with this IRI. */
export function entryToRecord(entry: TableEntry, uri: string): ReadEntry {
  const cells = entry.lines.flatMap((one) => one.cells)
  const first = new Map<string, TableCell>()
  const faults: CellFault[] = []
  for (const cell of cells) {
    if (fieldOf.get(cell.field)?.file) continue
    const before = first.get(cell.field)
    if (!before) first.set(cell.field, cell)
    else if (before.value !== cell.value) faults.push(cell)
  }
  const mail = first.get('email')
  if (mail && !/^[^\s@]+@[^\s@]+$/.test(mail.value)) {
    faults.push(mail)
    first.delete('email')
  }
  const of = (field: string) => first.get(field)?.value
  const parts = entry.lines.flatMap(({ cells: own }) => {
    const value = (field: string) => own.find((cell) => cell.field === field)?.value
    return value('file') || value('access') ? [value] : []
  })
  const anywhere = (field: string) => cells.find((cell) => cell.field === field)?.value
  const quads = datasetToQuads(
    {
      identifier: entry.id,
      title: of('title'),
      description: of('description'),
      keyword: listed(of('keywords')),
      // A theme may have a comma in its name.
      theme: (of('theme') ?? '').split(/[;|\n]/).map((one) => one.trim()),
      publisher: { name: of('publisher') },
      ...(of('contact') || of('email') ? { contactPoint: { fn: of('contact'), hasEmail: of('email') } } : {}),
      landingPage: of('page'),
      issued: of('issued'),
      modified: of('modified'),
      accrualPeriodicity: of('frequency'),
      ...(of('start') || of('end') ? { temporal: `${of('start') ?? ''}/${of('end') ?? ''}` } : {}),
      spatial: of('place'),
      license: anywhere('license'),
      distribution: parts.map((value) => ({
        title: value('fileTitle'),
        downloadURL: value('file'),
        accessURL: value('access'),
        format: value('format'),
        license: value('license'),
      })),
    },
    uri,
  )
  for (const [at, value] of parts.entries()) {
    const said = value('attribution') ?? anywhere('attribution')
    if (said) quads.push(triple(iri(`${uri}#distribution-${at + 1}`), expand('dcatde:licenseAttributionByText'), text(said)))
  }
  const { records, repairs, kept } = readCatalogue(quads)
  const record = records.find((one) => one.uri === uri) ?? records[0]
  for (const { property, value } of kept) {
    const cell =
      cells.find((one) => one.value.includes(value) && fieldOf.get(one.field)?.becomes.includes(property)) ??
      cells.find((one) => one.value === value)
    if (cell && !meant.has(cell.field)) faults.push(cell)
  }
  const unique = new Map(faults.map(({ line, head, value }) => [`${line} ${head}`, { line, head, value }]))
  return { record, repairs, kept, faults: [...unique.values()].sort((a, b) => a.line - b.line) }
}
