import { dayOf } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { ChoiceField, DateField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { Procedure } from '../../../../model/procedure.ts'
import { eventRoutes, eventStaffRoutes } from '../../event-routes.ts'
import { bestOf, type Poll, type PollAnswer, type PollOption } from '../../model/poll.ts'
import type { FormFault } from '../../model/registration.ts'
import { whenWords } from '../../model/when.ts'
import { PollTable } from '../poll/poll-table.tsx'
import { faultLines, faultText } from '../words.ts'
import { staffEventFrame } from './frame.tsx'

/** What staff sees of a search for a date. */
export interface StaffPollPage {
  readonly poll: Poll
  readonly procedure: Procedure
  readonly options: readonly PollOption[]
  readonly answers: readonly PollAnswer[]
  readonly said?: boolean
  readonly refused?: string | undefined
  readonly filled?: URLSearchParams
  readonly faults?: readonly FormFault[]
}

const formOfPoll = (poll: Poll) =>
  new URLSearchParams({
    titel: poll.title,
    worum: poll.about,
    ort: poll.place,
    ende: dayOf(new Date(poll.until.getTime() - 1)),
    namen: poll.namesPublic ? 'alle' : 'verwaltung',
    aufbewahren: String(poll.keepDays),
  })

function fieldsFor(visit: Visit, faults: readonly FormFault[], filled: URLSearchParams) {
  return (name: string, help = false) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      label: visit.t(`participation.events.edit.${name}`),
      ...(help ? { help: visit.t(`participation.events.edit.${name}.help`) } : {}),
      value: filled.get(name) ?? '',
      t: visit.t,
      ...(fault ? { error: faultText(visit, fault) } : {}),
    }
  }
}

/** The times: offered ones with a way back, and one more. */
function Times({ shown, action, visit }: { readonly shown: StaffPollPage; readonly action: string; readonly visit: Visit }) {
  const { t, lang } = visit
  const field = fieldsFor(visit, shown.faults ?? [], shown.filled ?? new URLSearchParams())
  const removable = shown.options.filter((one) => one.yes + one.maybe === 0)
  return (
    <>
      {removable.length > 0 && (
        <ul class="alm-list">
          {removable.map((one) => (
            <li key={one.id}>
              <form method="post" action={action}>
                <HiddenValues values={{ zeit: one.id }} />
                {whenWords(one, lang, t)}{' '}
                <Button kind="secondary" text={t('participation.events.staff.slots.remove')} name="tat" value="weg" />
              </form>
            </li>
          ))}
        </ul>
      )}
      <form class="alm-form" method="post" action={action} noValidate>
        <DateField {...field('tag')} />
        <TextField {...field('von')} type="time" />
        <TextField {...field('bis')} type="time" />
        <Actions>
          <Button kind="secondary" text={t('participation.events.staff.poll.add')} name="tat" value="zeit" />
        </Actions>
      </form>
    </>
  )
}

/** Fixing the date: one of the times becomes an event. */
function Fix({ shown, visit }: { readonly shown: StaffPollPage; readonly visit: Visit }) {
  const { t, lang } = visit
  const best = bestOf(shown.options)
  return (
    <form class="alm-form" method="post" action={visit.to(eventStaffRoutes.fixPoll, { poll: shown.poll.id })} noValidate>
      <ChoiceField
        id="option"
        name="option"
        label={t('participation.events.staff.poll.which')}
        help={t('participation.events.staff.poll.which.help')}
        options={shown.options.map((one) => ({
          value: one.id,
          label: whenWords(one, lang, t),
          help: t('participation.events.staff.poll.counts', { yes: one.yes, maybe: one.maybe }),
        }))}
        values={[...best].slice(0, 1)}
        t={t}
      />
      <Actions>
        <Button text={t('participation.events.staff.poll.fix')} />
      </Actions>
    </form>
  )
}

