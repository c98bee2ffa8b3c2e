import { fail, ok } from '#kernel/result.ts'
import type { Format } from '../../format.ts'
import { setupRoutes } from '../../setup-routes.ts'
import { settingsIn } from '../../use-cases/open-procedure.ts'
import type { Drawn, PartPage } from './part-page.tsx'

/** Settings as the format reads them, in the order of its schema: so two texts of the same settings are the same. */
const packed = (format: Format, settings: unknown): string => JSON.stringify(settingsIn(format, { settings }))

function Fields({ visit, opened, typed, faults, sent }: Drawn) {
  const { format } = opened
  const settings: unknown = JSON.parse(typed.settings || '{}')
  return <>{format.settingsForm?.(visit, settings, faults, sent) ?? <p>{visit.t('participation.setup.settings.none')}</p>}</>
}

/** The fourth part: what the format wants to know besides. */
export const settingsPage: PartPage = {
  step: 'settings',
  show: setupRoutes.settings,
  save: setupRoutes.saveSettings,
  part: ({ format }) => ({
    id: 'settings',
    typed: (procedure) => ({ settings: packed(format, procedure.settings) }),
    read: (typed) => ok({ procedure: { settings: JSON.parse(typed.settings || '{}') as unknown } }),
  }),
  typedOf(form, { format, settings }) {
    const read = format.readSettings ? format.readSettings(form, settings) : ok(settings)
    return read.ok ? ok({ settings: packed(format, read.value) }) : fail(read.error)
  },
  fields: (drawn) => <Fields {...drawn} />,
  told: (_, value) =>
    Object.entries(JSON.parse(value || '{}') as Record<string, unknown>)
      .map(
        ([name, one]) =>
          `${name}: ${Array.isArray(one) ? one.join(', ') : typeof one === 'object' ? JSON.stringify(one) : String(one)}`,
      )
      .join('\n'),
}
