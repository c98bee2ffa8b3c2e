import { oneLine } from '#kernel/text.ts'
import type { Visit } from '#platform/http'
import { ChoiceField, TextArea } from '#ui/components/form-field/form-field.tsx'
import { type Outside, outsides } from '../../model/inside.ts'
import type { SetupFault } from '../../model/setup/typed.ts'

/** What a town sets for what is handed in by form: themes, whether it has a place, and what happens with a point elsewhere. */
export interface AskedSettings {
  readonly categories: readonly string[]
  readonly place: 'no' | 'maybe' | 'must'
  readonly outside: Outside
}

const places = ['maybe', 'must', 'no'] as const
const longestCategory = 60
const mostCategories = 20

const linesOf = (text: string) => [...new Set(text.split('\n').map(oneLine).filter(Boolean))]

/** Reads what a town set, with every fault; `room` begins the text keys (`participation.idea`). */
export function readAskedSettings(
  form: URLSearchParams,
  room: string,
): {
  readonly settings: { categories: string[]; place: AskedSettings['place']; outside: Outside }
  readonly faults: SetupFault[]
} {
  const faults: SetupFault[] = []
  const categories = linesOf((form.get('categories') ?? '').replaceAll('\0', ''))
  const long = categories.find((one) => one.length > longestCategory)
  if (long) faults.push({ field: 'categories', fault: `${room}.fault.category`, about: { category: `${long.slice(0, 40)} …` } })
  else if (categories.length > mostCategories) faults.push({ field: 'categories', fault: `${room}.fault.categories` })
  const place = places.find((one) => one === form.get('place'))
  if (!place) faults.push({ field: 'place', fault: `${room}.fault.place` })
  // Forms from before this field come without it.
  const outside = outsides.find((one) => one === form.get('outside')) ?? 'mark'
  return { settings: { categories, place: place ?? 'maybe', outside }, faults }
}

/** What every field of a format's settings has: texts by its name, and its fault. */
export const settingsField = (visit: Visit, room: string, faults: readonly SetupFault[]) => (name: string) => {
  const fault = faults.find((one) => one.field === name)
  return {
    id: name,
    name,
    label: visit.t(`${room}.settings.${name}`),
    help: visit.t(`${room}.settings.${name}.help`),
    ...(fault ? { error: visit.t(fault.fault, fault.about ?? {}) } : {}),
    t: visit.t,
  }
}

/** Values of a setting with their words. */
export const settingOptions = (visit: Visit, room: string, name: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: visit.t(`${room}.settings.${name}.${value}`) }))

interface AskedFieldsProps {
  readonly visit: Visit
  readonly room: string
  readonly settings: AskedSettings
  readonly faults: readonly SetupFault[]
  readonly typed: URLSearchParams | undefined
}

/** The fields of those settings. */
export function AskedFields({ visit, room, settings, faults, typed }: AskedFieldsProps) {
  const field = settingsField(visit, room, faults)
  return (
    <>
      <TextArea {...field('categories')} value={typed?.get('categories') ?? settings.categories.join('\n')} rows={6} optional />
      <ChoiceField
        {...field('place')}
        values={[typed?.get('place') ?? settings.place]}
        options={settingOptions(visit, room, 'place', places)}
      />
      <ChoiceField
        {...field('outside')}
        values={[typed?.get('outside') ?? settings.outside]}
        options={settingOptions(visit, room, 'outside', outsides)}
      />
    </>
  )
}
