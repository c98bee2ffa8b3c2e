import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Receipt } from '#ui/components/receipt/receipt.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { numberOf } from '../../../../model/procedure.ts'
import { eventRoutes } from '../../event-routes.ts'
import type { FormFault } from '../../model/registration.ts'
import type { OwnPollAnswer } from '../../use-cases/answer-poll.ts'
import { eventFrame } from '../frame.tsx'
import { faultLines } from '../words.ts'
import { PollFields } from './poll-view.tsx'

/** What was said, as the form sends it. */
function formOf({ answer, options }: OwnPollAnswer): URLSearchParams {
  const form = new URLSearchParams({ name: answer.name ?? '', email: answer.email ?? '' })
  for (const { id } of options) form.set(`zeit-${id}`, answer.choices[id] ?? 'no')
  return form
}

/** The own answer in a search for a date: change it while it is open, take it back at any time. */
export function ownPollView(
  visit: Visit,
  own: OwnPollAnswer,
  state: { readonly saved?: boolean; readonly filled?: URLSearchParams; readonly faults?: readonly FormFault[] } = {},
): View {
  const { t, lang } = visit
  const { poll, answer, procedure, options } = own
  const number = numberOf(procedure.prefix, answer.number)
  const withdrawn = answer.state === 'withdrawn'
  const open = !withdrawn && poll.state === 'open' && poll.until > visit.now
  const action = visit.to(eventRoutes.changePollAnswer, visit.params)
  return eventFrame(
    visit,
    procedure,
    number,
    <>
      {state.saved && <Message kind="success" title={t('participation.events.poll.saved')} live t={t} />}
      <ErrorSummary faults={faultLines(visit, state.faults ?? [])} t={t} />
      <Head
        pre={poll.title}
        title={t(withdrawn ? 'participation.events.poll.withdrawn' : 'participation.events.poll.thanks')}
        t={t}
      >
        <Receipt label={t('participation.own.number')} number={number}>
          <p class="alm-small">{t('participation.own.received', { when: formatMoment(answer.receivedAt, lang, 'text') })}</p>
        </Receipt>
        {!withdrawn && (
          <Note kind="accent">
            <p>
              <strong>{t('participation.own.link')}</strong> {t('participation.events.poll.link')}
            </p>
          </Note>
        )}
        <LinkList
          links={[
            {
              href: visit.to(eventRoutes.poll, { slug: procedure.slug, poll: String(poll.key) }),
              text: t('participation.events.poll.see'),
            },
          ]}
        />
      </Head>
      {open && (
        <Section title={t('participation.events.poll.yours')} id="antwort">
          <form class="alm-form" method="post" action={action} noValidate>
            <PollFields
              poll={poll}
              options={options}
              filled={state.filled ?? formOf(own)}
              faults={state.faults ?? []}
              visit={visit}
            />
            <Actions>
              <Button text={t('participation.events.poll.change')} name="tat" value="aendern" />
            </Actions>
          </form>
        </Section>
      )}
      {!withdrawn && (
        <Section title={t('participation.own.withdraw')} id="zurueckziehen" note={t('participation.events.poll.withdraw.note')}>
          <form method="post" action={action}>
            <Button kind="danger" text={t('participation.events.poll.withdraw')} name="tat" value="zurueckziehen" />
          </form>
        </Section>
      )}
    </>,
    { secret: true },
  )
}
