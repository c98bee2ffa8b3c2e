// A point on a map, kept in step with the field that is sent; loaded by point-field.island.ts.
import L from 'leaflet'
import { groundLayer, isGround } from '../map/ground.island.ts'
import { mapIn } from '../map/leaflet-frame.island.ts'

/** `7.4652, 51.5136` as a place; undefined for what is none. */
function placeOf(text: string): L.LatLng | undefined {
  const [lon, lat, ...more] = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const fine = more.length === 0 && Math.abs(lon ?? Number.NaN) <= 180 && Math.abs(lat ?? Number.NaN) <= 90
  return fine ? L.latLng(lat ?? 0, lon ?? 0) : undefined
}

async function drawGround(map: L.Map, address: string, move: boolean): Promise<void> {
  const answer = await fetch(address, { headers: { accept: 'application/geo+json' } })
  const data: unknown = answer.ok ? await answer.json() : undefined
  if (typeof data !== 'object' || data === null || !('features' in data) || !Array.isArray(data.features)) return
  const layer = groundLayer((data.features as GeoJSON.Feature[]).filter(isGround)).addTo(map)
  const box = layer.getBounds()
  if (move && box.isValid()) map.fitBounds(box, { maxZoom: 19 })
}

function button(text: string | undefined, act: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text ?? '' })
  made.addEventListener('click', act)
  return made
}

function start(field: HTMLElement) {
  const frame = field.querySelector<HTMLElement>('.alm-point__map')
  const told = field.querySelector<HTMLElement>('.alm-point__box [role=status]')
  const input = field.querySelector('input')
  if (!frame || !input) return
  const words = field.dataset
  const say = (text: string | undefined) => {
    if (told) told.textContent = text ?? ''
  }
  const map = mapIn(frame, words)
  let pin: L.Marker | undefined
  const show = (at: L.LatLng | undefined, move: boolean) => {
    pin?.remove()
    pin =
      at &&
      L.marker(at, {
        keyboard: false,
        icon: L.divIcon({ className: 'alm-map__pin alm-map__pin--chosen', iconSize: [28, 28], iconAnchor: [14, 34] }),
      }).addTo(map)
    if (at && move) map.setView(at, Math.max(map.getZoom(), 16))
  }
  const take = (at: L.LatLng, move = false) => {
    input.value = `${at.lng.toFixed(6)}, ${at.lat.toFixed(6)}`
    input.dispatchEvent(new Event('input', { bubbles: true }))
    show(at, move)
    say(words.set)
  }
  const first = placeOf(input.value)
  if (words.ground) drawGround(map, words.ground, first === undefined).catch(() => undefined)
  show(first, true)
  map.on('click', (event) => take(event.latlng))
  input.addEventListener('change', () => show(placeOf(input.value), true))
  const buttons = document.createElement('div')
  buttons.className = 'alm-point__do'
  if ('geolocation' in navigator)
    buttons.append(
      button(words.here, () => {
        say(words.searching)
        navigator.geolocation.getCurrentPosition(
          ({ coords }) => take(L.latLng(coords.latitude, coords.longitude), true),
          () => say(words.denied),
          { enableHighAccuracy: true, timeout: 15_000 },
        )
      }),
    )
  buttons.append(
    button(words.centre, () => take(map.getCenter())),
    button(words.clear, () => {
      input.value = ''
      show(undefined, false)
      say(words.cleared)
    }),
  )
  frame.before(buttons)
}

for (const field of document.querySelectorAll<HTMLElement>('[data-point]')) start(field)
