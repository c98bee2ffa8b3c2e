import type { Kysely } from 'kysely'
import { csvLine } from '#kernel/csv-line.ts'
import { isId } from '#kernel/id.ts'
import { type Answer, body, type Handler, handler, json, notFound, page, problem, type Visit } from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { type ParticipationHouse, publicDb } from '../../../../house.ts'
import { routes } from '../../../../routes.ts'
import type { ParticipationTables } from '../../../../store/tables.ts'
import { smallest } from '../../model/cross-table.ts'
import { surveyRoutes } from '../../survey-routes.ts'
import { countLines } from '../../use-cases/export-answers.ts'
import { type OpenedSurvey, resultsArePublic } from '../../use-cases/open-survey.ts'
import { attachedFiles, crossTable, readResults, type SurveyResults, writtenAnswers } from '../../use-cases/read-results.ts'
import { withSurvey } from '../take-part/handler.tsx'
import { surveyFrame, surveyNotice } from '../take-part/survey-frame.tsx'
import { ResultsBody, type ShownResults } from './results-body.tsx'

/** What the address asks of the results: a cross table, texts. */
export async function shownResults(
  db: Kysely<ParticipationTables>,
  visit: Visit,
  results: SurveyResults,
  given: Pick<ShownResults, 'texts' | 'here'> & { readonly forStaff: boolean },
): Promise<ShownResults> {
  const { query, t } = visit
  const now = { one: query.get('frage') ?? '', other: query.get('mit') ?? '' }
  const after = query.get('nach') ?? undefined
  const text = query.get('texte')
  const files = query.get('dateien')
  return {
    results,
    texts: given.texts,
    here: given.here,
    now,
    forStaff: given.forStaff,
    attached: files && given.forStaff ? await attachedFiles(db, results, files, isId(after) ? after : undefined) : undefined,
    cross: now.one && now.other ? await crossTable(db, results, now, t('participation.survey.other')) : undefined,
    written:
      text && given.texts ? await writtenAnswers(db, results, text, isId(after) ? after : undefined, given.forStaff) : undefined,
  }
}

/** Lets `show` answer where everybody may read results, and there are enough answers; says why not otherwise. */
async function whenPublic(
  house: ParticipationHouse,
  visit: Visit,
  show: (survey: OpenedSurvey, results: SurveyResults) => Promise<Answer> | Answer,
  refuse: (survey: OpenedSurvey, key: string) => Answer = () => problem(notFound),
): Promise<Answer> {
  return withSurvey(house, visit, async (survey) => {
    if (!resultsArePublic(survey, visit.now)) return refuse(survey, 'not-yet')
    const results = await readResults(publicDb(house, visit.site), survey)
    // Whoever knows one of very few answers would read the others from the counts.
    return (results.tally[''] ?? 0) < smallest ? refuse(survey, 'too-few') : show(survey, results)
  })
}

async function show(house: ParticipationHouse, visit: Visit, survey: OpenedSurvey, results: SurveyResults): Promise<Answer> {
  const { t } = visit
  const { slug, title } = survey.procedure
  const count = results.tally[''] ?? 0
  const shown = await shownResults(publicDb(house, visit.site), visit, results, {
    texts: survey.settings.texts,
    here: (query) => visit.to(surveyRoutes.surveyResults, { slug }, query),
    forStaff: false,
  })
  return page(
    surveyFrame(
      visit,
      survey,
      t('participation.survey.results.title'),
      <>
        <Head
          pre={title}
          title={t('participation.survey.results.said', { count })}
          lead={t('participation.survey.results.lead', { office: survey.procedure.office })}
          t={t}
        >
          <LinkList
            links={[
              { href: visit.to(surveyRoutes.surveyResultsCsv, { slug }), text: t('participation.survey.results.csv') },
              { href: visit.to(surveyRoutes.surveyResultsJson, { slug }), text: t('participation.survey.results.json') },
              { href: visit.to(routes.procedure, { slug }), text: t('participation.closed.back') },
            ]}
          />
        </Head>
        <ResultsBody shown={shown} visit={visit} />
      </>,
    ),
  )
}

const countColumns = ['question', 'kind', 'title', 'said', 'count', 'answered'] as const

/** The public results, and their counts to take away. */
export const resultsHandlers = (house: ParticipationHouse): Handler[] => [
  handler(
    surveyRoutes.surveyResults,
    (visit) =>
      whenPublic(
        house,
        visit,
        (survey, results) => show(house, visit, survey, results),
        (survey, key) => page(surveyNotice(visit, survey, key)),
      ),
    // A cross table reads every answer.
    { perMinute: 120 },
  ),
  handler(surveyRoutes.surveyResultsCsv, (visit) =>
    whenPublic(house, visit, (survey, results) =>
      body(
        'text/csv; charset=utf-8; header=present',
        [
          csvLine(countColumns),
          ...countLines(results, visit.t('participation.survey.other')).map((line) =>
            csvLine(countColumns.map((name) => line[name])),
          ),
        ].join(''),
        { 'content-disposition': `attachment; filename="${survey.procedure.slug}.csv"` },
      ),
    ),
  ),
  handler(surveyRoutes.surveyResultsJson, (visit) =>
    whenPublic(house, visit, (survey, results) =>
      json({
        title: survey.procedure.title,
        answers: results.tally[''] ?? 0,
        counts: countLines(results, visit.t('participation.survey.other')),
      }),
    ),
  ),
]
