import type { CatalogueRecord } from './model.ts'
import { datasetRows, distributionRows, type Row, serviceRows } from './property-table.ts'

/** One field of a record, and the property it stands for. */
export interface RecordField {
  readonly field: string
  /** Prefixed name: `dct:title`. */
  readonly name: string
  readonly many: boolean
}

const fields = (rows: readonly Row[]): RecordField[] => {
  const seen = new Map<string, RecordField>()
  for (const { field, name, many } of rows) if (!seen.has(field)) seen.set(field, { field, name, many })
  return [...seen.values()]
}
const dataset = fields(datasetRows)
const service = fields(serviceRows)

/** The fields of a record in the order of the property table; distributions are apart. */
export const recordFields = (kind: CatalogueRecord['kind']): readonly RecordField[] => (kind === 'service' ? service : dataset)

/** The fields of a distribution. */
export const distributionFields: readonly RecordField[] = fields(distributionRows)
