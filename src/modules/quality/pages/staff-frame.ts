import type { View, Visit } from '#platform/http'
import { routes } from '../routes.ts'

/** A page of the internal area about quality: it leads back to the overview. */
export const staffFrame = (visit: Visit, title: string, body: View['body']): View => ({
  title,
  area: 'quality',
  frame: 'staff',
  crumbs: [{ label: visit.t('quality.staff.title'), href: visit.to(routes.overview) }, { label: title }],
  body,
})
