import type { SearchIndex, SearchSchema } from './port.ts'

/** Settings of an index of its own in a worker thread. */
export interface OpenSearchIndexOptions {
  /** Folder of the snapshot; made when missing. */
  readonly directory: string
  readonly schema: SearchSchema
  /** Name of the snapshot file without ending; `search` where left out. */
  readonly name?: string
  /** Milliseconds after which a question is given up; 2,000 where left out. */
  readonly timeLimit?: number
  /** Milliseconds after the last change until the snapshot is written by itself; 30,000 where left out, 0 for never. */
  readonly saveAfter?: number
  /** Called when the worker died and came back from its snapshot: replay what came after `cursor`. */
  readonly onRestart?: (cursor: number, reason: string) => void
}

/** Opens the index from its snapshot; a damaged or foreign snapshot is refused (see `stats().refused`) and the index starts empty. */
export async function openSearchIndex(_options: OpenSearchIndexOptions): Promise<SearchIndex> {
  throw new Error('not built yet')
}
