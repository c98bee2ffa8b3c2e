import { listenForEvents } from '#platform/outbox'
import type { CatalogueHouse } from '../house.ts'
import { keepIndexCurrent } from './keep-index-current.ts'

/** While a process answers requests: its copy of the index and of the tenants follows the database. */
export async function keepCatalogueCurrent(
  house: CatalogueHouse,
  options: { onChange: () => Promise<unknown> },
): Promise<{ stop(): Promise<void> }> {
  const index = await keepIndexCurrent(house, { listen: true, refresh: options.onChange })
  const ear = listenForEvents(
    house.database.url,
    () =>
      void options
        .onChange()
        .catch((error) => house.log.error({ err: error }, 'the tenants could not be read anew; it will be tried again')),
    { everyMs: 5000 },
  )
  return {
    async stop() {
      await ear.stop()
      await index.stop()
    },
  }
}
