import type { Translate } from '#kernel/locale.ts'

export interface ProgressProps {
  /** What is being done and how far: "Wir lesen Ihre Datei: 41.200 von 98.000 Zeilen". */
  readonly title: string
  readonly done: number
  readonly total: number
  /** How long still, and that one may leave. */
  readonly note: string
  readonly cancelHref?: string | undefined
  readonly t: Translate
}

/** Long work: what, how far, how long, that you may leave, cancel. */
export const Progress = ({ title, done, total, note, cancelHref, t }: ProgressProps) => (
  <div class="alm-progress">
    <p role="status">
      <strong>{title}</strong>
    </p>
    <progress value={done} max={total} aria-label={title} />
    <p class="alm-small">{note}</p>
    {cancelHref !== undefined && (
      <p class="alm-small">
        <a href={cancelHref}>{t('ui.progress.cancel')}</a>
      </p>
    )}
  </div>
)
