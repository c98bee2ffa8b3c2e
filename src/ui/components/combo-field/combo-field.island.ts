// Filters the entries of a long select while typing. The select stays in the form and keeps the value; the text field stands in front of it.
import { fitting, type ListboxWords, listbox, type Proposal, plain } from './listbox.island.ts'

const changed = (field: HTMLElement) => {
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

const wordsOf = (box: HTMLElement): ListboxWords => ({
  name: box.dataset.name ?? '',
  none: box.dataset.none ?? '',
  one: box.dataset.one ?? '',
  many: box.dataset.many ?? '',
  more: box.dataset.more ?? '',
})

function overSelect(box: HTMLElement, select: HTMLSelectElement) {
  const all: Proposal[] = [...select.options].map((option) => ({ value: option.value, label: option.label }))
  const input = document.createElement('input')
  Object.assign(input, { type: 'text', id: select.id, className: select.className, disabled: select.disabled })
  for (const name of ['aria-describedby', 'aria-invalid']) {
    const value = select.getAttribute(name)
    if (value) input.setAttribute(name, value)
  }
  if (select.required) input.setAttribute('aria-required', 'true')
  const chosen = () => select.selectedOptions[0]?.label ?? ''
  select.id = `${select.id}-auswahl`
  select.hidden = true
  input.value = chosen()
  box.prepend(input)
  const choose = (value: string) => {
    const before = select.value
    select.value = value
    input.value = chosen()
    if (select.value !== before) changed(select)
  }
  const { isMarked } = listbox(input, {
    eager: true,
    words: wordsOf(box),
    find: (typed) => (typed === '' ? all : fitting(all, typed)),
    choose: (proposal) => choose(proposal.value),
  })
  input.addEventListener('focus', () => input.select())
  const settle = () => {
    const typed = plain(input.value)
    const exact = all.find((one) => plain(one.label) === typed)
    const empty = typed === '' ? all.find((one) => one.value === '') : undefined
    if (exact ?? empty) choose((exact ?? empty)?.value ?? '')
    else input.value = chosen()
  }
  input.addEventListener('change', (event) => event.stopPropagation())
  input.addEventListener('input', (event) => event.stopPropagation())
  input.addEventListener('blur', settle)
  input.addEventListener('keydown', (event) => {
    // Enter on what was typed settles it instead of sending the form by surprise.
    if (event.key === 'Enter' && !isMarked() && input.value !== chosen()) {
      event.preventDefault()
      settle()
    }
  })
  select.addEventListener('alm-set', () => {
    input.value = chosen()
  })
  select.form?.addEventListener('reset', () =>
    setTimeout(() => {
      input.value = chosen()
    }),
  )
}

function overInput(box: HTMLElement, input: HTMLInputElement) {
  const all = [...(input.list?.querySelectorAll('option') ?? [])].map((option) => ({
    value: option.value,
    label: option.textContent || option.value,
  }))
  input.removeAttribute('list')
  listbox(input, {
    words: wordsOf(box),
    find: (typed) => fitting(all, typed),
    choose: (proposal) => {
      input.value = proposal.value
      changed(input)
    },
  })
}

for (const box of document.querySelectorAll<HTMLElement>('[data-combo]')) {
  const field = box.querySelector('select, input')
  if (field instanceof HTMLSelectElement) overSelect(box, field)
  else if (field instanceof HTMLInputElement) overInput(box, field)
}
