import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { opinionRoutes } from '../opinion-routes.ts'
import type { ListedMap } from '../store/statement-store.ts'

/** Every opinion map of the tenant. */
export function mapListView(visit: Visit, maps: readonly ListedMap[]): View {
  const { t, lang } = visit
  const title = t('participation.opinion.staff.list')
  const number = (name: 'statements' | 'people' | 'answers') => ({
    title: t(`participation.opinion.staff.${name}`),
    right: true,
    cell: (one: ListedMap) => formatNumber(one[name], lang),
  })
  return {
    title,
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-opinions',
    crumbs: [{ label: title }],
    body: (
      <>
        <Head title={title} lead={t('participation.opinion.staff.list.lead')} t={t} />
        {maps.length === 0 ? (
          <Empty
            title={t('participation.opinion.staff.empty')}
            reason={t('participation.opinion.staff.empty.reason')}
            level="h2"
          />
        ) : (
          <Table
            caption={title}
            rows={maps}
            rowKey={({ id }) => id}
            columns={[
              {
                title: t('participation.opinion.title'),
                cell: (one) => <a href={visit.to(opinionRoutes.staffStatements, { id: one.id })}>{one.title}</a>,
              },
              {
                title: t('participation.opinion.staff.state'),
                cell: ({ state }) => t(`participation.opinion.staff.state.${state}`),
              },
              number('statements'),
              number('people'),
              number('answers'),
            ]}
            t={t}
          />
        )}
      </>
    ),
  }
}
