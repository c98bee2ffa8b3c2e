import type { Visit } from '#platform/http'
import { surveyRoutes } from './survey-routes.ts'

/** Questions have pages of their own: the form of the procedure leads there. */
export function surveySettingsLink(visit: Visit) {
  const { id } = visit.params
  return (
    <p>
      {visit.t('participation.survey.staff.elsewhere')}{' '}
      {id && (
        <a class="alm-link" href={visit.to(surveyRoutes.staffSurvey, { id })}>
          {visit.t('participation.survey.staff.to-questions')}
        </a>
      )}
    </p>
  )
}
