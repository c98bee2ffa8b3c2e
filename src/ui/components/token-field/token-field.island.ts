// Words that can be taken off, instead of text with commas. A hidden field keeps the text with commas, so the server sees no difference.
import { fetchProposals, fitting, listbox, type Proposal, plain } from '../combo-field/listbox.island.ts'

const words = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter((word) => word !== '')

const fill = (sentence: string | undefined, word: string) => (sentence ?? '').replace('{word}', word)

function suggestionsOf(box: HTMLElement): string[] {
  const parsed: unknown = JSON.parse(box.dataset.suggest ?? '[]')
  return Array.isArray(parsed) ? parsed.filter((one) => typeof one === 'string') : []
}

function button(className: string, label: string, name?: string): HTMLButtonElement {
  const made = document.createElement('button')
  Object.assign(made, { type: 'button', className, textContent: label })
  if (name) made.setAttribute('aria-label', name)
  return made
}

function enhance(box: HTMLElement) {
  const input = box.querySelector('input')
  if (!input || input.disabled) return
  const texts = box.dataset
  const known: Proposal[] = [...box.querySelectorAll('option')].map((one) => ({ value: one.value, label: one.value }))
  const suggestions = suggestionsOf(box)
  let tokens = words(input.value)
  const needed = input.required
  const kept = document.createElement('input')
  Object.assign(kept, { type: 'hidden', name: input.name, value: tokens.join(', ') })
  input.removeAttribute('name')
  input.value = ''
  const list = document.createElement('ul')
  list.className = 'alm-tokens__list'
  list.setAttribute('aria-label', texts.listLabel ?? '')
  const offers = document.createElement('div')
  offers.className = 'alm-tokens__offers'
  const told = document.createElement('p')
  told.className = 'kern-sr-only'
  told.setAttribute('role', 'status')
  box.prepend(list)
  box.append(kept, offers, told)
  const has = (word: string) => tokens.some((one) => plain(one) === plain(word))
  const removers = () => [...list.querySelectorAll('button')]

  const draw = () => {
    list.replaceChildren(
      ...tokens.map((word, i) => {
        const item = document.createElement('li')
        const text = document.createElement('span')
        text.textContent = word
        const off = button('alm-tokens__off', '', fill(texts.remove, word))
        off.addEventListener('click', () => remove(i))
        item.append(text, off)
        return item
      }),
    )
    list.hidden = tokens.length === 0
    input.required = needed && tokens.length === 0
    offers.replaceChildren(
      ...suggestions
        .filter((word) => !has(word))
        .map((word) => {
          const offer = button('alm-tokens__offer', `+ ${word}`, fill(texts.add, word))
          offer.addEventListener('click', () => {
            add(word)
            input.focus()
          })
          return offer
        }),
    )
  }
  const keep = (say: string) => {
    kept.value = tokens.join(', ')
    told.textContent = say
    draw()
    kept.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const add = (text: string) => {
    for (const word of words(text)) {
      if (has(word)) told.textContent = fill(texts.twice, word)
      else {
        tokens = [...tokens, word]
        keep(fill(texts.added, word))
      }
    }
    input.value = ''
  }
  const remove = (at: number) => {
    const word = tokens[at] ?? ''
    tokens = tokens.filter((_, i) => i !== at)
    keep(fill(texts.removed, word))
    // The focus goes to the next word that can be taken off, or back into the field.
    ;(removers()[Math.min(at, tokens.length - 1)] ?? input).focus()
  }
  listbox(input, {
    words: { name: texts.name ?? '', none: texts.none ?? '', one: texts.one ?? '', many: texts.many ?? '' },
    find: async (typed) => {
      const found = texts.source ? await fetchProposals(texts.source, typed) : fitting(known, typed)
      return found.filter((one) => !has(one.label))
    },
    choose: (proposal) => add(proposal.label),
  })
  kept.addEventListener('alm-set', () => {
    tokens = words(kept.value)
    draw()
  })
  input.addEventListener('keydown', (event) => {
    if ((event.key === 'Enter' || event.key === ',') && input.value.trim() !== '') {
      event.preventDefault()
      add(input.value)
    } else if (event.key === 'Enter') event.preventDefault()
    else if (event.key === 'Backspace' && input.value === '') removers().at(-1)?.focus()
  })
  input.addEventListener('input', (event) => {
    event.stopPropagation()
    if (/[,;\n]/.test(input.value)) add(input.value)
  })
  input.addEventListener('blur', () => add(input.value))
  input.form?.addEventListener('submit', () => add(input.value), true)
  draw()
}

document.querySelectorAll<HTMLElement>('[data-tokens]').forEach(enhance)
