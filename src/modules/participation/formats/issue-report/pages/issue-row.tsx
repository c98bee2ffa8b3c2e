import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { Status } from '#ui/components/status/status.tsx'
import { numberOf, type Procedure } from '../../../model/procedure.ts'
import { PinnedRow } from '../../../pages/pinned-row.tsx'
import { shortened } from '../../../pages/submission-row.tsx'
import { routes } from '../../../routes.ts'
import type { Issue } from '../issue.ts'
import { standOfIssue } from './issue-words.ts'

/** A report in a list, with its number on the map (null: it has no point). Stands in `<ResultList>`. */
export function IssueRow({
  one,
  procedure,
  visit,
  pin,
}: {
  readonly one: Issue
  readonly procedure: Pick<Procedure, 'slug' | 'prefix'>
  readonly visit: Visit
  readonly pin?: number | null | undefined
}) {
  const { t, lang } = visit
  const number = numberOf(procedure.prefix, one.number)
  const stand = standOfIssue(one.status, visit)
  const other = one.lang === lang ? undefined : one.lang
  const content = (
    <>
      <h3 lang={other}>
        <a href={visit.to(routes.submission, { slug: procedure.slug, number })}>{one.title}</a>
      </h3>
      {one.body.replace(/[.]+$/, '') !== one.title && (
        <p class="alm-rows__text" lang={other}>
          {shortened(one.body)}
        </p>
      )}
      <p class="alm-meta">
        <Status kind={stand.kind}>{stand.text}</Status>
        {one.category && <span>{one.category}</span>}
        {one.place && <span>{one.place}</span>}
        <span>{formatDay(dayOf(one.receivedAt), lang)}</span>
        {one.agree > 0 && <span>{t('participation.issue.me-too.count', { count: one.agree })}</span>}
        <span>{t('participation.number', { number })}</span>
      </p>
    </>
  )
  return <PinnedRow id={number} pin={pin} content={content} visit={visit} />
}
