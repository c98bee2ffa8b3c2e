import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { ChoiceField, SelectField, TextArea } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { longestReason, standMark, takenOutFor } from '../../model/moderation.ts'
import { noticeDecisions, noticeNumber } from '../../model/notice.ts'
import { routes } from '../../routes.ts'
import type { ModeratedComment, ModeratedSubmission, Statement } from '../../store/moderation-store.ts'
import type { Notice } from '../../store/notice-store.ts'
import type { ObjectionCase } from '../../store/objection-store.ts'
import { Noticed } from '../moderation/noticed.tsx'
import { moderationStand } from '../moderation/queue-view.tsx'
import { Statements } from '../moderation/statements.tsx'

/** What came back of a form of decision. */
export interface DecideState {
  readonly said?: string | undefined
  readonly faults?: readonly { readonly field: string; readonly fault: string }[]
  readonly typed?: Readonly<Record<string, string>>
}

type Now = ModeratedSubmission | ModeratedComment

const fieldsOf =
  (visit: Visit, { faults = [], typed = {} }: DecideState) =>
  (name: string) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      t: visit.t,
      label: visit.t(`participation.decide.field.${name}`),
      help: visit.t(`participation.decide.field.${name}.help`),
      value: typed[name] ?? '',
      ...(fault ? { error: visit.t(`participation.decide.fault.${name}.${fault.fault}`) } : {}),
    }
  }

const Faults = ({ visit, state }: { readonly visit: Visit; readonly state: DecideState }) => (
  <ErrorSummary
    faults={(state.faults ?? []).map((one) => ({
      field: one.field,
      text: visit.t(`participation.decide.fault.${one.field}.${one.fault}`),
    }))}
    t={visit.t}
  />
)

const Codes = ({ field, visit }: { readonly field: ReturnType<ReturnType<typeof fieldsOf>>; readonly visit: Visit }) => (
  <SelectField
    {...field}
    options={[
      { value: '', label: visit.t('participation.moderate.field.code.choose') },
      ...takenOutFor.map((value) => ({ value, label: visit.t(`participation.why.${value}`) })),
    ]}
  />
)

/** The reported or decided thing as it stands now, with the way to it. */
function Thing({ now, comment, visit }: { readonly now: Now; readonly comment: boolean; readonly visit: Visit }) {
  const { t } = visit
  const stand = moderationStand(now.state, visit)
  return (
    <>
      <p>
        <Status kind={stand.kind}>{stand.text}</Status>
      </p>
      {'title' in now && (
        <p>
          <strong>{now.title}</strong>
        </p>
      )}
      <Noticed text={now.body} visit={visit} />
      <LinkList
        links={[
          {
            href: visit.to(comment ? routes.moderateComment : routes.moderateSubmission, { id: now.id }),
            text: t('participation.decide.to-thing'),
          },
        ]}
      />
    </>
  )
}

export interface NoticeCase {
  readonly notice: Notice
  readonly now: Now
  readonly statements: readonly Statement[]
  readonly names: ReadonlyMap<string, string>
}

