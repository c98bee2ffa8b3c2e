// The report form without a network: what is sent waits in the browser and goes when the network is back. Makes photos smaller on the way.
import { keep, remove, sendAlone, type WaitingReport, waiting } from './waiting.island.ts'

const longestSide = 2000

/** The photo in a size that shows every pothole and travels fast; as it is where the browser cannot draw it. */
async function smaller(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
    return small && small.size < file.size ? small : file
  } catch {
    return file
  }
}

function line(...parts: (string | Node)[]): HTMLParagraphElement {
  const made = document.createElement('p')
  made.append(...parts)
  return made
}

function start(box: HTMLElement, form: HTMLFormElement) {
  const words = box.dataset
  const { store = '', worker = '', scope = '' } = words
  const address = form.action
  const input = form.querySelector<HTMLInputElement>('input[type=file]')

  const button = (text: string | undefined, act: () => void) => {
    const made = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: text ?? '',
      className: 'alm-link',
    })
    made.addEventListener('click', act)
    return made
  }
  const row = (report: WaitingReport) => {
    const item = document.createElement('li')
    const taken = () => button(words.remove, () => remove(store, report.key).then(show))
    if (report.sent) {
      const link = Object.assign(document.createElement('a'), { href: report.sent.receipt, textContent: report.sent.number })
      item.append(line(`${words.sent} `, link), taken())
    } else {
      const text = (report.fields.body ?? '').slice(0, 80)
      item.append(line(`${report.refused ? words.failed : words.waiting} „${text}“`))
      if (report.refused) item.append(button(words.open, () => fill(report)))
      item.append(taken())
    }
    return item
  }
  async function show() {
    const all = await waiting(store).catch(() => [])
    box.replaceChildren()
    if (!navigator.onLine) box.append(line(words.offline ?? ''))
    if (all.length === 0) return
    const list = document.createElement('ul')
    list.append(...all.map(row))
    box.append(line(words.lead ?? ''), list)
  }
  /** Puts a refused report back into the form, to be mended. */
  function fill(report: WaitingReport) {
    for (const [name, value] of Object.entries(report.fields)) {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
        field.value = value
    }
    form.querySelector('textarea')?.focus()
    remove(store, report.key).then(show)
  }
  async function keepForm() {
    const data = new FormData(form)
    const fields: Record<string, string> = {}
    for (const [name, value] of data) if (typeof value === 'string') fields[name] = value
    const file = input?.files?.[0]
    await keep(store, { key: crypto.randomUUID(), at: Date.now(), fields, ...(file ? { photo: await smaller(file) } : {}) })
    form.reset()
    const registration = await navigator.serviceWorker?.ready.catch(() => undefined)
    // Where the browser can, it sends also when this page is closed.
    await (registration as { sync?: { register(tag: string): Promise<void> } } | undefined)?.sync
      ?.register('allmende-issue')
      .catch(() => undefined)
    await show()
    box.querySelector('p')?.scrollIntoView({ block: 'center' })
    box.focus()
  }

  box.tabIndex = -1
  box.setAttribute('role', 'status')
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) return
    event.preventDefault()
    keepForm()
  })
  input?.addEventListener('change', async () => {
    const file = input.files?.[0]
    if (!file?.type.startsWith('image/') || file.size < 600_000) return
    const small = await smaller(file)
    if (small === file || input.files?.[0] !== file) return
    const list = new DataTransfer()
    list.items.add(new File([small], 'foto.jpg', { type: 'image/jpeg' }))
    input.files = list.files
  })
  const go = () =>
    sendAlone(store, address)
      .catch(() => undefined)
      .then(show)
  window.addEventListener('online', go)
  window.addEventListener('offline', () => show())
  navigator.serviceWorker?.addEventListener('message', () => show())
  if (worker) navigator.serviceWorker?.register(worker, { scope }).catch(() => undefined)
  if (navigator.onLine) go()
  else show()
}

const box = document.querySelector<HTMLElement>('[data-issue-waiting]')
const form = document.querySelector<HTMLFormElement>('form[data-issue-form]')
if (box && form && 'indexedDB' in window) start(box, form)
