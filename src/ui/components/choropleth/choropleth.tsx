import type { Children } from '../../vocabulary.ts'
import { Hatching, Legend, type LegendEntry, type Step } from '../stacked-bar/stacked-bar.tsx'
import { middleOf, type Outlines } from './outlines.ts'

export interface MapArea {
  /** As in the outlines. */
  readonly id: string
  readonly name: string
  readonly step: Step
  /** "veröffentlicht, aktuell": shown with the name under the pointer. */
  readonly state: string
  readonly href?: string | undefined
}

export interface ChoroplethProps {
  /** Unique on the page. */
  readonly id: string
  /** What the map shows and that the list holds the same; read instead of the picture. */
  readonly description: string
  readonly outlines: Outlines
  readonly areas: readonly MapArea[]
  readonly legend: readonly LegendEntry[]
  /** Coarser borders drawn over the areas, made with the same frame. */
  readonly borders?: readonly string[] | undefined
  /** Id of the area that is picked: outlined. */
  readonly selected?: string | undefined
  /** Source of the borders, and what is outlined. */
  readonly caption: Children
}

/** What has nothing to show is drawn first: where borders overlap, it must not lie over what has. */
const fromBelow = (areas: readonly MapArea[]) => areas.toSorted((a, b) => Number(a.step !== 'empty') - Number(b.step !== 'empty'))

/** So many areas have room for their names, and are drawn small. */
const few = 12

const Names = ({ areas, outlines }: Pick<ChoroplethProps, 'areas' | 'outlines'>) => (
  <g class="alm-choropleth__names">
    {areas.map((area) => {
      const [x, y] = middleOf(outlines.paths.get(area.id) ?? '') ?? []
      return x === undefined ? null : (
        <text key={area.id} x={x} y={y} class={area.step === 'full' ? 'is-full' : undefined}>
          {area.name}
        </text>
      )
    })}
  </g>
)

/** Areas in at most four classes. The page holds a list with the same facts and links, so the drawing itself takes no tab stop. */
export function Choropleth({ id, description, outlines, areas, legend, borders = [], selected, caption }: ChoroplethProps) {
  const hatching = `${id}-schraffur`
  const picked = selected === undefined ? undefined : outlines.paths.get(selected)
  return (
    <figure class="alm-frame alm-choropleth-frame">
      <Legend id={`${id}-legende`} entries={legend} />
      <p class="kern-sr-only">{description}</p>
      <svg
        class={areas.length <= few ? 'alm-choropleth alm-choropleth--few' : 'alm-choropleth'}
        viewBox={`-4 -4 ${outlines.width + 8} ${outlines.height + 8}`}
        aria-hidden="true"
        focusable="false"
      >
        <Hatching id={hatching} />
        {fromBelow(areas).map((area) => {
          const path = (
            <path
              class={`alm-step alm-step--${area.step}`}
              d={outlines.paths.get(area.id)}
              fill={area.step === 'hatched' ? `url(#${hatching})` : undefined}
            >
              <title>{`${area.name}: ${area.state}`}</title>
            </path>
          )
          return area.href ? (
            <a key={area.id} href={area.href} tabIndex={-1}>
              {path}
            </a>
          ) : (
            path
          )
        })}
        {borders.map((d, i) => (
          <path key={`${i}`} class="alm-choropleth__border" d={d} />
        ))}
        {areas.length <= few && <Names areas={areas} outlines={outlines} />}
        {picked && <path class="alm-choropleth__picked" d={picked} />}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  )
}
