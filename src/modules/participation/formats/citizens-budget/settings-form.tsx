import { fail, ok, type Result } from '#kernel/result.ts'
import type { Visit } from '#platform/http'
import type { SetupFault } from '../../model/setup/typed.ts'
import { AskedFields, readAskedSettings } from '../../pages/setup/asked-fields.tsx'
import type { BudgetSettings } from './settings.ts'

const room = 'participation.budget'

/** Reads what a town set for proposals. How often one votes stays: boxes that were set up follow it already. */
export function readBudgetSettings(form: URLSearchParams, { votes }: BudgetSettings): Result<BudgetSettings, SetupFault[]> {
  const { settings, faults } = readAskedSettings(form, room)
  return faults.length > 0 ? fail(faults) : ok({ ...settings, votes })
}

/** Themes and place of proposals. */
export const budgetSettingsForm = (
  visit: Visit,
  settings: BudgetSettings,
  faults: readonly SetupFault[],
  typed?: URLSearchParams,
) => <AskedFields visit={visit} room={room} settings={settings} faults={faults} typed={typed} />
