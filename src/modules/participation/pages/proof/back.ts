import type { Visit } from '#platform/http'
import { routes } from '../../routes.ts'

/** Where it goes on after something was shown elsewhere: a page of this procedure, or of participation here, whatever an address says. */
export function backIn(visit: Visit, slug: string | undefined, wanted: string | null): string {
  const own = slug === undefined ? visit.to(routes.procedures) : visit.to(routes.procedure, { slug })
  const inside = wanted && URL.canParse(wanted, 'http://here') ? new URL(wanted, 'http://here') : undefined
  const fits = inside?.origin === 'http://here' && (inside.pathname === own || inside.pathname.startsWith(`${own}/`))
  return fits ? inside.pathname + inside.search + inside.hash : own
}
