import { sortKey } from '../analyzer/fold.ts'
import { tokenize } from '../analyzer/tokens.ts'
import type { SearchDocument, TextField } from '../port.ts'
import type { FilterTables } from './filter-tables.ts'
import { GrowU8, GrowU32 } from './growable.ts'
import { invert } from './invert.ts'
import { columnOf, fieldCount, hashBytes, idOf, noDay, type Segment, titleOf } from './segment.ts'
import { sortSliced } from './sort-sliced.ts'
import type { Vocabulary } from './vocabulary.ts'

const fieldNames: readonly TextField[] = ['title', 'keywords', 'description', 'other']
/** Words of one field that are kept; a text longer than this is a document, not a description. */
const fieldBound = 4_000
const encoder = new TextEncoder()

/** A segment in the making: documents are read in, or taken over from older segments, then `finish` closes it. */
export class Draft {
  count = 0
  private readonly tokens = new GrowU32()
  private readonly fieldEnds = new GrowU32()
  private readonly scopes = new GrowU32()
  private readonly facets: readonly GrowU32[]
  private readonly marks = new GrowU32()
  private readonly issued = new GrowU32()
  private readonly modified = new GrowU32()
  private readonly boosts: number[] = []
  private readonly boxes: number[] = []
  private hasBoxes = false
  private readonly ids = new GrowU8()
  private readonly idStarts = new GrowU32()
  private readonly titles = new GrowU8()
  private readonly titleStarts = new GrowU32()
  private readonly vocabulary: Vocabulary
  private readonly tables: FilterTables
  /** Last document in which a word was counted. */
  private lastSeen = new Uint32Array(1024)

  constructor(vocabulary: Vocabulary, tables: FilterTables) {
    this.vocabulary = vocabulary
    this.tables = tables
    this.facets = tables.facets.map(() => new GrowU32())
    this.idStarts.push(0)
    this.titleStarts.push(0)
  }

  /** Reads one document in. */
  add(document: SearchDocument): void {
    this.scopes.push(this.tables.scopes.addSet(document.scopes))
    this.facets.forEach((column, f) => {
      column.push(this.tables.facetSet(f, document))
    })
    this.marks.push(this.tables.marks(document))
    this.count++
    for (const name of fieldNames) {
      this.read(document.fields[name] ?? '')
      this.fieldEnds.push(this.tokens.length)
    }
    this.issued.push((document.issued ?? noDay) >>> 0)
    this.modified.push((document.modified ?? noDay) >>> 0)
    this.boosts.push(Math.min(4, Math.max(-0.9, document.boost ?? 0)))
    const box = document.bbox?.every(Number.isFinite) ? document.bbox : undefined
    this.hasBoxes ||= box !== undefined
    for (let i = 0; i < 4; i++) this.boxes.push(box?.[i] ?? Number.NaN)
    this.ids.append(encoder.encode(document.id))
    this.idStarts.push(this.ids.length)
    this.titles.append(encoder.encode((document.fields.title ?? '').slice(0, 400)))
    this.titleStarts.push(this.titles.length)
  }

  private read(text: string): void {
    const { vocabulary, tokens } = this
    let words = 0
    tokenize(text, (codes, length, start, end) => {
      if (++words > fieldBound) return
      const word = vocabulary.add(codes, length, text, start, end)
      tokens.push(word)
      if (word >= this.lastSeen.length) this.growSeen(word)
      if (this.lastSeen[word] === this.count) return
      this.lastSeen[word] = this.count
      vocabulary.counts.data[word] = (vocabulary.counts.data[word] as number) + 1
    })
  }

  private growSeen(word: number): void {
    const bigger = new Uint32Array(Math.max(word + 1, this.lastSeen.length * 2))
    bigger.set(this.lastSeen)
    this.lastSeen = bigger
  }

