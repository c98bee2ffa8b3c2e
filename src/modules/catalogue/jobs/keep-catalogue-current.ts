import { listenForEvents } from '#platform/outbox'
import type { CatalogueHouse } from '../house.ts'
import { keepQualityCurrent } from './assess-quality.ts'
import { keepIndexCurrent } from './keep-index-current.ts'

/** While the server runs: the index follows the database, and quality is assessed beside. */
export async function keepCatalogueCurrent(house: CatalogueHouse, options: { onChange: () => void }): Promise<{ stop(): Promise<void> }> {
  const index = await keepIndexCurrent(house, { listen: true })
  const quality = keepQualityCurrent(house)
  const ear = listenForEvents(house.database.url, options.onChange, 5000)
  return {
    async stop() {
      await Promise.all([ear.stop(), quality.stop()])
      await index.stop()
    },
  }
}
