import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Confirm } from '#ui/components/confirm/confirm.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { TextArea } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import type { Procedure } from '../../../../model/procedure.ts'
import { eventRoutes, eventStaffRoutes } from '../../event-routes.ts'
import type { TownEvent } from '../../model/event.ts'
import { whenWords } from '../../model/when.ts'
import { faultLines, seatStatus } from '../words.ts'
import { type EventForm, EventFormFields } from './event-form.tsx'
import { EventTabs, staffEventFrame } from './frame.tsx'

/** What the page of an event shows to staff besides its form. */
export interface StaffEventPage extends EventForm {
  readonly procedure: Procedure
  readonly said?: 'gespeichert' | 'begonnen' | 'veroeffentlicht' | undefined
  /** Why nothing was written, in words. */
  readonly refused?: string | undefined
}

function Deeds({ shown, visit }: { readonly shown: StaffEventPage; readonly visit: Visit }) {
  const { t } = visit
  const { event } = shown
  const may = visit.may('participation/publish')
  const action = visit.to(eventStaffRoutes.publishEvent, { event: event.id })
  if (event.state === 'draft')
    return (
      <form method="post" action={action}>
        <Actions>
          {may && <Button kind="secondary" text={t('participation.events.staff.publish')} name="tat" value="veroeffentlichen" />}
          {may && <Button kind="danger" text={t('participation.events.staff.drop')} name="tat" value="loeschen" />}
        </Actions>
        {!may && <p class="alm-small">{t('participation.events.staff.publish.who')}</p>}
      </form>
    )
  if (event.state === 'cancelled' || !may || event.endsAt <= visit.now) return null
  return (
    <p>
      <a class="alm-link" href={visit.to(eventStaffRoutes.callOff, { event: event.id })}>
        {t('participation.events.staff.call-off')}
      </a>
    </p>
  )
}

/** An event with everything staff may say of it. */
export function staffEventView(visit: Visit, shown: StaffEventPage): View {
  const { t, lang } = visit
  const { event, procedure, faults = [] } = shown
  const stand = event.state === 'draft' ? t('participation.events.stand.draft') : seatStatus(event, visit).text
  return staffEventFrame(
    visit,
    procedure,
    event.title,
    <>
      <EventTabs event={event} now="event" visit={visit} />
      {shown.said && <Message kind="success" title={t(`participation.events.staff.said.${shown.said}`)} live t={t} />}
      {shown.refused && <Message kind="warning" title={shown.refused} live t={t} />}
      <ErrorSummary faults={faultLines(visit, faults)} t={t} />
      <Head title={event.title} lead={whenWords(event, lang, t)} t={t}>
        <p class="alm-meta">
          <span>{t(`participation.events.kind.${event.kind}`)}</span>
          <span>{stand}</span>
          {event.state !== 'draft' && procedure.state === 'public' && (
            <a class="alm-link" href={visit.to(eventRoutes.event, { slug: procedure.slug, event: String(event.key) })}>
              {t('participation.setup.public-page')}
            </a>
          )}
        </p>
        {event.state === 'public' && event.taken + event.waiting > 0 && (
          <p class="alm-small">{t('participation.events.staff.move.note')}</p>
        )}
      </Head>
      <Block title={t('participation.events.staff.deeds')} id="tun">
        <Deeds shown={shown} visit={visit} />
        <LinkList
          links={[
            ...(event.kind === 'hours'
              ? [{ href: visit.to(eventStaffRoutes.slots, { event: event.id }), text: t('participation.events.staff.tab.slots') }]
              : []),
            {
              href: visit.to(eventStaffRoutes.enterRegistration, { event: event.id }),
              text: t('participation.events.staff.enter'),
            },
          ]}
        />
      </Block>
      {event.state !== 'cancelled' && <EventFormFields form={shown} visit={visit} />}
    </>,
    ['point-field'],
  )
}

/** Asks before an event is called off: why, and that everybody is told. */
export function callOffView(visit: Visit, event: TownEvent, procedure: Procedure, missing = false): View {
  const { t } = visit
  return staffEventFrame(
    visit,
    procedure,
    event.title,
    <>
      <ErrorSummary faults={missing ? [{ field: 'grund', text: t('participation.events.fault.reason') }] : []} t={t} />
      <Confirm
        title={t('participation.events.staff.call-off.title', { title: event.title })}
        happens={[
          t('participation.events.staff.call-off.told', { count: event.taken + event.waiting }),
          t('participation.events.staff.call-off.calendars'),
          t('participation.events.staff.call-off.final'),
        ]}
        action={visit.to(eventStaffRoutes.callOffNow, { event: event.id })}
        deed={t('participation.events.staff.call-off.go')}
        cancel={visit.to(eventStaffRoutes.staffEvent, { event: event.id })}
        t={t}
      >
        <TextArea
          id="grund"
          name="grund"
          label={t('participation.events.staff.call-off.reason')}
          help={t('participation.events.staff.call-off.reason.help')}
          rows={3}
          maxLength={500}
          {...(missing ? { error: t('participation.events.fault.reason') } : {})}
          t={t}
        />
      </Confirm>
    </>,
  )
}
