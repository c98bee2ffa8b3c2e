import { formatMoment } from '#kernel/clock.ts'
import type { Visit } from '#platform/http'
import type { Statement } from '../../store/moderation-store.ts'

/** What was decided so far, by whom, and why: for staff. */
export function Statements({
  statements,
  names,
  visit,
}: {
  readonly statements: readonly Statement[]
  readonly names: ReadonlyMap<string, string>
  readonly visit: Visit
}) {
  const { t, lang } = visit
  if (statements.length === 0) return <p class="alm-small alm-muted">{t('participation.moderate.acts.none')}</p>
  return (
    <ol class="alm-list">
      {statements.map((one) => (
        <li key={one.id}>
          <strong>{t(`participation.act.${one.act}`)}</strong>
          {one.code && `, ${t(`participation.why.${one.code}`)}`}
          {one.body && `: ${one.body}`}{' '}
          <span class="alm-small alm-muted">
            {names.get(one.person ?? '') ?? t('participation.moderate.somebody')}, {formatMoment(one.at, lang, 'text')}
          </span>
        </li>
      ))}
    </ol>
  )
}
