// What client and worker say to each other. Answers go as JSON text: cheaper for the main thread than copying nested objects.
import type { ParsedQuery } from './analyzer/parse-query.ts'
import type { IndexShape } from './own-index/state.ts'
import type { IndexStats, SearchDocument, SearchQuery } from './port.ts'

export interface WorkerSettings {
  readonly file: string
  /** The snapshot as another worker has read it; left out, it is read from the file. */
  readonly memory?: SharedArrayBuffer
  readonly shape: IndexShape
  readonly timeLimit: number
}

export type Request =
  | { readonly do: 'search'; readonly query: SearchQuery; readonly parsed: ParsedQuery }
  | { readonly do: 'suggest'; readonly scope: string; readonly prefix: string; readonly limit: number }
  | { readonly do: 'upsert'; readonly documents: readonly SearchDocument[]; readonly cursor: number | undefined }
  | { readonly do: 'remove'; readonly ids: readonly string[]; readonly cursor: number | undefined }
  | { readonly do: 'rebuild-begin' }
  | { readonly do: 'rebuild-add'; readonly documents: readonly SearchDocument[] }
  | { readonly do: 'rebuild-end'; readonly cursor: number }
  | { readonly do: 'rebuild-drop' }
  | { readonly do: 'save' }
  | { readonly do: 'stats' }
  | { readonly do: 'tell-memory' }

export type Numbered = Request & { readonly id: number }

/** `text` is JSON of the answer; `fault` a message of a bug or a refused change. */
export interface Reply {
  readonly id: number
  readonly text?: string
  readonly fault?: string
}

/** First word of the worker: it is open. `memory` is the snapshot it has read, for others to share. */
export interface Ready {
  readonly ready: true
  readonly memory?: SharedArrayBuffer
  readonly stats: IndexStats
  readonly loadMilliseconds: number
}
