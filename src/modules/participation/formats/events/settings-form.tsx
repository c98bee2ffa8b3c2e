import { fail, ok, type Result } from '#kernel/result.ts'
import type { Visit } from '#platform/http'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import type { SetupFault } from '../../model/setup/typed.ts'
import { eventStaffRoutes } from './event-routes.ts'
import type { EventSettings } from './settings.ts'

/** How long data of persons are kept; the dates themselves have pages of their own. */
export function eventSettingsForm(visit: Visit, settings: EventSettings, faults: readonly SetupFault[], typed?: URLSearchParams) {
  const { t, params } = visit
  const fault = faults.find((one) => one.field === 'aufbewahren')
  return (
    <>
      <TextField
        id="aufbewahren"
        name="aufbewahren"
        type="number"
        label={t('participation.events.edit.aufbewahren')}
        help={t('participation.events.edit.aufbewahren.help')}
        value={typed?.get('aufbewahren') ?? String(settings.keepDays)}
        {...(fault ? { error: t(fault.fault) } : {})}
        t={t}
      />
      <p>
        {t('participation.events.staff.elsewhere')}{' '}
        {params.id && (
          <a class="alm-link" href={visit.to(eventStaffRoutes.staffEventDesk, { id: params.id })}>
            {t('participation.events.staff.link')}
          </a>
        )}
      </p>
    </>
  )
}

/** Reads that form. */
export function readEventSettings(form: URLSearchParams): Result<EventSettings, readonly SetupFault[]> {
  const typed = (form.get('aufbewahren') ?? '').trim()
  const keepDays = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  return keepDays >= 1 && keepDays <= 365
    ? ok({ keepDays })
    : fail([{ field: 'aufbewahren', fault: 'participation.events.fault.keep' }])
}
