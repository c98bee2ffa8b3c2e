import type { Translate } from '#kernel/locale.ts'

export interface FieldFault {
  /** The id of the field the line leads to. */
  readonly field: string
  readonly text: string
}

/** On top of a form that came back: each line leads to its field. Takes the focus (autofocus needs no script). */
export function ErrorSummary({
  faults,
  title,
  t,
}: {
  readonly faults: readonly FieldFault[]
  readonly title?: string
  readonly t: Translate
}) {
  if (faults.length === 0) return null
  return (
    <section class="alm-errors" aria-labelledby="fehler-titel" tabIndex={-1} autofocus>
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
