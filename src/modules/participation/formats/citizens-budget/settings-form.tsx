import { fail, ok, type Result } from '#kernel/result.ts'
import type { Visit } from '#platform/http'
import { ChoiceField } from '#ui/components/form-field/form-field.tsx'
import type { SetupFault } from '../../model/setup/typed.ts'
import { AskedFields, readAskedSettings, settingOptions, settingsField } from '../../pages/setup/asked-fields.tsx'
import type { BudgetSettings } from './settings.ts'

const room = 'participation.budget'
const votes = ['each', 'one'] as const

/** Reads what a town set; gives every fault with its field. */
export function readBudgetSettings(form: URLSearchParams): Result<BudgetSettings, SetupFault[]> {
  const { settings, faults } = readAskedSettings(form, room)
  const vote = votes.find((one) => one === form.get('votes'))
  if (!vote) faults.push({ field: 'votes', fault: `${room}.fault.votes` })
  return faults.length > 0 || !vote ? fail(faults) : ok({ ...settings, votes: vote })
}

/** Themes and place of proposals, and how often somebody votes where there are several budgets. */
export const budgetSettingsForm = (
  visit: Visit,
  settings: BudgetSettings,
  faults: readonly SetupFault[],
  typed?: URLSearchParams,
) => (
  <>
    <AskedFields visit={visit} room={room} settings={settings} faults={faults} typed={typed} />
    <ChoiceField
      {...settingsField(visit, room, faults)('votes')}
      values={[typed?.get('votes') ?? settings.votes]}
      options={settingOptions(visit, room, 'votes', votes)}
    />
  </>
)
