import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import type { Decision } from '../../model/decision.ts'
import { numberOf } from '../../model/procedure.ts'
import type { Submission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import type { AnswerRow } from '../../store/answer-store.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { AnswerPost } from '../answer-post.tsx'
import { DecisionLine } from '../decision-line.tsx'
import { SubmissionWays } from '../follow/ways.tsx'

export interface SubmissionData {
  readonly submission: Submission
  readonly answers: readonly AnswerRow[]
  readonly decision?: Decision | undefined
}

/** The public page of a submission. */
export function submissionView(visit: Visit, opened: ShownProcedure, data: SubmissionData): View {
  const { t, lang } = visit
  const { procedure } = opened
  const { submission: one, answers } = data
  const number = numberOf(procedure.prefix, one.number)
  const other = one.lang === lang ? undefined : one.lang
  return {
    title: `${one.title}, ${number}`,
    description: one.body.slice(0, 280),
    area: 'participation',
    crumbs: [
      { label: t('participation.nav'), href: visit.to(routes.procedures) },
      { label: procedure.title, href: visit.to(routes.procedure, { slug: procedure.slug }) },
      { label: number },
    ],
    body: (
      <>
        <Head pre={`${procedure.title}, ${t('participation.number', { number })}`} title={one.title} lang={other} t={t}>
          <p class="alm-meta">
            {one.outcome && <Status kind="ok">{t(`participation.outcome.${one.outcome}`)}</Status>}
            <span>{formatDay(dayOf(one.receivedAt), lang)}</span>
            {one.author && <span>{one.author}</span>}
            {one.category && <span>{one.category}</span>}
            {one.place && <span>{one.place}</span>}
            {one.channel !== 'web' && <span>{t(`participation.channel.${one.channel}`)}</span>}
          </p>
        </Head>
        <Section title={t('participation.submission.text')} id="text">
          <Said text={one.body} lang={other} />
        </Section>
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
