import type { Handler } from '#platform/http'
import type { AdminHouse } from '../use-cases/admin-house.ts'
import { auditHandlers } from './audit/handlers.tsx'
import { invitationHandlers } from './invitation/handlers.tsx'
import { mandateHandlers } from './mandates/handlers.tsx'
import { peopleHandlers } from './people/handlers.tsx'
import { redirectHandlers } from './redirects/handlers.tsx'
import { sitePageHandlers } from './site-pages/handlers.tsx'
import { settingsHandlers } from './site-settings/handlers.tsx'
import { tenantHandlers } from './tenants/handlers.tsx'

/** Everything of the administration. */
export const adminHandlers = (house: AdminHouse): Handler[] => [
  ...peopleHandlers(house),
  ...mandateHandlers(house),
  ...tenantHandlers(house),
  ...settingsHandlers(house),
  ...redirectHandlers(house),
  ...sitePageHandlers(house),
  ...invitationHandlers(house),
  ...auditHandlers(house),
]
