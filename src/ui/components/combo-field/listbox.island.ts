// A list of proposals under a text field: the combobox pattern of the ARIA practices. For other islands; it enhances nothing by itself.
export interface Proposal {
  readonly value: string
  readonly label: string
}

export interface ListboxWords {
  readonly name: string
  readonly none: string
  readonly one: string
  readonly many: string
  /** Said when there are more than are shown. */
  readonly more?: string
}

export interface ListboxOptions {
  /** Proposals for what was typed; the first `limit` are shown. */
  readonly find: (typed: string) => Promise<readonly Proposal[]> | readonly Proposal[]
  readonly choose: (proposal: Proposal) => void
  /** Opens on a click and with an empty field, as a select does. */
  readonly eager?: boolean
  readonly words: ListboxWords
}

const wait = 120
const limit = 50

/** The same word for comparing: small letters, no accents. */
export const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Proposals that hold all typed words, those that begin with them first. */
export function fitting(all: readonly Proposal[], typed: string): readonly Proposal[] {
  const wanted = plain(typed)
  const words = wanted.split(/\s+/)
  const found = all.filter((one) => words.every((word) => plain(one.label).includes(word)))
  return [
    ...found.filter((one) => plain(one.label).startsWith(wanted)),
    ...found.filter((one) => !plain(one.label).startsWith(wanted)),
  ]
}

/** Fetches proposals: `{ suggestions: [{ text, value? }] }`, with `?q=` for what was typed. */
export async function fetchProposals(address: string, typed: string, signal?: AbortSignal): Promise<readonly Proposal[]> {
  const url = new URL(address, location.href)
  url.searchParams.set('q', typed)
  const answer = await fetch(url, { ...(signal ? { signal } : {}), headers: { accept: 'application/json' } })
  const body: unknown = answer.ok ? await answer.json() : undefined
  if (typeof body !== 'object' || body === null || !('suggestions' in body) || !Array.isArray(body.suggestions)) return []
  return body.suggestions.flatMap((one: unknown) => {
    if (typeof one === 'string') return [{ value: one, label: one }]
    if (typeof one !== 'object' || one === null || !('text' in one) || typeof one.text !== 'string') return []
    return [{ value: 'value' in one && typeof one.value === 'string' ? one.value : one.text, label: one.text }]
  })
}

function element(tag: string, className: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  return made
}

/** Puts the list under the field. Gives what the owner needs: close it, and whether a proposal is marked. */
export function listbox(input: HTMLInputElement, { find, choose, eager = false, words }: ListboxOptions) {
  const list = element('div', 'alm-listbox', { role: 'listbox', 'aria-label': words.name })
  list.id = `${input.id}-liste`
  list.hidden = true
  const told = element('p', 'kern-sr-only', { role: 'status' })
  input.after(list, told)
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
    ['aria-autocomplete', 'list'],
    ['autocomplete', 'off'],
    ['spellcheck', 'false'],
  ] as const)
    input.setAttribute(name, value)
  let shown: readonly Proposal[] = []
  let marked = -1
  let timer = 0
  let turn = 0
  const close = () => {
    clearTimeout(timer)
    turn++
    marked = -1
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const mark = (next: number) => {
    marked = shown.length === 0 ? -1 : (next + shown.length) % shown.length
    for (const [i, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(i === marked))
    const item = list.children[marked]
    if (item) input.setAttribute('aria-activedescendant', item.id)
    item?.scrollIntoView({ block: 'nearest' })
  }
  const take = (proposal: Proposal | undefined) => {
    close()
    if (proposal) choose(proposal)
  }
  const show = async (typed: string) => {
    const mine = ++turn
    const found = typed === '' && !eager ? [] : await Promise.resolve(find(typed)).catch(() => [])
    // What was asked before something else was typed or the field was left comes too late.
    if (mine !== turn || document.activeElement !== input) return
    shown = found.slice(0, limit)
    marked = -1
    input.removeAttribute('aria-activedescendant')
    list.replaceChildren(
      ...shown.map((one, i) => {
        const item = element('div', '', { role: 'option', 'aria-selected': 'false' })
        item.id = `${list.id}-${i}`
        item.textContent = one.label
        return item
      }),
    )
    list.hidden = shown.length === 0
    input.setAttribute('aria-expanded', String(shown.length > 0))
    const count =
      shown.length === 0 ? words.none : shown.length === 1 ? words.one : words.many.replace('{count}', String(shown.length))
    told.textContent = typed === '' && shown.length === 0 ? '' : found.length > limit ? `${count} ${words.more ?? ''}` : count
  }
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void show(input.value.trim()), wait)
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (list.hidden) void show(eager ? '' : input.value.trim()).then(() => mark(event.key === 'ArrowDown' ? 0 : -1))
      else mark(marked < 0 && event.key === 'ArrowUp' ? -1 : marked + (event.key === 'ArrowDown' ? 1 : -1))
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (event.key === 'Enter' && marked >= 0) {
      event.preventDefault()
      event.stopImmediatePropagation()
      take(shown[marked])
    } else if (event.key === 'Tab') close()
  })
  if (eager) input.addEventListener('click', () => (list.hidden ? void show('') : close()))
  input.addEventListener('blur', close)
  // The field keeps the focus while a proposal is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const item = event.target instanceof Element ? event.target.closest('[role=option]') : null
    if (item) take(shown[[...list.children].indexOf(item)])
  })
  return { close, isMarked: () => marked >= 0 }
}
