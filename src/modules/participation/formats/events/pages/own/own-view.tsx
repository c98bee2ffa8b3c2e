import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Receipt } from '#ui/components/receipt/receipt.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { numberOf } from '../../../../model/procedure.ts'
import { eventRoutes } from '../../event-routes.ts'
import type { FormFault } from '../../model/registration.ts'
import { whenWords } from '../../model/when.ts'
import { slotTime } from '../../use-cases/letters.ts'
import type { OwnRegistration } from '../../use-cases/own-registration.ts'
import { eventFrame } from '../frame.tsx'
import { eventFacts } from '../public/event-view.tsx'
import { faultLines, faultText } from '../words.ts'

interface OwnState {
  readonly said?: 'neu' | 'kleiner' | undefined
  readonly fault?: FormFault
}

/** The heading: what has come of it. */
function titleOf({ registration, event }: OwnRegistration, said: OwnState['said'], visit: Visit): string {
  const { t } = visit
  if (registration.state === 'cancelled') return t('participation.events.own.cancelled')
  if (event.state === 'cancelled') return t('participation.events.cancelled')
  if (registration.state === 'waiting') return t('participation.events.own.waiting')
  return t(said === 'neu' ? 'participation.events.own.thanks' : 'participation.events.own.registered')
}

function What({ own, visit }: { readonly own: OwnRegistration; readonly visit: Visit }) {
  const { t, lang } = visit
  const { registration, event, link } = own
  const slot = slotTime(registration)
  const given = (name: string, value: string | null) => (value ? [{ name: t(`participation.events.field.${name}`), value }] : [])
  return (
    <Facts
      facts={[
        { name: t('participation.events.fact.what'), value: event.title },
        ...(slot ? [{ name: t('participation.events.fact.slot'), value: whenWords(slot, lang, t) }] : []),
        ...eventFacts(visit, event, registration.state === 'registered' ? link : undefined).slice(slot ? 1 : 0),
        ...(registration.desk ? [{ name: t('participation.events.fact.desk'), value: String(registration.desk) }] : []),
        { name: t('participation.events.fact.people'), value: String(registration.people) },
        ...given('name', registration.name),
        ...given('email', registration.email),
        ...given('bedarf', registration.needs.map((one) => t(`participation.events.need.${one}`)).join(', ')),
        ...given('bedarf-text', registration.note),
      ]}
    />
  )
}

function Smaller({
  own,
  fault,
  visit,
}: {
  readonly own: OwnRegistration
  readonly fault?: FormFault | undefined
  readonly visit: Visit
}) {
  const { t } = visit
  return (
    <form class="alm-form" method="post" action={visit.to(eventRoutes.changeRegistration, visit.params)} noValidate>
      <TextField
        id="personen"
        name="personen"
        type="number"
        label={t('participation.events.own.fewer.label')}
        help={t('participation.events.own.fewer.help', { count: own.registration.people })}
        {...(fault ? { error: faultText(visit, fault) } : {})}
        t={t}
      />
      <Actions>
        <Button kind="secondary" text={t('participation.events.own.fewer.go')} name="tat" value="kleiner" />
      </Actions>
    </form>
  )
}

/** The own registration: number, whether one has a seat, what to do about it. */
export function ownView(visit: Visit, own: OwnRegistration, { said, fault }: OwnState = {}): View {
  const { t, lang } = visit
  const { registration, event, procedure } = own
  const number = numberOf(procedure.prefix, registration.number)
  const title = titleOf(own, said, visit)
  const over = event.endsAt <= visit.now
  const live = registration.state !== 'cancelled' && event.state !== 'cancelled' && !over
  return eventFrame(
    visit,
    procedure,
    number,
    <>
      <ErrorSummary faults={fault ? faultLines(visit, [fault]) : []} t={t} />
      {said === 'kleiner' && <Message kind="success" title={t('participation.events.own.fewer.done')} live t={t} />}
      <Head pre={event.title} title={title} t={t}>
        <Receipt label={t('participation.own.number')} number={number}>
          <p class="alm-small">
            {t('participation.own.received', { when: formatMoment(registration.receivedAt, lang, 'text') })}{' '}
            {live && registration.state === 'waiting' && t('participation.events.own.line', { place: own.line })}
          </p>
        </Receipt>
        {live && (
          <Note kind="accent">
            <p>
              <strong>{t('participation.own.link')}</strong>{' '}
              {t(registration.email ? 'participation.events.own.link.mail' : 'participation.events.own.link.none')}
            </p>
          </Note>
        )}
        {live && registration.state === 'waiting' && (
          <p>{t(registration.email ? 'participation.events.own.waiting.mail' : 'participation.events.own.waiting.none')}</p>
        )}
        {registration.state === 'cancelled' && <p>{t('participation.events.own.cancelled.text')}</p>}
        {event.state === 'cancelled' && event.cancelledReason && <p>{event.cancelledReason}</p>}
        <LinkList
          links={[
            ...(live && registration.state === 'registered'
              ? [{ href: visit.to(eventRoutes.ownCalendar, visit.params), text: t('participation.events.ics') }]
              : []),
            {
              href: visit.to(eventRoutes.event, { slug: procedure.slug, event: String(event.key) }),
              text: t('participation.events.own.event'),
            },
          ]}
        />
      </Head>
      {registration.state !== 'cancelled' && (
        <Section title={t('participation.events.own.yours')} id="anmeldung">
          <What own={own} visit={visit} />
        </Section>
      )}
      {live && (
        <Section
          title={t('participation.events.own.change')}
          id="aendern"
          note={t(
            registration.state === 'waiting' ? 'participation.events.own.change.waiting' : 'participation.events.own.change.note',
          )}
        >
          {registration.people > 1 && <Smaller own={own} fault={fault} visit={visit} />}
          <form method="post" action={visit.to(eventRoutes.changeRegistration, visit.params)}>
            <Button kind="danger" text={t('participation.events.own.cancel')} name="tat" value="absagen" />
          </form>
        </Section>
      )}
    </>,
    { secret: true },
  )
}
