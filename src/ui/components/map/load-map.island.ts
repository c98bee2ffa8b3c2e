// Loads a map when its place comes near the screen: 40 kB that most visitors of a page never need.
function add<Name extends 'link' | 'script'>(
  name: Name,
  values: Partial<HTMLElementTagNameMap[Name]>,
  failed: () => void,
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), values)
  element.addEventListener('error', failed)
  document.head.append(element)
  return element
}

/** Style first, then the script, which starts every map of its kind on the page; `words` name both. `failed` is called when one cannot be had. */
function loadMap({ script, style }: DOMStringMap, failed: () => void): void {
  if (!script || !style) return
  const sheet = add('link', { rel: 'stylesheet', href: style }, failed)
  sheet.addEventListener('load', () => add('script', { type: 'module', src: script }, failed))
}

/** Loads the map of the first of these frames that comes near the screen, once. `words` are those of its component. */
export function loadWhenNear<Frame extends HTMLElement>(
  frames: readonly Frame[],
  words: (frame: Frame) => DOMStringMap,
  failed: () => void,
): void {
  const seen = new IntersectionObserver(
    (entries) => {
      const near = entries.find((entry) => entry.isIntersecting)?.target
      const frame = frames.find((one) => one === near)
      if (!frame) return
      seen.disconnect()
      loadMap(words(frame), failed)
    },
    { rootMargin: '200px' },
  )
  for (const frame of frames) seen.observe(frame)
}

/** Puts a frame for a map, and a line that speaks, at fields whose numbers are sent; `name` is the class of their component, `put` says where. */
export function mapsAtFields(
  fields: readonly HTMLElement[],
  name: 'alm-area' | 'alm-point',
  put: (field: HTMLElement, box: HTMLElement) => void,
): void {
  const fieldOf = new Map<HTMLElement, HTMLElement>()
  for (const field of fields) {
    const frame = Object.assign(document.createElement('div'), { className: `alm-map ${name}__map` })
    const told = Object.assign(document.createElement('p'), {
      className: 'alm-small alm-muted',
      textContent: field.dataset.how ?? '',
    })
    told.setAttribute('role', 'status')
    const box = Object.assign(document.createElement('div'), { className: `${name}__box` })
    box.append(frame, told)
    put(field, box)
    fieldOf.set(frame, field)
  }
  const failed = () => {
    for (const [frame, field] of fieldOf) {
      const told = frame.nextElementSibling
      if (told) told.textContent = field.dataset.off ?? ''
      frame.remove()
    }
  }
  loadWhenNear([...fieldOf.keys()], (frame) => fieldOf.get(frame)?.dataset ?? {}, failed)
}
