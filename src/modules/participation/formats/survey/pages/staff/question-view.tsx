import type { Translate } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { CheckField, ChoiceField, SelectField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { filesAllowed, fileTypes, isChoosing, mostFiles, optionsOf, type Question } from '../../model/questionnaire.ts'
import { conditionChoices, hasOptions, type QuestionFault, quotaLines } from '../../model/read-question.ts'
import { surveyRoutes } from '../../survey-routes.ts'
import type { OpenedSurvey } from '../../use-cases/open-survey.ts'
import { staffFrame } from './staff-frame.tsx'

/** A question with what is typed in its form. */
export interface QuestionDesk {
  readonly survey: OpenedSurvey
  readonly question: Question
  readonly typed?: URLSearchParams
  readonly faults?: readonly QuestionFault[]
  /** Why it was not saved, in words. */
  readonly fault?: string
}

/** A question as its form holds it. */
function fieldsOf(question: Question): URLSearchParams {
  const form = new URLSearchParams({
    title: question.title,
    help: question.help,
    options: question.options.map(({ text }) => text).join('\n'),
    rows: question.rows.map(({ text }) => text).join('\n'),
    most: String(question.most ?? ''),
    files: String(filesAllowed(question)),
    min: String(question.min ?? ''),
    max: String(question.max ?? ''),
    steps: String(question.steps),
    low: question.low,
    high: question.high,
    quotas: quotaLines(question),
  })
  for (const name of ['required', 'page', 'other'] as const) if (question[name]) form.set(name, '1')
  for (const one of question.types) form.append('types', one)
  for (const option of question.condition?.options ?? []) form.append('condition', `${question.condition?.question}=${option}`)
  return form
}

const faultWords = (fault: QuestionFault, t: Translate) => t(`participation.survey.edit.fault.${fault.fault}`, fault.params ?? {})

function Fields({ desk, visit }: { readonly desk: QuestionDesk; readonly visit: Visit }) {
  const { t } = visit
  const { question } = desk
  const form = desk.typed ?? fieldsOf(question)
  const field = (name: string, optional = true) => {
    const fault = desk.faults?.find((one) => one.field === name)
    return {
      id: name,
      name,
      label: t(`participation.survey.edit.${name}`),
      value: form.get(name) ?? '',
      optional,
      t,
      ...(fault ? { error: faultWords(fault, t) } : {}),
    }
  }
  const helped = (name: string, optional = true) => ({
    ...field(name, optional),
    help: t(`participation.survey.edit.${name}.help`),
  })
  const tick = (name: string) => ({ ...field(name), value: '1', checked: form.has(name) })
  const conditions = conditionChoices(desk.survey.settings.questions, question.id, (one) =>
    optionsOf(one, t('participation.survey.other')),
  )
  return (
    <>
      <TextField {...field('title', false)} maxLength={300} />
      <TextArea {...field('help')} rows={2} maxLength={500} />
      {hasOptions(question) && <TextArea {...helped('options', false)} rows={8} />}
      {question.kind === 'matrix' && <TextArea {...helped('rows', false)} rows={6} />}
      {(question.kind === 'single' || question.kind === 'multiple') && <CheckField {...tick('other')} />}
      {question.kind === 'multiple' && <TextField {...helped('most')} />}
      {question.kind === 'file' && (
        <>
          <SelectField
            {...field('files', false)}
            options={Array.from({ length: mostFiles }, (_, i) => ({ value: String(i + 1), label: String(i + 1) }))}
          />
          <ChoiceField
            {...helped('types', false)}
            several
            options={fileTypes.map((value) => ({ value, label: t(`participation.survey.types.${value}`) }))}
            values={form.getAll('types')}
          />
        </>
      )}
      {question.kind === 'number' && (
        <>
          <TextField {...field('min')} />
          <TextField {...field('max')} />
        </>
      )}
      {question.kind === 'rating' && (
        <>
          <TextField {...helped('steps', false)} />
          <TextField {...field('low')} maxLength={60} />
          <TextField {...field('high')} maxLength={60} />
        </>
      )}
      <CheckField {...tick('required')} />
      <CheckField {...tick('page')} />
      {conditions.length > 0 && (
        <ChoiceField
          {...helped('condition')}
          several
          options={conditions.map(({ value, question: title, text }) => ({ value, label: `${title} – ${text}` }))}
          values={form.getAll('condition')}
        />
      )}
      {isChoosing(question) && <TextArea {...helped('quotas')} rows={3} />}
    </>
  )
}

/** One question to edit. */
export function questionView(visit: Visit, desk: QuestionDesk): View {
  const { t } = visit
  const { survey, question, faults = [] } = desk
  return staffFrame(
    visit,
    survey,
    'questions',
    <>
      {desk.fault && <Message kind="warning" title={desk.fault} live t={t} />}
      <ErrorSummary faults={faults.map((one) => ({ field: one.field, text: faultWords(one, t) }))} t={t} />
      <Head pre={t(`participation.survey.kind.${question.kind}`)} title={question.title} t={t} />
      <form
        class="alm-form"
        method="post"
        action={visit.to(surveyRoutes.changeQuestion, { id: survey.procedure.id, question: question.id })}
        noValidate
      >
        <HiddenValues values={{ fassung: String(survey.procedure.version) }} />
        <Fields desk={desk} visit={visit} />
        <Actions>
          <Button text={t('participation.survey.staff.save')} />
          <a class="alm-link" href={visit.to(surveyRoutes.staffSurvey, { id: survey.procedure.id })}>
            {t('participation.survey.staff.back')}
          </a>
        </Actions>
      </form>
    </>,
    question.title,
  )
}
