// Loads the map when its frame comes near the screen: 40 kB that most visitors of a page never need.
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

function say(frame: HTMLElement, words: string | undefined) {
  const told = frame.querySelector('.alm-map__off')
  if (told) told.textContent = words ?? ''
}

/** Style first, then the script, which starts every map of the page. */
function load(frame: HTMLElement) {
  const { script, style, off } = frame.dataset
  if (!script || !style) return
  const failed = () => say(frame, off)
  const sheet = add('link', { rel: 'stylesheet', href: style }, failed)
  sheet.addEventListener('load', () => add('script', { type: 'module', src: script }, failed))
}

const frames = document.querySelectorAll<HTMLElement>('[data-map]')
const seen = new IntersectionObserver(
  (entries) => {
    const first = entries.find((entry) => entry.isIntersecting)?.target
    if (!(first instanceof HTMLElement)) return
    seen.disconnect()
    load(first)
  },
  { rootMargin: '200px' },
)
for (const frame of frames) {
  say(frame, frame.dataset.loads)
  seen.observe(frame)
}
