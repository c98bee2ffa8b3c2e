import { describedBy, Fault, type FieldProps, Help, Optional } from '../form-field/field-parts.tsx'
import type { BaseMap } from '../map/map.tsx'

const sides = ['west', 'south', 'east', 'north'] as const

/** Degrees as typed or stored; text, so that a mistake comes back as it was. */
export type AreaText = Readonly<Partial<Record<(typeof sides)[number], string>>>

export interface AreaPlace {
  readonly value: string
  readonly label: string
  /** west, south, east, north */
  readonly bounds?: readonly [number, number, number, number] | undefined
}

export interface MapFieldProps extends Omit<FieldProps, 'name'> {
  /** The form receives `<name>-west`, `-south`, `-east`, `-north`, and `<name>-ort` with the chosen place. */
  readonly name: string
  readonly value?: AreaText | undefined
  readonly places?: readonly AreaPlace[] | undefined
  readonly place?: string | undefined
  readonly baseMap?: BaseMap | undefined
  /** Shown while nothing is chosen: west, south, east, north. */
  readonly bounds?: readonly [number, number, number, number] | undefined
  /** What the ground shows where there is no base map, for orientation: the outline of the town, GeoJSON in WGS 84. */
  readonly outline?: { readonly type: string; readonly coordinates: readonly unknown[] } | undefined
  readonly asset: (name: string) => string
}

const Numbers = ({ field, value }: { readonly field: MapFieldProps; readonly value: AreaText }) => (
  <div class="alm-area__numbers">
    {sides.map((side) => (
      <div key={side} class="kern-form-input">
        <label class="kern-label" for={side === 'west' ? field.id : `${field.id}-${side}`}>
          {field.t(`ui.area.${side}`)}
        </label>
        <input
          class="kern-form-input__input"
          id={side === 'west' ? field.id : `${field.id}-${side}`}
          name={`${field.name}-${side}`}
          data-side={side}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={value[side]}
          disabled={field.disabled ?? false}
          aria-invalid={field.error ? true : undefined}
        />
      </div>
    ))}
  </div>
)

const Places = ({ field, places }: { readonly field: MapFieldProps; readonly places: readonly AreaPlace[] }) => (
  <div class="kern-form-input">
    <label class="kern-label" for={`${field.id}-ort`}>
      {field.t('ui.area.place')}
    </label>
    <div class="kern-form-input__select-wrapper">
      <select
        class="kern-form-input__select"
        id={`${field.id}-ort`}
        name={`${field.name}-ort`}
        disabled={field.disabled ?? false}
      >
        <option value="">{field.t('ui.area.own')}</option>
        {places.map((one) => (
          <option key={one.value} value={one.value} selected={one.value === field.place} data-bounds={one.bounds?.join(',')}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  </div>
)

/** An area: a place from a list, or four numbers; the island `map-field` adds a map to draw it on. */
export function MapField(field: MapFieldProps) {
  const { id, label, value = {}, places = [], baseMap, bounds, outline, asset, t } = field
  return (
    <fieldset
      class={`alm-field alm-area${field.error ? ' kern-form-input--error' : ''}`}
      aria-describedby={describedBy(field)}
      data-area={id}
      data-script={asset('leaflet-area.js')}
      data-style={asset('leaflet-map.css')}
      data-tiles={baseMap?.url}
      data-credit={baseMap?.credit}
      data-max-zoom={baseMap?.maxZoom}
      data-bounds={bounds?.join(',')}
      data-outline={outline && !baseMap ? JSON.stringify(outline) : undefined}
      data-zoom-in={t('ui.map.zoomIn')}
      data-zoom-out={t('ui.map.zoomOut')}
      data-label={t('ui.area.map')}
      data-draw={t('ui.area.draw')}
      data-drawing={t('ui.area.drawing')}
      data-drawn={t('ui.area.drawn')}
      data-off={t('ui.area.off')}
    >
      <legend class="kern-label">
        {label}
        <Optional {...field} />
      </legend>
      <Help {...field} />
      {places.length > 0 && <Places field={field} places={places} />}
      <Numbers field={field} value={value} />
      <Fault {...field} />
    </fieldset>
  )
}
