import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import type { Children } from '#ui/vocabulary.ts'
import type { FormatSection } from '../../format.ts'
import type { Decision } from '../../model/decision.ts'
import { numberOf } from '../../model/procedure.ts'
import type { Submission } from '../../model/submission.ts'
import type { AnswerRow } from '../../store/answer-store.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { AnswerPost } from '../answer-post.tsx'
import { procedureCrumbs } from '../crumbs.ts'
import { DecisionLine } from '../decision-line.tsx'
import { type CommentsData, CommentsSection } from '../dialogue/comments-section.tsx'
import { type Rating, ReactionForm } from '../dialogue/reaction-form.tsx'
import { SubmissionWays } from '../follow/ways.tsx'

export interface SubmissionData {
  readonly submission: Submission
  readonly answers: readonly AnswerRow[]
  readonly decision?: Decision | undefined
  /** How its format tells it; its plain text otherwise. */
  readonly told?: Children | undefined
  readonly comments: CommentsData | undefined
  readonly rating: Rating | undefined
  /** What the format shows of it. */
  readonly parts: readonly FormatSection[]
}

/** What was said last: the comment that came too late, with its words. */
export interface SubmissionState {
  readonly unsent?: { readonly why: 'closed' | 'no-parent'; readonly text: string }
}

function Unsent({ unsent, visit }: { readonly unsent: NonNullable<SubmissionState['unsent']>; readonly visit: Visit }) {
  const { t } = visit
  return (
    <Message kind="warning" title={t(`participation.comment.unsent.${unsent.why}`)} live t={t}>
      <p>{t('participation.closed.yours.note')}</p>
      <Said text={unsent.text} />
    </Message>
  )
}

/** How many stand how, and the buttons; a sentence where the timetable allows no more. */
function Reactions({
  one,
  opened,
  rating,
  visit,
}: {
  readonly one: Submission
  readonly opened: ShownProcedure
  readonly rating: Rating
  readonly visit: Visit
}) {
  const { t } = visit
  const three = rating.dialogue.rating === 'three'
  const counts = [
    t(rating.dialogue.agree ? `${rating.dialogue.agree}.count` : 'participation.count.agree', { count: one.agree }),
    ...(three
      ? [t('participation.count.neutral', { count: one.neutral }), t('participation.count.disagree', { count: one.disagree })]
      : []),
  ]
  const said = visit.query.get('stimme')
  return (
    <div id="stimme" class="participation-stand">
      <p class="alm-meta">
        {counts.map((count) => (
          <span key={count}>{count}</span>
        ))}
      </p>
      <ReactionForm one={one} procedure={opened.procedure} rating={rating} visit={visit} />
      {!rating.open && <p class="alm-small alm-muted">{t('participation.react.closed.note')}</p>}
      {(said === 'da' || said === 'zurueck') && rating.open && (
        <p class="alm-small" role="status">
          {t(`participation.react.said.${said}`)}
        </p>
      )}
    </div>
  )
}

/** The public page of a submission. */
export function submissionView(visit: Visit, opened: ShownProcedure, data: SubmissionData, state: SubmissionState = {}): View {
  const { t, lang } = visit
  const { procedure } = opened
  const { submission: one, answers, comments, rating } = data
  const number = numberOf(procedure.prefix, one.number)
  const other = one.lang === lang ? undefined : one.lang
  return {
    title: `${one.title}, ${number}`,
    description: one.body.slice(0, 280),
    area: 'participation',
    crumbs: procedureCrumbs(visit, procedure, number),
    islands: comments?.slow ? puzzleIslands : [],
    body: (
      <>
        {state.unsent && <Unsent unsent={state.unsent} visit={visit} />}
        <Head pre={`${procedure.title}, ${t('participation.number', { number })}`} title={one.title} lang={other} t={t}>
          <p class="alm-meta">
            {one.outcome && !opened.format.submissionParts && (
              <Status kind="ok">{t(`participation.outcome.${one.outcome}`)}</Status>
            )}
            <span>{formatDay(dayOf(one.receivedAt), lang)}</span>
            {one.author && <span>{one.author}</span>}
            {one.category && <span>{one.category}</span>}
            {one.place && <span>{one.place}</span>}
            {one.channel !== 'web' && <span>{t(`participation.channel.${one.channel}`)}</span>}
          </p>
        </Head>
        <Section title={t('participation.submission.text')} id="text">
          {data.told ?? <Said text={one.body} lang={other} />}
          {rating && <Reactions one={one} opened={opened} rating={rating} visit={visit} />}
        </Section>
        {data.parts.map((part) => (
          <Section key={part.id} title={part.title} id={part.id} {...(part.note ? { note: part.note } : {})}>
            {part.body}
          </Section>
        ))}
        <Section title={t('participation.answer')} id="antwort">
          {answers.length === 0 ? (
            <p>
              {procedure.answerBy
                ? t('participation.answer.by', { date: formatDay(procedure.answerBy, lang), office: procedure.office })
                : t('participation.answer.none', { office: procedure.office })}
            </p>
          ) : (
            answers.map((post) => <AnswerPost key={post.id} post={post} visit={visit} />)
          )}
        </Section>
        {comments && <CommentsSection visit={visit} opened={opened} submission={one} data={comments} />}
        <SubmissionWays procedure={procedure} number={number} visit={visit} />
        {data.decision && (
          <Section title={t('participation.decision.became')} id="beschluss">
            <DecisionLine one={data.decision} visit={visit} />
          </Section>
        )}
      </>
    ),
  }
}
