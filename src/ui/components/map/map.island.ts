// Loads the map when its frame comes near the screen: 40 kB that most visitors of a page never need.
function load(frame: HTMLElement) {
  const { script, style, off } = frame.dataset
  if (!script || !style) return
  const sheet = document.createElement('link')
  sheet.rel = 'stylesheet'
  sheet.href = style
  const styled = new Promise((resolve) => {
    sheet.onload = resolve
    sheet.onerror = resolve
  })
  document.head.append(sheet)
  Promise.all([import(script) as Promise<{ start(frame: HTMLElement): void }>, styled]).then(
    ([map]) => map.start(frame),
    () => {
      const told = frame.querySelector('.alm-map__off')
      if (told) told.textContent = off ?? ''
    },
  )
}

const seen = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting || !(entry.target instanceof HTMLElement)) continue
      seen.unobserve(entry.target)
      load(entry.target)
    }
  },
  { rootMargin: '200px' },
)
for (const frame of document.querySelectorAll<HTMLElement>('[data-map]')) seen.observe(frame)
