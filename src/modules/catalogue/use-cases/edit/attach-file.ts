import { fail, ok, type Result } from '#kernel/result.ts'
import { columnKind, readTable, scanTable } from '#standards/csv'
import { fits } from '../../model/draft.ts'
import { dropDraftFile, putDraftFile } from '../../store/draft-file-store.ts'
import { draftById, updateDraft } from '../../store/draft-store.ts'
import type { Draft, DraftFile, FileFacts } from '../../store/draft-tables.ts'
import type { DraftFault } from './faults.ts'
import { fileAddress } from './new-record.ts'
import { noteDeed } from './note-deed.ts'
import { type Acting, type EditHouse, together } from './staff.ts'

/** The largest file that can be handed in, in bytes. */
export const largestFile = 100_000_000

export interface AttachFile {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array
}

/** A file with a draft, and the address it will have. */
export interface Attached {
  readonly draft: Draft
  readonly file: Omit<DraftFile, 'addedAt'>
  /** For downloadURL and accessURL of a distribution. Works for the public after the release. */
  readonly url: string
}

/** A name that works in addresses and folders: the last part of a path, without signs that shells or browsers read otherwise. */
export const fileName = (given: string): string =>
  given
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{C}"'<>|*?:%#&;]/gu, '')
    .replace(/\s+/g, '-')
    .replace(/^\.+/, '')
    .slice(-120)

/** Keeps a file with a draft. Nobody but the tenant's staff can reach it before the release. The gate is asked anew: these are other data. */
export async function attachFile(house: EditHouse, acting: Acting, given: AttachFile): Promise<Result<Attached, DraftFault>> {
  const name = fileName(given.name)
  if (name === '') return fail({ kind: 'field', field: 'file', fault: 'missing' })
  if (given.content.byteLength === 0) return fail({ kind: 'field', field: 'file', fault: 'empty' })
  if (given.content.byteLength > largestFile) return fail({ kind: 'field', field: 'file', fault: 'too-large' })
  const facts = isTable(name, given.mediaType) ? await factsOf(given.content) : null
  const sha256 = await house.storage.put(given.content)
  const file = {
    name,
    mediaType: mediaTypeOf(name, given.mediaType),
    bytes: given.content.byteLength,
    sha256,
    columns: null,
    facts,
  }
  return together(house, acting.site, async (staff): Promise<Result<Attached, DraftFault>> => {
    const draft = await draftById(staff, given.id, true)
    if (!draft) return fail({ kind: 'not-found' })
    if (!fits('save', draft.state)) return fail({ kind: 'state', deed: 'save', state: draft.state })
    await putDraftFile(staff, draft.id, file)
    await updateDraft(staff, draft, { lawfulness: { ...draft.lawfulness, answers: {} }, changedBy: acting.person.id })
    await noteDeed(staff, acting.person, 'attach-file', draft, { name, bytes: file.bytes })
    const after = await draftById(staff, draft.id)
    if (!after) return fail({ kind: 'not-found' })
    return ok({ draft: after, file, url: fileAddress(acting.site, draft, name, staff.publicUrl) })
  })
}

/** Takes a file from a draft. A published one stays public until the draft is released. */
export async function removeFile(
  house: EditHouse,
  acting: Acting,
  { id, name }: { id: string; name: string },
): Promise<Result<Draft, DraftFault>> {
  return together(house, acting.site, async (staff): Promise<Result<Draft, DraftFault>> => {
    const draft = await draftById(staff, id, true)
    if (!draft) return fail({ kind: 'not-found' })
    if (!fits('save', draft.state)) return fail({ kind: 'state', deed: 'save', state: draft.state })
    if (!(await dropDraftFile(staff, id, name))) return fail({ kind: 'not-found' })
    await updateDraft(staff, draft, { changedBy: acting.person.id })
    await noteDeed(staff, acting.person, 'remove-file', draft, { name })
    const after = await draftById(staff, id)
    return after ? ok(after) : fail({ kind: 'not-found' })
  })
}

// Content types come from the sender; what a browser would run is never served as that.
const known: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  geojson: 'application/geo+json',
  xml: 'application/xml',
  gml: 'application/gml+xml',
  kml: 'application/vnd.google-earth.kml+xml',
  pdf: 'application/pdf',
  zip: 'application/zip',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  gpkg: 'application/geopackage+sqlite3',
  parquet: 'application/vnd.apache.parquet',
}
const mediaTypeOf = (name: string, given: string): string => {
  const byName = known[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '']
  if (byName) return byName
  return /^[\w.+-]+\/[\w.+-]+$/.test(given) && !/html|svg|script|xhtml/i.test(given)
    ? given.toLowerCase()
    : 'application/octet-stream'
}
const isTable = (name: string, mediaType: string) => /\.(csv|tsv|txt)$/i.test(name) || mediaType === 'text/csv'

const dateForms = [
  ['TT.MM.JJJJ', /^\d{1,2}\.\d{1,2}\.\d{4}/],
  ['JJJJ-MM-TT', /^\d{4}-\d{2}-\d{2}/],
] as const

/** What a table is like: how it is written, how long and wide it is. */
export async function factsOf(content: Uint8Array): Promise<FileFacts> {
  const table = readTable(content, { whole: true, maxRows: 200 })
  async function* pieces() {
    for (let at = 0; at < content.byteLength; at += 256 * 1024) yield Buffer.from(content.subarray(at, at + 256 * 1024))
  }
  const scan = await scanTable(pieces(), table, table.header.length, { every: 1000, maxBytes: largestFile, maxValues: 0 })
  const columns = table.header.map((name, at) => ({ name, kind: columnKind(table.rows.map((row) => row[at] ?? '')) }))
  const cells = table.rows.flat()
  const dates = dateForms.find(([, form]) => cells.some((cell) => form.test(cell.trim())))
  return {
    encoding: table.encoding,
    delimiter: table.delimiter,
    decimalComma: cells.some((cell) => /^-?\d+(?:\.\d{3})*,\d+$/.test(cell.trim())),
    ...(dates ? { dateFormat: dates[0] } : {}),
    rows: scan.rows,
    columns,
    faultyRows: scan.faultCount,
  }
}
