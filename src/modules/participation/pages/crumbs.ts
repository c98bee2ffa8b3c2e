import type { Crumb, Visit } from '#platform/http'
import type { Procedure } from '../model/procedure.ts'
import { routes } from '../routes.ts'

/** The way to a public page of a procedure: taking part, the procedure, and the page itself. */
export const procedureCrumbs = (visit: Visit, { slug, title }: Pick<Procedure, 'slug' | 'title'>, here: string): Crumb[] => [
  { label: visit.t('participation.nav'), href: visit.to(routes.procedures) },
  { label: title, href: visit.to(routes.procedure, { slug }) },
  { label: here },
]
