import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { Status } from '#ui/components/status/status.tsx'
import { numberOf, type Procedure } from '../../../../model/procedure.ts'
import { shortened } from '../../../../pages/submission-row.tsx'
import { routes } from '../../../../routes.ts'
import type { NearIssue } from '../../store/issue-store.ts'
import { standOfIssue } from '../issue-words.ts'

/** An open report nearby, with the button of whoever saw the same. Stands in `<ResultList>`. */
export function NearRow({
  one,
  procedure,
  visit,
}: {
  readonly one: NearIssue
  readonly procedure: Pick<Procedure, 'slug' | 'prefix'>
  readonly visit: Visit
}) {
  const { t, lang } = visit
  const number = numberOf(procedure.prefix, one.number)
  const stand = standOfIssue(one.status, visit)
  return (
    <li id={number}>
      <h3 lang={one.lang === lang ? undefined : one.lang}>
        <a href={visit.to(routes.submission, { slug: procedure.slug, number })}>{one.title}</a>
      </h3>
      {one.body.replace(/[.]+$/, '') !== one.title && <p class="alm-rows__text">{shortened(one.body)}</p>}
      <p class="alm-meta">
        <span>
          {t('participation.issue.metres', { count: Math.round(one.metres), number: formatNumber(Math.round(one.metres), lang) })}
        </span>
        {one.category && <span>{one.category}</span>}
        <span>{formatDay(dayOf(one.receivedAt), lang)}</span>
        <Status kind={stand.kind}>{stand.text}</Status>
      </p>
      <form class="participation-react" method="post" action={visit.to(routes.react, { slug: procedure.slug, number })}>
        <button type="submit" name="wert" value="1" aria-label={t('participation.issue.me-too.label', { title: one.title })}>
          {t('participation.issue.me-too')}
        </button>
      </form>
    </li>
  )
}
