import { formatMoment } from '#kernel/clock.ts'
import type { Translate } from '#kernel/locale.ts'

/** What a page with a puzzle names in its `islands`. */
export const puzzleIslands = ['puzzle'] as const

export interface PuzzleProps {
  /** As altcha's second version makes it. */
  readonly challenge: object
  /** When the limit ends. */
  readonly until: Date
  /** Letter box that takes the same. */
  readonly email?: string | undefined
  readonly t: Translate
}

/**
 * Inside a form: why it is slow now, and the puzzle. The island solves it and fills the hidden field `puzzle`; without a script it
 * says until when to wait and which letter box takes the same by mail.
 */
export function Puzzle({ challenge, until, email, t }: PuzzleProps) {
  const time = formatMoment(until, t.lang, 'time')
  return (
    <div
      class="alm-note alm-note--warn"
      data-puzzle={JSON.stringify(challenge)}
      data-working={t('ui.puzzle.working')}
      data-done={t('ui.puzzle.done')}
      data-failed={t('ui.puzzle.failed', { time })}
    >
      <input type="hidden" name="puzzle" value="" />
      <p>
        <strong>{t('ui.puzzle.title')}</strong>
      </p>
      <p role="status">{t('ui.puzzle.wait', { time })}</p>
      {email && (
        <p>
          {t('ui.puzzle.mail')}{' '}
          <a class="alm-link" href={`mailto:${email}`}>
            {email}
          </a>
        </p>
      )}
    </div>
  )
}
