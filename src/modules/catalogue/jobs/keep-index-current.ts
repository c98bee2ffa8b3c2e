import { lastEvent, listenForEvents, oldestEvent, readEvents } from '#platform/outbox'
import type { CatalogueHouse } from '../house.ts'
import { feedOf, feedOfAll } from '../store/queries/index-feed.ts'
import { doubtRecords, memoriesOf } from '../store/record-memory.ts'
import { searchDocument } from '../use-cases/search-document.ts'

const tenantChanged = 'identity/tenant-changed'
const topics = ['catalogue/resource-changed', 'catalogue/quality-assessed', tenantChanged]

/** A copy of the index that follows the database. */
export interface IndexKeeper {
  /** Applies everything that is committed by now. */
  catchUp(): Promise<void>
  stop(): Promise<void>
}

/**
 * Brings this process's copy of the index up to date and keeps it so. The database is the truth, the index a reading of it:
 * whatever was not applied when a process died is read again from the outbox, after the number the snapshot remembers.
 */
export async function keepIndexCurrent(
  house: CatalogueHouse,
  options: { listen: boolean; refresh?: () => Promise<unknown> },
): Promise<IndexKeeper> {
  const { search, database, config } = house
  const indexed = options.listen
    ? house.metrics.gauge('catalogue_indexed_records', 'Records in the search index of this process')
    : undefined
  const db = database.system
  const rebuild = async () => {
    const cursor = await lastEvent(db)
    await search.rebuild(documents(house), cursor)
  }
  const stats = await search.stats()
  const oldest = await oldestEvent(db)
  // Events are removed after a while: a copy older than that cannot be mended by them.
  if (stats.empty || (oldest !== undefined && stats.cursor < oldest) || stats.cursor > (await lastEvent(db))) await rebuild()

  let running: Promise<void> | undefined
  let again = false
  const apply = async () => {
    for (;;) {
      const { events, cursor } = await readEvents(db, topics, await search.cursor())
      if (events.length === 0) break
      doubtRecords(database)
      // A document says under whose views it is seen, so the tenants have to be known as they are by now.
      await options.refresh?.()
      if (events.some((event) => event.topic === tenantChanged)) {
        await rebuild()
        continue
      }
      const ids = [...new Set(events.map((event) => event.subject).filter((id) => id !== null))]
      const rows = await feedOf(db, ids, config.publicUrl)
      const shown = rows.filter((row) => row.state === 'published').map((row) => searchDocument(row, house.sites()))
      const known = new Set(shown.map((document) => document.id))
      const gone = ids.filter((id) => !known.has(id))
      if (gone.length > 0) await search.remove(gone)
      await search.upsert(shown, cursor)
    }
    indexed?.set((await search.stats()).documents)
  }
  const catchUp = async (): Promise<void> => {
    if (running) {
      again = true
      return running
    }
    running = apply()
      .catch((error) => house.log.error({ err: error }, 'the search index could not follow the database; it will be tried again'))
      .finally(() => {
        running = undefined
      })
    await running
    if (again) {
      again = false
      await catchUp()
    }
  }
  await catchUp()
  const ear = options.listen
    ? listenForEvents(
        database.url,
        (because) => {
          if (because === 'commit') doubtRecords(database)
          void catchUp()
        },
        {
          listening(hears) {
            const { records, cards } = memoriesOf(database, config.publicUrl)
            records.listening(hears)
            cards.listening(hears)
          },
        },
      )
    : undefined
  return {
    catchUp,
    async stop() {
      await ear?.stop()
      await running
    },
  }
}

async function* documents(house: CatalogueHouse) {
  for await (const rows of feedOfAll(house.database.system, house.config.publicUrl))
    yield rows.map((row) => searchDocument(row, house.sites()))
}
