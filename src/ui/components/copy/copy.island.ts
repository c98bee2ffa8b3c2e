// Adds a button that copies the text beside it.
function enhance(box: HTMLElement) {
  const text = box.querySelector('.alm-code')?.textContent
  const { copy, done, failed, label } = box.dataset
  if (!text || !copy || !navigator.clipboard) return
  const button = document.createElement('button')
  Object.assign(button, { type: 'button', className: 'alm-copy', textContent: copy })
  button.setAttribute('aria-label', `${copy}: ${label ?? ''}`)
  const told = document.createElement('p')
  told.className = 'alm-small alm-muted'
  told.setAttribute('role', 'status')
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(text).then(
      () => {
        told.textContent = done ?? ''
      },
      () => {
        told.textContent = failed ?? ''
      },
    )
  })
  const line = document.createElement('div')
  line.className = 'alm-copy-line'
  line.append(button, told)
  box.append(line)
}

document.querySelectorAll<HTMLElement>('[data-copy]').forEach(enhance)
