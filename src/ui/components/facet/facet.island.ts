// A field to search in long facets. Without this script the values stand behind "n weitere".
function enhance(facet: HTMLElement, index: number) {
  const label = facet.dataset.search
  const field = facet.querySelector('fieldset')
  if (!label || !field) return
  const id = `within-${index}`
  const words = document.createElement('label')
  words.className = 'alm-facet__within'
  words.htmlFor = id
  const text = document.createElement('span')
  text.className = 'kern-sr-only'
  text.textContent = label
  const input = document.createElement('input')
  Object.assign(input, { id, type: 'search', autocomplete: 'off', placeholder: label })
  words.append(text, input)
  const none = document.createElement('p')
  none.className = 'alm-facet__none'
  none.setAttribute('role', 'status')
  field.querySelector('legend')?.after(words, none)
  const more = facet.querySelector<HTMLDetailsElement>('.alm-facet__more')
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase()
    let found = 0
    for (const row of facet.querySelectorAll<HTMLElement>('li')) {
      const fits = wanted === '' || (row.querySelector('label')?.textContent ?? '').toLowerCase().includes(wanted)
      row.hidden = !fits
      if (fits) found++
    }
    if (more) more.open = wanted !== ''
    none.textContent = found === 0 ? (facet.dataset.none ?? '') : ''
  })
  // The enter key must not send the form while somebody searches in a list.
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault()
  })
}

document.querySelectorAll<HTMLElement>('.alm-facet[data-search]').forEach(enhance)
