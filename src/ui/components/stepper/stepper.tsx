import type { Translate } from '#kernel/locale.ts'

export interface FormStep {
  /** Every step has an address of its own. */
  readonly href: string
  readonly title: string
  readonly state: 'done' | 'current' | 'open'
  /** How many needed entries are missing in it. */
  readonly missing?: number | undefined
}

const StepLink = ({ step, number, t }: { readonly step: FormStep; readonly number: number; readonly t: Translate }) => {
  const missing = (step.missing ?? 0) > 0
  return (
    <li class={`alm-stepper__step is-${step.state}${missing ? ' is-missing' : ''}`}>
      <a href={step.href} aria-current={step.state === 'current' ? 'step' : undefined}>
        <span class="alm-stepper__mark">{number}</span>
        <span class="alm-stepper__words">
          <b>{step.title}</b>
          <span class={missing ? undefined : 'kern-sr-only'}>
            {' '}
            {missing ? t('ui.stepper.missing', { count: step.missing ?? 0 }) : t(`ui.stepper.${step.state}`)}
          </span>
        </span>
      </a>
    </li>
  )
}

/** The steps of a form, as links: all in a line from 1024 px; below, where one is, with the list behind it. */
export const Stepper = ({
  steps,
  label,
  t,
}: {
  readonly steps: readonly FormStep[]
  readonly label?: string | undefined
  readonly t: Translate
}) => {
  const at = steps.findIndex((step) => step.state === 'current')
  const list = steps.map((step, i) => <StepLink key={step.href} step={step} number={i + 1} t={t} />)
  const name = label ?? t('ui.stepper.label')
  return (
    <>
      <nav class="alm-stepper" aria-label={name}>
        <ol>{list}</ol>
      </nav>
      <details class="alm-stepper-fold">
        <summary>
          {at < 0 ? name : t('ui.stepper.now', { step: at + 1, steps: steps.length, title: steps[at]?.title ?? '' })}
        </summary>
        <nav aria-label={name}>
          <ol>{list}</ol>
        </nav>
      </details>
    </>
  )
}
