import type { StoredResource } from './catalogue-store.ts'

/** A row as it was read, and which version of the row that was. */
export interface Remembered {
  readonly version: string
  readonly resource: StoredResource
  readonly size: number
}

/** Characters of stored records that are kept ready; in memory they take about three times as much. */
const bound = 24_000_000

/**
 * Records that were read before, ready made. The database is asked each time whether a row is still the same and may be seen;
 * only what it would send, and what it takes to read that, is saved. What comes out is shared and therefore frozen.
 */
export class RecordMemory {
  private readonly byId = new Map<string, Remembered>()
  private readonly bySlug = new Map<string, string>()
  private size = 0

  /** Those of these ids that are known; they become the last to make room. */
  known(ids: readonly string[]): Remembered[] {
    const known = ids.map((id) => this.byId.get(id)).filter((one) => one !== undefined)
    for (const one of known) {
      this.byId.delete(one.resource.id)
      this.byId.set(one.resource.id, one)
    }
    return known
  }

  /** The record that was last seen at this address. */
  idAt(tenant: string, slug: string): readonly string[] {
    const id = this.bySlug.get(`${tenant}/${slug}`)
    return id === undefined ? [] : [id]
  }

  /** Keeps a row that was read; those that were read longest ago make room. */
  keep(version: string, resource: StoredResource, size: number): StoredResource {
    freeze(resource)
    this.forget(resource.id)
    this.byId.set(resource.id, { version, resource, size })
    this.bySlug.set(`${resource.tenant}/${resource.slug}`, resource.id)
    this.size += size
    for (const id of this.byId.keys()) {
      if (this.size <= bound) break
      this.forget(id)
    }
    return resource
  }

  private forget(id: string): void {
    const one = this.byId.get(id)
    if (!one) return
    this.byId.delete(id)
    this.bySlug.delete(`${one.resource.tenant}/${one.resource.slug}`)
    this.size -= one.size
  }
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || value instanceof Date) return
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
}

const memories = new WeakMap<object, Map<string, RecordMemory>>()

/** The memory of a database; records carry the public address, so each address has its own. */
export function memoryOf(database: object, publicUrl: string): RecordMemory {
  const byUrl = memories.get(database) ?? new Map<string, RecordMemory>()
  memories.set(database, byUrl)
  const memory = byUrl.get(publicUrl) ?? new RecordMemory()
  byUrl.set(publicUrl, memory)
  return memory
}
