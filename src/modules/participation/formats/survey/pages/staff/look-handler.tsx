import { type Handler, handler, page, stream, type Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { type ParticipationHouse, staffDb } from '../../../../house.ts'
import { insideOfProcedure } from '../../../../model/inside.ts'
import { pagesOf } from '../../model/answer.ts'
import { paperCount } from '../../store/count-store.ts'
import { surveyRoutes } from '../../survey-routes.ts'
import { answersCsv, answersJson, type ExportWords } from '../../use-cases/export-answers.ts'
import type { OpenedSurvey } from '../../use-cases/open-survey.ts'
import { readResults } from '../../use-cases/read-results.ts'
import { fileAnswer } from '../file-answer.ts'
import { shownResults } from '../results/handler.tsx'
import { ResultsBody } from '../results/results-body.tsx'
import { PageFields } from '../take-part/page-view.tsx'
import { withStaffSurvey } from './handler.tsx'
import { staffFrame } from './staff-frame.tsx'

/** Where the points of a survey are to lie, for its files; undefined where nobody knows. */
function awayOf(visit: Visit, { procedure }: OpenedSurvey) {
  const inside = insideOfProcedure(procedure, visit.site)
  return inside && { inside, text: visit.t('participation.export.column.outside') }
}

/** What files of answers say beyond the answers themselves. */
const wordsOf = (visit: Visit, survey: OpenedSurvey): ExportWords => ({
  other: visit.t('participation.survey.other'),
  away: awayOf(visit, survey),
  addressOf: (file) => visit.address(visit.site, surveyRoutes.surveyFile, { id: survey.procedure.id, file }),
})

/** A page of the survey as people will see it; nothing can be sent. All questions of the page are there, whatever their conditions. */
function preview(visit: Visit, survey: OpenedSurvey) {
  const { t } = visit
  const pages = pagesOf(survey.settings.questions)
  const asked = Number(visit.query.get('seite') ?? 0)
  const at = pages[asked] ? asked : 0
  const to = (seite: number) => visit.to(surveyRoutes.surveyPreview, { id: survey.procedure.id }, { seite })
  return staffFrame(
    visit,
    survey,
    'preview',
    <>
      <Head
        pre={survey.procedure.title}
        title={
          pages.length === 0 ? t('participation.survey.none') : t('participation.survey.page', { at: at + 1, of: pages.length })
        }
        lead={t('participation.survey.staff.preview.lead')}
        t={t}
      />
      <div class="alm-form">
        <PageFields page={{ questions: pages[at] ?? [], filled: new URLSearchParams(), faults: [] }} visit={visit} />
      </div>
      <Actions>
        {at + 1 < pages.length && <Button text={t('participation.survey.next')} href={to(at + 1)} />}
        {at > 0 && <Button kind="secondary" text={t('participation.survey.back')} href={to(at - 1)} />}
      </Actions>
    </>,
  )
}

async function results(house: ParticipationHouse, visit: Visit, survey: OpenedSurvey) {
  const { t } = visit
  const { id } = survey.procedure
  const db = staffDb(house, visit.site)
  const [read, onPaper] = await Promise.all([readResults(db, survey), paperCount(db, id)])
  const shown = await shownResults(db, visit, read, {
    texts: true,
    here: (query) => visit.to(surveyRoutes.staffResults, { id }, query),
    forStaff: true,
  })
  return staffFrame(
    visit,
    survey,
    'results',
    <>
      <Head
        title={t('participation.survey.results.said', { count: read.tally[''] ?? 0 })}
        lead={t('participation.survey.staff.results.lead')}
        t={t}
      >
        {onPaper > 0 && <p>{t('participation.survey.staff.results.paper', { count: onPaper })}</p>}
        <LinkList
          links={[
            { href: visit.to(surveyRoutes.answersCsv, { id }), text: t('participation.survey.staff.csv') },
            { href: visit.to(surveyRoutes.answersJson, { id }), text: t('participation.survey.staff.json') },
          ]}
        />
      </Head>
      <ResultsBody shown={shown} visit={visit} />
    </>,
  )
}

const attached = (survey: OpenedSurvey, ending: string) => ({
  'content-disposition': `attachment; filename="antworten-${survey.procedure.slug}.${ending}"`,
  'cache-control': 'no-store',
})

/** Staff looks at a survey: as people see it, and what came of it. */
export const lookAtSurveyHandlers = (house: ParticipationHouse): Handler[] => [
  handler(surveyRoutes.surveyPreview, (visit) => withStaffSurvey(house, visit, (survey) => page(preview(visit, survey)))),
  handler(surveyRoutes.staffResults, (visit) =>
    withStaffSurvey(house, visit, async (survey) => page(await results(house, visit, survey))),
  ),
  handler(surveyRoutes.surveyFile, (visit) =>
    withStaffSurvey(house, visit, (survey) => fileAnswer(house, visit, staffDb(house, visit.site), survey.procedure.id)),
  ),
  handler(surveyRoutes.answersCsv, (visit) =>
    withStaffSurvey(house, visit, async (survey) => {
      const db = staffDb(house, visit.site)
      const read = await readResults(db, survey)
      return stream(
        'text/csv; charset=utf-8; header=present',
        answersCsv(db, read, wordsOf(visit, survey)),
        attached(survey, 'csv'),
      )
    }),
  ),
  handler(surveyRoutes.answersJson, (visit) =>
    withStaffSurvey(house, visit, async (survey) => {
      const db = staffDb(house, visit.site)
      return stream(
        'application/json; charset=utf-8',
        answersJson(db, await readResults(db, survey), wordsOf(visit, survey)),
        attached(survey, 'json'),
      )
    }),
  ),
]
