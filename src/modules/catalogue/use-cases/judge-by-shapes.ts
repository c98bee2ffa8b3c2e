import type { Quad } from '@rdfjs/types'
import { type CatalogueRecord, encodeRecord } from '#standards/dcat-ap-de'
import { iri, namespaces, triple } from '#standards/rdf'
import { recordPart } from '#standards/shacl'
import { openReference } from '../reference/open.ts'
import type { QualityFinding } from '../store/tables.ts'
import type { Finding } from '../validation/finding.ts'
import { openValidator } from '../validation/open-validator.ts'

/** Holds records against the official DCAT-AP.de 3.0 shapes. Undefined findings where the shapes are not installed. */
export interface ShapeJudge {
  /** What is found about one record, whole: for words and the way to its field. */
  judge(record: CatalogueRecord): Promise<readonly Finding[] | undefined>
  /** The same about many, as it is kept. */
  findingsOf(records: readonly CatalogueRecord[]): Promise<(readonly QualityFinding[] | undefined)[]>
  close(): Promise<void>
}

/** The classes of records that this one links to: they are described elsewhere in the catalogue, which the shapes cannot see. */
function linkedRecords(record: CatalogueRecord): Quad[] {
  const typed = (uris: readonly string[], name: string) =>
    uris.map((uri) => triple(iri(uri), `${namespaces.rdf}type`, iri(namespaces.dcat + name)))
  if (record.kind === 'service') return typed(record.servesDataset, 'Dataset')
  return [
    ...typed(record.inSeries, 'DatasetSeries'),
    ...typed(
      record.distribution.flatMap((one) => one.accessService),
      'DataService',
    ),
  ]
}

/** Opens the judge in a thread of its own; without installed shapes it judges nothing. */
export async function openShapeJudge(dataDir: string): Promise<ShapeJudge> {
  if (!openReference(dataDir).has('shapes/dcat-ap-de-3.0/overlay'))
    return {
      judge: async () => undefined,
      findingsOf: async (records) => records.map(() => undefined),
      close: async () => {},
    }
  const validator = openValidator(dataDir)
  const judge = async (record: CatalogueRecord): Promise<readonly Finding[] | undefined> => {
    const part = recordPart([...encodeRecord(record), ...linkedRecords(record)], record.uri)
    const verdict = part ? await validator.validate(part, 'dcat-ap.de-3.0') : undefined
    return verdict?.ok ? verdict.value : undefined
  }
  const kept = async (record: CatalogueRecord): Promise<readonly QualityFinding[] | undefined> =>
    (await judge(record))?.map((finding) => ({
      severity: finding.severity,
      path: finding.path ?? '',
      constraint: finding.constraint,
      ...(finding.node !== record.uri ? { node: finding.node } : {}),
      ...(finding.value ? { value: finding.value.slice(0, 200) } : {}),
    }))
  return { judge, findingsOf: (records) => Promise.all(records.map(kept)), close: () => validator.close() }
}
