import { translator } from '#kernel/locale.ts'
import { readCkanAnswer } from '#standards/ckan'
import {
  type Agent,
  type CatalogueRecord,
  de as dcatTexts,
  encodeRecord,
  type Reading,
  readCatalogue,
} from '#standards/dcat-ap-de'
import { contentHash, type RdfFault, type RdfSource, readRdf } from '#standards/rdf'
import { deDrafts } from '../locales/drafts-de.ts'
import type { CatalogueStore, ImportNote } from '../store/catalogue-store.ts'
import { namePublisher } from './name-publisher.ts'

/** One document to take in. */
export interface ImportSource {
  /** File name or address: stands in notes and messages. */
  readonly name: string
  readonly content: RdfSource
  readonly contentType?: string
  readonly baseIRI?: string
  /** Who publishes what names nobody: the tenant. */
  readonly publisher?: Agent
}

export interface ImportReport {
  read: number
  created: number
  updated: number
  unchanged: number
  rejected: { record: string; reason: string; place?: string }[]
  repaired: { record: string; property: string; from: string; to: string }[]
  /** Kept as it stood although it does not fit: which, and why. */
  kept: { record: string; property: string; value: string; reason: string }[]
  /** Documents that could not be read: nothing of them was taken in. */
  faults: { source: string; fault: RdfFault }[]
}

export const emptyReport = (): ImportReport => ({
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: [],
  repaired: [],
  kept: [],
  faults: [],
})

const batch = 200

// Reports are read by those who run the portal in Germany, and kept with the import.
const sentence = translator('de', dcatTexts)

const keptOwnReason = deDrafts['catalogue.import.kept-own'] ?? ''

/** The fingerprint of what a record says: equal for equal statements in any order and form. */
export const fingerprintOf = (record: CatalogueRecord): string => contentHash(encodeRecord(record))

/**
 * Takes one document into the tenant's catalogue: accept, repair, explain. A document that cannot be read to its end changes nothing.
 * Records are written in batches, each in one transaction, so that a stop in between leaves whole records, and the import can be run again.
 */
export async function importCatalogue(
  store: CatalogueStore,
  source: ImportSource,
  progress: (done: number, of: number) => void = () => {},
): Promise<ImportReport> {
  const report = emptyReport()
  const read = await readSource(source)
  if ('fault' in read) {
    report.faults.push({ source: source.name, fault: read.fault })
    return report
  }
  const reading = namePublisher(read, source.publisher)
  const id = await store.startImport(source.name)
  const listedIn = await takeCatalogues(store, reading)
  report.read = reading.records.length + reading.rejected.length
  report.repaired = reading.repairs
  report.rejected = reading.rejected.map((one) => ({ ...one, reason: sentence(`dcat-ap-de.rejected.${one.reason}`) }))
  report.kept = reading.kept.map((one) => ({ ...one, reason: sentence(`dcat-ap-de.kept.${one.reason}`) }))
  const records = withoutTwins(reading.records, report)
  // While the database writes one batch, the next is made ready: two cores have work.
  let writing: Promise<void> = Promise.resolve()
  for (let at = 0; at < records.length; at += batch) {
    const part = records
      .slice(at, at + batch)
      .map((record) => ({ record, hash: fingerprintOf(record), head: listedIn.get(record.uri) ?? reading.head?.uri ?? null }))
    await writing
    writing = store.upsert(part, source.name).then((outcomes) => {
      for (const { outcome, uri, keptOwn } of outcomes) {
        report[outcome]++
        if (keptOwn) report.kept.push({ record: uri, property: 'dcat:Resource', value: '', reason: keptOwnReason })
      }
      progress(Math.min(at + batch, records.length), records.length)
    })
  }
  await writing
  await store.noteImport(id, notesOf(report))
  await store.finishImport(id, { ...report, rejected: report.rejected.length })
  return report
}

/** Keeps the catalogues themselves; gives for each record the innermost catalogue that lists it. */
async function takeCatalogues(store: CatalogueStore, reading: Reading): Promise<Map<string, string>> {
  const listedIn = new Map<string, string>()
  for (const { head, datasets, services, catalogs } of reading.catalogues) {
    // What nothing leads to still belongs to the document: it goes with the outermost catalogue.
    const rest = head.uri === reading.head?.uri ? reading.rest : []
    await store.upsertHead({ ...head, extra: [...head.extra, ...rest] }, catalogs)
    for (const uri of [...datasets, ...services]) listedIn.set(uri, head.uri)
  }
  return listedIn
}

async function readSource(source: ImportSource): Promise<Reading | { fault: RdfFault }> {
  const ckan = await readCkanAnswer(source.content, source.baseIRI === undefined ? {} : { base: source.baseIRI })
  if (ckan.kind === 'reading') return ckan.reading
  if (ckan.kind === 'fault') return { fault: ckan.fault }
  const { quads, fault } = await readRdf(ckan.content, {
    fileName: source.name,
    ...(source.contentType ? { contentType: source.contentType } : {}),
    ...(source.baseIRI ? { baseIRI: source.baseIRI } : {}),
  })
  // Not one statement: an empty file is what remains of a transfer that failed.
  if (!fault && quads.length === 0) return { fault: { code: 'cut-off', key: 'rdf.fault.cut-off', params: {} } }
  return fault ? { fault } : readCatalogue(quads)
}

/** The same IRI twice in one document: the first counts, the second is named. */
function withoutTwins(records: readonly CatalogueRecord[], report: ImportReport): CatalogueRecord[] {
  const seen = new Set<string>()
  return records.filter((record) => {
    const fresh = !seen.has(record.uri)
    seen.add(record.uri)
    if (!fresh)
      report.rejected.push({
        record: record.uri,
        reason: 'Dieselbe Kennung steht zweimal im Dokument. Der erste Eintrag wurde übernommen.',
      })
    return fresh
  })
}

const notesOf = (report: ImportReport): ImportNote[] => [
  ...report.repaired.map((one): ImportNote => ({ kind: 'repaired', ...one })),
  ...report.kept.map(({ value, ...one }): ImportNote => ({ kind: 'kept', ...one, from: value })),
  ...report.rejected.map((one): ImportNote => ({ kind: 'rejected', record: one.record, reason: one.reason })),
]
