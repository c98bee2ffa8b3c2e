import { safeMarkdown } from '#identity'
import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { ChoiceField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { OpenedProcedure } from '../../../../format.ts'
import { DoorLink } from '../../../../pages/proof/door.tsx'
import { levelFor } from '../../../../pages/proof/who.ts'
import { eventRoutes } from '../../event-routes.ts'
import { type Poll, type PollOption, says } from '../../model/poll.ts'
import type { FormFault } from '../../model/registration.ts'
import { whenWords } from '../../model/when.ts'
import type { ShownAnswer } from '../../store/poll-store.ts'
import { eventFrame } from '../frame.tsx'
import { faultLines, faultText, untilWords } from '../words.ts'
import { PollTable } from './poll-table.tsx'

/** What the page of a search for a date shows. */
export interface PollPage {
  readonly opened: OpenedProcedure
  readonly poll: Poll
  readonly options: readonly PollOption[]
  /** Who can when, where everybody may read it. */
  readonly answers: readonly ShownAnswer[]
  readonly open: boolean
  readonly formKey: string
  /** Where one shows who one is first; undefined where that is done, or nothing is asked. */
  readonly door?: string | undefined
  /** Number of the event that became of it. */
  readonly event?: number | undefined
  readonly filled?: URLSearchParams
  readonly faults?: readonly FormFault[]
  readonly slow?: SlowDown | undefined
}

/** Name, address, and yes, if need be or no to each time. */
export function PollFields({
  poll,
  options,
  filled,
  faults,
  visit,
}: Pick<PollPage, 'poll' | 'options'> & {
  readonly filled: URLSearchParams
  readonly faults: readonly FormFault[]
  readonly visit: Visit
}) {
  const { t, lang } = visit
  const error = (field: string) => {
    const fault = faults.find((one) => one.field === field)
    return fault ? { error: faultText(visit, fault) } : {}
  }
  return (
    <>
      <TextField
        id="name"
        name="name"
        label={t('participation.events.poll.name')}
        help={t(`participation.events.poll.name.${poll.namesPublic ? 'public' : 'staff'}`, { days: poll.keepDays })}
        value={filled.get('name') ?? ''}
        maxLength={60}
        autocomplete="nickname"
        {...error('name')}
        t={t}
      />
      {options.map((one) => (
        <ChoiceField
          key={one.id}
          id={`zeit-${one.id}`}
          name={`zeit-${one.id}`}
          label={whenWords(one, lang, t)}
          options={says.map((value) => ({ value, label: t(`participation.events.says.${value}`) }))}
          values={filled.getAll(`zeit-${one.id}`)}
          {...error(`zeit-${one.id}`)}
          t={t}
        />
      ))}
      <TextField
        id="email"
        name="email"
        type="email"
        label={t('participation.events.field.email')}
        help={t('participation.events.poll.email.help', { days: poll.keepDays })}
        value={filled.get('email') ?? ''}
        autocomplete="email"
        optional
        {...error('email')}
        t={t}
      />
    </>
  )
}

/** The page of a search for a date: the form, then what others can. */
export function pollView(visit: Visit, shown: PollPage): View {
  const { t } = visit
  const { poll, opened, options, open, faults = [], slow } = shown
  const { slug } = opened.procedure
  return eventFrame(
    visit,
    opened.procedure,
    poll.title,
    <>
      {poll.state === 'fixed' && shown.event && (
        <Message kind="info" title={t('participation.events.poll.fixed')} t={t}>
          <p>
            <a class="alm-link" href={visit.to(eventRoutes.event, { slug, event: String(shown.event) })}>
              {t('participation.events.poll.to-event')}
            </a>
          </p>
        </Message>
      )}
      <ErrorSummary faults={faultLines(visit, faults)} t={t} />
      <Head
        pre={opened.procedure.title}
        title={poll.title}
        lead={
          open
            ? t('participation.events.poll.lead', { until: untilWords(poll.until, visit) })
            : t('participation.events.poll.lead.over')
        }
        t={t}
      >
        <p class="alm-meta">
          <span>{t('participation.events.poll.answers', { count: poll.answers })}</span>
          {poll.place && <span>{poll.place}</span>}
          {open && levelFor(opened.procedure, 'submit') === 'none' && <span>{t('participation.events.no-account')}</span>}
        </p>
      </Head>
      {poll.about && (
        <Section title={t('participation.subject')} id="worum-es-geht">
          <div class="identity-text" dangerouslySetInnerHTML={{ __html: safeMarkdown(poll.about) }} />
        </Section>
      )}
      {open && shown.door && (
        <Section title={t('participation.events.poll.form')} id="antworten">
          <DoorLink door={shown.door} visit={visit} />
        </Section>
      )}
      {open && !shown.door && (
        <Section title={t('participation.events.poll.form')} id="antworten">
          <form
            class="alm-form"
            method="post"
            action={visit.to(eventRoutes.answerPoll, { slug, poll: String(poll.key) })}
            noValidate
          >
            <HiddenValues values={{ schluessel: shown.formKey }} />
            <PollFields
              poll={poll}
              options={options}
              filled={shown.filled ?? new URLSearchParams()}
              faults={faults}
              visit={visit}
            />
            {slow && <Puzzle challenge={slow.challenge} until={slow.until} email={visit.site.contact.email} t={t} />}
            <Actions>
              <Button text={t('participation.events.poll.send')} />
            </Actions>
          </form>
        </Section>
      )}
      <Section title={t('participation.events.poll.result')} id="ergebnis">
        <PollTable options={options} answers={shown.answers} poll={poll} visit={visit} />
      </Section>
    </>,
    { islands: slow ? puzzleIslands : [] },
  )
}
