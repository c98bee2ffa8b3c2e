import type { View, Visit } from '#platform/http'
import { routes } from '../../routes.ts'

/** A page of the internal area that leads back to the list of all records. */
export const entriesFrame = (visit: Visit, title: string, body: View['body']): View => ({
  title,
  area: 'entries',
  frame: 'staff',
  crumbs: [{ label: visit.t('catalogue.entries.title'), href: visit.to(routes.entries) }, { label: title }],
  body,
})
