import type { View, Visit } from '#platform/http'
import { Tabs } from '#ui/components/tabs/tabs.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { opinionRoutes } from '../opinion-routes.ts'
import type { OpenedMap } from '../use-cases/open-map.ts'

/** Pages of one opinion map for staff: statements, results. */
export function staffFrame(visit: Visit, { procedure }: OpenedMap, tab: 'statements' | 'result', body: Children): View {
  const { t } = visit
  const { id, title } = procedure
  const links = [
    ['statements', opinionRoutes.staffStatements],
    ['result', opinionRoutes.staffOpinionResult],
  ] as const
  return {
    title: `${title}, ${t('participation.opinion.staff.list')}`,
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-opinions',
    crumbs: [{ label: t('participation.opinion.staff.list'), href: visit.to(opinionRoutes.staffOpinions) }, { label: title }],
    body: (
      <>
        <Tabs
          label={title}
          links={links.map(([key, route]) => ({
            href: visit.to(route, { id }),
            text: t(`participation.opinion.staff.tab.${key}`),
            current: key === tab,
          }))}
        />
        {body}
      </>
    ),
  }
}
