import { formatNumber, type Lang } from '#kernel/locale.ts'
import type { Children } from '../../vocabulary.ts'

export interface Bar {
  readonly label: string
  readonly value: number
  /** What stands at the bar; the number when it is left out. */
  readonly text?: string | undefined
  readonly href?: string | undefined
  /** `rest` is grey and last ("andere"); `other` is the comparison. */
  readonly kind?: 'ours' | 'rest' | 'other' | undefined
}

export interface BarsProps {
  /** Measure and unit: "Häufigste Arten, Anzahl der Bäume". */
  readonly title: string
  readonly bars: readonly Bar[]
  /** The sentence the chart proves, and where its numbers are to be had. */
  readonly caption?: Children | undefined
  readonly lang: Lang
}

const share = (value: number, most: number) => (most > 0 ? Math.max(0, Math.min(100, (value / most) * 100)) : 0)

/** Bars in a table: the number is the label, so the table a chart owes its readers is the chart itself. */
export function Bars({ title, bars, caption, lang }: BarsProps) {
  const most = Math.max(0, ...bars.map((bar) => bar.value))
  return (
    <figure class="alm-frame">
      <table class={bars.every((bar) => bar.label.length <= 26) ? 'alm-bars alm-bars--short' : 'alm-bars'}>
        <caption>{title}</caption>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row">{bar.href ? <a href={bar.href}>{bar.label}</a> : bar.label}</th>
              <td class="alm-bars__track">
                <svg width="100%" height="16" aria-hidden="true" focusable="false">
                  <rect
                    class={`alm-bars__bar alm-bars__bar--${bar.kind ?? 'ours'}`}
                    width={`${share(bar.value, most).toFixed(1)}%`}
                    height="16"
                  />
                </svg>
              </td>
              <td class="r">{bar.text ?? formatNumber(bar.value, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
