// A box for all rows in place of the link, and the count of what is chosen. Without this script the link chooses the page.
function enhance(form: HTMLFormElement, index: number) {
  const place = form.querySelector('.alm-bulk__all')
  const told = form.querySelector('.alm-bulk__count')
  const boxes = [...form.querySelectorAll<HTMLInputElement>('.alm-table__pick input[type=checkbox]')]
  if (!place || boxes.length === 0) return
  const id = `alle-${index}`
  const all = document.createElement('input')
  Object.assign(all, { type: 'checkbox', id })
  const label = document.createElement('label')
  label.htmlFor = id
  label.textContent = form.dataset.all ?? ''
  const line = document.createElement('span')
  line.className = 'alm-check'
  line.append(all, label)
  place.replaceChildren(line)
  const show = (say: boolean) => {
    const picked = boxes.filter((box) => box.checked).length
    all.checked = picked === boxes.length
    all.indeterminate = picked > 0 && picked < boxes.length
    if (told && say) told.textContent = picked > 0 ? (form.dataset.count ?? '').replace('{count}', String(picked)) : ''
  }
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked
    show(true)
  })
  let last: HTMLInputElement | undefined
  for (const box of boxes)
    box.addEventListener('click', (event) => {
      // With shift, everything between the last box and this one follows it.
      if (event.shiftKey && last) {
        const [from = 0, to = 0] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b)
        for (const one of boxes.slice(from, to + 1)) one.checked = box.checked
      }
      last = box
      show(true)
    })
  form.addEventListener('reset', () => setTimeout(() => show(true)))
  // A page that comes back from the browser's memory has boxes ticked that the server does not know of.
  addEventListener('pageshow', () => show(true))
  show(false)
}

for (const [i, form] of [...document.querySelectorAll<HTMLFormElement>('form[data-picks]')].entries()) enhance(form, i)
