// What all maps have in common: quiet, in the reader's words, with tiles only where the installation names some.
import L from 'leaflet'

/** North Rhine-Westphalia and its surroundings: west, south, east, north. */
const usual = '5.8,50.3,9.5,52.6'

/** Makes a map of a frame. `words` are the attributes of its component: bounds, tiles, credit, labels; `tileless` is called when tiles cannot be had. */
export function mapIn(frame: HTMLElement, words: DOMStringMap, tileless: () => void = () => {}): L.Map {
  const { tiles, credit, maxZoom, bounds, zoomIn, zoomOut, label } = words
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = L.map(frame, {
    zoomControl: false,
    // Without tiles a drawing fills its frame as it did before the script came; tiles are sharp at whole levels only.
    zoomSnap: tiles ? 1 : 0,
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
  })
  if (label) {
    frame.setAttribute('role', 'region')
    frame.setAttribute('aria-label', label)
  }
  L.control.zoom({ zoomInTitle: zoomIn ?? '', zoomOutTitle: zoomOut ?? '' }).addTo(map)
  map.attributionControl.setPrefix(false)
  const [west = 0, south = 0, east = 0, north = 0] = (bounds || usual).split(',').map(Number)
  map.fitBounds([
    [south, west],
    [north, east],
  ])
  if (tiles) {
    const layer = L.tileLayer(tiles, { maxZoom: Number(maxZoom ?? 18) }).addTo(map)
    layer.once('tileerror', tileless)
    if (credit) map.attributionControl.addAttribution(credit.replace(/[<>&]/g, ''))
  }
  return map
}
