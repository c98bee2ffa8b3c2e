import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { Procedure } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import type { AnswerCounts } from '../../store/staff-answer-store.ts'

export interface AccountsPage {
  readonly procedures: readonly Procedure[]
  readonly counts: ReadonlyMap<string, AnswerCounts>
  readonly years: readonly number[]
}

/** All procedures of a tenant with what waits for an answer; the way to everything that belongs to accountability. */
export function accountsView(visit: Visit, { procedures, counts, years }: AccountsPage): View {
  const { t, lang } = visit
  const overdue = [...counts.values()].reduce((sum, one) => sum + one.overdue, 0)
  const open = [...counts.values()].reduce((sum, one) => sum + one.open, 0)
  const answers = visit.may('participation/answer')
  return {
    title: t('participation.accounts.title'),
    robots: 'noindex',
    frame: 'staff',
    area: 'accounts',
    crumbs: [{ label: t('participation.accounts.title') }],
    body: (
      <>
        <Head
          title={t(`participation.answers.title.${overdue > 0 ? 'overdue' : open > 0 ? 'open' : 'none'}`, {
            count: overdue > 0 ? overdue : open,
          })}
          lead={t('participation.accounts.lead')}
          t={t}
        />
        {procedures.length === 0 ? (
          <Empty title={t('participation.accounts.none')} reason={t('participation.accounts.none.reason')} level="h2" />
        ) : (
          <Table
            caption={t('participation.accounts.title')}
            rows={procedures}
            rowKey={(one) => one.id}
            t={t}
            columns={[
              {
                title: t('participation.report.column.procedure'),
                cell: (one) => <a href={visit.to(routes.staffAnswers, { id: one.id })}>{one.title}</a>,
              },
              {
                title: t('participation.report.column.received'),
                right: true,
                cell: (one) => formatNumber(counts.get(one.id)?.all ?? 0, lang),
              },
              {
                title: t('participation.accounts.open'),
                right: true,
                cell: (one) => formatNumber(counts.get(one.id)?.open ?? 0, lang),
              },
              {
                title: t('participation.accounts.overdue'),
                cell: (one) => {
                  const late = counts.get(one.id)?.overdue ?? 0
                  return late > 0 ? <Status kind="bad">{formatNumber(late, lang)}</Status> : null
                },
              },
              {
                title: t('participation.parts'),
                quiet: true,
                cell: (one) => (
                  <>
                    <a href={visit.to(routes.analysis, { id: one.id })}>
                      {t('participation.part.analysis')}
                      <span class="kern-sr-only">: {one.title}</span>
                    </a>{' '}
                    <a href={visit.to(routes.staffReport, { id: one.id })}>
                      {t('participation.part.report')}
                      <span class="kern-sr-only">: {one.title}</span>
                    </a>
                  </>
                ),
              },
            ]}
          />
        )}
        <Section title={t('participation.accounts.years')} id="jahre">
          <LinkList
            links={[
              ...years.map((year) => ({
                href: visit.to(routes.staffYear, {}, { jahr: String(year) }),
                text: t('participation.report.title.year', { year: String(year) }),
              })),
              ...(answers ? [{ href: visit.to(routes.textBlocks), text: t('participation.blocks.title') }] : []),
              { href: visit.to(routes.reports), text: t('participation.accounts.public') },
            ]}
          />
        </Section>
      </>
    ),
  }
}
