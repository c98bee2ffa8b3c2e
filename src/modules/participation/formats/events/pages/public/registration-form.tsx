import { formatMoment } from '#kernel/clock.ts'
import type { Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ChoiceField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Puzzle } from '#ui/components/puzzle/puzzle.tsx'
import { eventRoutes } from '../../event-routes.ts'
import { seatsLeft, type TownEvent } from '../../model/event.ts'
import { type FormFault, longest, needs } from '../../model/registration.ts'
import type { OfferedTime } from '../../model/slots.ts'
import { faultText } from '../words.ts'
import type { EventPage } from './event-view.tsx'
import { TimeField } from './time-field.tsx'

/** What people are asked who want to come; staff fills in the same for somebody who calls. */
export function RegistrationFields({
  event,
  times,
  filled,
  faults,
  by,
  visit,
}: {
  readonly event: TownEvent
  readonly times: readonly OfferedTime[]
  readonly filled: URLSearchParams
  readonly faults: readonly FormFault[]
  readonly by: 'web' | 'staff'
  readonly visit: Visit
}) {
  const { t } = visit
  const field = (name: string, key = name) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      label: t(`participation.events.field.${key}`),
      help: t(`participation.events.field.${key}.help`, { days: event.keepDays, most: event.mostPeople }),
      t,
      ...(fault ? { error: faultText(visit, fault) } : {}),
    }
  }
  const value = (name: string) => filled.get(name) ?? ''
  return (
    <>
      {event.kind === 'hours' && <TimeField {...field('zeit')} times={times} value={value('zeit')} visit={visit} />}
      {(by === 'staff' || event.mostPeople > 1) && (
        <TextField {...field('personen')} type="number" value={value('personen') || '1'} />
      )}
      {(by === 'staff' || event.asksName !== 'no') && (
        <TextField
          {...field('name')}
          value={value('name')}
          maxLength={longest.name}
          autocomplete={by === 'web' ? 'name' : 'off'}
          optional={by === 'staff' || event.asksName !== 'yes'}
        />
      )}
      <TextField
        {...field('email', by === 'staff' ? 'email-staff' : 'email')}
        type="email"
        value={value('email')}
        autocomplete={by === 'web' ? 'email' : 'off'}
        optional
      />
      {event.asksNeeds && (
        <>
          <ChoiceField
            {...field('bedarf')}
            several
            optional
            options={needs.map((one) => ({ value: one, label: t(`participation.events.need.${one}`) }))}
            values={filled.getAll('bedarf')}
          />
          <TextArea {...field('bedarf-text')} value={value('bedarf-text')} rows={3} maxLength={longest.note} optional />
        </>
      )}
    </>
  )
}

/** The form of somebody who wants to come; it says beforehand where it leads to the waiting list. */
export function RegistrationForm({ shown, visit }: { readonly shown: EventPage; readonly visit: Visit }) {
  const { t } = visit
  const { event, opened, times, filled = new URLSearchParams(), faults = [], slow } = shown
  const left = seatsLeft(event)
  const full = event.kind === 'event' && left === 0
  const booked = event.kind === 'hours' && times.every((one) => one.free === 0 || one.startsAt <= visit.now)
  if (booked) return <p>{t('participation.events.slots.full')}</p>
  return (
    <form
      class="alm-form"
      method="post"
      action={visit.to(eventRoutes.register, { slug: opened.procedure.slug, event: String(event.key) })}
      noValidate
    >
      <HiddenValues values={{ schluessel: shown.formKey }} />
      {full && (
        <Note kind="warn">
          <p>
            <strong>{t('participation.events.full.title')}</strong> {t('participation.events.full.text')}
          </p>
        </Note>
      )}
      {!full && left !== undefined && event.mostPeople > 1 && left < event.mostPeople && (
        <Note kind="quiet">
          <p>{t('participation.events.group.text', { count: left })}</p>
        </Note>
      )}
      <RegistrationFields event={event} times={times} filled={filled} faults={faults} by="web" visit={visit} />
      {slow && <Puzzle challenge={slow.challenge} until={slow.until} email={visit.site.contact.email} t={t} />}
      <p class="alm-small">{t('participation.events.privacy', { days: event.keepDays })}</p>
      <Actions>
        <Button
          text={t(
            full
              ? 'participation.events.send.waiting'
              : event.kind === 'hours'
                ? 'participation.events.send.slot'
                : 'participation.events.send',
          )}
        />
      </Actions>
    </form>
  )
}

/** `14:20`, for a button or a line. */
export const clockOf = (moment: Date, { lang }: Pick<Visit, 'lang'>): string => formatMoment(moment, lang, 'time')
