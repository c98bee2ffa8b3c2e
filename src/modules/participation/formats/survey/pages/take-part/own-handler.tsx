import { type Answer, type Handler, handler, page, problem, redirect, type Visit } from '#platform/http'
import { secretHash, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../../../../house.ts'
import { askedOf, filesIn, type KnownFiles, pageFrom, pagesOf } from '../../model/answer.ts'
import { type AnswerFault, formOf, pointsOutside, readPage } from '../../model/read-answer.ts'
import { surveyRoutes } from '../../survey-routes.ts'
import { isAsking, whereTaken } from '../../use-cases/open-survey.ts'
import { filesGone, filesUpload, withFileFaults } from '../../use-cases/take-files.ts'
import {
  type OwnResponse,
  ownResponse,
  type SendFault,
  savePage,
  sendOwn,
  withdrawOwnResponse,
} from '../../use-cases/take-part.ts'
import { faultsInWords } from '../answer-words.ts'
import { fileAnswer } from '../file-answer.ts'
import { checkSurveyView, surveyReceiptView, withdrawnSurveyView } from './check-view.tsx'
import { filesOfPage } from './files-of-page.ts'
import { surveyPageView } from './page-view.tsx'
import { surveyNotice, tooLate } from './survey-frame.tsx'

const gone = (visit: Visit): Answer =>
  problem({
    status: 404,
    id: 'participation/no-link',
    title: visit.t('participation.own.gone'),
    detail: visit.t('participation.survey.gone.detail'),
  })

/** The page with a number: what is filled in there already, or what was just typed with its faults. */
function questionsAt(
  visit: Visit,
  { response, survey }: OwnResponse,
  at: number,
  state: {
    readonly filled?: URLSearchParams
    readonly files?: KnownFiles
    readonly faults?: readonly AnswerFault[]
    readonly saved?: boolean
  } = {},
): Answer {
  const pages = pagesOf(response.questions)
  const asked = askedOf(response.questions, response.answers)
  const questions = asked.filter(({ id }) => pages[at]?.some((one) => one.id === id))
  return page(
    surveyPageView(visit, {
      survey,
      action: visit.to(surveyRoutes.answerSurvey, { token: visit.params.token ?? '' }),
      questions,
      at,
      of: pages.length,
      filled: state.filled ?? formOf(questions, response.answers),
      files: state.files ?? filesIn(response.answers),
      faults: faultsInWords(state.faults ?? [], questions, visit.t),
      begun: true,
      saved: state.saved ?? false,
    }),
    state.faults ? 422 : 200,
  )
}

/** The number of a page in an address or form; undefined for what is none. */
function readAt(text: string | null, own: OwnResponse): number | undefined {
  const at = Number(text ?? '0')
  return Number.isInteger(at) && at >= 0 && at < pagesOf(own.response.questions).length ? at : undefined
}

async function show(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const own = await ownResponse(house, visit.site, visit.params.token ?? '')
  if (!own) return gone(visit)
  const { response, survey } = own
  if (response.state === 'withdrawn') return page(withdrawnSurveyView(visit, own))
  if (response.state === 'sent') return page(surveyReceiptView(visit, own, visit.query.has('neu')))
  if (!isAsking(survey, visit.now)) return tooLate(visit, survey)
  if (visit.query.get('seite') === 'pruefen') return page(checkSurveyView(visit, own))
  const at = readAt(visit.query.get('seite'), own) ?? 0
  const shown = pageFrom(response.questions, response.answers, at, 1)
  return shown === undefined
    ? page(checkSurveyView(visit, own))
    : questionsAt(visit, own, shown, { saved: visit.query.has('gemerkt') })
}

function refused(visit: Visit, own: OwnResponse, fault: SendFault): Answer {
  const { t } = visit
  switch (fault.why) {
    case 'gone':
      return gone(visit)
    case 'closed':
      return tooLate(visit, own.survey)
    case 'code-used':
      return page(checkSurveyView(visit, own, [{ field: 'antworten', text: t('participation.survey.code.used') }]), 409)
    case 'proof-used':
    case 'unproven':
      return page(surveyNotice(visit, own.survey, fault.why), 409)
    case 'full':
      return page(
        checkSurveyView(visit, own, [
          { field: 'antworten', text: t('participation.survey.full', { question: fault.question.title }) },
        ]),
        409,
      )
    default: {
      // One page at a time: lines of the summary lead to fields, and those of other pages are not here.
      const pages = pagesOf(own.response.questions)
      const on = (at: number) => fault.faults.filter(({ question }) => pages[at]?.some(({ id }) => id === question))
      const at = pages.findIndex((_, i) => on(i).length > 0)
      return questionsAt(visit, own, at, { faults: on(at) })
    }
  }
}

async function answer(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const token = visit.params.token ?? ''
  const step = visit.form.get('schritt')
  const own = await ownResponse(house, visit.site, token)
  if (!own) return gone(visit)
  const to = (seite: number | 'pruefen', more: Record<string, number> = {}) =>
    redirect(visit.to(surveyRoutes.ownSurvey, { token }, { seite, ...more }), 303)
  if (step === 'zurueckziehen') {
    await withdrawOwnResponse(house, visit.site, token)
    return redirect(visit.to(surveyRoutes.ownSurvey, { token }), 303)
  }
  if (step === 'senden') {
    const sent = await sendOwn(house, visit.site, token)
    return sent.ok ? redirect(visit.to(surveyRoutes.ownSurvey, { token }, { neu: 1 }), 303) : refused(visit, own, sent.error)
  }
  if (own.response.state !== 'begun') return redirect(visit.to(surveyRoutes.ownSurvey, { token }), 303)
  const at = readAt(visit.form.get('seite'), own) ?? 0
  const { questions } = own.response
  const shown = askedOf(questions, own.response.answers).filter(({ id }) => pagesOf(questions)[at]?.some((one) => one.id === id))
  const taken = await filesOfPage(house, visit, own.response.procedure, shown, filesIn(own.response.answers))
  if (!taken.ok) return tooLate(visit, own.survey)
  const { form: filled, known: files } = taken.value
  const read = readPage(shown, filled, files)
  const away = pointsOutside(shown, read.answers, whereTaken(own.survey, visit.site))
  const faults = withFileFaults([...(step === 'weiter' ? read.faults : []), ...away], taken.value.faults)
  if (faults.length > 0) return questionsAt(visit, own, at, { filled, files, faults })
  // Back and later keep what is sound and ask for nothing.
  const saved = await savePage(house, visit.site, token, shown, read.answers)
  if (!saved.ok && saved.error === 'files') return questionsAt(visit, own, at, { filled, faults: filesGone(shown) })
  if (!saved.ok) return saved.error === 'gone' ? gone(visit) : tooLate(visit, own.survey)
  if (step === 'merken') return to(at, { gemerkt: 1 })
  if (step === 'zurueck') return to(pageFrom(questions, saved.value, at - 1, -1) ?? 0)
  return to(pageFrom(questions, saved.value, at + 1, 1) ?? 'pruefen')
}

/** A file of one's own answer. */
async function ownFile(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const token = visit.params.token ?? ''
  const [hash, own] = [secretHash(token), await ownResponse(house, visit.site, token)]
  if (!hash || !own) return gone(visit)
  return withSecret(publicDb(house, visit.site), hash, (trx) => fileAnswer(house, visit, trx, own.response.procedure))
}

/** What stands behind the secret link of an answer: its pages, the check, the receipt. */
export const ownSurveyHandlers = (house: ParticipationHouse): Handler[] => [
  handler(surveyRoutes.ownSurvey, (visit) => show(house, visit), { perMinute: 600 }),
  handler(surveyRoutes.answerSurvey, (visit) => answer(house, visit), { perMinute: 600, upload: filesUpload }),
  handler(surveyRoutes.ownSurveyFile, (visit) => ownFile(house, visit), { perMinute: 600 }),
]
