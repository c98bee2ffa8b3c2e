import type { StoredResource } from './catalogue-store.ts'
import type { ResultCard } from './result-card.ts'

/** A row as it was read, and which version of the row that was. */
export interface Remembered<Row> {
  readonly version: string
  readonly row: Row
  readonly size: number
}

/** Characters of stored rows that are kept ready, of whole records and of cards each; in memory they take about three times as much. */
const bound = 24_000_000

/**
 * Rows that were read before, ready made. The database is asked each time whether a row is still the same and may be seen;
 * only what it would send, and what it takes to read that, is saved. What comes out is shared: nobody may change it.
 */
export class RowMemory<Row extends { readonly id: string }> {
  private readonly byId = new Map<string, Remembered<Row>>()
  private size = 0

  /** The row of this id, if it is known; it becomes the last to make room. */
  known(id: string): Remembered<Row> | undefined {
    const one = this.byId.get(id)
    if (!one) return undefined
    this.byId.delete(id)
    this.byId.set(id, one)
    return one
  }

  /** Keeps a row that was read; those that were read longest ago make room. */
  keep(version: string, row: Row, size: number): Row {
    this.forget(row.id)
    this.byId.set(row.id, { version, row, size })
    this.size += size
    for (const id of this.byId.keys()) {
      if (this.size <= bound) break
      this.forget(id)
    }
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

/** Whole records, found by their address, too, and frozen: handlers of many rooms see them. */
export class RecordMemory extends RowMemory<StoredResource> {
  private readonly bySlug = new Map<string, string>()

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
    if (gone) this.bySlug.delete(`${gone.tenant}/${gone.slug}`)
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
  const known = byUrl.get(publicUrl) ?? { records: new RecordMemory(), cards: new RowMemory<ResultCard>() }
  byUrl.set(publicUrl, known)
  return known
}
