export interface DotsProps {
  readonly n: number
  /** At most 30: beyond that nobody counts dots. */
  readonly of: number
  /** "14 von 20 Städten": read in place of the dots. The number itself stands beside them as text. */
  readonly label: string
}

/** "n of few" as dots. */
export const Dots = ({ n, of, label }: DotsProps) => (
  <span class="alm-dots" role="img" aria-label={label}>
    {Array.from({ length: Math.min(of, 30) }, (_, i) => (
      <i key={`${i}`} class={i < n ? 'is-on' : undefined} />
    ))}
  </span>
)
