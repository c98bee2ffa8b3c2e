import { defineModule } from '#kernel/module.ts'
import type { Handler } from '#platform/http'
import type { WebhooksHouse } from './house.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { receiverHandlers } from './pages/handler.tsx'
import { permissions } from './policies.ts'
import { routes } from './routes.ts'

export { defineWebhookJobs, startDue, tidyWebhooks, wakeForReceivers } from './jobs/define-jobs.ts'
export { webhooksCounts } from './pages/counts.ts'
export type { WebhooksTables } from './store/tables.ts'
export { deliver } from './use-cases/deliver.ts'
export { loadWebhooks } from './use-cases/load-demonstration.ts'

export const webhooksDefinition = defineModule({
  id: 'webhooks',
  // There where the catalogue is: a tenant switches that, not this.
  switchable: false,
  permissions,
  routes,
  locales: { de, en },
  navigation: [
    {
      id: 'webhooks',
      label: 'webhooks.title',
      route: routes.receivers,
      order: 90,
      place: 'staff-data',
      count: 'webhooks.broken',
    },
  ],
})

/** All pages of the room. */
export const webhooksHandlers = (house: WebhooksHouse): Handler[] => receiverHandlers(house)
