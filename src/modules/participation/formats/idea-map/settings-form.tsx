import { fail, ok, type Result } from '#kernel/result.ts'
import type { Visit } from '#platform/http'
import { CheckField, ChoiceField } from '#ui/components/form-field/form-field.tsx'
import type { SetupFault } from '../../model/setup/typed.ts'
import { AskedFields, readAskedSettings, settingOptions, settingsField } from '../../pages/setup/asked-fields.tsx'
import type { IdeaSettings } from './format.ts'

const room = 'participation.idea'
const ratings = ['agree', 'three'] as const

/** Reads what a town set; gives every fault with its field. */
export function readIdeaSettings(form: URLSearchParams): Result<IdeaSettings, SetupFault[]> {
  const { settings, faults } = readAskedSettings(form, room)
  const rating = ratings.find((one) => one === form.get('rating'))
  if (!rating) faults.push({ field: 'rating', fault: `${room}.fault.rating` })
  if (faults.length > 0 || !rating) return fail(faults)
  return ok({ ...settings, rating, sides: form.get('sides') === '1' })
}

/** Themes, place, rating, and whether comments stand in two columns. */
export function ideaSettingsForm(visit: Visit, settings: IdeaSettings, faults: readonly SetupFault[], typed?: URLSearchParams) {
  const field = settingsField(visit, room, faults)
  return (
    <>
      <AskedFields visit={visit} room={room} settings={settings} faults={faults} typed={typed} />
      <ChoiceField
        {...field('rating')}
        values={[typed?.get('rating') ?? settings.rating]}
        options={settingOptions(visit, room, 'rating', ratings)}
      />
      <CheckField {...field('sides')} checked={typed ? typed.get('sides') === '1' : settings.sides} optional />
    </>
  )
}
