import { joinMessages } from '#kernel/locale.ts'
import { defineModule } from '#kernel/module.ts'
import type { Handler } from '#platform/http'
import { harvesters } from './harvesters.ts'
import type { HarvestHouse } from './house.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { sourceHandlers } from './pages/handler.tsx'
import { permissions } from './policies.ts'
import { routes } from './routes.ts'

export { harvestCommands } from './commands.ts'
export { imitationOf } from './imitations.ts'
export { defineHarvestJobs, tidyHarvest } from './jobs/define-jobs.ts'
export { harvestCounts } from './pages/counts.ts'
export { uploadedTables } from './store/source-store.ts'
export type { HarvestTables } from './store/tables.ts'
export { loadHarvest } from './use-cases/load-demonstration.ts'
export { runHarvest as harvestNow } from './use-cases/run-harvest.ts'

export const harvestDefinition = defineModule({
  id: 'harvest',
  // There where the catalogue is: a tenant switches that, not this.
  switchable: false,
  permissions,
  routes,
  locales: {
    de: joinMessages([de, ...harvesters.map((one) => one.locales?.de ?? {})]),
    en: joinMessages([en, ...harvesters.map((one) => one.locales?.en ?? {})]),
  },
  navigation: [
    {
      id: 'harvest',
      label: 'harvest.sources.title',
      route: routes.sources,
      order: 50,
      place: 'staff-data',
      count: 'harvest.held',
    },
  ],
})

/** All pages of the room. */
export const harvestHandlers = (house: HarvestHouse): Handler[] => sourceHandlers(house)
