import type { View, Visit } from '#platform/http'
import { Tabs } from '#ui/components/tabs/tabs.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { surveyRoutes } from '../../survey-routes.ts'
import type { OpenedSurvey } from '../../use-cases/open-survey.ts'

/** Pages of one survey for staff: questions, preview, results. */
export function staffFrame(
  visit: Visit,
  { procedure }: OpenedSurvey,
  tab: 'questions' | 'preview' | 'paper' | 'results',
  body: Children,
  title: string = procedure.title,
): View {
  const { t } = visit
  const { id } = procedure
  const links = [
    ...(visit.may('participation/edit') ? [['questions', surveyRoutes.staffSurvey] as const] : []),
    ['preview', surveyRoutes.surveyPreview] as const,
    ...(visit.may('participation/edit') ? [['paper', surveyRoutes.surveyPaper] as const] : []),
    ['results', surveyRoutes.staffResults] as const,
  ]
  return {
    title: `${title}, ${t('participation.survey.staff.list')}`,
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-surveys',
    crumbs: [
      { label: t('participation.survey.staff.list'), href: visit.to(surveyRoutes.staffSurveys) },
      { label: procedure.title },
    ],
    body: (
      <>
        <Tabs
          label={procedure.title}
          links={links.map(([key, route]) => ({
            href: visit.to(route, { id }),
            text: t(`participation.survey.staff.tab.${key}`),
            current: key === tab,
          }))}
        />
        {body}
      </>
    ),
  }
}
