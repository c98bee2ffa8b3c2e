import { defineModule } from '#kernel/module.ts'
import type { Handler } from '#platform/http'
import type { QualityHouse } from './house.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { checkHandlers } from './pages/check-handler.ts'
import { staffHandlers } from './pages/staff-handler.ts'
import { permissions } from './policies.ts'
import { routes } from './routes.ts'

export { defineQualityJobs } from './jobs/define-jobs.ts'
export { qualityCounts } from './pages/counts.ts'
export type { QualityTables } from './store/tables.ts'
export { loadQuality } from './use-cases/load-demonstration.ts'

export const qualityDefinition = defineModule({
  id: 'quality',
  // There where the catalogue is: a tenant switches that, not this.
  switchable: false,
  permissions,
  routes,
  locales: { de, en },
  navigation: [
    { id: 'f-check', label: 'quality.check.title', route: routes.checkForm, order: 35, place: 'footer-data' },
    {
      id: 'quality',
      label: 'quality.staff.title',
      route: routes.overview,
      order: 35,
      place: 'staff-data',
      count: 'quality.broken',
    },
  ],
})

/** All pages of the room. */
export const qualityHandlers = (house: QualityHouse): Handler[] => [...checkHandlers(house), ...staffHandlers(house)]
