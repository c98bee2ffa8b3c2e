// Says at once what a ballot costs and what does not fit any more. It only helps: everything can still be ticked, and the check page
// says the same without it.
interface Says {
  readonly left: string
  readonly over: string
  readonly short: string
  readonly chosen: string
}

function enhance(root: HTMLElement): void {
  const limit = Number(root.dataset.ballot)
  const left = root.querySelector<HTMLElement>('[data-left] strong')
  const chosen = root.querySelector<HTMLElement>('[data-chosen]')
  if (!left || !chosen || !root.dataset.says || limit <= 0) return
  const says = JSON.parse(root.dataset.says) as Says
  const boxes = [...root.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  const money = (amount: number) =>
    new Intl.NumberFormat(root.dataset.lang, {
      style: 'currency',
      currency: 'EUR',
      minimumFractionDigits: amount % 100 === 0 ? 0 : 2,
    }).format(amount / 100)
  const fill = (text: string, amount: number, count = 0) =>
    text.replace('{amount}', money(amount)).replace('{count}', String(count))
  const bar = document.createElement('progress')
  bar.max = limit
  bar.setAttribute('aria-hidden', 'true')
  chosen.before(bar)

  function renew(): void {
    const ticked = boxes.filter((box) => box.checked)
    const spent = ticked.reduce((sum, box) => sum + Number(box.dataset.amount), 0)
    const rest = limit - spent
    if (left) left.textContent = rest < 0 ? fill(says.over, -rest) : fill(says.left, rest)
    if (chosen) chosen.textContent = fill(says.chosen, spent, ticked.length)
    bar.value = Math.min(spent, limit)
    for (const box of boxes) {
      const line = box.closest('li')
      const missing = box.checked ? 0 : Number(box.dataset.amount) - rest
      line?.classList.toggle('is-over', missing > 0)
      const more = line?.querySelector('.alm-ballot__more')
      more?.querySelector('[data-short]')?.remove()
      if (missing > 0 && more) {
        const told = document.createElement('span')
        told.className = 'alm-ballot__over'
        told.dataset.short = ''
        told.textContent = fill(says.short, missing)
        more.append(told)
      }
    }
  }
  root.addEventListener('change', renew)
  renew()
}

for (const root of document.querySelectorAll<HTMLElement>('[data-ballot]')) enhance(root)
