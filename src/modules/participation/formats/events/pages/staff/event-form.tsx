import { dayOf, formatMoment } from '#kernel/clock.ts'
import type { Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { CheckField, ChoiceField, DateField, SelectField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { PointField } from '#ui/components/point-field/point-field.tsx'
import type { PointGround } from '../../../../pages/submit/fields.tsx'
import { eventStaffRoutes } from '../../event-routes.ts'
import { accessFields, accessNames, accessTexts } from '../../model/access.ts'
import type { EventLink, ProgrammeItem, TownEvent } from '../../model/event.ts'
import type { FormFault } from '../../model/registration.ts'
import { faultText } from '../words.ts'

/** What the form of an event begins with. */
export interface EventForm {
  readonly event: TownEvent
  readonly link: EventLink | undefined
  /** Documents of the procedure that can be named. */
  readonly papers: readonly { readonly id: string; readonly title: string }[]
  readonly point: PointGround
  readonly filled?: URLSearchParams
  readonly faults?: readonly FormFault[]
}

const timeOf = (moment: Date) => formatMoment(moment, 'de', 'time')

/** What is kept, as the form sends it. */
export function formOfEvent(event: TownEvent, link: EventLink | undefined): URLSearchParams {
  const form = new URLSearchParams({
    titel: event.title,
    worum: event.about,
    tag: dayOf(event.startsAt),
    von: timeOf(event.startsAt),
    bis: timeOf(event.endsAt),
    'bis-tag': dayOf(event.startsAt) === dayOf(event.endsAt) ? '' : dayOf(event.endsAt),
    ort: event.place,
    adresse: event.address,
    punkt: event.point?.join(', ') ?? '',
    plaetze: event.seats === null ? '' : String(event.seats),
    hoechstens: String(event.mostPeople),
    'name-fragen': event.asksName,
    aufbewahren: String(event.keepDays),
    link: link?.link ?? '',
    'link-fuer': link?.everybody ? 'alle' : 'angemeldete',
    ...(event.registers ? { anmeldung: '1' } : {}),
    ...(event.asksNeeds ? { 'bedarf-fragen': '1' } : {}),
  })
  if (event.registerUntil) {
    // The end of a day is written as that day.
    const midnight = timeOf(event.registerUntil) === '00:00'
    form.set('anmeldung-tag', dayOf(new Date(event.registerUntil.getTime() - (midnight ? 1 : 0))))
    form.set('anmeldung-zeit', midnight ? '' : timeOf(event.registerUntil))
  }
  for (const name of [...accessNames, ...accessTexts]) form.set(`zugang-${name}`, event.access[name] ?? '')
  for (const item of event.programme) {
    form.append('programm-zeit', item.time)
    form.append('programm-titel', item.title)
    form.append('programm-wer', item.who)
  }
  for (const id of event.documents) form.append('unterlagen', id)
  for (const id of event.minutes) form.append('protokoll', id)
  return form
}

/** Lines of the programme: those that are there, and three to write on. */
function programmeLines(form: URLSearchParams): ProgrammeItem[] {
  const titles = form.getAll('programm-titel')
  const [times, who] = [form.getAll('programm-zeit'), form.getAll('programm-wer')]
  const filled = titles
    .map((title, i) => ({ time: times[i] ?? '', title, who: who[i] ?? '' }))
    .filter((one) => one.time || one.title || one.who)
  return [...filled, ...Array.from({ length: 3 }, () => ({ time: '', title: '', who: '' }))]
}

/** The form of an event or of office hours. */
export function EventFormFields({ form, visit }: { readonly form: EventForm; readonly visit: Visit }) {
  const { t } = visit
  const { event, papers, faults = [] } = form
  const filled = form.filled ?? formOfEvent(event, form.link)
  const value = (name: string) => filled.get(name) ?? ''
  const field = (name: string, key = name, help = false) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      label: t(`participation.events.edit.${key}`),
      ...(help ? { help: t(`participation.events.edit.${key}.help`) } : {}),
      t,
      ...(fault ? { error: faultText(visit, fault) } : {}),
    }
  }
  const oneDate = event.kind === 'event'
  return (
    <form class="alm-form" method="post" action={visit.to(eventStaffRoutes.saveEvent, { event: event.id })} noValidate>
      <HiddenValues values={{ fassung: String(event.version) }} />
      <Block title={t('participation.events.edit.what')} id="was">
        <TextField {...field('titel')} value={value('titel')} maxLength={200} />
        <TextArea {...field('worum', 'worum', true)} value={value('worum')} rows={6} maxLength={5000} optional />
      </Block>
      {oneDate && (
        <Block title={t('participation.events.fact.when')} id="wann">
          <DateField {...field('tag')} value={value('tag')} />
          <TextField {...field('von')} type="time" value={value('von')} help={t('participation.events.edit.time.help')} />
          <TextField {...field('bis')} type="time" value={value('bis')} help={t('participation.events.edit.time.help')} />
          <DateField {...field('bis-tag', 'bis-tag', true)} value={value('bis-tag')} optional />
        </Block>
      )}
      <Block title={t('participation.events.fact.where')} id="wo">
        <TextField {...field('ort')} value={value('ort')} maxLength={200} optional />
        <TextField {...field('adresse')} value={value('adresse')} maxLength={200} optional />
        <PointField {...field('punkt', 'punkt', true)} {...form.point} value={value('punkt')} optional />
        <TextField {...field('link', 'link', true)} type="url" value={value('link')} maxLength={500} optional />
        <ChoiceField
          {...field('link-fuer')}
          options={['angemeldete', 'alle'].map((one) => ({ value: one, label: t(`participation.events.edit.link-fuer.${one}`) }))}
          values={[value('link-fuer') || 'angemeldete']}
        />
      </Block>
      <Block title={t('participation.events.access')} id="zugang">
        <p>{t('participation.events.edit.access.help')}</p>
        {accessNames.map((name) => (
          <SelectField
            key={name}
            id={`zugang-${name}`}
            name={`zugang-${name}`}
            label={t(`participation.events.access.${name}`)}
            options={[
              { value: '', label: t('participation.events.access.say.unknown') },
              ...accessFields[name].map((one) => ({ value: one, label: t(`participation.events.access.say.${one}`) })),
            ]}
            value={value(`zugang-${name}`)}
            optional
            t={t}
          />
        ))}
        {accessTexts.map((name) => (
          <TextField
            key={name}
            {...field(`zugang-${name}`)}
            label={t(`participation.events.access.${name}`)}
            value={value(`zugang-${name}`)}
            maxLength={300}
            optional
          />
        ))}
      </Block>
      {oneDate && (
        <Block title={t('participation.events.programme')} id="programm">
          <p>{t('participation.events.edit.programme.help')}</p>
          {programmeLines(filled).map((item, i) => (
            <fieldset key={`${i}`} class="participation-programme">
              <legend class="kern-label">{t('participation.events.edit.programme.item', { number: i + 1 })}</legend>
              {(['zeit', 'titel', 'wer'] as const).map((part) => {
                const fault = faults.find((one) => one.field === `programm-${part}-${i}`)
                return (
                  <TextField
                    key={part}
                    id={`programm-${part}-${i}`}
                    name={`programm-${part}`}
                    label={t(`participation.events.edit.programme.${part}`)}
                    type={part === 'zeit' ? 'time' : 'text'}
                    value={part === 'zeit' ? item.time : part === 'titel' ? item.title : item.who}
                    optional
                    {...(fault ? { error: faultText(visit, fault) } : {})}
                    t={t}
                  />
                )
              })}
            </fieldset>
          ))}
        </Block>
      )}
      <Block title={t('participation.events.edit.registration')} id="anmelden">
        {oneDate && <CheckField {...field('anmeldung', 'anmeldung', true)} checked={filled.has('anmeldung')} optional />}
        {oneDate && <TextField {...field('plaetze', 'plaetze', true)} type="number" value={value('plaetze')} optional />}
        <TextField {...field('hoechstens', 'hoechstens', true)} type="number" value={value('hoechstens')} />
        <DateField {...field('anmeldung-tag', 'anmeldung-tag', true)} value={value('anmeldung-tag')} optional />
        <TextField {...field('anmeldung-zeit', 'anmeldung-zeit', true)} type="time" value={value('anmeldung-zeit')} optional />
        <ChoiceField
          {...field('name-fragen')}
          options={(['no', 'maybe', 'yes'] as const).map((one) => ({
            value: one,
            label: t(`participation.events.edit.name-fragen.${one}`),
          }))}
          values={[value('name-fragen')]}
        />
        <CheckField {...field('bedarf-fragen', 'bedarf-fragen', true)} checked={filled.has('bedarf-fragen')} optional />
        <TextField {...field('aufbewahren', 'aufbewahren', true)} type="number" value={value('aufbewahren')} />
      </Block>
      {papers.length > 0 && (
        <Block title={t('participation.documents.title')} id="unterlagen-waehlen">
          {(['unterlagen', 'protokoll'] as const).map((name) => (
            <ChoiceField
              key={name}
              {...field(name, name, true)}
              several
              optional
              options={papers.map(({ id, title }) => ({ value: id, label: title }))}
              values={filled.getAll(name)}
            />
          ))}
        </Block>
      )}
      <Actions>
        <Button text={t('participation.events.edit.save')} />
        <a class="alm-link" href={visit.to(eventStaffRoutes.staffEventDesk, { id: event.procedure })}>
          {t('participation.events.staff.back')}
        </a>
      </Actions>
    </form>
  )
}
