import type { Translate } from '#kernel/locale.ts'

export interface Step {
  readonly title: string
  /** Always there: "bis 13. Dezember". */
  readonly date: string
  readonly state: 'done' | 'current' | 'open'
}

/** Where a process stands: past filled, present ringed and named. Horizontal from 1024 px when `wide`. */
export const Timeline = ({
  steps,
  wide,
  t,
}: {
  readonly steps: readonly Step[]
  readonly wide?: boolean | undefined
  readonly t: Translate
}) => (
  <ol class={`alm-line${wide ? ' alm-line--wide' : ''}`}>
    {steps.map((step) => (
      <li
        key={step.title}
        class={step.state === 'done' ? 'is-done' : undefined}
        aria-current={step.state === 'current' ? 'step' : undefined}
      >
        <b>{step.title}</b> {step.date}{' '}
        <span class={step.state === 'open' ? 'kern-sr-only' : undefined}>{t(`ui.step.${step.state}`)}</span>
      </li>
    ))}
  </ol>
)
