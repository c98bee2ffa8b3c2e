import type { ComponentChildren } from 'preact'
import type { PlaceDrawing } from '../../use-cases/table-preview-map.ts'

/** Places drawn without a background; a list with the same places is linked in the caption. */
export const PlaceDrawingView = ({
  drawing,
  title,
  description,
  caption,
  small,
}: {
  readonly drawing: PlaceDrawing
  readonly title?: string
  readonly description: string
  readonly caption?: ComponentChildren
  readonly small?: boolean
}) => (
  <figure class={`alm-frame${small ? ' catalogue-drawing--small' : ''}`}>
    {title && <p class="alm-frame__title">{title}</p>}
    <svg class="catalogue-drawing" viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={description}>
      {drawing.ground && <path class="catalogue-drawing__ground" d={drawing.ground} />}
      {drawing.areas && <path class="catalogue-drawing__area" d={drawing.areas} />}
      {drawing.lines && <path class="catalogue-drawing__line" d={drawing.lines} />}
      {drawing.dots && (
        <path
          class={`catalogue-drawing__dots${drawing.dots.length < 800 ? ' catalogue-drawing__dots--few' : ''}`}
          d={drawing.dots}
        />
      )}
    </svg>
    {caption && <figcaption>{caption}</figcaption>}
  </figure>
)
