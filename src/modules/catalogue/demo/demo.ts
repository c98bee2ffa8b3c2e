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

/** Makes the files of an entry and writes byte size and checksum into its distributions. */
export function withFiles(entry: DemoEntry, addresses: DemoAddresses): { entry: DemoEntry; files: MadeFile[] } {
  const files = entry.files.map(makeFile)
  if (entry.dataset.kind === 'service') return { entry, files }
  const byUrl = new Map(files.map((file) => [addresses.fileUrl(entry.tenant, entry.slug, file.name), file]))
  const distribution = entry.dataset.distribution.map((one): Distribution => {
    const file = byUrl.get(one.downloadURL[0] ?? '')
    if (!file) return one
    return { ...one, byteSize: file.bytes.byteLength, checksum: { algorithm: sha256Algorithm, value: file.sha256 } }
  })
  return { entry: { ...entry, dataset: { ...entry.dataset, distribution } }, files }
}

/** The table schema of a file (Frictionless), where its columns are explained. */
export const schemaOf = (file: DemoFile) => (file.columns ? tableSchema(file.columns) : undefined)
