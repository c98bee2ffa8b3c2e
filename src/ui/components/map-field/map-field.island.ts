// Puts a map under the fields of an area; it is asked for when the fields come into sight. The numbers stay what is sent.
function add(field: HTMLElement) {
  const { script, style, off } = field.dataset
  if (!script || !style || field.hasAttribute('disabled')) return
  const told = document.createElement('p')
  told.className = 'alm-small alm-muted'
  told.setAttribute('role', 'status')
  const frame = document.createElement('div')
  frame.className = 'alm-map alm-area__map'
  const box = document.createElement('div')
  box.className = 'alm-area__box'
  box.append(frame, told)
  field.querySelector('.alm-area__numbers')?.after(box)
  const failed = () => {
    frame.remove()
    told.textContent = off ?? ''
  }
  const load = () => {
    const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: style })
    sheet.addEventListener('error', failed)
    sheet.addEventListener('load', () => {
      const code = Object.assign(document.createElement('script'), { type: 'module', src: script })
      code.addEventListener('error', failed)
      document.head.append(code)
    })
    document.head.append(sheet)
  }
  return { frame, load }
}

const added = [...document.querySelectorAll<HTMLElement>('fieldset[data-area]')].map(add).filter((one) => one !== undefined)
const seen = new IntersectionObserver(
  (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    seen.disconnect()
    added[0]?.load()
  },
  { rootMargin: '200px' },
)
for (const { frame } of added) seen.observe(frame)
