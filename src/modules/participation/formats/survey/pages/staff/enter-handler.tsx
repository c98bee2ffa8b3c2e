import { isId } from '#kernel/id.ts'
import { must } from '#kernel/result.ts'
import { type Answer, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { SelectField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { type ParticipationHouse, staffDb } from '../../../../house.ts'
import { paperChannels } from '../../../../model/paper/received.ts'
import { numberOf } from '../../../../model/procedure.ts'
import { paperRoutes } from '../../../../paper-routes.ts'
import { actingIn } from '../../../../use-cases/setup/acting.ts'
import { askedOf } from '../../model/answer.ts'
import { asksForFiles } from '../../model/questionnaire.ts'
import { isLeftOut, readPage } from '../../model/read-answer.ts'
import { surveyRoutes } from '../../survey-routes.ts'
import { enteredPaper, enterPaper } from '../../use-cases/enter-paper.ts'
import type { OpenedSurvey } from '../../use-cases/open-survey.ts'
import { type FormWithFiles, filesUpload, takeFiles, withFileFaults } from '../../use-cases/take-files.ts'
import { checkCode } from '../../use-cases/take-part.ts'
import { faultsInWords } from '../answer-words.ts'
import type { FieldFault } from '../question-groups.tsx'
import { PageFields } from '../take-part/page-view.tsx'
import { withStaffSurvey } from './handler.tsx'
import { staffFrame } from './staff-frame.tsx'

/** The form with all questions on one page, as they stand on the sheet. */
async function form(
  house: ParticipationHouse,
  visit: Visit,
  survey: OpenedSurvey,
  faults: readonly FieldFault[] = [],
  brought?: FormWithFiles,
): Promise<Answer> {
  const { t } = visit
  const { procedure, settings } = survey
  const filled = faults.length > 0 ? (brought?.form ?? visit.form) : new URLSearchParams()
  const before = visit.query.get('bogen') ?? undefined
  const entered = isId(before) ? await enteredPaper(house, visit, procedure.id, before) : undefined
  const faultAt = (field: string) => {
    const fault = faults.find((one) => one.field === field)
    return fault ? { error: fault.text } : {}
  }
  const view = staffFrame(
    visit,
    survey,
    'paper',
    <>
      {entered && (
        <Message
          kind="success"
          title={t('participation.survey.enter.done', { number: numberOf(procedure.prefix, entered.number) })}
          live
          t={t}
        >
          <p>
            {t('participation.survey.enter.link')}{' '}
            <span class="participation-hash">{visit.address(visit.site, surveyRoutes.ownSurvey, { token: entered.token })}</span>
          </p>
        </Message>
      )}
      <ErrorSummary faults={faults} t={t} />
      <Head pre={procedure.title} title={t('participation.survey.enter.title')} lead={t('participation.survey.enter.lead')} t={t}>
        {procedure.state === 'public' && (
          <LinkList
            links={[{ href: visit.to(paperRoutes.paper, { slug: procedure.slug }), text: t('participation.survey.enter.print') }]}
          />
        )}
      </Head>
      {settings.questions.length === 0 ? (
        <p>{t('participation.survey.none')}</p>
      ) : (
        <form
          class="alm-form"
          method="post"
          action={visit.to(surveyRoutes.sendSurveyPaper, { id: procedure.id })}
          {...(asksForFiles(settings.questions) ? { enctype: 'multipart/form-data' } : {})}
          noValidate
        >
          <SelectField
            id="weg"
            name="weg"
            label={t('participation.survey.enter.channel')}
            value={filled.get('weg') ?? 'letter'}
            options={paperChannels.map((value) => ({ value, label: t(`participation.channel.${value}`) }))}
            {...faultAt('weg')}
            t={t}
          />
          {settings.codes && (
            <TextField
              id="code"
              name="code"
              label={t('participation.survey.code')}
              value={filled.get('code') ?? ''}
              autocomplete="off"
              maxLength={40}
              {...faultAt('code')}
              t={t}
            />
          )}
          <PageFields page={{ questions: settings.questions, filled, faults, files: brought?.known }} visit={visit} />
          <Button text={t('participation.survey.enter.send')} />
        </form>
      )}
    </>,
    t('participation.survey.enter.title'),
  )
  return page(view, faults.length > 0 ? 422 : 200)
}

async function take(house: ParticipationHouse, visit: Visit, survey: OpenedSurvey): Promise<Answer> {
  const { t } = visit
  const { questions, codes } = survey.settings
  const taken = await takeFiles(
    house,
    staffDb(house, visit.site),
    {
      tenant: visit.site.id,
      procedure: survey.procedure.id,
      questions,
      form: visit.form,
      uploads: visit.uploads,
      mine: new Map(),
    },
    () => Promise.resolve(true),
  )
  // Staff may always enter.
  const brought = must(taken.ok ? taken.value : undefined, 'the files of a sheet')
  const all = readPage(questions, brought.form, brought.known)
  // What was not asked, by the conditions, is left out whatever stands in its fields; what was left out on paper stays so.
  const asked = askedOf(questions, all.answers)
  const read = readPage(asked, brought.form, brought.known)
  const faults = faultsInWords(
    withFileFaults(
      read.faults.filter((one) => !isLeftOut(one)),
      brought.faults,
    ),
    asked,
    t,
  )
  const channel = paperChannels.find((one) => one === visit.form.get('weg'))
  if (!channel) faults.push({ field: 'weg', text: t('participation.survey.enter.channel.missing') })
  const code = codes ? await checkCode(house, visit.site, survey, visit.form.get('code') ?? '') : undefined
  if (code && !code.ok) faults.push({ field: 'code', text: t(`participation.survey.code.${code.error}`) })
  if (faults.length === 0 && Object.keys(read.answers).length === 0)
    faults.push({ field: asked[0]?.id ?? 'weg', text: t('participation.survey.enter.empty') })
  if (!channel || faults.length > 0) return form(house, visit, survey, faults, brought)
  const given = { answers: read.answers, channel, code: code?.ok ? code.value : undefined }
  const done = await enterPaper(house, actingIn(visit), survey, given)
  if (done.ok) return redirect(visit.to(surveyRoutes.surveyPaper, { id: survey.procedure.id }, { bogen: done.value }), 303)
  const why =
    done.error.why === 'full'
      ? t('participation.survey.full', { question: done.error.question.title })
      : t(done.error.why === 'code-used' ? 'participation.survey.code.used' : 'participation.survey.enter.not-taken')
  return form(house, visit, survey, [{ field: done.error.why === 'full' ? done.error.question.id : 'weg', text: why }], brought)
}

/** Sheets of paper, calls and visits: staff enters what they say. */
export const enterSurveyHandlers = (house: ParticipationHouse): Handler[] => [
  handler(surveyRoutes.surveyPaper, (visit) => withStaffSurvey(house, visit, (survey) => form(house, visit, survey))),
  handler(surveyRoutes.sendSurveyPaper, (visit) => withStaffSurvey(house, visit, (survey) => take(house, visit, survey)), {
    upload: filesUpload,
  }),
]
