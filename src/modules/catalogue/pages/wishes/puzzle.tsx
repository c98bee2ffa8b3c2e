import { formatMoment } from '#kernel/clock.ts'
import type { Visit } from '#platform/http'
import type { SlowDown } from '../../use-cases/requests/slow-down.ts'

export const puzzleIslands = ['puzzle'] as const

/**
 * Why it is slow now, and the puzzle. The island solves it and fills the hidden field; without a script it says until when to wait
 * and which letter box takes the same by mail.
 */
export function Puzzle({ slow, visit }: { readonly slow: SlowDown; readonly visit: Visit }) {
  const { t, site } = visit
  return (
    <div
      class="alm-note alm-note--warn"
      data-puzzle={JSON.stringify(slow.challenge)}
      data-working={t('catalogue.puzzle.working')}
      data-done={t('catalogue.puzzle.done')}
      data-failed={t('catalogue.puzzle.failed', { time: formatMoment(slow.until, visit.lang, 'time') })}
    >
      <input type="hidden" name="puzzle" value="" />
      <p>
        <strong>{t('catalogue.puzzle.title')}</strong>
      </p>
      <p role="status">{t('catalogue.puzzle.wait', { time: formatMoment(slow.until, visit.lang, 'time') })}</p>
      {site.contact.email && (
        <p>
          {t('catalogue.puzzle.mail')}{' '}
          <a class="alm-link" href={`mailto:${site.contact.email}`}>
            {site.contact.email}
          </a>
        </p>
      )}
    </div>
  )
}
