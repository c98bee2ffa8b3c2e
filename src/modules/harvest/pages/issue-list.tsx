import type { Visit } from '#platform/http'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import type { Issue } from '../model/source.ts'

/** `Zeile 12, Spalte Stand`: where in a table something stands. */
function placeOf({ line, field }: Issue, visit: Visit): string {
  if (line === null) return ''
  return visit.t(field ? 'harvest.place.cell' : 'harvest.place.line', { line, field: field ?? '' })
}

/** What was not taken, or not understood: reason, place, value, and the record as it came. */
export function IssueList({ issues, visit }: { readonly issues: readonly Issue[]; readonly visit: Visit }) {
  const { t } = visit
  if (issues.length === 0) return null
  return (
    <ul class="harvest-issues">
      {issues.map((one) => (
        <li key={`${one.number}`}>
          <b>{t(`harvest.reason.${one.reason}`)}</b> {[placeOf(one, visit), one.detail].filter(Boolean).join(': ')}
          <span class="harvest-record">
            {one.page && /^https?:\/\//i.test(one.page) ? (
              <a href={one.page} rel="nofollow">
                {one.sourceId}
              </a>
            ) : (
              one.sourceId
            )}
          </span>
          {one.excerpt && (
            <Disclosure title={t('harvest.issues.record')}>
              <pre class="harvest-excerpt" tabindex={0}>
                {one.excerpt}
              </pre>
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  )
}
