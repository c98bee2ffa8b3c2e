import type { Query } from '#kernel/route.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { AnswerDraft } from '../../model/answer.ts'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import type { Submission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import { AnswerPost } from '../answer-post.tsx'
import { staffFrame } from '../staff-procedure.ts'
import type { TypedAnswer } from './answers-view.tsx'

/** What an answer will look like, and under what it will stand; nothing is said yet. */
export function previewView(
  visit: Visit,
  procedure: Procedure,
  data: {
    readonly rows: readonly Submission[]
    readonly answer: AnswerDraft
    readonly typed: TypedAnswer
    readonly params: Query
  },
): View {
  const { t } = visit
  const { rows, answer, typed, params } = data
  return {
    ...staffFrame(visit, procedure, 'answers'),
    body: (
      <>
        <Head
          pre={procedure.title}
          title={t('participation.answers.preview.title', { count: rows.length })}
          lead={t('participation.answers.preview.lead')}
          t={t}
        />
        <Section title={t('participation.answer')} id="antwort">
          <AnswerPost post={{ ...answer, id: 'vorschau', kind: 'answer', at: visit.now }} visit={visit} />
        </Section>
        <Section title={t('participation.answers.preview.under')} id="beitraege">
          <ul class="alm-list">
            {rows.map((one) => (
              <li key={one.id}>
                {numberOf(procedure.prefix, one.number)}: {one.title}
                {one.outcome && ` (${t('participation.answers.preview.again')})`}
              </li>
            ))}
          </ul>
        </Section>
        <form method="post" action={visit.to(routes.sendAnswers, { id: procedure.id }, params)}>
          <HiddenValues values={{ ...typed, pick: rows.map(({ id }) => id) }} />
          <Actions>
            <Button text={t('participation.answers.send')} name="tat" value="antworten" />
            <Button kind="secondary" text={t('participation.answers.change')} name="tat" value="aendern" />
          </Actions>
        </form>
      </>
    ),
  }
}
