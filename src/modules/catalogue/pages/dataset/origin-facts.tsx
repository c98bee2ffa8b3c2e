import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import type { Fact } from '#ui/components/facts/facts.tsx'
import type { Origin } from '../../store/origin-store.ts'
import { safeHref } from './safe-address.ts'

/** After so many days without a good look at the source, its age is a warning. */
const old = 14

/** Where a harvested record came from, and how old that is; nothing for records of our own. */
export function originFacts(origin: Origin | undefined, visit: Visit): Fact[] {
  if (!origin) return []
  const { t, lang } = visit
  const page = safeHref(origin.page ?? undefined) ?? safeHref(origin.address)
  const aged = visit.now.getTime() - origin.checkedAt.getTime() > old * 86_400_000
  const days = { taken: formatDay(origin.takenAt.toISOString(), lang), checked: formatDay(origin.checkedAt.toISOString(), lang) }
  return [
    {
      name: t('catalogue.fact.origin'),
      value: (
        <>
          {page ? (
            <a href={page} rel="nofollow">
              {origin.name}
            </a>
          ) : (
            origin.name
          )}
          {', '}
          {t('catalogue.fact.origin.taken', days)}
          <br />
          {t(aged ? 'catalogue.fact.origin.old' : 'catalogue.fact.origin.checked', days)}
        </>
      ),
    },
  ]
}
