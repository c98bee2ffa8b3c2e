/** Four classes at most: full, hatched, pale, empty. They survive print and colour blindness. */
export type Step = 'full' | 'hatched' | 'pale' | 'empty'

/** The hatching as an SVG pattern; its id must be unique on the page. */
export const Hatching = ({ id }: { readonly id: string }) => (
  <defs>
    <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="alm-hatch__ground" width="7" height="7" />
      <line class="alm-hatch__line" x1="0" y1="0" x2="0" y2="7" />
    </pattern>
  </defs>
)

const fill = (step: Step, hatching: string) => (step === 'hatched' ? { fill: `url(#${hatching})` } : {})

export interface LegendEntry {
  readonly step: Step
  /** With its count: "veröffentlicht, aktuell (81)". */
  readonly label: string
}

/** What the classes mean. `id` is unique on the page. */
export const Legend = ({ id, entries }: { readonly id: string; readonly entries: readonly LegendEntry[] }) => (
  <ul class="alm-legend">
    {entries.map((entry, i) => (
      <li key={entry.label}>
        <svg width="16" height="16" aria-hidden="true" focusable="false">
          {entry.step === 'hatched' && <Hatching id={`${id}-${i}`} />}
          <rect
            class={`alm-step alm-step--${entry.step} alm-legend__box`}
            x="0.5"
            y="0.5"
            width="15"
            height="15"
            {...fill(entry.step, `${id}-${i}`)}
          />
        </svg>
        {entry.label}
      </li>
    ))}
  </ul>
)

export interface Segment {
  readonly step: Step
  readonly value: number
}

/** A share of a whole as one bar; the numbers stand beside it in the table, so it is hidden from screen readers. */
export function StackedBar({ id, segments }: { readonly id: string; readonly segments: readonly Segment[] }) {
  const total = segments.reduce((sum, segment) => sum + segment.value, 0)
  const percent = (value: number) => `${total > 0 ? ((value / total) * 100).toFixed(2) : 0}%`
  let before = 0
  return (
    <svg class="alm-stackbar" width="100%" height="17" aria-hidden="true" focusable="false">
      {segments.some((segment) => segment.step === 'hatched' && segment.value > 0) && <Hatching id={id} />}
      {segments.map((segment, i) => {
        const x = percent(before)
        before += segment.value
        if (segment.value === 0 || segment.step === 'empty') return null
        return (
          <rect
            key={`${i}`}
            class={`alm-step alm-step--${segment.step}`}
            x={x}
            width={percent(segment.value)}
            height="16"
            {...fill(segment.step, id)}
          />
        )
      })}
      <line class="alm-stackbar__base" x1="0" x2="100%" y1="16.5" y2="16.5" />
    </svg>
  )
}
