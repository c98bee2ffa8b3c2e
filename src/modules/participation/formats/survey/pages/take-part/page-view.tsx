import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { addDays } from '#kernel/deadline.ts'
import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { phaseFor } from '../../../../model/procedure.ts'
import { timeLeft } from '../../../../pages/words.ts'
import type { KnownFiles } from '../../model/answer.ts'
import { asksForFiles, type Question } from '../../model/questionnaire.ts'
import { restDays } from '../../store/response-store.ts'
import type { OpenedSurvey } from '../../use-cases/open-survey.ts'
import { QuestionField } from '../question-field.tsx'
import type { FieldFault } from '../question-groups.tsx'
import { surveyFrame } from './survey-frame.tsx'

/** One page of questions. */
export interface SurveyPage {
  readonly survey: OpenedSurvey
  /** Where the form is sent. */
  readonly action: string
  readonly questions: readonly Question[]
  /** Number of the page from 0 on, and how many there are. */
  readonly at: number
  readonly of: number
  readonly filled: URLSearchParams
  /** Files that its fields name. */
  readonly files?: KnownFiles | undefined
  readonly faults: readonly FieldFault[]
  /** What is wrong with the code, in words. */
  readonly codeFault?: string | undefined
  /** It stands behind a secret link. */
  readonly begun: boolean
  readonly saved?: boolean
  readonly slow?: SlowDown | undefined
}

function CodeField({ page, visit }: { readonly page: SurveyPage; readonly visit: Visit }) {
  const { t } = visit
  return (
    <TextField
      id="code"
      name="code"
      label={t('participation.survey.code')}
      help={t('participation.survey.code.help')}
      value={page.filled.get('code') ?? ''}
      autocomplete="off"
      maxLength={40}
      {...(page.codeFault ? { error: page.codeFault } : {})}
      t={t}
    />
  )
}

/** The fields of a page, which the preview of staff shows, too. */
export const PageFields = ({
  page,
  visit,
}: {
  readonly page: Pick<SurveyPage, 'questions' | 'filled' | 'faults' | 'files'>
  readonly visit: Visit
}) => (
  <>
    {page.questions.map((question) => (
      <QuestionField
        key={question.id}
        question={question}
        filled={page.filled}
        files={page.files}
        fault={page.faults.find(({ field }) => field === question.id || field.startsWith(`${question.id}-`))}
        t={visit.t}
      />
    ))}
  </>
)

/** A page to fill in: questions, forward, back, and keep for later. */
export function surveyPageView(visit: Visit, page: SurveyPage): View {
  const { t, lang } = visit
  const { survey, at, of, begun, slow } = page
  const { procedure, phases, settings } = survey
  const end = phaseFor(phases, 'submit', visit.now)?.endsAt
  const title = t('participation.survey.title')
  const lead = begun ? undefined : t('participation.survey.lead', { office: procedure.office })
  return surveyFrame(
    visit,
    survey,
    title,
    <>
      {page.saved && (
        <Message kind="success" title={t('participation.survey.saved')} live t={t}>
          <p>{t('participation.survey.saved.note', { date: formatDay(addDays(dayOf(visit.now), restDays), lang) })}</p>
        </Message>
      )}
      <ErrorSummary faults={[...(page.codeFault ? [{ field: 'code', text: page.codeFault }] : []), ...page.faults]} t={t} />
      <Head pre={procedure.title} title={of > 1 ? t('participation.survey.page', { at: at + 1, of }) : title} lead={lead} t={t}>
        {end && (
          <p class="alm-meta">
            <span>
              <strong>{timeLeft(end, visit)}</strong>
            </span>
          </p>
        )}
      </Head>
      <form
        class="alm-form"
        method="post"
        action={page.action}
        {...(asksForFiles(page.questions) ? { enctype: 'multipart/form-data' } : {})}
        noValidate
      >
        <HiddenValues values={{ seite: String(at) }} />
        {settings.codes && !begun && <CodeField page={page} visit={visit} />}
        <PageFields page={page} visit={visit} />
        {slow && <Puzzle challenge={slow.challenge} until={slow.until} email={visit.site.contact.email} t={t} />}
        {!begun && (
          <p class="alm-small">
            {t(settings.texts ? 'participation.survey.purpose.texts' : 'participation.survey.purpose', {
              count: procedure.retentionMonths,
            })}
            {asksForFiles(settings.questions) && ` ${t('participation.survey.purpose.files')}`}
          </p>
        )}
        <Actions>
          <Button
            text={t(at + 1 < of ? 'participation.survey.next' : 'participation.survey.check')}
            name="schritt"
            value="weiter"
          />
          {begun && at > 0 && <Button kind="secondary" text={t('participation.survey.back')} name="schritt" value="zurueck" />}
          <Button kind="secondary" text={t('participation.survey.save')} name="schritt" value="merken" />
        </Actions>
      </form>
    </>,
    { ...(begun ? { secret: true } : {}), islands: slow ? puzzleIslands : [] },
  )
}