function Names({ shown, visit }: { readonly shown: StaffPollPage; readonly visit: Visit }) {
  const { t } = visit
  return (
    <Table
      caption={t('participation.events.staff.poll.who')}
      rows={shown.answers}
      rowKey={(one) => one.id}
      columns={[
        { title: t('participation.events.field.name'), cell: (one) => one.name ?? t('participation.events.staff.nameless') },
        ...(['yes', 'maybe'] as const).map((say) => ({
          title: t(`participation.events.says.${say}`),
          named: true,
          cell: (one: PollAnswer) =>
            shown.options
              .filter((option) => one.choices[option.id] === say)
              .map((option) => whenWords(option, visit.lang, t))
              .join('; '),
        })),
        { title: t('participation.events.field.email'), named: true, cell: (one) => one.email ?? '' },
      ]}
      t={t}
    />
  )
}

/** A search for a date with everything staff may do with it. */
export function staffPollView(visit: Visit, shown: StaffPollPage): View {
  const { t } = visit
  const { poll, procedure, options, faults = [] } = shown
  const action = visit.to(eventStaffRoutes.changePoll, { poll: poll.id })
  const field = fieldsFor(visit, faults, shown.filled ?? formOfPoll(poll))
  const live = poll.state === 'draft' || poll.state === 'open'
  return staffEventFrame(
    visit,
    procedure,
    poll.title,
    <>
      {shown.said && <Message kind="success" title={t('participation.events.staff.said.gespeichert')} live t={t} />}
      {shown.refused && <Message kind="warning" title={shown.refused} live t={t} />}
      <ErrorSummary faults={faultLines(visit, faults)} t={t} />
      <Head
        pre={t('participation.events.kind.poll')}
        title={poll.title}
        lead={t('participation.events.poll.answers', { count: poll.answers })}
        t={t}
      >
        <p class="alm-meta">
          <span>{t(`participation.events.poll.state.${poll.state}`)}</span>
          {poll.state !== 'draft' && procedure.state === 'public' && (
            <a class="alm-link" href={visit.to(eventRoutes.poll, { slug: procedure.slug, poll: String(poll.key) })}>
              {t('participation.setup.public-page')}
            </a>
          )}
          {poll.event && (
            <a class="alm-link" href={visit.to(eventStaffRoutes.staffEvent, { event: poll.event })}>
              {t('participation.events.poll.to-event')}
            </a>
          )}
        </p>
        {live && visit.may('participation/publish') && (
          <form method="post" action={action}>
            <Actions>
              {poll.state === 'draft' ? (
                <Button text={t('participation.events.staff.poll.open')} name="tat" value="oeffnen" />
              ) : (
                <Button kind="secondary" text={t('participation.events.staff.poll.end')} name="tat" value="beenden" />
              )}
            </Actions>
          </form>
        )}
      </Head>
      <Block title={t('participation.events.poll.result')} id="ergebnis">
        <PollTable options={options} answers={[]} poll={poll} visit={visit} />
        {shown.answers.length > 0 && <Names shown={shown} visit={visit} />}
      </Block>
      {(poll.state === 'open' || poll.state === 'ended') && options.length > 0 && visit.may('participation/publish') && (
        <Block title={t('participation.events.staff.poll.fix')} id="festlegen">
          <Fix shown={shown} visit={visit} />
        </Block>
      )}
      {live && (
        <Block title={t('participation.events.staff.poll.times')} id="zeiten">
          <Times shown={shown} action={action} visit={visit} />
        </Block>
      )}
      {live && (
        <Block title={t('participation.events.edit.what')} id="was">
          <form class="alm-form" method="post" action={action} noValidate>
            <HiddenValues values={{ fassung: String(poll.version) }} />
            <TextField {...field('titel')} maxLength={200} />
            <TextArea {...field('worum', true)} rows={4} maxLength={5000} optional />
            <TextField {...field('ort')} maxLength={200} optional />
            <DateField {...field('ende')} />
            <ChoiceField
              {...field('namen', true)}
              options={['verwaltung', 'alle'].map((one) => ({ value: one, label: t(`participation.events.edit.namen.${one}`) }))}
              values={[(shown.filled ?? formOfPoll(poll)).get('namen') ?? 'verwaltung']}
            />
            <TextField {...field('aufbewahren', true)} type="number" />
            <Actions>
              <Button kind="secondary" text={t('participation.events.edit.save')} name="tat" value="speichern" />
            </Actions>
          </form>
        </Block>
      )}
    </>,
  )
}
