import { listenForEvents } from '#platform/outbox'
import type { CatalogueHouse } from '../house.ts'
import { keepQualityCurrent } from './assess-quality.ts'
import { keepIndexCurrent } from './keep-index-current.ts'
import { releaseScheduled } from './release-scheduled.ts'

/** While the server runs: the index follows the database, and quality is assessed beside. */
export async function keepCatalogueCurrent(
  house: CatalogueHouse,
  options: { onChange: () => Promise<unknown> },
): Promise<{ stop(): Promise<void> }> {
  const index = await keepIndexCurrent(house, { listen: true, refresh: options.onChange })
  const quality = keepQualityCurrent(house)
  // An embargo that ended while nobody ran: made good at once; from then on the clock of the jobs does it.
  await releaseScheduled(house).catch((error) =>
    house.log.error({ err: error }, 'what is due could not be released; it will be tried again'),
  )
  const ear = listenForEvents(
    house.database.url,
    () =>
      void options
        .onChange()
        .catch((error) => house.log.error({ err: error }, 'the tenants could not be read anew; it will be tried again')),
    5000,
  )
  return {
    async stop() {
      await Promise.all([ear.stop(), quality.stop()])
      await index.stop()
    },
  }
}
