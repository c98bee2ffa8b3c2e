import { contentId } from '#standards/dcat-ap-de'
import { entryToRecord, readMetadataTable, type TableEntry } from '#standards/metadata-table'
import type { Entry, Fetched, Page } from '../harvester.ts'
import { HarvestFault } from '../model/fault.ts'

const piece = 200

/** What a table says of one dataset, as people read it: line by line. */
const shown = (entry: TableEntry): string =>
  entry.lines.map(({ line, cells }) => `${line}: ${cells.map((cell) => `${cell.head} = ${cell.value}`).join('; ')}`).join('\n')

function entryOf(entry: TableEntry, base: string, prefix: string, titleHead: string): Entry {
  const id = prefix + (entry.id || `zeile-${entry.lines[0]?.line ?? 0}`)
  // A table on the web names its datasets below its own address; one without an address makes them from the source.
  const uri = /^https?:\/\/\S+$/i.test(entry.id)
    ? entry.id
    : base.startsWith('urn:')
      ? contentId(`${base} ${id}`)
      : `${base.replace(/#.*$/, '')}#${encodeURIComponent(id)}`
  const line = entry.lines[0]?.line ?? 0
  return {
    id,
    // The line on which something stands is no content: a new line above changes no dataset.
    raw: JSON.stringify([
      entry.id,
      entry.lines.map(({ cells }) => cells.map(({ field, value }) => [field, value])),
      entry.unknown,
    ]),
    excerpt: () => shown(entry),
    understand() {
      const { record, repairs, kept, faults } = entryToRecord(entry, uri)
      if (!record) return { reason: 'no-title', line, field: titleHead, columns: entry.unknown }
      return {
        record,
        repairs,
        kept,
        columns: entry.unknown,
        remarks: faults.map((one) => ({ reason: 'cell', line: one.line, field: one.head, detail: one.value.slice(0, 200) })),
      }
    },
  }
}

/** Reads a table of metadata as pages of records, in pieces, so that no transaction grows with it. `file` is its name where it has no address on the web. */
export async function* readTablePages(
  { bytes, address }: Fetched,
  columns: Readonly<Record<string, string>>,
  file?: string,
  prefix = '',
): AsyncGenerator<Page> {
  const url = file ?? address
  const read = await readMetadataTable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), columns)
  if (!read.ok) {
    if (read.error === 'cut-off') throw new HarvestFault('cut-off', { url, bytes: bytes.length })
    if (read.error === 'too-large') throw new HarvestFault('too-large', { url, limit: 200 })
    if (read.error === 'no-head') throw new HarvestFault('no-head', { url })
    throw new HarvestFault('not-this-kind', { url })
  }
  const { entries, heads } = read.value
  const titleHead = heads.find((one) => one.field === 'title')?.head ?? 'Titel'
  for (let at = 0; at === 0 || at < entries.length; at += piece)
    yield {
      entries: entries.slice(at, at + piece).map((one) => entryOf(one, address, prefix, titleHead)),
      announced: entries.length,
      piece: at > 0 || entries.length > piece,
      // After a stop the table is read anew: it may be another one by then.
      next: at + piece < entries.length ? 'again' : undefined,
    }
}
