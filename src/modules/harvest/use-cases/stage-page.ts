import { createHash } from 'node:crypto'
import { type ImportNote, namePublisher, publisherOfSite } from '#catalogue'
import { translator } from '#kernel/locale.ts'
import type { Site } from '#kernel/site.ts'
import { type CatalogueRecord, de as dcatTexts, publisherOf, titleOf } from '#standards/dcat-ap-de'
import { type Entry, isRefused, type Page, type Understood } from '../harvester.ts'
import { looksGarbled } from '../model/guards.ts'
import { matchText } from '../model/identity.ts'
import type { Source } from '../model/source.ts'
import { hashOf, type Staged } from '../store/staged-store.ts'
import { applyMapping, unknownValues } from './apply-mapping.ts'

const sentence = translator('de', dcatTexts)
const longestExcerpt = 4000

/** Everything about a source that decides how its records are understood: when it changes, all are read anew. */
export const readingKey = ({ kind, mapping, settings }: Pick<Source, 'kind' | 'mapping' | 'settings'>): string =>
  createHash('sha256')
    .update(JSON.stringify([4, kind, mapping, settings]))
    .digest('hex')
    .slice(0, 16)

const rawHash = (key: string, raw: string) => createHash('sha256').update(key).update(raw).digest('hex').slice(0, 40)

const notesOf = ({ repairs, kept }: Understood): ImportNote[] => [
  ...repairs.map((one): ImportNote => ({ kind: 'repaired', ...one })),
  ...kept.map(
    ({ value, reason, ...one }): ImportNote => ({
      kind: 'kept',
      ...one,
      from: value,
      reason: sentence(`dcat-ap-de.kept.${reason}`),
    }),
  ),
]

/** Addresses of the data themselves; pages about them change more often. */
const addressesOf = (record: CatalogueRecord): string[] =>
  record.kind === 'service'
    ? record.endpointURL
    : record.distribution.flatMap((one) => (one.downloadURL.length > 0 ? one.downloadURL : one.accessURL))

const textOf = (record: CatalogueRecord): string =>
  [record.title, record.description, record.keyword]
    .flat()
    .map((one) => one.value)
    .join('\n')

/** The mark by which a record is recognised under another id. */
export function markOf(record: CatalogueRecord): string | undefined {
  const text = matchText({ title: titleOf(record), publisher: publisherOf(record) ?? '', addresses: addressesOf(record) })
  return text === undefined ? undefined : hashOf(text)
}

const asUnknown = (columns: readonly string[]) =>
  columns.map((value) => ({ kind: 'column', value: value.slice(0, 200) }) as const)

/** One entry, understood as far as needed: what says the same as the last time is not read again. */
function stagedEntry(
  entry: Entry,
  known: ReadonlyMap<string, string>,
  key: string,
  source: Source,
  page: Page,
  site: Site,
  publicUrl: string,
): Staged {
  const idHash = hashOf(entry.id)
  const hash = rawHash(key, entry.raw)
  const base = {
    idHash,
    sourceId: entry.id.slice(0, 2000),
    rawHash: hash,
    ...(entry.page ? { page: entry.page.slice(0, 2000) } : {}),
  }
  if (known.get(idHash) === hash) return { ...base, outcome: 'same' }
  const excerpt = () => entry.excerpt().slice(0, longestExcerpt)
  let read: ReturnType<Entry['understand']>
  try {
    read = entry.understand()
  } catch (error) {
    // One record that nobody foresaw must not keep the others from coming.
    read = { reason: 'unreadable', detail: error instanceof Error ? error.message.slice(0, 300) : '' }
  }
  if (isRefused(read))
    return {
      ...base,
      outcome: 'rejected',
      reason: read.reason,
      ...(read.detail ? { detail: read.detail } : {}),
      excerpt: excerpt(),
      ...(read.line === undefined ? {} : { line: read.line }),
      ...(read.field === undefined ? {} : { field: read.field.slice(0, 200) }),
      ...(read.columns?.length ? { unknown: asUnknown(read.columns) } : {}),
      ...(entry.mention ? { mention: true } : {}),
    }
  const mapped = applyMapping(read, source.mapping)
  const reading = { catalogues: [], records: [mapped.record], repairs: [...mapped.repairs], rejected: [], kept: [], rest: [] }
  const named = namePublisher(reading, page.publisher ?? publisherOfSite(site, publicUrl))
  const record = named.records[0] ?? mapped.record
  const mark = markOf(record)
  const unknown = [...unknownValues(mapped), ...asUnknown(read.columns ?? [])]
  return {
    ...base,
    outcome: 'changed',
    record,
    notes: notesOf({ ...mapped, repairs: named.repairs }),
    ...(mark === undefined ? {} : { matchKey: mark }),
    garbled: looksGarbled(textOf(record)),
    publisher: (publisherOf(record) ?? '').slice(0, 300),
    ...(unknown.length > 0 ? { unknown } : {}),
    ...(read.remarks?.length ? { remarks: read.remarks.slice(0, 50) } : {}),
  }
}

/** What came with a page, ready to be staged: each id once, the second time named as a twin. */
export function stagedPage(
  page: Page,
  known: ReadonlyMap<string, string>,
  source: Source,
  { site, publicUrl, already }: { readonly site: Site; readonly publicUrl: string; readonly already: ReadonlySet<string> },
): Staged[] {
  const key = readingKey(source)
  const seen = new Map<string, Staged>()
  const out: Staged[] = []
  for (const [at, entry] of page.entries.entries()) {
    const staged = stagedEntry(entry, known, key, source, page, site, publicUrl)
    const twin = seen.get(staged.idHash)
    // The same id twice in one answer: the first counts. On a later page it is the page that moved, not the record.
    if (!twin) {
      seen.set(staged.idHash, staged)
      if (!already.has(staged.idHash)) out.push(staged)
    } else if (!entry.mention && twin.rawHash !== staged.rawHash)
      out.push({
        idHash: hashOf(`${entry.id}\n${at}`),
        sourceId: staged.sourceId,
        rawHash: staged.rawHash,
        outcome: 'rejected',
        reason: 'twin',
        excerpt: entry.excerpt().slice(0, longestExcerpt),
      })
  }
  return out
}
