import { formatMoment } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Receipt } from '#ui/components/receipt/receipt.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status, type StatusKind } from '#ui/components/status/status.tsx'
import { Timeline } from '#ui/components/timeline/timeline.tsx'
import type { FormatSection } from '../../format.ts'
import { numberOf } from '../../model/procedure.ts'
import type { Asked, Submission, SubmissionFault } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import { mayCorrect, type OwnSubmission } from '../../use-cases/own-submission.ts'
import { AnswerPost } from '../answer-post.tsx'
import { procedureCrumbs } from '../crumbs.ts'
import { DecisionLine } from '../decision-line.tsx'
import type { RefusedObjection } from '../notices/objection-part.tsx'
import { faultLines, type PointGround, SubmissionFields, type Typed } from '../submit/fields.tsx'
import { stepsOf } from '../words.ts'
import { OwnDecisions, OwnTalk } from './own-talk.tsx'

/** What was said last, and what was typed. */
export interface OwnState {
  readonly said?: string | undefined
  readonly typed?: Typed
  readonly faults?: readonly SubmissionFault[]
  readonly reply?: string
  readonly replyFault?: 'missing' | 'long'
  readonly refused?: RefusedObjection
  readonly point?: PointGround
  /** The words are not changed any more, only withdrawn. */
  readonly final?: boolean
  /** What the format shows of it. */
  readonly parts?: readonly FormatSection[]
}

/** Where a submission stands, in a word. */
export function submissionStand(one: Submission, visit: Visit): { kind: StatusKind; text: string } {
  const text = visit.t(`participation.state.${one.state === 'public' && one.outcome ? 'answered' : one.state}`)
  if (one.state === 'waiting') return { kind: 'run', text }
  if (one.state === 'hidden' || one.state === 'withdrawn') return { kind: 'idle', text }
  return { kind: 'ok', text }
}

const typedFrom = (one: Submission): Typed => ({
  title: one.title,
  body: one.body,
  category: one.category ?? '',
  place: one.place ?? '',
  geometry: one.geometry?.type === 'Point' ? one.geometry.coordinates.join(', ') : '',
})

/** What whoever handed something in sees behind the secret link: receipt, what comes next, the answer, what can still be changed. */
export function ownSubmissionView(visit: Visit, own: OwnSubmission, asked: Asked, state: OwnState): View {
  const { t, lang } = visit
  const { submission, procedure, phases, answers } = own
  const number = numberOf(procedure.prefix, submission.number)
  const action = visit.to(routes.changeOwnSubmission, { token: visit.params.token ?? '' })
  const stand = submissionStand(submission, visit)
  const fresh = state.said === 'neu'
  const shown = answers.filter((one) => one.kind === 'answer')
  return {
    title: number,
    robots: 'noindex, nofollow',
    secret: true,
    islands: state.point ? ['point-field'] : [],
    area: 'participation',
    crumbs: procedureCrumbs(visit, procedure, number),
    body: (
      <>
        {state.said && !fresh && (
          <Message
            kind={state.said === 'zu-spaet' ? 'warning' : 'success'}
            title={t(`participation.own.said.${state.said}`)}
            live
            t={t}
          />
        )}
        <Head pre={procedure.title} title={fresh ? t('participation.own.thanks') : submission.title || number} t={t}>
          <Receipt label={t('participation.own.number')} number={number}>
            <p>
              <Status kind={stand.kind}>{stand.text}</Status>
            </p>
            <p class="alm-small">
              {submission.receivedOn
                ? t(`participation.receipt.${submission.channel}`, { date: formatDay(submission.receivedOn, lang) })
                : t('participation.own.received', { when: formatMoment(submission.receivedAt, lang, 'text') })}{' '}
              {submission.confirmedAt &&
                `${t('participation.own.confirmed', { when: formatMoment(submission.confirmedAt, lang, 'text') })} `}
              {submission.state === 'waiting' && t('participation.own.waits')}
              {submission.state === 'public' &&
                submission.outcome === null &&
                (procedure.answerBy
                  ? t('participation.own.answer-by', { date: formatDay(procedure.answerBy, lang) })
                  : t('participation.own.answer'))}
            </p>
          </Receipt>
          <Note kind="accent">
            <p>
              <strong>{t('participation.own.link')}</strong> {t('participation.own.link.note')}
            </p>
          </Note>
          {own.into && (
            <LinkList
              links={[
                {
                  href: visit.to(routes.submission, {
                    slug: procedure.slug,
                    number: numberOf(procedure.prefix, own.into.number),
                  }),
                  text: t('participation.own.merged', { number: numberOf(procedure.prefix, own.into.number) }),
                },
              ]}
            />
          )}
          {submission.state === 'public' && (
            <LinkList
              links={[
                {
                  href: visit.to(routes.submission, { slug: procedure.slug, number }),
                  text: t('participation.own.public'),
                },
              ]}
            />
          )}
        </Head>
        <ErrorSummary faults={faultLines(visit, state.faults ?? [])} t={t} />
        {state.parts?.map((part) => (
          <Section key={part.id} title={part.title} id={part.id} {...(part.note ? { note: part.note } : {})}>
            {part.body}
          </Section>
        ))}
        {shown.length > 0 && (
          <Section title={t('participation.answer')} id="antwort">
            {shown.map((one) => (
              <AnswerPost key={one.id} post={one} visit={visit} />
            ))}
          </Section>
        )}
        <OwnDecisions own={own} action={action} visit={visit} refused={state.refused} />
        <OwnTalk own={own} action={action} visit={visit} reply={state.reply} fault={state.replyFault} />
        {own.decision && (
          <Section title={t('participation.decision.became')} id="beschluss">
            <DecisionLine one={own.decision} visit={visit} />
          </Section>
        )}
        {phases.length > 0 && (
          <Section title={t('participation.own.next')} id="so-geht-es-weiter">
            <Timeline steps={stepsOf(phases, visit)} t={t} />
          </Section>
        )}
        {!state.final && mayCorrect(own, visit.now) ? (
          <Section title={t('participation.own.correct')} id="aendern" note={t('participation.own.correct.note')}>
            <form class="alm-form" method="post" action={action} noValidate>
              <SubmissionFields
                asked={asked}
                typed={state.typed ?? typedFrom(submission)}
                faults={state.faults ?? []}
                visit={visit}
                own
                point={state.point}
              />
              <Button kind="secondary" text={t('participation.own.save')} name="tat" value="aendern" />
            </form>
          </Section>
        ) : (
          (submission.title || submission.body) && (
            <Section title={t('participation.own.text')} id="text">
              <p>
                <strong>{submission.title}</strong>
              </p>
              <Said text={submission.body} />
            </Section>
          )
        )}
        {submission.state !== 'withdrawn' && submission.state !== 'merged' && (
          <Section title={t('participation.own.withdraw')} id="zurueckziehen" note={t('participation.own.withdraw.note')}>
            <form method="post" action={action}>
              <Actions>
                <Button kind="danger" text={t('participation.own.withdraw.do')} name="tat" value="zurueckziehen" />
              </Actions>
            </form>
          </Section>
        )}
      </>
    ),
  }
}
