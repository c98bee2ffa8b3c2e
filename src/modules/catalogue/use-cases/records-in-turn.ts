import type { CatalogueStore, StoredResource } from '../store/catalogue-store.ts'

/**
 * Ids at a time. To put them in order PostgreSQL looks at everything a view shows, each time: its policies leave it no other way. So there are
 * many of them, while records, which are a hundred times as large, come some at a time by their ids.
 */
const idsAtOnce = 20_000

async function* inOrder(store: CatalogueStore, batch: number): AsyncGenerator<StoredResource[]> {
  for (let after = ''; ; ) {
    const ids = await store.idsAfter(after, idsAtOnce)
    for (let at = 0; at < ids.length; at += batch) yield store.publishedOf(ids.slice(at, at + batch))
    const last = ids.at(-1)
    if (!last || ids.length < idsAtOnce) return
    after = last
  }
}

/** Everything a view shows, some hundred records at a time: for exports in constant memory. The next ones are read while somebody works on these. */
export async function* recordsInTurn(store: CatalogueStore, batch = 200): AsyncGenerator<StoredResource[]> {
  const source = inOrder(store, batch)
  let reading = source.next()
  for (;;) {
    const { done, value } = await reading
    if (done) return
    reading = source.next()
    // Heard when its turn comes; where nobody listens any more, nobody asks.
    reading.catch(() => {})
    if (value.length > 0) yield value
  }
}