/** One notice as staff sees it. */
export function staffNoticeView(visit: Visit, one: NoticeCase, state: DecideState): View {
  const { t, lang } = visit
  const { notice, now } = one
  const number = noticeNumber(notice)
  const field = fieldsOf(visit, state)
  return {
    title: `${number}, ${t('participation.notices.title')}`,
    robots: 'noindex',
    frame: 'staff',
    area: 'notices',
    crumbs: [{ label: t('participation.notices.title'), href: visit.to(routes.notices) }, { label: number }],
    body: (
      <>
        {state.said && (
          <Message
            kind={state.said === 'inzwischen' ? 'warning' : 'success'}
            title={t(`participation.decide.said.${state.said}`)}
            live
            t={t}
          />
        )}
        <Faults visit={visit} state={state} />
        <Head pre={t(`participation.notice.reason.${notice.reason}`)} title={number} t={t}>
          <p class="alm-meta">
            <Status kind={notice.state === 'open' ? 'warn' : 'ok'}>{t(`participation.notice.state.${notice.state}`)}</Status>
            <span>{formatMoment(notice.receivedAt, lang, 'text')}</span>
            <span>{notice.name ?? t('participation.notice.no-name')}</span>
          </p>
        </Head>
        <Section title={t('participation.notice.text')} id="meldung">
          <p class="alm-small">{notice.address}</p>
          <Said text={notice.body} />
        </Section>
        <Section title={t('participation.notice.about')} id="gemeldet">
          <Thing now={now} comment={notice.comment !== null} visit={visit} />
        </Section>
        {notice.state === 'open' && (
          <Section title={t('participation.decide.title')} id="entscheiden" note={t('participation.decide.note')}>
            <form
              class="alm-form"
              method="post"
              action={`${visit.to(routes.decideNotice, { id: notice.id })}#entscheiden`}
              noValidate
            >
              <HiddenValues values={{ stand: standMark(now) }} />
              <ChoiceField
                {...field('decision')}
                values={state.typed?.decision ? [state.typed.decision] : []}
                options={noticeDecisions.map((value) => ({ value, label: t(`participation.decide.${value}`) }))}
              />
              <Codes field={field('code')} visit={visit} />
              <TextArea {...field('reason')} rows={5} maxLength={longestReason} />
              <Button text={t('participation.decide.do')} />
            </form>
          </Section>
        )}
        <Section title={t('participation.moderate.acts')} id="verlauf">
          <Statements statements={one.statements} names={one.names} visit={visit} />
        </Section>
      </>
    ),
  }
}

/** One objection as whoever looks a second time sees it. */
export function objectionView(
  visit: Visit,
  one: ObjectionCase & { readonly now: Now; readonly names: ReadonlyMap<string, string> },
  state: DecideState,
): View {
  const { t, lang } = visit
  const { objection, statement, now } = one
  const field = fieldsOf(visit, state)
  const title = t('participation.objection.title', { act: t(`participation.act.${statement.act}`) })
  const mine = objection.firstPerson !== null && objection.firstPerson === visit.actor.person?.id
  return {
    title,
    robots: 'noindex',
    frame: 'staff',
    area: 'notices',
    crumbs: [
      { label: t('participation.notices.title'), href: visit.to(routes.notices, {}, { stand: 'widersprueche' }) },
      { label: title },
    ],
    body: (
      <>
        {state.said && (
          <Message
            kind={state.said === 'inzwischen' ? 'warning' : 'success'}
            title={t(`participation.decide.said.${state.said}`)}
            live
            t={t}
          />
        )}
        <Faults visit={visit} state={state} />
        <Head pre={t(`participation.objection.party.${objection.party}`)} title={title} t={t}>
          <p class="alm-meta">
            <span>{formatMoment(objection.receivedAt, lang, 'text')}</span>
          </p>
        </Head>
        <Section title={t('participation.objection.text')} id="widerspruch">
          <Said text={objection.body} />
        </Section>
        <Section title={t('participation.objection.first')} id="erste">
          <Statements statements={[statement]} names={one.names} visit={visit} />
        </Section>
        <Section title={t('participation.objection.thing')} id="gegenstand">
          <Thing now={now} comment={statement.comment !== null} visit={visit} />
        </Section>
        {objection.decidedAt ? (
          <Section title={t('participation.objection.second')} id="zweite">
            <p>
              <strong>{t(objection.upheld ? 'participation.objection.upheld' : 'participation.objection.changed')}</strong>
            </p>
            <Said text={objection.answer} />
          </Section>
        ) : mine ? (
          <Message kind="info" title={t('participation.objection.not-you')} t={t} />
        ) : (
          <Section title={t('participation.objection.second')} id="entscheiden" note={t('participation.objection.second.note')}>
            <form
              class="alm-form"
              method="post"
              action={`${visit.to(routes.decideObjection, { id: objection.id })}#entscheiden`}
              noValidate
            >
              <ChoiceField
                {...field('upheld')}
                values={state.typed?.upheld ? [state.typed.upheld] : []}
                options={['ja', 'nein'].map((value) => ({ value, label: t(`participation.objection.choice.${value}`) }))}
              />
              {objection.party === 'notifier' && statement.act === 'kept' && <Codes field={field('code')} visit={visit} />}
              <TextArea {...field('reason')} rows={5} maxLength={longestReason} />
              <Button text={t('participation.objection.do')} />
            </form>
          </Section>
        )}
      </>
    ),
  }
}
