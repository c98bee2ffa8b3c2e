import type { Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { SelectField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { longestAnswer } from '../../model/answer.ts'
import { outcomes, reasons } from '../../model/submission.ts'
import type { AnswersPage, TypedAnswer } from './answers-view.tsx'

const none = (visit: Visit) => ({ value: '', label: visit.t('participation.field.category.choose') })

/** The form below the list: what is answered to everything that is ticked, and to which decision it led. */
export function AnswerForm({ data, visit }: { readonly data: AnswersPage; readonly visit: Visit }) {
  const { t } = visit
  const { typed, faults, blocks, decisions } = data
  const field = (name: keyof TypedAnswer) => ({
    id: name,
    name,
    label: t(`participation.answers.field.${name}`),
    error:
      faults.find((one) => one.field === name) &&
      t(`participation.answer-fault.${name}.${faults.find((one) => one.field === name)?.fault}`),
    t,
  })
  return (
    <>
      <Section title={t('participation.answers.answer')} id="antworten" note={t('participation.answers.answer.note')}>
        <div class="alm-form">
          {blocks.length > 0 && (
            <>
              <SelectField
                id="block"
                name="block"
                label={t('participation.answers.block')}
                options={[none(visit), ...blocks.map((one) => ({ value: one.id, label: one.title }))]}
                optional
                t={t}
              />
              <Button kind="secondary" text={t('participation.answers.block.take')} name="tat" value="baustein" />
            </>
          )}
          <SelectField
            {...field('outcome')}
            value={typed.outcome}
            options={[none(visit), ...outcomes.map((value) => ({ value, label: t(`participation.outcome.${value}`) }))]}
          />
          <SelectField
            {...field('reason')}
            help={t('participation.answers.field.reason.help')}
            value={typed.reason}
            optional
            options={[none(visit), ...reasons.map((value) => ({ value, label: t(`participation.reason.${value}`) }))]}
          />
          <TextArea
            {...field('body')}
            help={t('participation.answers.field.body.help')}
            value={typed.body}
            rows={8}
            maxLength={longestAnswer.body}
          />
          <TextField {...field('office')} value={typed.office} maxLength={longestAnswer.office} />
          <Button text={t('participation.answers.preview')} name="tat" value="vorschau" />
        </div>
      </Section>
      {decisions.length > 0 && (
        <Section title={t('participation.answers.decision')} id="verknuepfen" note={t('participation.answers.decision.note')}>
          <div class="alm-form">
            <SelectField
              id="decision"
              name="decision"
              label={t('participation.answers.decision.which')}
              options={[none(visit), ...decisions.map((one) => ({ value: one.id, label: one.title }))]}
              optional
              t={t}
            />
            <Actions>
              <Button kind="secondary" text={t('participation.answers.decision.link')} name="tat" value="beschluss" />
              <Button kind="secondary" text={t('participation.answers.decision.unlink')} name="tat" value="loesen" />
            </Actions>
          </div>
        </Section>
      )}
    </>
  )
}
