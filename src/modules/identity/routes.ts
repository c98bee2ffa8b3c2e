import { routesOf } from '#kernel/route.ts'
import { accountRoutes } from './account-routes.ts'
import { adminRoutes } from './admin-routes.ts'

const route = routesOf('identity', { module: 'shell', page: true })

/** Who is responsible, what becomes of data about people, and how to report a barrier. */
export const routes = {
  imprint: route('imprint', '/impressum'),
  privacy: route('privacy', '/datenschutz'),
  accessibility: route('accessibility', '/barrierefreiheit'),
  reportBarrier: route('report-barrier', '/barrierefreiheit', { method: 'POST', page: false }),
  ...accountRoutes,
  ...adminRoutes,
  theme: route('theme', '/theme.css', { page: false }),
  arms: route('arms', '/wappen.svg', { page: false }),
} as const
