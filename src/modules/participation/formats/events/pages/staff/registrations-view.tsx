import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Confirm } from '#ui/components/confirm/confirm.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { numberOf, type Procedure } from '../../../../model/procedure.ts'
import { eventStaffRoutes } from '../../event-routes.ts'
import type { TownEvent } from '../../model/event.ts'
import type { FormFault, Registration } from '../../model/registration.ts'
import type { OfferedTime } from '../../model/slots.ts'
import { whenWords } from '../../model/when.ts'
import { RegistrationFields } from '../public/registration-form.tsx'
import { faultLines } from '../words.ts'
import { EventTabs, staffEventFrame } from './frame.tsx'

/** What somebody needs, in words. */
export const needWords = (one: Registration, { t }: Pick<Visit, 't'>): string =>
  [...one.needs.map((need) => t(`participation.events.need.${need}`)), one.note ?? ''].filter(Boolean).join('; ')

/** When somebody comes to office hours, and to which table. */
export const slotWords = (one: Registration, { t, lang }: Pick<Visit, 't' | 'lang'>): string =>
  one.slotStart
    ? `${formatMoment(one.slotStart, lang, 'table')}, ${t('participation.events.staff.desk-number', { desk: one.desk ?? 1 })}`
    : ''

/** What the list of registrations shows. */
export interface RegistrationsPage {
  readonly event: TownEvent
  readonly procedure: Procedure
  readonly registrations: readonly Registration[]
  /** Number of the last one shown, where more follow. */
  readonly more?: number | undefined
  readonly said?: 'gespeichert' | 'eingetragen' | 'wartet' | 'gestrichen' | undefined
}

/** Who comes and who waits, what they need, and a field for how many came. */
export function registrationsView(visit: Visit, shown: RegistrationsPage): View {
  const { t } = visit
  const { event, procedure, registrations } = shown
  const live = registrations.filter((one) => one.state !== 'cancelled')
  const gone = registrations.length - live.length
  const params = { event: event.id }
  const begun = event.startsAt.getTime() - 3_600_000 <= visit.now.getTime()
  return staffEventFrame(
    visit,
    procedure,
    event.title,
    <>
      <EventTabs event={event} now="registrations" visit={visit} />
      {shown.said && (
        <Message
          kind={shown.said === 'wartet' ? 'info' : 'success'}
          title={t(`participation.events.staff.said.${shown.said}`)}
          live
          t={t}
        />
      )}
      <Head
        title={t(event.seats === null ? 'participation.events.staff.people' : 'participation.events.staff.people-of', {
          count: event.taken,
          seats: event.seats ?? 0,
        })}
        lead={[
          event.waiting > 0 ? t('participation.events.staff.waiting-people', { count: event.waiting }) : '',
          gone > 0 ? t('participation.events.staff.gone', { count: gone }) : '',
        ]
          .filter(Boolean)
          .join(' ')}
        t={t}
      >
        <Actions>
          <Button text={t('participation.events.staff.enter')} href={visit.to(eventStaffRoutes.enterRegistration, params)} />
        </Actions>
        <LinkList
          links={[
            { href: visit.to(eventStaffRoutes.registrationsPrint, params), text: t('participation.events.staff.print') },
            { href: visit.to(eventStaffRoutes.registrationsCsv, params), text: t('participation.events.staff.csv') },
            { href: visit.to(eventStaffRoutes.registrationsXlsx, params), text: t('participation.events.staff.xlsx') },
          ]}
        />
        <p class="alm-small">{t('participation.events.staff.keep', { days: event.keepDays })}</p>
      </Head>
      {live.length === 0 ? (
        <Empty title={t('participation.events.staff.nobody')} reason={t('participation.events.staff.nobody.reason')} level="h2" />
      ) : (
        <form method="post" action={visit.to(eventStaffRoutes.actOnRegistrations, params)}>
          <Table
            caption={t('participation.events.staff.tab.registrations')}
            rows={live}
            rowKey={(one) => one.id}
            columns={[
              {
                title: t('participation.events.column.number'),
                whole: true,
                cell: (one) => numberOf(procedure.prefix, one.number),
              },
              {
                title: t('participation.events.field.name'),
                named: true,
                cell: (one) => (
                  <>
                    {one.name ?? t('participation.events.staff.nameless')}
                    {one.email && <span class="participation-more">{one.email}</span>}
                  </>
                ),
              },
              ...(event.kind === 'hours'
                ? [
                    {
                      title: t('participation.events.fact.slot'),
                      named: true,
                      cell: (one: Registration) => slotWords(one, visit),
                    },
                  ]
                : []),
              { title: t('participation.events.fact.people'), right: true, cell: (one) => one.people },
              {
                title: t('participation.events.staff.stand'),
                named: true,
                cell: (one) => t(`participation.events.state.${one.state}`),
              },
              { title: t('participation.events.column.needs'), named: true, cell: (one) => needWords(one, visit) },
              ...(begun
                ? [
                    {
                      title: t('participation.events.staff.came'),
                      named: true,
                      cell: (one: Registration) =>
                        one.state === 'registered' ? (
                          <input
                            class="kern-form-input__input participation-came"
                            type="number"
                            min="0"
                            max={one.people}
                            name={`kam-${one.id}`}
                            value={one.attended ?? ''}
                            aria-label={t('participation.events.staff.came.of', {
                              number: numberOf(procedure.prefix, one.number),
                            })}
                          />
                        ) : null,
                    },
                  ]
                : []),
              {
                title: t('participation.events.staff.remove'),
                quiet: true,
                cell: (one) => (
                  <a class="alm-link" href={visit.to(eventStaffRoutes.removeRegistration, { registration: one.id })}>
                    {t('participation.events.staff.remove')}
                    <span class="kern-sr-only"> {numberOf(procedure.prefix, one.number)}</span>
                  </a>
                ),
              },
            ]}
            t={t}
          />
          {begun && (
            <Actions>
              <Button kind="secondary" text={t('participation.events.staff.came.save')} name="tat" value="gekommen" />
            </Actions>
          )}
        </form>
      )}
      {shown.more !== undefined && (
        <p>
          <a class="alm-link" href={visit.to(eventStaffRoutes.registrations, params, { nach: shown.more })}>
            {t('participation.more')}
          </a>
        </p>
      )}
    </>,
  )
}

