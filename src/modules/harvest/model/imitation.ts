/** A record of a made-up portal: enough to be told in every format. */
export interface MadeUpRecord {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly publisher: string
  /** Address of its file. */
  readonly file: string
  /** As the portal writes them. */
  readonly license: string
  readonly theme: string
  readonly format: string
  /** ISO 8601. */
  readonly modified: string
  /** The portal had it and says so. */
  readonly deleted?: boolean
}

/** What a made-up portal answers; undefined for what it does not have. */
export interface MadeUpAnswer {
  readonly type: string
  readonly body: string
}

/** A portal of one kind, without a network: for tests, benchmarks and the demonstration. */
export interface Imitation {
  /** Name of its folder. */
  readonly id: string
  /** Where it is, below an origin. */
  readonly path: string
  /** Whether it says which records it has no longer; others leave them out. */
  readonly tellsDeleted?: boolean
  /** Where it is a folder and no portal: its files. */
  files?(records: readonly MadeUpRecord[]): readonly { readonly name: string; readonly body: string }[]
  /** Answers a GET, or a POST with what came with it; `size` is the number of records on a page. */
  answer(url: URL, records: readonly MadeUpRecord[], size: number, body?: string): MadeUpAnswer | undefined
}
