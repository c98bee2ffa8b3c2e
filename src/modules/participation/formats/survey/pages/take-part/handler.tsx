import { type Answer, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import { type SlowDown, slowDown } from '#platform/slow-down'
import type { ParticipationHouse } from '../../../../house.ts'
import { limits } from '../../../../model/limits.ts'
import type { Proof } from '../../../../model/proof.ts'
import { whenThere } from '../../../../pages/procedure/when-there.ts'
import { atDoor } from '../../../../pages/proof/door.tsx'
import { askedOf, type KnownFiles, pageFrom, pagesOf } from '../../model/answer.ts'
import { type AnswerFault, pointsOutside, readPage } from '../../model/read-answer.ts'
import { surveyRoutes } from '../../survey-routes.ts'
import { isAsking, type OpenedSurvey, surveyBySlug, whereTaken } from '../../use-cases/open-survey.ts'
import { filesGone, filesUpload, withFileFaults } from '../../use-cases/take-files.ts'
import { beginResponse, checkCode } from '../../use-cases/take-part.ts'
import { faultsInWords } from '../answer-words.ts'
import { filesOfPage } from './files-of-page.ts'
import { ownSurveyHandlers } from './own-handler.tsx'
import { surveyPageView } from './page-view.tsx'
import { surveyNotice, tooLate } from './survey-frame.tsx'

/** Opens the survey that the address names and lets `show` answer; says what stands in the way otherwise. */
export async function withSurvey(
  house: ParticipationHouse,
  visit: Visit,
  show: (survey: OpenedSurvey) => Promise<Answer> | Answer,
): Promise<Answer> {
  return whenThere(visit, await surveyBySlug(house, visit.site, visit.params.slug ?? ''), show)
}

/** Why nobody can answer now: the time is over, or has not come, or there are no questions yet. */
function closedSurvey(visit: Visit, survey: OpenedSurvey): Answer {
  if (survey.settings.questions.length === 0) return page(surveyNotice(visit, survey, 'empty'))
  const coming = survey.phases.some(
    ({ actions, startsAt }) => actions.includes('submit') && startsAt !== null && startsAt > visit.now,
  )
  return page(surveyNotice(visit, survey, coming ? 'early' : 'over'), 409)
}

/** While it asks, and for whoever has shown what it asks for: that is asked first, before there is anything to fill in. */
const whileAsking = (
  house: ParticipationHouse,
  visit: Visit,
  show: (survey: OpenedSurvey, proof?: Proof) => Promise<Answer> | Answer,
): Promise<Answer> =>
  withSurvey(house, visit, async (survey) => {
    if (!isAsking(survey, visit.now) || survey.settings.questions.length === 0) return closedSurvey(visit, survey)
    const back = visit.to(surveyRoutes.survey, { slug: survey.procedure.slug })
    const door = await atDoor(house, visit, survey, 'submit', back)
    return door.known ? show(survey, door.proof) : door.answer
  })

interface FirstState {
  readonly filled?: URLSearchParams
  readonly files?: KnownFiles
  readonly faults?: readonly AnswerFault[]
  readonly codeFault?: string
  readonly slow?: SlowDown
}

/** The first page, before anything is kept. Conditions can hold only where something was answered: it has none. */
function first(visit: Visit, survey: OpenedSurvey, state: FirstState = {}, status = 200): Answer {
  const pages = pagesOf(survey.settings.questions)
  const questions = askedOf(pages[0] ?? [], {})
  return page(
    surveyPageView(visit, {
      survey,
      action: visit.to(surveyRoutes.beginSurvey, { slug: survey.procedure.slug }),
      questions,
      at: 0,
      of: pages.length,
      filled: state.filled ?? new URLSearchParams(),
      files: state.files,
      faults: faultsInWords(state.faults ?? [], questions, visit.t),
      codeFault: state.codeFault,
      slow: state.slow,
      begun: false,
    }),
    status,
  )
}

async function begin(house: ParticipationHouse, visit: Visit, survey: OpenedSurvey, proof?: Proof): Promise<Answer> {
  const { t } = visit
  const questions = askedOf(pagesOf(survey.settings.questions)[0] ?? [], {})
  const taken = await filesOfPage(house, visit, survey.procedure.id, questions)
  if (!taken.ok) return tooLate(visit, survey)
  const { form, known: files } = taken.value
  const read = readPage(questions, form, files)
  const keeps = form.get('schritt') === 'merken'
  const code = await checkCode(house, visit.site, survey, form.get('code') ?? '')
  const away = pointsOutside(questions, read.answers, whereTaken(survey, visit.site))
  const faults = withFileFaults(keeps ? away : [...read.faults, ...away], taken.value.faults)
  if (!code.ok || faults.length > 0)
    return first(
      visit,
      survey,
      { filled: form, files, faults, ...(code.ok ? {} : { codeFault: t(`participation.survey.code.${code.error}`) }) },
      422,
    )
  const slow = await slowDown(house, { room: 'participation', what: 'submit' }, limits.submit, {
    address: visit.request.ip,
    given: form.get('puzzle') ?? '',
  })
  if (slow) return first(visit, survey, { filled: form, files, slow }, 429)
  const begun = await beginResponse(house, visit.site, survey, read.answers, code.value, proof)
  if (!begun.ok)
    return begun.error === 'closed'
      ? tooLate(visit, survey)
      : first(visit, survey, { filled: form, faults: filesGone(questions) }, 409)
  const next = keeps ? 0 : pageFrom(survey.settings.questions, read.answers, 1, 1)
  return redirect(
    visit.to(surveyRoutes.ownSurvey, { token: begun.value }, { seite: next ?? 'pruefen', ...(keeps ? { gemerkt: 1 } : {}) }),
    303,
  )
}

/** Taking part in a survey. */
export const takePartHandlers = (house: ParticipationHouse): Handler[] => [
  handler(surveyRoutes.survey, (visit) => whileAsking(house, visit, (survey) => first(visit, survey))),
  handler(surveyRoutes.beginSurvey, (visit) => whileAsking(house, visit, (survey, proof) => begin(house, visit, survey, proof)), {
    perMinute: 600,
    upload: filesUpload,
  }),
  ...ownSurveyHandlers(house),
]
