// Suggestions while typing: the combobox pattern of the ARIA practices. Without this script the form just searches.
interface Suggestion {
  readonly text: string
  readonly kind?: string
  readonly href: string
  readonly detail?: string
}

const wait = 120
const limit = 8

function isSuggestion(value: unknown): value is Suggestion {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    'href' in value &&
    typeof value.text === 'string' &&
    typeof value.href === 'string'
  )
}

/** Only addresses of the web or of this site: an answer must not bring a script into a link. */
function safe(href: string): string | undefined {
  const url = new URL(href, location.href)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
}

async function ask(address: string, words: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  const url = new URL(address, location.href)
  url.searchParams.set('q', words)
  const answer = await fetch(url, { signal, headers: { accept: 'application/json' } })
  if (!answer.ok) return []
  const body: unknown = await answer.json()
  const list =
    typeof body === 'object' && body !== null && 'suggestions' in body && Array.isArray(body.suggestions) ? body.suggestions : []
  return list.filter(isSuggestion).slice(0, limit)
}

/** The text with the typed words set bold, as nodes: never as HTML. */
function emphasised(text: string, words: string): Node[] {
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  if (at < 0) return [document.createTextNode(text)]
  const bold = document.createElement('b')
  bold.textContent = text.slice(at, at + words.length)
  return [document.createTextNode(text.slice(0, at)), bold, document.createTextNode(text.slice(at + words.length))]
}

function option(id: string, one: Suggestion, words: string): HTMLElement | undefined {
  const href = safe(one.href)
  if (!href) return undefined
  const item = document.createElement('a')
  Object.assign(item, { id, href, tabIndex: -1 })
  item.setAttribute('role', 'option')
  item.setAttribute('aria-selected', 'false')
  const text = document.createElement('span')
  text.append(...emphasised(one.text, words))
  const kind = document.createElement('span')
  kind.textContent = [one.kind, one.detail].filter(Boolean).join(', ')
  item.append(text, kind)
  return item
}

function enhance(form: HTMLFormElement) {
  const input = form.querySelector<HTMLInputElement>('input[type=search]')
  const address = form.dataset.suggest
  if (!input || !address) return
  const list = document.createElement('div')
  list.className = 'alm-suggest'
  list.id = `${input.id}-list`
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.dataset.listLabel ?? '')
  const told = document.createElement('p')
  told.className = 'kern-sr-only'
  told.setAttribute('role', 'status')
  form.querySelector('.alm-search__field')?.append(list)
  form.append(told)
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
    ['aria-autocomplete', 'list'],
  ] as const)
    input.setAttribute(name, value)

  let chosen = -1
  let timer = 0
  let running: AbortController | undefined
  const items = () => [...list.querySelectorAll<HTMLElement>('[role=option]')]
  const close = () => {
    running?.abort()
    clearTimeout(timer)
    list.hidden = true
    chosen = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const choose = (next: number) => {
    const all = items()
    // One place more than there are options: the field itself, with what was typed.
    chosen = ((next + all.length + 2) % (all.length + 1)) - 1
    for (const [i, item] of all.entries()) item.setAttribute('aria-selected', String(i === chosen))
    const current = all[chosen]
    if (current) input.setAttribute('aria-activedescendant', current.id)
    else input.removeAttribute('aria-activedescendant')
    current?.scrollIntoView({ block: 'nearest' })
  }
  const show = async () => {
    const words = input.value.trim()
    if (words.length < 2) return close()
    running?.abort()
    running = new AbortController()
    try {
      const found = await ask(address, words, running.signal)
      const shown = found.map((one, i) => option(`${list.id}-${i}`, one, words)).filter((item) => item !== undefined)
      list.replaceChildren(...shown)
      chosen = -1
      input.removeAttribute('aria-activedescendant')
      list.hidden = shown.length === 0
      input.setAttribute('aria-expanded', String(shown.length > 0))
      const many = (form.dataset.many ?? '').replace('{count}', String(shown.length))
      told.textContent = shown.length === 0 ? (form.dataset.none ?? '') : shown.length === 1 ? (form.dataset.one ?? '') : many
    } catch {
      // Aborted or offline: the form still searches.
    }
  }
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void show(), wait)
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (list.hidden) void show()
      else choose(chosen + (event.key === 'ArrowDown' ? 1 : -1))
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault()
      items()[chosen]?.click()
    }
  })
  form.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) close()
  })
  // Keeps the focus in the field while an option is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault())
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) enhance(form)
