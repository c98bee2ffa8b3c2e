import type { Translate } from '#kernel/locale.ts'

export interface Axis {
  /** What is asked: "Für alle veröffentlichen". */
  readonly title: string
  readonly value: 'no' | 'conditional' | 'yes'
}

/** Verdicts of three steps, each question with its answer marked; the answer is read after the question. */
export const Axes = ({ axes, t }: { readonly axes: readonly Axis[]; readonly t: Translate }) => (
  <dl class="alm-axes">
    {axes.map((axis) => (
      <div key={axis.title}>
        <dt>{axis.title}</dt>
        <dd>
          {(['no', 'conditional', 'yes'] as const).map((value) => (
            <span
              key={value}
              class={value === axis.value ? `is-${value}` : undefined}
              aria-hidden={value === axis.value ? undefined : true}
            >
              {t(`ui.axes.${value}`)}
            </span>
          ))}
        </dd>
      </div>
    ))}
  </dl>
)
