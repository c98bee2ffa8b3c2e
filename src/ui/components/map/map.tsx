import type { Translate } from '#kernel/locale.ts'
import type { Children } from '../../vocabulary.ts'

/** A background of tiles; without it the map makes no request to anybody. */
export interface BaseMap {
  /** `https://.../{z}/{x}/{y}.png` */
  readonly url: string
  readonly credit: string
  readonly maxZoom?: number | undefined
}

export interface MapProps {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  /** GeoJSON with properties `title`, `href`, `number`, `text`; all optional. */
  readonly data: string
  /** Where the same places stand as a list: an address on this page. */
  readonly list: { readonly href: string; readonly text: string }
  readonly baseMap?: BaseMap | undefined
  /** west, south, east, north: shown until the data are there, and when there are none. */
  readonly bounds?: readonly [number, number, number, number] | undefined
  readonly caption?: Children | undefined
  /** A drawing of the same (StillMap): there without a script, and until the map is. */
  readonly still?: Children | undefined
  /** Left out where the caption says what there is to say. */
  readonly untitled?: boolean | undefined
  /** Gives the address of an asset; the map's own files are asked for when it comes into sight. */
  readonly asset: (name: string) => string
  readonly t: Translate
}

/** Points and areas to move about in (island `map`). Without script or tiles the frame says so and points to the list. */
export const MapView = ({ id, title, data, list, baseMap, bounds, caption, still, untitled, asset, t }: MapProps) => (
  <figure class="alm-frame">
    <p class={untitled ? 'kern-sr-only' : 'alm-frame__title'} id={`${id}-titel`}>
      {title}
    </p>
    <div
      class={still ? 'alm-map alm-map--plan' : 'alm-map'}
      id={id}
      data-map={data}
      data-script={asset('leaflet-map.js')}
      data-style={asset('leaflet-map.css')}
      data-tiles={baseMap?.url}
      data-credit={baseMap?.credit}
      data-max-zoom={baseMap?.maxZoom}
      data-bounds={bounds?.join(',')}
      data-zoom-in={t('ui.map.zoomIn')}
      data-zoom-out={t('ui.map.zoomOut')}
      data-loads={t('ui.map.loads')}
      data-off={t('ui.map.off')}
    >
      {still ?? <p class="alm-map__off alm-small">{t('ui.map.needs')}</p>}
    </div>
    <p class="alm-map__notice alm-small" role="status" />
    <figcaption>
      {caption} {!baseMap && !still && t('ui.map.plain')} <a href={list.href}>{list.text}</a>
    </figcaption>
  </figure>
)
