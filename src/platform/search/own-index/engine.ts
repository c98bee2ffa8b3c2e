import { fail, ok, type Result } from '#kernel/result.ts'
import type { ParsedQuery } from '../analyzer/parse-query.ts'
import type { IndexStats, SearchAnswer, SearchDocument, SearchFault, SearchQuery, Suggestion } from '../port.ts'
import { Draft } from './draft.ts'
import { search, TooSlow } from './search.ts'
import { findDocument, hashBytes, type Segment } from './segment.ts'
import { documentCount, emptyState, type IndexShape, type IndexState } from './state.ts'
import { suggest } from './suggest.ts'

/** More closed segments than this are joined. */
const mostSegments = 6
/** So many words may have come since the last ordering of all words. */
const unsortedWords = 8_192
/** The lexicon is learned anew at so many times the documents it was learned from, and first at so many. */
const learnAgain = 3
const learnFirst = 50
const encoder = new TextEncoder()

/** Runs a generator to its end at once. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The index itself, without thread or file. Changes are generators: they yield often, so that questions can be answered in between. */
export class OwnIndex {
  state: IndexState
  readonly shape: IndexShape
  private rebuilding: { state: IndexState; draft: Draft } | undefined

  constructor(shape: IndexShape, state: IndexState = emptyState(shape.facets)) {
    this.shape = shape
    this.state = state
  }

  /** Answers a checked question; gives up at `deadline` (performance.now()). */
  search(query: SearchQuery, parsed: ParsedQuery, deadline: number): Result<SearchAnswer, SearchFault> {
    try {
      return ok(search(this.state, query, parsed, deadline))
    } catch (error) {
      if (error instanceof TooSlow) return fail({ code: 'timeout' })
      throw error
    }
  }

  suggest(scope: string, prefix: string, limit: number): Suggestion[] {
    return suggest(this.state, scope, prefix, limit)
  }

  /** Adds documents, each in place of the one with its id. */
  *upsert(documents: readonly SearchDocument[], cursor?: number): Generator<void, void> {
    const newest = [...new Map(documents.map((document) => [document.id, document])).values()]
    if (newest.length > 0) {
      if (documentCount(this.state) === 0) yield* this.startOver()
      const draft = new Draft(this.state.vocabulary, this.state.tables)
      for (const document of newest) {
        draft.add(document)
        yield
      }
      const segment = yield* draft.finish(this.shape.weights)
      this.bury(newest.map((document) => document.id))
      this.state.segments = [...this.state.segments, segment]
      this.state.generation++
    }
    if (cursor !== undefined) this.state.cursor = cursor
    yield* this.tidy()
  }

  /** An index without documents forgets its words, so that the lexicon is learned from what comes. */
  private *startOver(): Generator<void, void> {
    const { cursor, generation } = this.state
    this.state = { ...emptyState(this.shape.facets), cursor, generation: generation + 1 }
    yield
  }

  /** Takes documents out; unknown ids are no fault. */
  remove(ids: readonly string[], cursor?: number): void {
    this.bury(ids)
    this.state.generation++
    if (cursor !== undefined) this.state.cursor = cursor
  }

  private bury(ids: readonly string[]): void {
    for (const id of ids) {
      const bytes = encoder.encode(id)
      const hash = hashBytes(bytes)
      for (const segment of this.state.segments) {
        const doc = findDocument(segment, bytes, hash)
        if (doc < 0) continue
        segment.dead[doc] = 1
        segment.deadCount++
        break
      }
    }
  }

  /** Joins small segments and orders new words, when it is time. */
  *tidy(): Generator<void, void> {
    if (documentCount(this.state) >= learnAgain * this.state.learnedFrom + learnFirst) yield* this.relearn()
    const { vocabulary, segments } = this.state
    if (vocabulary.words.size - vocabulary.sorted.length > unsortedWords) yield* vocabulary.sort()
    const joined = segmentsToJoin(segments)
    if (joined.length === 0) return
    const draft = new Draft(vocabulary, this.state.tables)
    for (const segment of joined) yield* draft.take(segment)
    const rest = segments.filter((segment) => !joined.includes(segment))
    this.state.segments = draft.count > 0 ? [...rest, yield* draft.finish(this.shape.weights)] : rest
    this.state.generation++
  }

