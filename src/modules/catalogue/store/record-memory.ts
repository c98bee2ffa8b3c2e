import type { Scope } from '#platform/db'
import type { StoredResource } from './catalogue-store.ts'
import type { Beside } from './queries/dataset-page.ts'
import type { ResultCard } from './result-card.ts'

/** A row as it was read, and which version of the row that was. */
export interface Remembered<Row> {
  readonly version: string
  readonly row: Row
  readonly size: number
}

interface Kept<Row> extends Remembered<Row> {
  /** Somebody has asked for it since it was last spared. */
  used: boolean
  /** Since which news it is sure, and for which scopes. */
  since?: object
  scopes?: Scope[]
}

/** Characters of whole records that are kept ready; in memory they take about three times as much. */
const bound = 24_000_000
/** The same of cards: those of 100,000 records, because any of them may stand on the next page of results. */
const boundOfCards = 100_000_000

/**
 * Rows that were read before, ready made. The database is asked whether a row is still the same and may be seen; only what it
 * would send, and what it takes to read that, is saved. While somebody hears of every change (`listening`), `rows` asks once
 * for each row and scope until the next one. What comes out is shared: nobody may change it.
 */
export class RowMemory<Row extends { readonly id: string }> {
  private readonly byId = new Map<string, Kept<Row>>()
  private size = 0
  private readonly most: number
  /** Another object after each change; undefined while nobody hears of changes. */
  private news: object | undefined

  /** `most` characters are kept. */
  constructor(most = bound) {
    this.most = most
  }

  /** Somebody hears of every change from now on, or nobody does any more. */
  listening(hears: boolean): void {
    this.news = hears ? {} : undefined
  }

  protected get hears(): boolean {
    return this.news !== undefined
  }

  /** Something has changed: nothing is sure before it was asked for once more. */
  doubt(): void {
    this.listening(this.hears)
  }

  /** The rows of these ids that a scope may see, each once, in no order: those that are sure, and the others as `ask` gives them. */
  async rows(scope: Scope, ids: readonly string[], ask: (ids: string[]) => Promise<Row[]>): Promise<Row[]> {
    const { news } = this
    const sure: Row[] = []
    const rest: string[] = []
    for (const id of new Set(ids)) {
      const one = this.byId.get(id)
      if (one && news && one.since === news && one.scopes?.includes(scope)) {
        one.used = true
        sure.push(one.row)
      } else rest.push(id)
    }
    if (rest.length === 0) return sure
    const asked = await ask(rest)
    // As of the news before the question: after a change that was heard of meanwhile they are not sure.
    if (news) for (const row of asked) this.vouch(row, scope, news)
    return [...sure, ...asked]
  }

  private vouch(row: Row, scope: Scope, news: object): void {
    const one = this.byId.get(row.id)
    if (one?.row !== row) return
    if (one.since !== news) one.scopes = []
    one.since = news
    one.scopes?.push(scope)
  }

  /** The row of this id, if it is known. */
  known(id: string): Remembered<Row> | undefined {
    const one = this.byId.get(id)
    if (one) one.used = true
    return one
  }

  /** Keeps a row that was read; the oldest make room, those that somebody asked for meanwhile are spared once. */
  keep(version: string, row: Row, size: number): Row {
    this.forget(row.id)
    // Before it comes in itself: it must not be the one that makes room.
    for (const [id, one] of this.byId) {
      if (this.size + size <= this.most) break
      if (one.used) {
        one.used = false
        this.byId.delete(id)
        this.byId.set(id, one)
      } else this.forget(id)
    }
    this.byId.set(row.id, { version, row, size, used: false })
    this.size += size
    return row
  }

  protected forget(id: string): Row | undefined {
    const one = this.byId.get(id)
    if (!one) return undefined
    this.byId.delete(id)
    this.size -= one.size
    return one.row
  }
}

/** A record with what hangs on it. */
export type WithBeside = StoredResource & { readonly beside: Beside }

/** Whole records, found by their address, too, and frozen: handlers of many rooms see them. */
export class RecordMemory extends RowMemory<StoredResource> {
  private readonly bySlug = new Map<string, string>()
  /** By address, since the last news. */
  private pages = new Map<string, { readonly scope: Scope; readonly found: WithBeside }>()

  override listening(hears: boolean): void {
    super.listening(hears)
    this.pages = new Map()
  }

  /** The record at an address with what hangs on it, if that is sure, else as `ask` gives it. */
  async withBeside(scope: Scope, slug: string, ask: () => Promise<WithBeside | undefined>): Promise<WithBeside | undefined> {
    const { pages } = this
    const address = `${scope.tenant}/${slug}`
    const known = pages.get(address)
    if (known?.scope === scope) return known.found
    const found = await ask()
    freeze(found)
    // Kept as long as the record is, and with those of the news before the question.
    if (found && this.hears && this.bySlug.has(address)) pages.set(address, { scope, found })
    return found
  }

  /** The record that was last seen at this address. */
  idAt(tenant: string, slug: string): readonly string[] {
    const id = this.bySlug.get(`${tenant}/${slug}`)
    return id === undefined ? [] : [id]
  }

  override keep(version: string, resource: StoredResource, size: number): StoredResource {
    freeze(resource)
    super.keep(version, resource, size)
    this.bySlug.set(`${resource.tenant}/${resource.slug}`, resource.id)
    return resource
  }

  protected override forget(id: string): StoredResource | undefined {
    const gone = super.forget(id)
    if (gone) {
      this.bySlug.delete(`${gone.tenant}/${gone.slug}`)
      this.pages.delete(`${gone.tenant}/${gone.slug}`)
    }
    return gone
  }
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || value instanceof Date) return
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
}

interface Memories {
  readonly records: RecordMemory
  readonly cards: RowMemory<ResultCard>
}
const memories = new WeakMap<object, Map<string, Memories>>()

/** The memories of a database; records carry the public address, so each address has its own. */
export function memoriesOf(database: object, publicUrl: string): Memories {
  const byUrl = memories.get(database) ?? new Map<string, Memories>()
  memories.set(database, byUrl)
  const known = byUrl.get(publicUrl) ?? { records: new RecordMemory(), cards: new RowMemory<ResultCard>(boundOfCards) }
  byUrl.set(publicUrl, known)
  return known
}

/** Something in a database has changed, or may have: what was read is asked for once more. */
export function doubtRecords(database: object): void {
  for (const { records, cards } of memories.get(database)?.values() ?? []) {
    records.doubt()
    cards.doubt()
  }
}