/** The form in which staff registers somebody who called. */
export function enterView(
  visit: Visit,
  event: TownEvent,
  procedure: Procedure,
  state: {
    readonly times: readonly OfferedTime[]
    readonly formKey: string
    readonly filled?: URLSearchParams
    readonly faults?: readonly FormFault[]
  },
): View {
  const { t } = visit
  const { faults = [], filled = new URLSearchParams() } = state
  const title = t('participation.events.staff.enter')
  return staffEventFrame(
    visit,
    procedure,
    event.title,
    <>
      <ErrorSummary faults={faultLines(visit, faults)} t={t} />
      <Head pre={event.title} title={title} lead={t('participation.events.staff.enter.lead')} t={t} />
      <form
        class="alm-form"
        method="post"
        action={visit.to(eventStaffRoutes.enteredRegistration, { event: event.id })}
        noValidate
      >
        <HiddenValues values={{ schluessel: state.formKey }} />
        <RegistrationFields
          event={{ ...event, asksNeeds: true }}
          times={state.times}
          filled={filled}
          faults={faults}
          by="staff"
          visit={visit}
        />
        <p class="alm-small">{t('participation.events.staff.enter.privacy', { days: event.keepDays })}</p>
        <Actions>
          <Button text={t('participation.events.staff.enter.go')} />
          <a class="alm-link" href={visit.to(eventStaffRoutes.registrations, { event: event.id })}>
            {t('participation.events.staff.back-list')}
          </a>
        </Actions>
      </form>
    </>,
  )
}

/** Asks before somebody is taken off the list. */
export function removeView(visit: Visit, event: TownEvent, procedure: Procedure, one: Registration): View {
  const { t } = visit
  const number = numberOf(procedure.prefix, one.number)
  return staffEventFrame(
    visit,
    procedure,
    event.title,
    <Confirm
      title={t('participation.events.staff.remove.title', { number })}
      happens={[
        t(one.email ? 'participation.events.staff.remove.told' : 'participation.events.staff.remove.untold'),
        t('participation.events.staff.remove.next'),
        t('participation.events.staff.remove.final'),
      ]}
      action={visit.to(eventStaffRoutes.removeRegistrationNow, { registration: one.id })}
      deed={t('participation.events.staff.remove.go')}
      cancel={visit.to(eventStaffRoutes.registrations, { event: event.id })}
      t={t}
    />,
  )
}

/** The list to print and lay on the table at the door. */
export function printView(visit: Visit, event: TownEvent, procedure: Procedure, registrations: readonly Registration[]): View {
  const { t, lang } = visit
  return staffEventFrame(
    visit,
    procedure,
    event.title,
    <>
      <Head title={event.title} lead={[whenWords(event, lang, t), event.place].filter(Boolean).join(', ')} t={t} />
      <p class="alm-small">{t('participation.events.staff.print.note', { days: event.keepDays })}</p>
      <Table
        caption={t('participation.events.staff.tab.registrations')}
        rows={registrations}
        rowKey={(one) => one.id}
        columns={[
          { title: t('participation.events.column.number'), whole: true, cell: (one) => numberOf(procedure.prefix, one.number) },
          {
            title: t('participation.events.field.name'),
            named: true,
            cell: (one) => one.name ?? t('participation.events.staff.nameless'),
          },
          ...(event.kind === 'hours'
            ? [{ title: t('participation.events.fact.slot'), named: true, cell: (one: Registration) => slotWords(one, visit) }]
            : []),
          { title: t('participation.events.fact.people'), right: true, cell: (one) => one.people },
          { title: t('participation.events.column.needs'), named: true, cell: (one) => needWords(one, visit) },
          { title: t('participation.events.staff.came'), cell: () => <span class="participation-tick" /> },
        ]}
        t={t}
      />
    </>,
  )
}
