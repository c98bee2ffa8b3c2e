import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Figures } from '#ui/components/figures/figures.tsx'
import type { FormatSection, OpenedProcedure } from '../../format.ts'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { pagesOf } from './model/answer.ts'
import type { SurveySettings } from './model/questionnaire.ts'
import { someCounts } from './store/count-store.ts'
import { surveyRoutes } from './survey-routes.ts'
import { isAsking, resultsArePublic } from './use-cases/open-survey.ts'

/** What the page of a procedure says of its survey: how many questions, how many answers, the way to both. Reads one count. */
export async function surveySections(
  house: ParticipationHouse,
  visit: Visit,
  opened: OpenedProcedure,
  settings: SurveySettings,
): Promise<FormatSection[]> {
  const { t, lang } = visit
  const survey = { ...opened, settings }
  const { slug } = opened.procedure
  const answers = (await someCounts(publicDb(house, visit.site), opened.procedure.id, ['']))[''] ?? 0
  const asks = isAsking(survey, visit.now) && settings.questions.length > 0
  const pages = pagesOf(settings.questions).length
  const shows = resultsArePublic(survey, visit.now)
  return [
    {
      id: 'umfrage',
      title: t('participation.survey.section'),
      body: (
        <>
          <Figures>
            {settings.questions.length === 0
              ? t('participation.survey.none')
              : t('participation.survey.told.questions', { count: settings.questions.length })}{' '}
            {pages > 1 && t('participation.survey.told.pages', { count: pages })}{' '}
            {answers > 0 && t('participation.survey.told.answers', { count: answers, number: formatNumber(answers, lang) })}
          </Figures>
          <p>{t(`participation.survey.results.${settings.results}`)}</p>
          {settings.codes && <p>{t('participation.survey.told.codes')}</p>}
          <Actions>
            {asks && (
              <Button text={t('participation.survey.begin')} href={visit.to(surveyRoutes.survey, { slug })} kind="secondary" />
            )}
            {shows && (
              <a class="alm-link" href={visit.to(surveyRoutes.surveyResults, { slug })}>
                {t('participation.survey.results')}
              </a>
            )}
          </Actions>
        </>
      ),
    },
  ]
}