  /** Learns the compounds of a corpus that has grown, and writes all postings anew with them. */
  private *relearn(): Generator<void, void> {
    const { state } = this
    const vocabulary = state.vocabulary.relearned()
    const draft = new Draft(vocabulary, state.tables)
    for (const segment of state.segments) yield* draft.take(segment)
    const segment = yield* draft.finish(this.shape.weights)
    this.state = { ...state, vocabulary, segments: [segment], learnedFrom: segment.count, generation: state.generation + 1 }
  }

  /** Begins anew beside the present state. */
  beginRebuild(): void {
    const state = emptyState(this.shape.facets)
    this.rebuilding = { state, draft: new Draft(state.vocabulary, state.tables) }
  }

  *addToRebuild(documents: readonly SearchDocument[]): Generator<void, void> {
    for (const document of documents) {
      this.rebuilding?.draft.add(document)
      yield
    }
  }

  /** The new state takes the place of the old one. Of documents with the same id the last one counts. */
  *endRebuild(cursor: number): Generator<void, void> {
    const made = this.rebuilding
    if (!made) return
    const { state, draft } = made
    state.vocabulary.learn()
    yield* state.vocabulary.sort()
    if (draft.count > 0) {
      const segment = yield* draft.finish(this.shape.weights)
      yield* buryDoubles(segment)
      state.segments = [segment]
    }
    state.learnedFrom = draft.count
    state.cursor = cursor
    state.generation = this.state.generation + 1
    this.state = state
    this.rebuilding = undefined
  }

  /** Forgets a rebuild that was broken off. */
  dropRebuild(): void {
    this.rebuilding = undefined
  }

  stats(): IndexStats {
    const { state } = this
    const bytes = state.segments.reduce((sum, segment) => sum + segmentBytes(segment), 0)
    return {
      documents: documentCount(state),
      words: state.vocabulary.words.size,
      segments: state.segments.length,
      cursor: state.cursor,
      bytes,
      empty: state.segments.length === 0 && state.cursor === 0,
    }
  }
}

const segmentBytes = (segment: Segment) =>
  [...Object.values(segment), ...segment.facets].reduce(
    (sum: number, value: unknown) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 0),
    0,
  )

const living = (segment: Segment) => segment.count - segment.deadCount

/** The smallest segments, while together they are not much smaller than the next; one alone when a third of it is dead. */
function segmentsToJoin(segments: readonly Segment[]): Segment[] {
  const rotten = segments.filter((segment) => segment.deadCount * 3 > segment.count)
  if (segments.length <= mostSegments) return rotten
  const ordered = [...segments].sort((a, b) => living(a) - living(b))
  const joined: Segment[] = []
  let size = 0
  for (const segment of ordered) {
    if (joined.length >= 2 && living(segment) > 2 * size && segments.length - joined.length < mostSegments) break
    joined.push(segment)
    size += living(segment)
  }
  return joined
}

/** Leaves the last of several documents with one id. */
function* buryDoubles(segment: Segment): Generator<void, void> {
  for (let doc = segment.count - 1; doc >= 0; doc--) {
    if ((doc & 0x3ff) === 0) yield
    if (segment.dead[doc] === 1) continue
    const id = segment.idPool.subarray(segment.idStarts[doc], segment.idStarts[doc + 1])
    segment.dead[doc] = 1
    for (let other = findDocument(segment, id, segment.idHashes[doc] as number); other >= 0; ) {
      segment.dead[other] = 1
      segment.deadCount++
      other = findDocument(segment, id, segment.idHashes[doc] as number)
    }
    segment.dead[doc] = 0
  }
}
