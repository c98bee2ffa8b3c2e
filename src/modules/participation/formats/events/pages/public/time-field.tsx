import { dayOf, formatMoment } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { describedBy, Fault, type FieldProps, Help } from '#ui/components/form-field/field-parts.tsx'
import type { OfferedTime } from '../../model/slots.ts'
import { weekday } from '../../model/when.ts'

/** The times of office hours to choose from, day by day; what is taken stands there and cannot be chosen. */
export function TimeField({
  times,
  value,
  visit,
  ...field
}: FieldProps & { readonly times: readonly OfferedTime[]; readonly value: string; readonly visit: Visit }) {
  const { lang, t, now } = visit
  const coming = times.filter((one) => one.startsAt > now)
  const days = [...new Set(coming.map((one) => dayOf(one.startsAt)))]
  const firstFree = coming.find((one) => one.free > 0)
  return (
    <fieldset class={`alm-field${field.error ? ' kern-form-input--error' : ''}`} aria-describedby={describedBy(field)}>
      <legend class="kern-label">{field.label}</legend>
      <Help {...field} />
      {days.map((day) => {
        const ofDay = coming.filter((one) => dayOf(one.startsAt) === day)
        const first = ofDay[0]
        return (
          <div key={day} class="participation-times">
            {first && (
              <p>
                <b>
                  {weekday(first.startsAt, lang)}, {formatDay(day, lang)}
                </b>
              </p>
            )}
            <ul>
              {ofDay.map((one) => {
                const at = one.startsAt.toISOString()
                const id = one === firstFree ? field.id : `${field.id}-${at}`
                return (
                  <li key={at} class="alm-check">
                    <input type="radio" id={id} name={field.name} value={at} checked={value === at} disabled={one.free === 0} />
                    <label for={id}>
                      {formatMoment(one.startsAt, lang, 'time')}
                      {one.free === 0 && <span class="participation-more">{t('participation.events.slot.taken')}</span>}
                    </label>
                  </li>
                )
              })}
            </ul>
          </div>
        )
      })}
      <Fault {...field} />
    </fieldset>
  )
}
