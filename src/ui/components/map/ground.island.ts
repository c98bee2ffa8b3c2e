// What lies under the points of a map, where a town drew a plan: shapes by kind, and labels.
import L from 'leaflet'

const kinds = ['outline', 'area', 'block', 'street', 'house', 'green', 'line', 'label']
const kindOf = (feature: GeoJSON.Feature | undefined): string | undefined => {
  const kind: unknown = feature?.properties?.kind
  return typeof kind === 'string' && kinds.includes(kind) ? kind : undefined
}

/** Whether a feature lies under the points. */
export const isGround = (feature: GeoJSON.Feature): boolean => kindOf(feature) !== undefined

function label(feature: GeoJSON.Feature, at: L.LatLng): L.Layer {
  const face = document.createElement('span')
  face.textContent = String(feature.properties?.title ?? '')
  const icon = L.divIcon({ html: face, className: 'alm-plan__name', iconSize: [0, 0] })
  return L.marker(at, { icon, interactive: false, keyboard: false })
}

/** Draws what lies under the points. */
export const groundLayer = (features: readonly GeoJSON.Feature[]): L.GeoJSON =>
  L.geoJSON([...features], {
    interactive: false,
    style: (feature) => ({ className: `alm-plan__${kindOf(feature)}`, weight: 1.5 }),
    pointToLayer: label,
  })
