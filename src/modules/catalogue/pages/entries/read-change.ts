import { isId } from '#kernel/id.ts'
import type { Visit } from '#platform/http'
import type { BulkChange } from '../../use-cases/edit/bulk-change.ts'

/** Deeds with many records, in the order of the list. */
export const bulkDeeds = ['licence', 'contact', 'theme', 'responsible', 'office', 'submit', 'withdraw'] as const
export type BulkDeed = (typeof bulkDeeds)[number]

/** Which records were ticked: ids, each once. */
export const readPicked = (form: URLSearchParams): string[] => [...new Set(form.getAll('auswahl').filter((id) => isId(id)))]

export const readDeed = (form: URLSearchParams): BulkDeed | undefined => bulkDeeds.find((one) => one === form.get('tat'))

/** The change as it was filled in; undefined while its values were not asked yet. */
export function readChange({ form }: Pick<Visit, 'form'>, deed: BulkDeed): BulkChange | undefined {
  const text = (name: string) => (form.get(name) ?? '').replaceAll('\0', '').trim()
  if (deed === 'submit') return { what: 'submit' }
  if (form.get('werte') !== '1') return undefined
  switch (deed) {
    case 'licence':
      return { what: deed, license: text('license') }
    case 'contact':
      return { what: deed, name: text('name').slice(0, 200), email: text('email').slice(0, 200) }
    case 'theme':
      return { what: deed, theme: text('theme'), only: form.get('only') === '1' }
    case 'responsible':
      return { what: deed, person: isId(text('person')) ? text('person') : null }
    case 'office':
      return { what: deed, office: text('office') }
    case 'withdraw':
      return { what: deed, reason: text('reason') }
  }
}

/** The values of a change as hidden fields, for the page that asks once more. */
export function changeFields(change: BulkChange): Record<string, string> {
  const { what, ...values } = change
  const fields = Object.entries(values).map(([name, value]) => [
    name,
    value === true ? '1' : value === false || value === null ? '' : String(value),
  ])
  return { tat: what, werte: '1', ...Object.fromEntries(fields) }
}
