import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { ListedSurvey } from '../../store/survey-store.ts'
import { surveyRoutes } from '../../survey-routes.ts'

/** Every survey of the tenant: questions to those who may edit, results to everybody of staff. */
export function surveyListView(visit: Visit, surveys: readonly ListedSurvey[]): View {
  const { t, lang } = visit
  const title = t('participation.survey.staff.list')
  return {
    title,
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-surveys',
    crumbs: [{ label: title }],
    body: (
      <>
        <Head title={title} lead={t('participation.survey.staff.list.lead')} t={t} />
        {surveys.length === 0 ? (
          <Empty title={t('participation.survey.staff.empty')} reason={t('participation.survey.staff.empty.reason')} level="h2" />
        ) : (
          <Table
            caption={title}
            rows={surveys}
            rowKey={({ id }) => id}
            columns={[
              {
                title: t('participation.survey.title'),
                cell: (one) => (
                  <a
                    href={visit.to(visit.may('participation/edit') ? surveyRoutes.staffSurvey : surveyRoutes.staffResults, {
                      id: one.id,
                    })}
                  >
                    {one.title}
                  </a>
                ),
              },
              {
                title: t('participation.survey.staff.state'),
                cell: ({ state }) => t(`participation.survey.staff.state.${state}`),
              },
              {
                title: t('participation.survey.staff.questions'),
                right: true,
                cell: ({ questions }) => formatNumber(questions, lang),
              },
              {
                title: t('participation.survey.staff.answers'),
                right: true,
                cell: (one) => (
                  <a href={visit.to(surveyRoutes.staffResults, { id: one.id })}>{formatNumber(one.answers, lang)}</a>
                ),
              },
            ]}
            t={t}
          />
        )}
      </>
    ),
  }
}