  /** Takes over the living documents of a closed segment. */
  *take(segment: Segment): Generator<void, void> {
    for (let doc = 0; doc < segment.count; doc++) {
      if (segment.dead[doc] === 1) continue
      const from = doc === 0 ? 0 : (segment.fieldEnds[doc * fieldCount - 1] as number)
      const shift = this.tokens.length - from
      for (let f = 0; f < fieldCount; f++) this.fieldEnds.push((segment.fieldEnds[doc * fieldCount + f] as number) + shift)
      this.tokens.append(segment.tokens.subarray(from, segment.fieldEnds[doc * fieldCount + fieldCount - 1]))
      this.scopes.push(segment.scopes[doc] as number)
      this.facets.forEach((column, f) => {
        column.push(segment.facets[f]?.[doc] as number)
      })
      this.marks.push(segment.marks[doc] as number)
      this.issued.push((segment.issued[doc] as number) >>> 0)
      this.modified.push((segment.modified[doc] as number) >>> 0)
      this.boosts.push(segment.boosts[doc] ?? 0)
      for (let i = 0; i < 4; i++) this.boxes.push(segment.boxes[doc * 4 + i] ?? Number.NaN)
      this.hasBoxes ||= segment.boxes.length > 0
      this.ids.append(segment.idPool.subarray(segment.idStarts[doc], segment.idStarts[doc + 1]))
      this.idStarts.push(this.ids.length)
      this.titles.append(segment.titlePool.subarray(segment.titleStarts[doc], segment.titleStarts[doc + 1]))
      this.titleStarts.push(this.titles.length)
      this.count++
      if ((doc & 0xff) === 0) yield
    }
  }

  /** Closes the segment: analyses new words, writes the postings, orders the titles. */
  *finish(weights: Readonly<Record<TextField, number>>): Generator<void, Segment> {
    yield* this.vocabulary.analyse()
    const { count } = this
    const tokens = this.tokens.view().slice()
    const fieldEnds = this.fieldEnds.view().slice()
    const postings = yield* invert(
      { count, tokens, fieldEnds },
      this.vocabulary,
      fieldNames.map((name) => weights[name]),
    )
    const part = {
      count,
      tokens,
      fieldEnds,
      scopes: columnOf(this.scopes.view()),
      facets: this.facets.map((column) => columnOf(column.view())),
      marks: this.marks.view().slice(),
      issued: new Int32Array(this.issued.view()),
      modified: new Int32Array(this.modified.view()),
      boosts: this.boosts.some((boost) => boost !== 0) ? Float32Array.from(this.boosts) : new Float32Array(0),
      boxes: this.hasBoxes ? Float32Array.from(this.boxes) : new Float32Array(0),
      idPool: this.ids.view().slice(),
      idStarts: this.idStarts.view().slice(),
      titlePool: this.titles.view().slice(),
      titleStarts: this.titleStarts.view().slice(),
      ...postings,
      dead: new Uint8Array(count),
      deadCount: 0,
    }
    const empty = { idHashes: new Uint32Array(0), idSlots: new Uint32Array(0), titleRanks: new Uint32Array(0) }
    const bare: Segment = { ...part, ...empty }
    return { ...part, ...hashIds(bare), titleRanks: yield* rankTitles(bare) }
  }
}

function hashIds(segment: Segment): { idHashes: Uint32Array; idSlots: Uint32Array } {
  let size = 16
  while (size < segment.count * 2) size *= 2
  const idSlots = new Uint32Array(size)
  const idHashes = new Uint32Array(segment.count)
  for (let doc = 0; doc < segment.count; doc++) {
    const hash = hashBytes(segment.idPool.subarray(segment.idStarts[doc], segment.idStarts[doc + 1]))
    idHashes[doc] = hash
    let at = hash & (size - 1)
    while (idSlots[at] !== 0) at = (at + 1) & (size - 1)
    idSlots[at] = doc + 1
  }
  return { idHashes, idSlots }
}

function* rankTitles(segment: Segment): Generator<void, Uint32Array> {
  const keys: string[] = []
  for (let doc = 0; doc < segment.count; doc++) {
    keys.push(`${sortKey(titleOf(segment, doc))}\u0000${idOf(segment, doc)}`)
    if ((doc & 0x3ff) === 0) yield
  }
  const order = yield* sortSliced(keys)
  const ranks = new Uint32Array(segment.count)
  for (let place = 0; place < order.length; place++) ranks[order[place] as number] = place
  return ranks
}
