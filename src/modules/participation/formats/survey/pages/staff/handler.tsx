import { csvLine } from '#kernel/csv-line.ts'
import { isId } from '#kernel/id.ts'
import { must } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import { type Answer, body, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../../../house.ts'
import { outsides } from '../../../../model/inside.ts'
import { actingIn } from '../../../../use-cases/setup/acting.ts'
import type { OrderFault } from '../../model/edit-questions.ts'
import { kinds } from '../../model/questionnaire.ts'
import { codeFigures } from '../../store/code-store.ts'
import { listSurveys, versionsOf } from '../../store/survey-store.ts'
import { surveyRoutes } from '../../survey-routes.ts'
import {
  addQuestion,
  arrangeQuestion,
  editQuestion,
  makeCodes,
  mostCodes,
  questionDeeds,
  type SaveFault,
  type SurveyPlace,
  setSurvey,
} from '../../use-cases/edit-survey.ts'
import { type OpenedSurvey, surveyById } from '../../use-cases/open-survey.ts'
import { surveyListView } from './list-view.tsx'
import { questionView } from './question-view.tsx'
import { surveyDeskView } from './survey-view.tsx'

/** The survey an address names; another tenant's is not found. */
export async function withStaffSurvey(
  house: ParticipationHouse,
  visit: Visit,
  show: (survey: OpenedSurvey) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { id } = visit.params
  const survey = isId(id) ? await surveyById(staffDb(house, visit.site), visit.site.id, id) : undefined
  return survey ? show(survey) : problem(notFound)
}

async function desk(house: ParticipationHouse, visit: Visit, survey: OpenedSurvey, fault?: string): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const [versions, codes] = await Promise.all([versionsOf(db, survey.procedure.id), codeFigures(db, survey.procedure.id)])
  return page(
    surveyDeskView(visit, {
      survey,
      answered: versions.some(({ version }) => version === survey.settings.version),
      codes,
      said: visit.query.has('gespeichert') && !fault ? 'saved' : undefined,
      fault,
    }),
    fault ? 409 : 200,
  )
}

const faultWords = (visit: Visit, fault: OrderFault | SaveFault): string =>
  typeof fault === 'string'
    ? visit.t(`participation.survey.edit.${fault}`)
    : visit.t(`participation.survey.edit.${fault.fault}`, { question: fault.question, other: fault.other })

const placeOf = (visit: Visit, { procedure }: OpenedSurvey): SurveyPlace => ({
  id: procedure.id,
  version: Number(visit.form.get('fassung') ?? Number.NaN),
})

async function changeSurvey(house: ParticipationHouse, visit: Visit, survey: OpenedSurvey): Promise<Answer> {
  const { form, t } = visit
  const [deed, staff, at] = [form.get('tat') ?? '', actingIn(visit), placeOf(visit, survey)]
  const { id } = at
  const back = (hash: string) => redirect(`${visit.to(surveyRoutes.staffSurvey, { id }, { gespeichert: 1 })}#${hash}`, 303)
  if (deed === 'neu') {
    const kind = kinds.find((one) => one === form.get('art'))
    const title = oneLine(form.get('titel') ?? '')
    if (!kind || !title || title.length > 300)
      return desk(
        house,
        visit,
        survey,
        t(`participation.survey.edit.fault.${title.length > 300 ? 'title-long' : 'title-missing'}`),
      )
    const added = await addQuestion(house, staff, at, kind, title)
    if (!added.ok) return desk(house, visit, survey, faultWords(visit, added.error))
    const question = must(added.value.questions.at(-1), 'the new question').id
    return redirect(visit.to(surveyRoutes.staffQuestion, { id, question }), 303)
  }
  if (deed === 'einstellen') {
    const results = (['live', 'after', 'staff'] as const).find((one) => one === form.get('results')) ?? survey.settings.results
    const set = await setSurvey(house, staff, at, {
      results,
      texts: form.has('texts'),
      codes: form.has('codes'),
      outside: outsides.find((one) => one === form.get('outside')) ?? survey.settings.outside,
    })
    return set.ok ? back('einstellungen') : desk(house, visit, survey, faultWords(visit, set.error))
  }
  const known = questionDeeds.find((one) => one === deed)
  if (!known) return desk(house, visit, survey)
  const question = form.get('frage') ?? ''
  const done = await arrangeQuestion(house, staff, at, question, known)
  return done.ok ? back(question) : desk(house, visit, survey, faultWords(visit, done.error))
}

async function changeQuestion(house: ParticipationHouse, visit: Visit, survey: OpenedSurvey): Promise<Answer> {
  const question = survey.settings.questions.find(({ id }) => id === visit.params.question)
  if (!question) return problem(notFound)
  const done = await editQuestion(house, actingIn(visit), placeOf(visit, survey), question.id, visit.form)
  if (done.ok)
    return redirect(`${visit.to(surveyRoutes.staffSurvey, { id: survey.procedure.id }, { gespeichert: 1 })}#${question.id}`, 303)
  const typed = { survey, question, typed: visit.form }
  if (Array.isArray(done.error)) return page(questionView(visit, { ...typed, faults: done.error }), 422)
  return page(questionView(visit, { ...typed, fault: faultWords(visit, done.error as OrderFault | SaveFault) }), 409)
}

async function codes(house: ParticipationHouse, visit: Visit, survey: OpenedSurvey): Promise<Answer> {
  const count = Number(visit.form.get('anzahl'))
  if (!Number.isInteger(count) || count < 1 || count > mostCodes)
    return desk(house, visit, survey, visit.t('participation.survey.edit.code-count', { most: mostCodes }))
  const made = (await makeCodes(house, actingIn(visit), survey.procedure.id, count)) ?? []
  return body('text/csv; charset=utf-8; header=present', ['code', ...made].map((one) => csvLine([one])).join(''), {
    'content-disposition': `attachment; filename="codes-${survey.procedure.slug}.csv"`,
    'cache-control': 'no-store',
  })
}

/** Staff writes questions, moves them, and makes codes. */
export const staffSurveyHandlers = (house: ParticipationHouse): Handler[] => [
  handler(surveyRoutes.staffSurveys, async (visit) =>
    page(surveyListView(visit, await listSurveys(staffDb(house, visit.site), visit.site.id))),
  ),
  handler(surveyRoutes.staffSurvey, (visit) => withStaffSurvey(house, visit, (survey) => desk(house, visit, survey))),
  handler(surveyRoutes.changeSurvey, (visit) => withStaffSurvey(house, visit, (survey) => changeSurvey(house, visit, survey))),
  handler(surveyRoutes.staffQuestion, (visit) =>
    withStaffSurvey(house, visit, (survey) => {
      const question = survey.settings.questions.find(({ id }) => id === visit.params.question)
      return question ? page(questionView(visit, { survey, question })) : problem(notFound)
    }),
  ),
  handler(surveyRoutes.changeQuestion, (visit) =>
    withStaffSurvey(house, visit, (survey) => changeQuestion(house, visit, survey)),
  ),
  handler(surveyRoutes.surveyCodes, (visit) => withStaffSurvey(house, visit, (survey) => codes(house, visit, survey))),
]
