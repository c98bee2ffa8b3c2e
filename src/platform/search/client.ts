import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fail, ok, type Result } from '#kernel/result.ts'
import { parseQuery } from './analyzer/parse-query.ts'
import { AnswerMemory } from './answer-memory.ts'
import { checkQuery } from './check-query.ts'
import { Connection } from './connection.ts'
import type {
  IndexStats,
  SearchAnswer,
  SearchDocument,
  SearchFault,
  SearchIndex,
  SearchQuery,
  SearchSchema,
  SnapshotInfo,
  Suggestion,
} from './port.ts'
import type { Request } from './worker-words.ts'

/** Settings of an index of its own in a worker thread. */
export interface OpenSearchIndexOptions {
  /** Folder of the snapshot; made when missing. */
  readonly directory: string
  readonly schema: SearchSchema
  /** Name of the snapshot file without ending; `search` where left out. */
  readonly name?: string
  /** Milliseconds after which a question is given up; 2,000 where left out. */
  readonly timeLimit?: number
  /** Milliseconds after the first unsaved change until the snapshot is written by itself; 30,000 where left out, 0 for never. */
  readonly saveAfter?: number
  /** So many answers are kept until the next change; 5,000 where left out, 0 for none. */
  readonly remember?: number
  /** Worker threads that answer; what the snapshot holds they share, what has changed since each has by itself. 1 where left out. */
  readonly readers?: number
  /** Called when a worker died and came back from its snapshot: replay what came after `cursor`. */
  readonly onRestart?: (cursor: number, reason: string) => void
}

/** Default weights of the fields. */
export const fieldWeights = { title: 6, keywords: 3, description: 1, other: 0.6 } as const

/** Opens the index from its snapshot; a damaged or foreign snapshot is refused (see `stats().refused`) and the index starts empty. */
export async function openSearchIndex(options: OpenSearchIndexOptions): Promise<SearchIndex> {
  const { schema } = options
  if (schema.facets.length > 12) throw new RangeError('a search index has at most 12 facets')
  mkdirSync(options.directory, { recursive: true })
  const file = path.join(options.directory, `${options.name ?? 'search'}.index`)
  const timeLimit = options.timeLimit ?? 2_000
  const shape = { version: schema.version, facets: schema.facets, weights: { ...fieldWeights, ...schema.weights } }
  const settings = { file, shape, timeLimit }
  const connect = async (memory?: SharedArrayBuffer) => {
    const connection = new Connection(settings, options.onRestart)
    return { connection, ...(await connection.open(memory)) }
  }
  const readers = Math.max(1, Math.min(16, options.readers ?? 1))
  // The first reads the snapshot, the others look at the same memory.
  const connectAll = async () => {
    const first = await connect()
    const others = await Promise.all(Array.from({ length: readers - 1 }, () => connect(first.memory)))
    return [first, ...others].map((one) => one.connection)
  }
  const memory = new AnswerMemory(options.remember ?? 5_000)
  return new WorkerIndex(await connectAll(), connectAll, schema, memory, timeLimit, options.saveAfter ?? 30_000)
}

/** The port over worker threads: every change goes to all, a question to the least busy, the snapshot is written by the first. */
class WorkerIndex implements SearchIndex {
  private connections: readonly Connection[]
  private readonly connectAll: () => Promise<readonly Connection[]>
  private readonly schema: SearchSchema
  private readonly memory: AnswerMemory
  private readonly timeLimit: number
  private readonly saveAfter: number
  private saving: NodeJS.Timeout | undefined
  /** Changes wait for a rebuild that is under way: it would lose them. */
  private rebuilding: Promise<unknown> = Promise.resolve()

  constructor(
    connections: readonly Connection[],
    connectAll: () => Promise<readonly Connection[]>,
    schema: SearchSchema,
    memory: AnswerMemory,
    timeLimit: number,
    saveAfter: number,
  ) {
    this.connections = connections
    this.connectAll = connectAll
    this.schema = schema
    this.memory = memory
    this.timeLimit = timeLimit
    this.saveAfter = saveAfter
  }

