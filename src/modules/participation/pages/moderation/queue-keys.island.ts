// j and k go down and up the queue, o opens. Without this script the Tab key does the same, more slowly.
const links = () => [...document.querySelectorAll<HTMLAnchorElement>('.participation-queue tbody tr th a')]

function step(by: 1 | -1): void {
  const all = links()
  const at = all.indexOf(document.activeElement as HTMLAnchorElement)
  const next = at === -1 ? (by === 1 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))
  all[next]?.focus()
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
  if (event.key === 'j') step(1)
  else if (event.key === 'k') step(-1)
  else if (event.key === 'o' && links().includes(document.activeElement as HTMLAnchorElement))
    (document.activeElement as HTMLAnchorElement).click()
  else return
  event.preventDefault()
})
