import { createHash } from 'node:crypto'
import type { DataService, Dataset, Distribution } from '#standards/dcat-ap-de'
import { allDrafts } from './datasets/all.ts'
import { type Department, departments } from './departments.ts'
import type { DemoFile } from './files/demo-file.ts'
import { tableSchema } from './files/table.ts'
import { type DemoAddresses, datasetOf, serviceOf } from './record.ts'
import { sha256Algorithm } from './vocabulary.ts'

export type { DemoFile } from './files/demo-file.ts'
export type { Column, TableSchema } from './files/table.ts'
export { tableSchema } from './files/table.ts'
export type { DemoAddresses } from './record.ts'
export { type DemoArea, type DemoTenant, demoTenant, demoTenants } from './tenants.ts'

/** One record of the demonstration with the files that its distributions point to. */
export interface DemoEntry {
  tenant: string
  slug: string
  dataset: Dataset | DataService
  files: readonly DemoFile[]
}

/** A file with its bytes and what follows from them. */
export interface MadeFile extends DemoFile {
  bytes: Uint8Array
  sha256: string
}

/** All records, series before their members; files are not made yet, so this is fast. */
export function demoDatasets(addresses: DemoAddresses): DemoEntry[] {
  return allDrafts.map((draft) => {
    const department: Department = departments[draft.by]
    const entry = { tenant: department.tenant, slug: draft.slug }
    if (draft.kind === 'service') return { ...entry, dataset: serviceOf(draft, addresses), files: [] }
    return { ...entry, dataset: datasetOf(draft, addresses), files: draft.files }
  })
}

/** Makes a file: its bytes (text as UTF-8) and their SHA-256. */
export function makeFile(file: DemoFile): MadeFile {
  const content = file.content()
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return { ...file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Name of the file that explains the columns of another one. */
const schemaNameOf = (name: string): string => `${name}.schema.json`

// A CSV file gets its Frictionless Table Schema beside it, so that people and programs know what the columns mean.
function schemaFileOf(file: DemoFile): DemoFile | undefined {
  const schema = file.fileType === 'CSV' ? schemaOf(file) : undefined
  if (!schema) return undefined
  const content = (): string => `${JSON.stringify(schema, null, 1)}\n`
  const title = `Erklärung der Spalten: ${file.title}`
  return { name: schemaNameOf(file.name), title, mediaType: 'application/json', format: 'JSON', fileType: 'JSON', content }
}

/**
 * Makes the files of an entry, with a table schema beside each CSV file, and writes byte size, checksum and
 * `dct:conformsTo` (the schema) into its distributions.
 */
export function withFiles(entry: DemoEntry, addresses: DemoAddresses): { entry: DemoEntry; files: MadeFile[] } {
  const files = entry.files.map(makeFile)
  const schemas = entry.files.flatMap((file) => schemaFileOf(file) ?? []).map(makeFile)
  const all = [...files, ...schemas]
  if (entry.dataset.kind === 'service') return { entry, files: all }
  const urlOf = (name: string): string => addresses.fileUrl(entry.tenant, entry.slug, name)
  const byUrl = new Map(files.map((file) => [urlOf(file.name), file]))
  const explained = new Set(schemas.map(({ name }) => name))
  const distribution = entry.dataset.distribution.map((one): Distribution => {
    const file = byUrl.get(one.downloadURL[0] ?? '')
    if (!file) return one
    const schema = schemaNameOf(file.name)
    const label = [{ value: 'Frictionless Table Schema', lang: 'en' }]
    return {
      ...one,
      byteSize: file.bytes.byteLength,
      checksum: { algorithm: sha256Algorithm, value: file.sha256 },
      conformsTo: explained.has(schema) ? [...one.conformsTo, { uri: urlOf(schema), label }] : one.conformsTo,
    }
  })
  return { entry: { ...entry, dataset: { ...entry.dataset, distribution } }, files: all }
}

/** The table schema of a file (Frictionless), where its columns are explained. */
export const schemaOf = (file: DemoFile) => (file.columns ? tableSchema(file.columns) : undefined)
