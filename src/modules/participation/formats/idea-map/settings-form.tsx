import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import type { Visit } from '#platform/http'
import { CheckField, ChoiceField, TextArea } from '#ui/components/form-field/form-field.tsx'
import { outsides } from '../../model/inside.ts'
import type { SetupFault } from '../../model/setup/typed.ts'
import type { IdeaSettings } from './format.ts'

const places = ['maybe', 'must', 'no'] as const
const ratings = ['agree', 'three'] as const
const longestCategory = 60
const mostCategories = 20

const linesOf = (text: string) => [...new Set(text.split('\n').map(oneLine).filter(Boolean))]

/** Reads what a town set; gives every fault with its field. */
export function readIdeaSettings(form: URLSearchParams): Result<IdeaSettings, SetupFault[]> {
  const faults: SetupFault[] = []
  const categories = linesOf((form.get('categories') ?? '').replaceAll('\0', ''))
  const long = categories.find((one) => one.length > longestCategory)
  if (long)
    faults.push({
      field: 'categories',
      fault: 'participation.idea.fault.category',
      about: { category: `${long.slice(0, 40)} …` },
    })
  else if (categories.length > mostCategories) faults.push({ field: 'categories', fault: 'participation.idea.fault.categories' })
  const place = places.find((one) => one === form.get('place'))
  if (!place) faults.push({ field: 'place', fault: 'participation.idea.fault.place' })
  // Forms from before this field come without it.
  const outside = outsides.find((one) => one === form.get('outside')) ?? 'mark'
  const rating = ratings.find((one) => one === form.get('rating'))
  if (!rating) faults.push({ field: 'rating', fault: 'participation.idea.fault.rating' })
  if (faults.length > 0 || !place || !rating) return fail(faults)
  return ok({ categories, place, outside, rating, sides: form.get('sides') === '1' })
}

/** Themes, place, rating, and whether comments stand in two columns. */
export function ideaSettingsForm(visit: Visit, settings: IdeaSettings, faults: readonly SetupFault[], typed?: URLSearchParams) {
  const { t } = visit
  const field = (name: keyof IdeaSettings) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      label: t(`participation.idea.settings.${name}`),
      help: t(`participation.idea.settings.${name}.help`),
      ...(fault ? { error: t(fault.fault, fault.about ?? {}) } : {}),
      t,
    }
  }
  const options = (name: 'place' | 'outside' | 'rating', values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`participation.idea.settings.${name}.${value}`) }))
  return (
    <>
      <TextArea {...field('categories')} value={typed?.get('categories') ?? settings.categories.join('\n')} rows={6} optional />
      <ChoiceField {...field('place')} values={[typed?.get('place') ?? settings.place]} options={options('place', places)} />
      <ChoiceField
        {...field('outside')}
        values={[typed?.get('outside') ?? settings.outside]}
        options={options('outside', outsides)}
      />
      <ChoiceField {...field('rating')} values={[typed?.get('rating') ?? settings.rating]} options={options('rating', ratings)} />
      <CheckField {...field('sides')} checked={typed ? typed.get('sides') === '1' : settings.sides} optional />
    </>
  )
}
