import { safeMarkdown } from '#identity'
import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { type Fact, Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import type { Children, Link } from '#ui/vocabulary.ts'
import type { OpenedProcedure } from '../../../../format.ts'
import { DoorLink } from '../../../../pages/proof/door.tsx'
import { levelFor } from '../../../../pages/proof/who.ts'
import { eventRoutes } from '../../event-routes.ts'
import { type EventLink, type TownEvent, takesRegistrations } from '../../model/event.ts'
import type { FormFault } from '../../model/registration.ts'
import type { OfferedTime } from '../../model/slots.ts'
import { whenWords } from '../../model/when.ts'
import { eventFrame } from '../frame.tsx'
import { accessFacts, faultLines, seatStatus, untilWords } from '../words.ts'
import { RegistrationForm } from './registration-form.tsx'

/** What the page of an event shows besides the event itself. */
export interface EventPage {
  readonly opened: OpenedProcedure
  readonly event: TownEvent
  /** Where one takes part from afar, if this visitor may know it. */
  readonly link: EventLink | undefined
  readonly times: readonly OfferedTime[]
  readonly documents: readonly Link[]
  readonly minutes: readonly Link[]
  /** The map of the place, where it is known. */
  readonly map?: Children | undefined
  /** Whether one may register now, as far as procedure and event say. */
  readonly open: boolean
  /** Makes the form count once. */
  readonly formKey: string
  /** Where one shows who one is first; undefined where that is done, or nothing is asked. */
  readonly door?: string | undefined
  readonly filled?: URLSearchParams
  readonly faults?: readonly FormFault[]
  readonly slow?: SlowDown | undefined
}

/** What, when, where: the same on every page that names an event. */
export function eventFacts(visit: Visit, event: TownEvent, link: string | undefined): Fact[] {
  const { t, lang } = visit
  const place = [event.place, event.address].filter(Boolean)
  return [
    { name: t('participation.events.fact.when'), value: whenWords(event, lang, t) },
    ...(place.length > 0
      ? [
          {
            name: t('participation.events.fact.where'),
            value: (
              <>
                {place.map((line, i) => (
                  <>
                    {i > 0 && <br />}
                    {line}
                  </>
                ))}
              </>
            ),
          },
        ]
      : []),
    ...(link
      ? [
          {
            name: t('participation.events.fact.link'),
            value: (
              <a class="alm-link" href={link}>
                {t('participation.events.fact.link.go')}
              </a>
            ),
          },
        ]
      : []),
  ]
}

const Programme = ({ event, visit }: { readonly event: TownEvent; readonly visit: Visit }) => (
  <Facts
    facts={event.programme.map((item) => ({
      name: item.time ? visit.t('participation.events.clock', { time: item.time }) : '–',
      value: (
        <>
          {item.title}
          {item.who && <span class="participation-more">{item.who}</span>}
        </>
      ),
    }))}
  />
)

function Why({ shown, visit }: { readonly shown: EventPage; readonly visit: Visit }) {
  const { event } = shown
  if (event.state === 'cancelled' || event.endsAt <= visit.now || !event.registers) return null
  return <p>{visit.t(`participation.events.closed.${takesRegistrations(event, visit.now) ? 'procedure' : 'until'}`)}</p>
}

/** The page of an event: when, where, how full, how to register, programme, help on the spot, documents. */
export function eventView(visit: Visit, shown: EventPage): View {
  const { t } = visit
  const { event, opened, open, faults = [] } = shown
  const { slug } = opened.procedure
  const status = seatStatus(event, visit)
  const access = accessFacts(event.access, visit)
  const calendar = {
    href: visit.to(eventRoutes.eventCalendar, { slug, event: String(event.key) }),
    text: t('participation.events.ics'),
  }
  return eventFrame(
    visit,
    opened.procedure,
    event.title,
    <>
      {event.state === 'cancelled' && (
        <Message kind="warning" title={t('participation.events.cancelled')} t={t}>
          {event.cancelledReason ?? ''}
        </Message>
      )}
      <ErrorSummary faults={faultLines(visit, faults)} t={t} />
      <Head pre={opened.procedure.title} title={event.title} lead={whenWords(event, visit.lang, t)} t={t}>
        {open && (
          <Actions>
            <Button
              text={t(event.kind === 'hours' ? 'participation.events.book' : 'participation.events.register')}
              href="#anmelden"
            />
          </Actions>
        )}
        <p class="alm-meta">
          <Status kind={status.kind}>{status.text}</Status>
          {open && event.registerUntil && (
            <span>{t('participation.events.register-until', { until: untilWords(event.registerUntil, visit) })}</span>
          )}
          {open && levelFor(opened.procedure, 'submit') === 'none' && <span>{t('participation.events.no-account')}</span>}
        </p>
      </Head>
      <Section title={t('participation.events.when-where')} id="wann-und-wo">
        <Facts facts={eventFacts(visit, event, shown.link?.link)} />
        {shown.map}
        <LinkList links={[calendar]} />
      </Section>
      {event.about && (
        <Section title={t('participation.subject')} id="worum-es-geht">
          <div class="identity-text" dangerouslySetInnerHTML={{ __html: safeMarkdown(event.about) }} />
        </Section>
      )}
      {event.programme.length > 0 && (
        <Section title={t('participation.events.programme')} id="programm">
          <Programme event={event} visit={visit} />
        </Section>
      )}
      <Section title={t('participation.events.access')} id="barrierefreiheit" note={t('participation.events.access.note')}>
        {access.length > 0 ? (
          <Facts facts={access} />
        ) : (
          <p>{t('participation.events.access.unknown', { office: opened.procedure.office })}</p>
        )}
      </Section>
      {shown.minutes.length + shown.documents.length > 0 && (
        <Section title={t('participation.documents.title')} id="unterlagen">
          <LinkList links={[...shown.minutes, ...shown.documents]} stacked />
        </Section>
      )}
      {(open || event.registers) && event.state !== 'cancelled' && event.endsAt > visit.now && (
        <Section
          title={t(event.kind === 'hours' ? 'participation.events.book' : 'participation.events.register')}
          id="anmelden"
          {...(open ? { note: t('participation.events.register.note') } : {})}
        >
          {open && shown.door && <DoorLink door={shown.door} visit={visit} />}
          {open && !shown.door && <RegistrationForm shown={shown} visit={visit} />}
          {!open && <Why shown={shown} visit={visit} />}
        </Section>
      )}
    </>,
    {
      islands: [...(shown.slow ? puzzleIslands : []), ...(shown.map ? ['map'] : [])],
      alternates: [{ type: 'text/calendar', href: calendar.href, title: calendar.text }],
    },
  )
}
