import type { Translate } from '#kernel/locale.ts'
import { ChoiceField, SelectField, TextField } from '#ui/components/form-field/form-field.tsx'
import type { Children } from '#ui/vocabulary.ts'
import type { Question } from '../model/questionnaire.ts'
import { longest, partName } from '../model/read-answer.ts'

/** A fault in words and the field it belongs to. */
export interface FieldFault {
  readonly field: string
  readonly text: string
}

interface GroupProps {
  readonly question: Question
  readonly filled: URLSearchParams
  readonly fault: FieldFault | undefined
  readonly t: Translate
}

/** A question of several fields: its title is the legend, its help is read with the group. */
function Fields({ question, t, children }: Pick<GroupProps, 'question' | 't'> & { readonly children: Children }) {
  const describing = question.help || helps[question.kind] ? `${question.id}-hilfe` : undefined
  return (
    <fieldset class="alm-field" aria-describedby={describing}>
      <legend class="kern-label">
        {question.title}
        {!question.required && <span class="kern-label__optional"> – {t('ui.field.optional')}</span>}
      </legend>
      {describing && (
        <p class="kern-hint" id={describing}>
          {[question.help, helps[question.kind]?.(t)].filter(Boolean).join(' ')}
        </p>
      )}
      <div class="alm-form">{children}</div>
    </fieldset>
  )
}

const helps: Partial<Readonly<Record<Question['kind'], (t: Translate) => string>>> = {
  ranking: (t) => t('participation.survey.ranking.help'),
  place: (t) => t('participation.survey.place.help'),
  budget: (t) => t('participation.survey.budget.help'),
}

/** Ranking, place and budget: one small field for each part. */
export function Group({ question, filled, fault, t }: GroupProps) {
  const part = (name: string, label: string) => ({
    id: name,
    name,
    label,
    value: filled.get(name) ?? '',
    // The legend says already whether the question may be left out.
    optional: !question.required,
    ...(fault?.field === name ? { error: fault.text } : {}),
    t,
  })
  if (question.kind === 'place')
    return (
      <Fields question={question} t={t}>
        <TextField {...part(question.id, t('participation.survey.place.words'))} maxLength={longest.place} />
        <TextField {...part(partName(question, 'point'), t('participation.survey.place.point'))} optional />
      </Fields>
    )
  return (
    <Fields question={question} t={t}>
      {question.options.map((one) =>
        question.kind === 'ranking' ? (
          <SelectField
            key={one.id}
            {...part(partName(question, one.id), one.text)}
            options={[
              { value: '', label: t('participation.survey.ranking.none') },
              ...question.options.map((_, i) => ({
                value: String(i + 1),
                label: t('participation.survey.ranking.place', { place: i + 1 }),
              })),
            ]}
          />
        ) : (
          <TextField
            key={one.id}
            {...part(partName(question, one.id), t('participation.survey.budget.part', { option: one.text }))}
          />
        ),
      )}
    </Fields>
  )
}

/** A matrix: each line a small question of its own, which also reads well at 200 % and by ear. */
export const MatrixField = ({ question, filled, fault, t }: GroupProps) => (
  <Fields question={question} t={t}>
    {question.rows.map((row) => {
      const name = partName(question, row.id)
      return (
        <ChoiceField
          key={row.id}
          id={name}
          name={name}
          label={row.text}
          options={question.options.map((one) => ({ value: one.id, label: one.text }))}
          values={filled.getAll(name)}
          optional={!question.required}
          {...(fault?.field === name ? { error: fault.text } : {})}
          t={t}
        />
      )
    })}
  </Fields>
)
