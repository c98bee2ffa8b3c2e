import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { CheckField, ChoiceField, SelectField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { outsides } from '../../../../model/inside.ts'
import { pagesOf } from '../../model/answer.ts'
import { kinds, optionsOf, type Question } from '../../model/questionnaire.ts'
import { surveyRoutes } from '../../survey-routes.ts'
import { mostCodes, questionDeeds } from '../../use-cases/edit-survey.ts'
import type { OpenedSurvey } from '../../use-cases/open-survey.ts'
import { staffFrame } from './staff-frame.tsx'

/** What the page of a survey's questions shows. */
export interface SurveyDesk {
  readonly survey: OpenedSurvey
  /** Somebody answered the questions of now: the next change makes a new version. */
  readonly answered: boolean
  readonly codes: { readonly made: number; readonly used: number }
  readonly said?: 'saved' | undefined
  /** Why nothing was changed, in words. */
  readonly fault?: string | undefined
}

function conditionWords({ condition }: Question, questions: readonly Question[], visit: Visit): string | undefined {
  const other = questions.find(({ id }) => id === condition?.question)
  if (!condition || !other) return undefined
  const options = optionsOf(other, visit.t('participation.survey.other'))
  const said = condition.options.map((id) => options.find((one) => one.id === id)?.text ?? id).join(', ')
  return visit.t('participation.survey.staff.only-if', { question: other.title, options: said })
}

function Line({ question, desk, visit }: { readonly question: Question; readonly desk: SurveyDesk; readonly visit: Visit }) {
  const { t } = visit
  const { procedure, settings } = desk.survey
  const about = [
    t(`participation.survey.kind.${question.kind}`),
    question.required ? t('participation.survey.staff.required') : '',
    conditionWords(question, settings.questions, visit) ?? '',
  ]
  return (
    <li id={question.id}>
      <a class="alm-link" href={visit.to(surveyRoutes.staffQuestion, { id: procedure.id, question: question.id })}>
        {question.title}
      </a>
      <p class="alm-small alm-muted">{about.filter(Boolean).join('. ')}</p>
      <form method="post" action={visit.to(surveyRoutes.changeSurvey, { id: procedure.id })}>
        <HiddenValues values={{ fassung: String(procedure.version), frage: question.id }} />
        <fieldset class="alm-actions">
          <legend class="kern-sr-only">{question.title}</legend>
          {questionDeeds.map((deed) => (
            <Button
              key={deed}
              kind={deed === 'remove' ? 'danger' : 'secondary'}
              text={t(`participation.survey.staff.${deed}`)}
              name="tat"
              value={deed}
            />
          ))}
        </fieldset>
      </form>
    </li>
  )
}

function Questions({ desk, visit }: { readonly desk: SurveyDesk; readonly visit: Visit }) {
  const { t } = visit
  const pages = pagesOf(desk.survey.settings.questions)
  return (
    <Section
      title={t('participation.survey.staff.tab.questions')}
      id="fragen"
      note={t(desk.answered ? 'participation.survey.staff.answered' : 'participation.survey.staff.unanswered')}
    >
      {pages.length === 0 && <p>{t('participation.survey.none')}</p>}
      {pages.map((page, i) => (
        <section key={page[0]?.id} aria-label={t('participation.survey.staff.page', { page: i + 1 })}>
          <h3>{t('participation.survey.staff.page', { page: i + 1 })}</h3>
          <ol class="alm-line">
            {page.map((question) => (
              <Line key={question.id} question={question} desk={desk} visit={visit} />
            ))}
          </ol>
        </section>
      ))}
    </Section>
  )
}

function Settings({ desk, visit }: { readonly desk: SurveyDesk; readonly visit: Visit }) {
  const { t } = visit
  const { procedure, settings } = desk.survey
  return (
    <Section title={t('participation.survey.staff.settings')} id="einstellungen">
      <form class="alm-form" method="post" action={visit.to(surveyRoutes.changeSurvey, { id: procedure.id })}>
        <HiddenValues values={{ fassung: String(procedure.version) }} />
        <ChoiceField
          id="results"
          name="results"
          label={t('participation.survey.staff.results')}
          options={(['live', 'after', 'staff'] as const).map((value) => ({
            value,
            label: t(`participation.survey.staff.results.${value}`),
          }))}
          values={[settings.results]}
          t={t}
        />
        <CheckField
          id="texts"
          name="texts"
          label={t('participation.survey.staff.texts')}
          help={t('participation.survey.staff.texts.help')}
          checked={settings.texts}
          t={t}
          optional
        />
        <CheckField
          id="codes"
          name="codes"
          label={t('participation.survey.staff.codes')}
          help={t('participation.survey.staff.codes.help')}
          checked={settings.codes}
          t={t}
          optional
        />
        {settings.questions.some(({ kind }) => kind === 'place') && (
          <ChoiceField
            id="outside"
            name="outside"
            label={t('participation.survey.staff.outside')}
            help={t('participation.survey.staff.outside.help')}
            options={outsides.map((value) => ({ value, label: t(`participation.survey.staff.outside.${value}`) }))}
            values={[settings.outside]}
            t={t}
          />
        )}
        <Button kind="secondary" text={t('participation.survey.staff.save')} name="tat" value="einstellen" />
      </form>
    </Section>
  )
}

/** The questions of a survey, its settings, and its codes. */
export function surveyDeskView(visit: Visit, desk: SurveyDesk): View {
  const { t } = visit
  const { procedure, settings } = desk.survey
  return staffFrame(
    visit,
    desk.survey,
    'questions',
    <>
      {desk.said && <Message kind="success" title={t('participation.survey.staff.saved')} live t={t} />}
      {desk.fault && <Message kind="warning" title={desk.fault} live t={t} />}
      <Head title={procedure.title} lead={t('participation.survey.told.questions', { count: settings.questions.length })} t={t} />
      <Questions desk={desk} visit={visit} />
      <Section title={t('participation.survey.staff.add')} id="neu">
        <form class="alm-form" method="post" action={visit.to(surveyRoutes.changeSurvey, { id: procedure.id })} noValidate>
          <HiddenValues values={{ fassung: String(procedure.version) }} />
          <TextField id="titel" name="titel" label={t('participation.survey.edit.title')} maxLength={300} t={t} />
          <SelectField
            id="art"
            name="art"
            label={t('participation.survey.staff.kind')}
            options={kinds.map((value) => ({ value, label: t(`participation.survey.kind.${value}`) }))}
            t={t}
          />
          <Button text={t('participation.survey.staff.add')} name="tat" value="neu" />
        </form>
      </Section>
      <Settings desk={desk} visit={visit} />
      {settings.codes && visit.may('participation/publish') && (
        <Section
          title={t('participation.survey.staff.make-codes')}
          id="codes-drucken"
          note={t('participation.survey.staff.code-figures', desk.codes)}
        >
          <form class="alm-form" method="post" action={visit.to(surveyRoutes.surveyCodes, { id: procedure.id })}>
            <TextField
              id="anzahl"
              name="anzahl"
              type="number"
              label={t('participation.survey.staff.code-count')}
              help={t('participation.survey.staff.code-count.help', { most: mostCodes })}
              value="100"
              t={t}
            />
            <Actions>
              <Button kind="secondary" text={t('participation.survey.staff.make-codes')} />
            </Actions>
          </form>
        </Section>
      )}
    </>,
  )
}
