import { control, Field, type FieldProps } from '../form-field/field-parts.tsx'
import type { BaseMap } from '../map/map.tsx'

export interface PointFieldProps extends FieldProps {
  /** `7.4652, 51.5136`: longitude, latitude. */
  readonly value?: string | undefined
  /** GeoJSON of what lies under the point: a plan, an area. */
  readonly ground?: string | undefined
  /** west, south, east, north: shown while nothing is chosen. */
  readonly bounds?: readonly [number, number, number, number] | undefined
  readonly baseMap?: BaseMap | undefined
  readonly asset: (name: string) => string
}

/** A point: two numbers in a field; the island `point-field` adds a map to click on, and a button that asks the device where it is. */
export function PointField({ value, ground, bounds, baseMap, asset, ...field }: PointFieldProps) {
  const { t } = field
  return (
    <div
      class="alm-point"
      data-point={field.id}
      data-script={asset('leaflet-point.js')}
      data-style={asset('leaflet-map.css')}
      data-ground={ground}
      data-bounds={bounds?.join(',')}
      data-tiles={baseMap?.url}
      data-credit={baseMap?.credit}
      data-max-zoom={baseMap?.maxZoom}
      data-zoom-in={t('ui.map.zoomIn')}
      data-zoom-out={t('ui.map.zoomOut')}
      data-label={t('ui.point.map')}
      data-how={t('ui.point.how')}
      data-here={t('ui.point.here')}
      data-centre={t('ui.point.centre')}
      data-searching={t('ui.point.searching')}
      data-denied={t('ui.point.denied')}
      data-set={t('ui.point.set')}
      data-clear={t('ui.point.clear')}
      data-cleared={t('ui.point.cleared')}
      data-off={t('ui.point.off')}
    >
      <Field {...field}>
        <input
          {...control(field)}
          class={`kern-form-input__input${field.error ? ' kern-form-input__input--error' : ''}`}
          type="text"
          inputMode="text"
          autocomplete="off"
          value={value}
          maxLength={40}
        />
      </Field>
    </div>
  )
}
