import type { Translate } from '#kernel/locale.ts'

export interface FieldFault {
  /** The id of the field the line leads to. */
  readonly field: string
  readonly text: string
}

export interface ErrorSummaryProps {
  readonly faults: readonly FieldFault[]
  readonly title?: string | undefined
  /** Takes the focus when the page comes (needs no script); off on the component page. */
  readonly focus?: boolean | undefined
  readonly t: Translate
}

/** On top of a form that came back: each line leads to its field. */
export function ErrorSummary({ faults, title, focus = true, t }: ErrorSummaryProps) {
  if (faults.length === 0) return null
  return (
    <section class="alm-errors" aria-labelledby="fehler-titel" tabIndex={-1} autofocus={focus}>
      <h2 id="fehler-titel">{title ?? t('ui.errors.title', { count: faults.length })}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field}>
            <a href={`#${fault.field}`}>{fault.text}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
