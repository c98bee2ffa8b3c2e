import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fail, type Result } from '#kernel/result.ts'
import { parseQuery } from './analyzer/parse-query.ts'
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
  /** So many answers are kept until the next change; 512 where left out, 0 for none. */
  readonly remember?: number
  /** Called when the worker died and came back from its snapshot: replay what came after `cursor`. */
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
  const connection = new Connection({ file, shape, timeLimit, remember: options.remember ?? 512 }, options.onRestart)
  await connection.open()
  return new WorkerIndex(connection, schema, timeLimit, options.saveAfter ?? 30_000)
}

/** The port over a worker thread. */
class WorkerIndex implements SearchIndex {
  private readonly connection: Connection
  private readonly schema: SearchSchema
  private readonly timeLimit: number
  private readonly saveAfter: number
  private saving: NodeJS.Timeout | undefined
  /** Changes wait for a rebuild that is under way: it would lose them. */
  private rebuilding: Promise<unknown> = Promise.resolve()

  constructor(connection: Connection, schema: SearchSchema, timeLimit: number, saveAfter: number) {
    this.connection = connection
    this.schema = schema
    this.timeLimit = timeLimit
    this.saveAfter = saveAfter
  }

  async search(query: SearchQuery): Promise<Result<SearchAnswer, SearchFault>> {
    const checked = checkQuery(query, this.schema)
    if (!checked.ok) return checked
    const parsed = parseQuery(query.text ?? '', this.schema.queryFields ?? {})
    if (!parsed.ok) return parsed
    const text = await this.connection.ask({ do: 'search', query, parsed: parsed.value }, this.timeLimit)
    return text.ok ? (JSON.parse(text.value) as Result<SearchAnswer, SearchFault>) : fail(text.error)
  }

  async suggest(scope: string, prefix: string, limit: number): Promise<readonly Suggestion[]> {
    const text = await this.connection.ask({ do: 'suggest', scope, prefix: prefix.slice(0, 200), limit }, this.timeLimit)
    return text.ok ? (JSON.parse(text.value) as Suggestion[]) : []
  }

  async upsert(documents: readonly SearchDocument[], cursor?: number): Promise<void> {
    await this.rebuilding
    await this.connection.tell({ do: 'upsert', documents, cursor })
    this.saveLater()
  }

  async remove(ids: readonly string[], cursor?: number): Promise<void> {
    await this.rebuilding
    await this.connection.tell({ do: 'remove', ids, cursor })
    this.saveLater()
  }

  async rebuild(documents: AsyncIterable<readonly SearchDocument[]>, cursor: number): Promise<void> {
    const before = this.rebuilding
    const done = Promise.withResolvers<void>()
    this.rebuilding = before.then(() => done.promise)
    await before
    try {
      await this.connection.tell({ do: 'rebuild-begin' })
      for await (const batch of documents) await this.connection.tell({ do: 'rebuild-add', documents: batch })
      await this.connection.tell({ do: 'rebuild-end', cursor })
      this.saveLater()
    } catch (error) {
      await this.connection.tell({ do: 'rebuild-drop' }).catch(() => undefined)
      throw error
    } finally {
      done.resolve()
    }
  }

  async cursor(): Promise<number> {
    return (await this.stats()).cursor
  }

  async save(): Promise<SnapshotInfo> {
    clearTimeout(this.saving)
    this.saving = undefined
    return JSON.parse(await this.connection.tell({ do: 'save' })) as SnapshotInfo
  }

  async stats(): Promise<IndexStats> {
    return JSON.parse(await this.connection.tell({ do: 'stats' })) as IndexStats
  }

  async close(): Promise<void> {
    const unsaved = this.saving !== undefined
    clearTimeout(this.saving)
    if (unsaved) await this.save().catch(() => undefined)
    await this.connection.close()
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
