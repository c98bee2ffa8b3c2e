import { formatNumber, type Translate } from '#kernel/locale.ts'

export interface PipeStep {
  readonly count: number
  /** What these are: "in Bewertung". */
  readonly label: string
  /** The list behind the number. */
  readonly href: string
  /** What stands out: "6 seit über 30 Tagen". */
  readonly note?: string | undefined
}

/** Numbers along a process, each a link to its list. Two beside each other on the phone. */
export const Pipe = ({
  steps,
  label,
  t,
}: {
  readonly steps: readonly PipeStep[]
  /** Names the process for screen readers. */
  readonly label?: string | undefined
  readonly t: Translate
}) => (
  <ol class="alm-pipe" aria-label={label ?? t('ui.pipe.label')}>
    {steps.map((step) => (
      <li key={step.label}>
        <a href={step.href}>
          <b>{formatNumber(step.count, t.lang)}</b> <span>{step.label}</span>
        </a>
        {step.note && <small>{step.note}</small>}
      </li>
    ))}
  </ol>
)
