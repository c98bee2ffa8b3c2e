import type { View, Visit } from '#platform/http'
import { Tabs } from '#ui/components/tabs/tabs.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { setupRoutes } from '../../../../setup-routes.ts'
import { textRoutes } from '../../text-routes.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'

/** Pages of one text for staff: the text, the preview of the next version, the synopsis. */
export function textStaffFrame(
  visit: Visit,
  { procedure }: OpenedText,
  tab: 'text' | 'preview' | 'synopsis',
  body: Children,
): View {
  const { t } = visit
  const { id } = procedure
  const links = [
    ...(visit.may('participation/edit')
      ? ([
          ['text', textRoutes.staffText],
          ['preview', textRoutes.previewText],
        ] as const)
      : []),
    ['synopsis', textRoutes.synopsis] as const,
  ]
  const name = t(`participation.text.staff.tab.${tab}`)
  return {
    title: `${name}: ${procedure.title}`,
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-setup',
    crumbs: [
      { label: t('participation.setup.list'), href: visit.to(setupRoutes.staffProcedures) },
      { label: procedure.title, href: visit.to(setupRoutes.setup, { id }) },
      { label: name },
    ],
    body: (
      <>
        <Tabs
          label={procedure.title}
          links={links.map(([key, route]) => ({
            href: visit.to(route, { id }),
            text: t(`participation.text.staff.tab.${key}`),
            current: key === tab,
          }))}
        />
        {body}
      </>
    ),
  }
}
