import type { Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Choice } from '#ui/components/choice/choice.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import type { Procedure } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import type { AnswerList } from '../../store/staff-answer-store.ts'
import { askedIn } from '../../use-cases/open-procedure.ts'
import type { AskedAnswers } from './read-answers.ts'

/** Which submissions are listed: by stand, by theme, by words. */
export function AnswerFilterLine({
  asked,
  procedure,
  visit,
  lists,
}: {
  readonly asked: AskedAnswers
  readonly procedure: Procedure
  readonly visit: Visit
  readonly lists: readonly AnswerList[]
}) {
  const { t } = visit
  const categories = askedIn(procedure)?.categories ?? []
  const here = (change: Record<string, string | undefined>) =>
    visit.to(routes.staffAnswers, { id: procedure.id }, { ...asked.params, aehnlich: undefined, ...change })
  const kept = { liste: asked.filter.list, thema: asked.filter.category, weg: asked.filter.channel }
  return (
    <form class="alm-form" method="get" action={visit.to(routes.staffAnswers, { id: procedure.id })}>
      <HiddenValues values={kept} />
      <TextField
        id="q"
        name="q"
        type="search"
        label={t('participation.submissions.words')}
        value={visit.query.get('q') ?? ''}
        optional
        t={t}
      />
      <Actions>
        <Button kind="secondary" text={t('participation.procedures.find')} />
        <Choice
          label={t('participation.answers.list')}
          links={lists.map((list) => ({
            text: t(`participation.answers.list.${list}`),
            href: here({ liste: list }),
            current: asked.filter.list === list && asked.like === undefined,
          }))}
        />
        {categories.length > 0 && (
          <Choice
            label={t('participation.field.category')}
            links={[undefined, ...categories].map((category) => ({
              text: category ?? t('participation.stand.all'),
              href: here({ thema: category }),
              current: asked.filter.category === category,
            }))}
          />
        )}
      </Actions>
    </form>
  )
}
