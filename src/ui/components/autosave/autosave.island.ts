// Saves a form by itself: after a rest in typing, when a field is left, when the page is left. Without this script there is a button.
const rest = 1500
const again = 15_000

type State = 'saved' | 'merged' | 'failed' | 'invalid' | 'refused' | 'conflict'

/** What was typed is kept; `merged`: others had saved too, and the form shows what they changed. */
const good: ReadonlySet<State> = new Set(['saved', 'merged'])

/** The fields as they are sent: no files, no buttons. */
function fieldsOf(form: HTMLFormElement): string {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  return fields.toString()
}

function say(form: HTMLFormElement, state: State) {
  const line = form.querySelector<HTMLElement>('[data-autosave-line]')
  if (!line) return
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })
  const words = (line.dataset[state] ?? '').replace('{time}', time)
  line.classList.toggle('alm-autosave__bad', !good.has(state))
  // The same minute again: nothing new to read aloud.
  if (line.textContent === words) return
  line.textContent = words
  if (state === 'conflict') line.append(' ', wayToCompare(line.dataset))
}

/** Leads to where both versions are compared: a page, or the answer to the form as it stands, with all that was typed. */
function wayToCompare({ compare, compareText = '' }: DOMStringMap): HTMLElement {
  const textContent = compareText
  return compare
    ? Object.assign(document.createElement('a'), { href: compare, textContent })
    : Object.assign(document.createElement('button'), { type: 'submit', className: 'alm-linkbutton', textContent })
}

/** Puts new content in place; what was open stays open, and the focus stays where it was. */
function renew(old: Element, fresh: Element) {
  const active = document.activeElement
  const place =
    active && old.contains(active) ? (active.id ? `#${CSS.escape(active.id)}` : active.getAttribute('href')) : undefined
  const open = [...old.querySelectorAll('details')].map((one) => one.open)
  for (const [i, one] of [...fresh.querySelectorAll('details')].entries()) one.open = open[i] ?? one.open
  const word = old.querySelector('[data-autosave-say]')
  const newWord = fresh.querySelector('[data-autosave-say]')
  const parts = old.querySelectorAll('[data-autosave-part]')
  const newParts = fresh.querySelectorAll('[data-autosave-part]')
  if (word && newWord && parts.length > 0 && parts.length === newParts.length) {
    // The line that is read aloud has to stay in the page: a new element is not heard.
    if (word.textContent !== newWord.textContent) word.replaceChildren(...newWord.childNodes)
    for (const [i, part] of parts.entries()) part.replaceChildren(...(newParts[i]?.childNodes ?? []))
  } else old.replaceChildren(...fresh.childNodes)
  old.className = fresh.className
  if (!place) return
  const target = [...old.querySelectorAll<HTMLElement>('a, button, summary, [id]')].find(
    (one) => `#${CSS.escape(one.id)}` === place || one.getAttribute('href') === place,
  )
  target?.focus({ preventScroll: true })
}

/** Shows what others changed, in fields that nobody has touched since `sent`. Gives whether there was anything. */
function showOthers(form: HTMLFormElement, answer: Document, sent: URLSearchParams): boolean {
  const now = new FormData(form)
  const parts = [...answer.querySelectorAll<HTMLElement>('[data-autosave-set]')]
  for (const part of parts) {
    const name = part.dataset.autosaveSet ?? ''
    if (now.getAll(name).join('\n') !== sent.getAll(name).join('\n')) continue
    const values = [...part.querySelectorAll('data')].map(({ value }) => value)
    for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value)
      else field.value = values[0] ?? ''
      // Fields with a script of their own draw themselves anew.
      field.dispatchEvent(new CustomEvent('alm-set'))
    }
  }
  return parts.length > 0
}

function take(form: HTMLFormElement, html: string, sent: string): boolean {
  const answer = new DOMParser().parseFromString(html, 'text/html')
  for (const field of answer.querySelectorAll<HTMLInputElement>('input[data-autosave-field]')) {
    const own = form.elements.namedItem(field.name)
    if (own instanceof HTMLInputElement) own.value = field.value
  }
  const others = showOthers(form, answer, new URLSearchParams(sent))
  const selector = form.dataset.autosaveTarget
  for (const old of selector ? document.querySelectorAll(selector) : []) {
    const fresh = old.id ? answer.getElementById(old.id) : null
    if (fresh) renew(old, fresh)
  }
  return others
}

async function send(form: HTMLFormElement, address: string, body: string, keepalive: boolean): Promise<State> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      keepalive,
      headers: {
        'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
        accept: 'text/html',
        'x-autosave': '1',
      },
    })
    if (answer.status === 409) return 'conflict'
    // A redirect leads to signing in: the draft did not arrive.
    if (answer.redirected || answer.status === 401 || answer.status === 403) return 'refused'
    if (answer.status >= 500) return 'failed'
    const type = answer.headers.get('content-type') ?? ''
    const others = type.startsWith('text/html') && take(form, await answer.text(), body)
    if (!answer.ok) return 'invalid'
    return others ? 'merged' : 'saved'
  } catch {
    return 'failed'
  }
}

/** Whether somebody typed before this script was there, or the browser put back what was typed before. */
const touched = (form: HTMLFormElement): boolean =>
  [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement)
      return (
        field.selectedIndex !==
        Math.max(
          0,
          [...field.options].findIndex((option) => option.defaultSelected),
        )
      )
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden' || field.name === '') return false
    return field.checked !== field.defaultChecked || field.value !== field.defaultValue
  })

function enhance(form: HTMLFormElement) {
  const address = form.dataset.autosave
  if (!address) return
  let known = fieldsOf(form)
  let timer = 0
  let running = false
  let stopped = false
  const later = (ms: number) => {
    clearTimeout(timer)
    if (!stopped) timer = window.setTimeout(() => void save(), ms)
  }
  const save = async (leaving = false) => {
    clearTimeout(timer)
    const body = fieldsOf(form)
    if (stopped || body === known || (running && !leaving)) return
    running = true
    const state = await send(form, address, body, leaving)
    running = false
    say(form, state)
    if (state === 'conflict') stopped = true
    if (good.has(state)) {
      // What the answer put into the form (a new version) is known too; what was typed meanwhile is not.
      const typed = fieldsOf(form)
      known = withoutMarked(form, typed) === withoutMarked(form, body) ? typed : body
      if (typed !== known) later(rest)
    } else if (state === 'failed') later(again)
  }
  if (touched(form)) {
    known = ''
    later(rest)
  }
  form.addEventListener('input', () => later(rest))
  form.addEventListener('change', () => later(rest))
  form.addEventListener('focusout', () => void save())
  form.addEventListener('submit', () => {
    stopped = true
    clearTimeout(timer)
  })
  addEventListener('online', () => void save())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save(true)
  })
  addEventListener('pageshow', (event) => {
    if (event.persisted) stopped = false
  })
}

/** The fields without those that the server sets. */
function withoutMarked(form: HTMLFormElement, body: string): string {
  const fields = new URLSearchParams(body)
  for (const field of form.querySelectorAll<HTMLInputElement>('input[data-autosave-field]')) fields.delete(field.name)
  return fields.toString()
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) enhance(form)
