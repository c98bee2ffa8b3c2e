// Puts a map under the field of a point; it is asked for when the field comes into sight. The numbers stay what is sent.
function add(field: HTMLElement) {
  const { script, style, off, how } = field.dataset
  if (!script || !style) return
  const told = document.createElement('p')
  told.className = 'alm-small alm-muted'
  told.setAttribute('role', 'status')
  told.textContent = how ?? ''
  const frame = document.createElement('div')
  frame.className = 'alm-map alm-point__map'
  const box = document.createElement('div')
  box.className = 'alm-point__box'
  box.append(frame, told)
  field.append(box)
  const failed = () => {
    frame.remove()
    told.textContent = off ?? ''
  }
  return () => {
    const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: style })
    sheet.addEventListener('error', failed)
    sheet.addEventListener('load', () => {
      const code = Object.assign(document.createElement('script'), { type: 'module', src: script })
      code.addEventListener('error', failed)
      document.head.append(code)
    })
    document.head.append(sheet)
  }
}

const fields = [...document.querySelectorAll<HTMLElement>('[data-point]')]
const [load] = fields.map(add)
const seen = new IntersectionObserver(
  (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    seen.disconnect()
    load?.()
  },
  { rootMargin: '200px' },
)
for (const field of fields) seen.observe(field)
