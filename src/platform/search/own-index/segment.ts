/** No date: before every day. */
export const noDay = -2_147_483_648

/** A number per document, as narrow as the numbers allow: less to read, and more of it near the processor. */
export type Column = Uint16Array | Uint32Array

/** Makes the column of these numbers. */
export const columnOf = (numbers: Uint32Array): Column =>
  numbers.every((number) => number <= 0xffff) ? Uint16Array.from(numbers) : numbers.slice()

/** A closed set of documents, searched as it is: typed arrays only, so that a snapshot needs no parsing. Documents are numbered from 0. */
export interface Segment {
  readonly count: number
  /** Word numbers of all documents in reading order, and where each of the four fields of each document ends. */
  readonly tokens: Uint32Array
  readonly fieldEnds: Uint32Array
  /** Set of scopes of each document. */
  readonly scopes: Column
  /** Set of values of each document, facet by facet: a column is read for every document that matches. */
  readonly facets: readonly Column[]
  /** Kind and flags of each document: `FilterTables.marks`. */
  readonly marks: Uint32Array
  readonly issued: Int32Array
  readonly modified: Int32Array
  /** Empty when no document has one. */
  readonly boosts: Float32Array
  /** Four numbers per document, NaN for none; empty when no document has an area. */
  readonly boxes: Float32Array
  readonly idPool: Uint8Array
  readonly idStarts: Uint32Array
  /** Hash of each id, for equal scores and for finding; open addressing table of document + 1. */
  readonly idHashes: Uint32Array
  readonly idSlots: Uint32Array
  readonly titlePool: Uint8Array
  readonly titleStarts: Uint32Array
  /** Place of each document when ordered by title. */
  readonly titleRanks: Uint32Array
  /** Terms that occur, ascending; term i has the postings termStarts[i] .. termStarts[i + 1]. */
  readonly termIds: Uint32Array
  readonly termStarts: Uint32Array
  readonly docs: Uint32Array
  readonly impacts: Uint8Array
  /** One byte per document: removed. The only part that changes. */
  readonly dead: Uint8Array
  deadCount: number
}

/** Number of text fields of a document. */
export const fieldCount = 4

/** FNV-1a of bytes. */
export function hashBytes(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

const bytesOf = (pool: Uint8Array, starts: Uint32Array, doc: number) => pool.subarray(starts[doc], starts[doc + 1])
const textOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')

/** Id of a document. */
export const idOf = (segment: Segment, doc: number): string => textOf(bytesOf(segment.idPool, segment.idStarts, doc))

/** Title of a document. */
export const titleOf = (segment: Segment, doc: number): string => textOf(bytesOf(segment.titlePool, segment.titleStarts, doc))

/** The living document with this id, or -1. */
export function findDocument(segment: Segment, id: Uint8Array, hash: number): number {
  const mask = segment.idSlots.length - 1
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const entry = segment.idSlots[at] as number
    if (entry === 0) return -1
    const doc = entry - 1
    if (segment.idHashes[doc] !== hash || segment.dead[doc] === 1) continue
    if (Buffer.compare(bytesOf(segment.idPool, segment.idStarts, doc), id) === 0) return doc
  }
}

/** Position of a term in `termIds`, or -1. */
export function findTerm(segment: Segment, term: number): number {
  const ids = segment.termIds
  let low = 0
  let high = ids.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = ids[middle] as number
    if (found === term) return middle
    if (found < term) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** In how many documents of the segment a term occurs. */
export function frequency(segment: Segment, term: number): number {
  const at = findTerm(segment, term)
  return at < 0 ? 0 : (segment.termStarts[at + 1] as number) - (segment.termStarts[at] as number)
}
