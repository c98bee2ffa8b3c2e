// Adds the device's own way to pass a page on, where the browser has one.
for (const box of document.querySelectorAll<HTMLElement>('[data-share]')) {
  const { share, title, url } = box.dataset
  if (!share || !url || typeof navigator.share !== 'function') continue
  const button = document.createElement('button')
  Object.assign(button, { type: 'button', textContent: share })
  // Closing the device's menu rejects: that is no fault.
  button.addEventListener('click', () => void navigator.share({ title: title ?? '', url }).catch(() => undefined))
  box.prepend(button)
}
