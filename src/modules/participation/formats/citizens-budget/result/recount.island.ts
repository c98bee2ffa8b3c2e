// Counts a published vote again in the reader's own browser: fetches the file, counts by the same rules as the server, compares.
import { readRule } from '../../../model/tally/read-rule.ts'
import { tally } from '../../../model/tally/tally.ts'
import { readBallots } from '../../../model/vote/read-ballots.ts'

interface Says {
  readonly begin: string
  readonly working: string
  readonly same: string
  readonly other: string
  readonly failed: string
}

async function count(address: string): Promise<{ winners: readonly string[]; voters: number }> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  const file = readBallots(await answer.text())
  const rule = readRule(file.rule, file.threshold)
  if (!rule.ok) throw new Error(rule.error.code)
  const outcome = tally(file.vote, rule.value)
  if (!outcome.ok) throw new Error(outcome.error.code)
  return outcome.value
}

function enhance(root: HTMLElement): void {
  const told = root.querySelector<HTMLElement>('[role=status]')
  const { recount = '', winners = '', titles = '{}', says: texts } = root.dataset
  if (!told || !texts) return
  const says = JSON.parse(texts) as Says
  const names = JSON.parse(titles) as Readonly<Record<string, string>>
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'kern-btn kern-btn--primary'
  const label = document.createElement('span')
  label.className = 'kern-label'
  label.textContent = says.begin
  button.append(label)
  told.textContent = ''
  told.before(button)
  button.addEventListener('click', async () => {
    told.textContent = says.working
    try {
      const outcome = await count(recount)
      const same = outcome.winners.join() === winners
      const list = outcome.winners.map((key) => names[key] ?? key).join(', ')
      told.textContent = (same ? says.same : says.other)
        .replace('{voters}', new Intl.NumberFormat(document.documentElement.lang).format(outcome.voters))
        .replace('{winners}', list)
    } catch (error) {
      told.textContent = says.failed.replace('{error}', error instanceof Error ? error.message : String(error))
    }
  })
}

for (const root of document.querySelectorAll<HTMLElement>('[data-recount]')) enhance(root)