  async search(query: SearchQuery): Promise<Result<SearchAnswer, SearchFault>> {
    const checked = checkQuery(query, this.schema)
    if (!checked.ok) return checked
    const parsed = parseQuery(query.text ?? '', this.schema.queryFields ?? {})
    if (!parsed.ok) return parsed
    const question = JSON.stringify(query)
    const known = this.memory.known(question)
    if (known) return ok(known)
    const keep = this.memory.keeper()
    const text = await this.leastBusy.ask({ do: 'search', query, parsed: parsed.value }, this.timeLimit)
    if (!text.ok) return fail(text.error)
    const answer = JSON.parse(text.value) as Result<SearchAnswer, SearchFault>
    if (answer.ok) keep(question, answer.value, text.value.length)
    return answer
  }

  async suggest(scope: string, prefix: string, limit: number): Promise<readonly Suggestion[]> {
    const text = await this.leastBusy.ask({ do: 'suggest', scope, prefix: prefix.slice(0, 200), limit }, this.timeLimit)
    return text.ok ? (JSON.parse(text.value) as Suggestion[]) : []
  }

  async upsert(documents: readonly SearchDocument[], cursor?: number): Promise<void> {
    await this.rebuilding
    await this.tellAll({ do: 'upsert', documents, cursor })
    this.saveLater()
  }

  async remove(ids: readonly string[], cursor?: number): Promise<void> {
    await this.rebuilding
    await this.tellAll({ do: 'remove', ids, cursor })
    this.saveLater()
  }

  async rebuild(documents: AsyncIterable<readonly SearchDocument[]>, cursor: number): Promise<void> {
    const before = this.rebuilding
    const done = Promise.withResolvers<void>()
    this.rebuilding = before.then(() => done.promise)
    await before
    try {
      await this.first.tell({ do: 'rebuild-begin' })
      for await (const batch of documents) await this.first.tell({ do: 'rebuild-add', documents: batch })
      await this.first.tell({ do: 'rebuild-end', cursor })
      if (this.connections.length > 1) await this.renew()
      else this.saveLater()
    } catch (error) {
      await this.first.tell({ do: 'rebuild-drop' }).catch(() => undefined)
      throw error
    } finally {
      this.memory.forget()
      done.resolve()
    }
  }

  async cursor(): Promise<number> {
    return (await this.stats()).cursor
  }

  async save(): Promise<SnapshotInfo> {
    clearTimeout(this.saving)
    this.saving = undefined
    return JSON.parse(await this.first.tell({ do: 'save' })) as SnapshotInfo
  }

  async stats(): Promise<IndexStats> {
    const all = (await Promise.all(this.connections.map((one) => one.tell({ do: 'stats' })))).map(
      (text) => JSON.parse(text) as IndexStats,
    )
    const [first = { documents: 0, words: 0, segments: 0, cursor: 0, bytes: 0, empty: true }] = all
    // A worker that came back from its snapshot is behind the others: what it lacks is what the owner has to replay.
    const cursor = Math.min(...all.map((one) => one.cursor))
    return { ...first, cursor, bytes: Math.max(...all.map((one) => one.bytes)) }
  }

  async close(): Promise<void> {
    const unsaved = this.saving !== undefined
    clearTimeout(this.saving)
    if (unsaved) await this.save().catch(() => undefined)
    await Promise.all(this.connections.map((one) => one.close()))
  }

  private get first(): Connection {
    return this.connections[0] as Connection
  }

  private get leastBusy(): Connection {
    return this.connections.reduce((best, one) => (one.pending < best.pending ? one : best))
  }

  private async tellAll(request: Request): Promise<void> {
    this.memory.forget()
    await Promise.all(this.connections.map((one) => one.tell(request))).finally(() => this.memory.forget())
  }

  /** After a rebuild in the first worker all start anew from its snapshot, in memory they share; until then the others answer from the old state. */
  private async renew(): Promise<void> {
    await this.save()
    const old = this.connections
    this.connections = await this.connectAll()
    for (const one of old) one.retire()
  }

  private saveLater(): void {
    if (this.saveAfter === 0 || this.saving) return
    this.saving = setTimeout(() => {
      this.saving = undefined
      // What could not be saved now is saved after the next change; the index itself goes on.
      this.save().catch(() => this.saveLater())
    }, this.saveAfter)
    this.saving.unref()
  }
}
