// A rectangle on a map, kept in step with four number fields; loaded by map-field.island.ts.
import L from 'leaflet'
import { mapIn } from '../map/leaflet-frame.island.ts'

const sides = ['west', 'south', 'east', 'north'] as const
type Box = readonly [west: number, south: number, east: number, north: number]

/** A number as people type it, with comma or point; undefined when it is none. */
const degrees = (text: string): number | undefined => {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value
}

const written = (value: number) => value.toFixed(4).replace(/\.?0+$/, '')

const corners = ([west, south, east, north]: Box): L.LatLngBoundsExpression => [
  [south, west],
  [north, east],
]

const boxOf = (text: string | undefined): Box | undefined => {
  const [west, south, east, north] = (text ?? '').split(',').map(Number)
  const all = [west, south, east, north]
  return all.every((one) => one !== undefined && Number.isFinite(one)) && text
    ? [west ?? 0, south ?? 0, east ?? 0, north ?? 0]
    : undefined
}

/** The fields of one area, read and written as a box. */
function fieldsOf(field: HTMLElement) {
  const inputs = sides.map((side) => field.querySelector<HTMLInputElement>(`input[data-side=${side}]`))
  const place = field.querySelector('select')
  return {
    place,
    inputs,
    read(): Box | undefined {
      const [west, south, east, north] = inputs.map((input) => degrees(input?.value ?? ''))
      if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined
      return west < east && south < north ? [west, south, east, north] : undefined
    },
    write(box: Box) {
      inputs.forEach((input, i) => {
        if (input) input.value = written(box[i] ?? 0)
      })
      inputs[0]?.dispatchEvent(new Event('input', { bubbles: true }))
    },
  }
}

/** The outline of the town, where there is no base map to find one's way on. */
function drawOutline(map: L.Map, outline: string) {
  const style = { className: 'alm-area__outline', weight: 1.5, fill: false, interactive: false }
  L.geoJSON(JSON.parse(outline), { style, interactive: false }).addTo(map)
}

/** Drawing: from the button until the pointer is lifted, or Escape. */
function drawing(map: L.Map, frame: HTMLElement, done: (box: Box) => void, say: (words: string) => void, words: DOMStringMap) {
  const button = document.createElement('button')
  Object.assign(button, { type: 'button', className: 'alm-copy', textContent: words.draw ?? '' })
  button.setAttribute('aria-pressed', 'false')
  let from: L.LatLng | undefined
  let sketch: L.Rectangle | undefined
  const at = (event: PointerEvent) => map.mouseEventToLatLng(event)
  const stop = () => {
    from = undefined
    sketch?.remove()
    sketch = undefined
    map.dragging.enable()
    frame.classList.remove('alm-area__map--draw')
    button.setAttribute('aria-pressed', 'false')
  }
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-pressed') === 'true') return stop()
    map.dragging.disable()
    frame.classList.add('alm-area__map--draw')
    button.setAttribute('aria-pressed', 'true')
    say(words.drawing ?? '')
  })
  frame.addEventListener('pointerdown', (event) => {
    if (
      button.getAttribute('aria-pressed') !== 'true' ||
      (event.target instanceof Element && event.target.closest('.leaflet-control'))
    )
      return
    event.preventDefault()
    frame.setPointerCapture(event.pointerId)
    from = at(event)
    sketch = L.rectangle(L.latLngBounds(from, from), { className: 'alm-map__area', weight: 2, interactive: false }).addTo(map)
  })
  frame.addEventListener('pointermove', (event) => {
    if (from) sketch?.setBounds(L.latLngBounds(from, at(event)))
  })
  frame.addEventListener('pointerup', (event) => {
    if (!from) return
    const drawn = L.latLngBounds(from, at(event))
    stop()
    const box: Box = [drawn.getWest(), drawn.getSouth(), drawn.getEast(), drawn.getNorth()]
    if (box[0] < box[2] && box[1] < box[3]) done(box)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && button.getAttribute('aria-pressed') === 'true') {
      stop()
      say('')
    }
  })
  return button
}

function start(field: HTMLElement) {
  const frame = field.querySelector<HTMLElement>('.alm-area__map')
  const told = field.querySelector<HTMLElement>('.alm-area__box [role=status]')
  if (!frame) return
  const fields = fieldsOf(field)
  const map = mapIn(frame, field.dataset)
  if (field.dataset.outline) drawOutline(map, field.dataset.outline)
  let shape: L.Rectangle | undefined
  const show = (box: Box | undefined, move: boolean) => {
    shape?.remove()
    shape = box ? L.rectangle(corners(box), { className: 'alm-map__area', weight: 2, interactive: false }).addTo(map) : undefined
    if (box && move) map.fitBounds(corners(box), { padding: [24, 24], maxZoom: 16 })
  }
  show(fields.read(), true)
  const own = () => {
    if (fields.place) fields.place.value = ''
  }
  for (const input of fields.inputs)
    input?.addEventListener('change', () => {
      own()
      show(fields.read(), true)
    })
  fields.place?.addEventListener('change', () => {
    const box = boxOf(fields.place?.selectedOptions[0]?.dataset.bounds)
    if (!box) return
    fields.write(box)
    show(box, true)
  })
  const say = (words: string) => {
    if (told) told.textContent = words
  }
  const drawn = (box: Box) => {
    own()
    fields.write(box)
    show(box, false)
    say(field.dataset.drawn ?? '')
  }
  frame.before(drawing(map, frame, drawn, say, field.dataset))
}

for (const field of document.querySelectorAll<HTMLElement>('fieldset[data-area]')) start(field)
