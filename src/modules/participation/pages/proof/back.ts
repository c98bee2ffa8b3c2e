import type { Visit } from '#platform/http'
import { routes } from '../../routes.ts'

/** Where it goes on after something was shown elsewhere: a page of this procedure, whatever an address says. */
export function backIn(visit: Visit, slug: string, wanted: string | null): string {
  const own = visit.to(routes.procedure, { slug })
  const inside = wanted && URL.canParse(wanted, 'http://here') ? new URL(wanted, 'http://here') : undefined
  const fits = inside?.origin === 'http://here' && (inside.pathname === own || inside.pathname.startsWith(`${own}/`))
  return fits ? inside.pathname + inside.search + inside.hash : own
}
