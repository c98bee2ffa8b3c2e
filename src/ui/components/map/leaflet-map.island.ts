// Leaflet in the frame the server drew, loaded by map.island.ts. Text reaches the page as text, never as HTML.
import L from 'leaflet'
import { groundLayer, isGround } from './ground.island.ts'
import { mapIn } from './leaflet-frame.island.ts'

interface PlaceProperties {
  readonly title?: unknown
  readonly href?: unknown
  readonly number?: unknown
  readonly text?: unknown
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined

/** Only addresses of the web or of this site. */
function safe(href: string | undefined): string | undefined {
  if (!href) return undefined
  const url = new URL(href, location.href)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
}

function popup(place: PlaceProperties): HTMLElement | undefined {
  const title = word(place.title)
  if (!title) return undefined
  const box = document.createElement('div')
  const href = safe(word(place.href))
  const head = document.createElement(href ? 'a' : 'b')
  head.textContent = title
  if (href) head.setAttribute('href', href)
  box.append(head)
  const text = word(place.text)
  if (text) {
    const line = document.createElement('p')
    line.textContent = text
    box.append(line)
  }
  return box
}

function pin(place: PlaceProperties, at: L.LatLng): L.Layer {
  const number = word(place.number)
  const title = word(place.title) ?? ''
  if (!number) return L.circleMarker(at, { radius: 7, weight: 2, className: 'alm-map__dot' })
  const face = document.createElement('span')
  face.className = 'alm-map__pin'
  face.textContent = number
  // No tab stop: the list beside the map leads to the same places.
  return L.marker(at, {
    keyboard: false,
    icon: L.divIcon({ html: face, className: '', iconSize: [32, 32], iconAnchor: [16, 16] }),
    alt: `${number}: ${title}`,
    title,
  })
}

const isFeatures = (value: unknown): value is GeoJSON.FeatureCollection =>
  typeof value === 'object' && value !== null && 'features' in value && Array.isArray(value.features)

async function fill(map: L.Map, address: string): Promise<void> {
  const answer = await fetch(address, { headers: { accept: 'application/geo+json, application/json' } })
  const data: unknown = answer.ok ? await answer.json() : undefined
  if (!isFeatures(data)) throw new Error(`no map data: ${answer.status}`)
  const ground = groundLayer(data.features.filter(isGround)).addTo(map)
  const places = data.features.filter((feature) => !isGround(feature))
  const layer = L.geoJSON<PlaceProperties>(places, {
    style: (feature) => (feature?.geometry.type.endsWith('Point') ? {} : { className: 'alm-map__area', weight: 2 }),
    pointToLayer: (feature, at) => pin(feature.properties ?? {}, at),
    onEachFeature: (feature, shape) => {
      const content = popup(feature.properties ?? {})
      if (content) shape.bindPopup(content)
    },
  }).addTo(map)
  const drawn = ground.getBounds()
  const bounds = layer.getBounds().extend(drawn)
  if (bounds.isValid()) map.fitBounds(bounds, drawn.isValid() ? { maxZoom: 19 } : { padding: [24, 24], maxZoom: 16 })
}

/** Turns the frame into a map. */
function start(frame: HTMLElement): void {
  const { map: address, off } = frame.dataset
  if (!address) return
  const notice = frame.parentElement?.querySelector('.alm-map__notice')
  const say = () => {
    if (notice) notice.textContent = off ?? ''
  }
  const drawing = frame.querySelector('svg')
  frame.replaceChildren()
  const map = mapIn(frame, frame.dataset, say)
  fill(map, address).catch(() => {
    map.remove()
    if (drawing) return frame.replaceChildren(drawing)
    const told = document.createElement('p')
    told.className = 'alm-map__off alm-small'
    told.textContent = off ?? ''
    frame.replaceChildren(told)
  })
}

for (const frame of document.querySelectorAll<HTMLElement>('[data-map]')) start(frame)
