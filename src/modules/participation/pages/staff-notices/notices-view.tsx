import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { Tabs } from '#ui/components/tabs/tabs.tsx'
import { noticeNumber } from '../../model/notice.ts'
import { numberOf } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import type { listNotices } from '../../store/notice-store.ts'
import type { ObjectionCase } from '../../store/objection-store.ts'

export const noticeTabs = ['offen', 'entschieden', 'widersprueche'] as const
export type NoticeTab = (typeof noticeTabs)[number]

export interface NoticesPage {
  readonly tab: NoticeTab
  readonly rows: Awaited<ReturnType<typeof listNotices>>
  readonly objections: readonly ObjectionCase[]
  readonly next?: string | undefined
  readonly figures: { readonly notices: number; readonly objections: number }
}

function NoticeTable({ page, visit }: { readonly page: NoticesPage; readonly visit: Visit }) {
  const { t, lang } = visit
  return (
    <Table
      caption={t('participation.notices.title')}
      rows={page.rows}
      rowKey={(one) => one.id}
      t={t}
      columns={[
        {
          title: t('participation.notice.number'),
          cell: (one) => <a href={visit.to(routes.staffNotice, { id: one.id })}>{noticeNumber(one)}</a>,
        },
        {
          title: t('participation.notice.about'),
          named: true,
          cell: (one) =>
            one.comment
              ? t('participation.notice.about.comment', { number: numberOf(one.prefix, one.of), title: one.title })
              : `${numberOf(one.prefix, one.of)}: ${one.title}`,
        },
        {
          title: t('participation.notice.field.reason'),
          named: true,
          cell: (one) => t(`participation.notice.reason.${one.reason}`),
        },
        {
          title: t('participation.moderate.column.received'),
          whole: true,
          named: true,
          cell: (one) => formatMoment(one.receivedAt, lang, 'table'),
        },
      ]}
    />
  )
}

function ObjectionTable({ page, visit }: { readonly page: NoticesPage; readonly visit: Visit }) {
  const { t, lang } = visit
  return (
    <Table
      caption={t('participation.notices.widersprueche')}
      rows={page.objections}
      rowKey={(one) => one.objection.id}
      t={t}
      columns={[
        {
          title: t('participation.objection.against'),
          cell: (one) => (
            <a href={visit.to(routes.objection, { id: one.objection.id })}>{t(`participation.act.${one.statement.act}`)}</a>
          ),
        },
        {
          title: t('participation.objection.by'),
          named: true,
          cell: (one) => t(`participation.objection.party.${one.objection.party}`),
        },
        {
          title: t('participation.moderate.column.received'),
          whole: true,
          named: true,
          cell: (one) => formatMoment(one.objection.receivedAt, lang, 'table'),
        },
      ]}
    />
  )
}

/** Notices from the public and objections, those that wait first. */
export function noticesView(visit: Visit, page: NoticesPage): View {
  const { t } = visit
  const { tab, figures } = page
  const none = tab === 'widersprueche' ? page.objections.length === 0 : page.rows.length === 0
  return {
    title: t('participation.notices.title'),
    robots: 'noindex',
    frame: 'staff',
    area: 'notices',
    crumbs: [{ label: t('participation.notices.title') }],
    body: (
      <>
        <Head
          title={
            figures.notices === 0
              ? t('participation.notices.none')
              : t('participation.notices.waiting', { count: figures.notices })
          }
          lead={t('participation.notices.lead')}
          t={t}
        />
        <Tabs
          label={t('participation.notices.lists')}
          links={noticeTabs.map((one) => ({
            href: visit.to(routes.notices, {}, { stand: one }),
            text: t(`participation.notices.${one}`),
            current: one === tab,
          }))}
        />
        {none ? (
          <Empty title={t('participation.notices.empty')} reason={t('participation.notices.empty.reason')} level="h2" />
        ) : tab === 'widersprueche' ? (
          <ObjectionTable page={page} visit={visit} />
        ) : (
          <NoticeTable page={page} visit={visit} />
        )}
        {page.next && (
          <p>
            <a class="alm-link" href={visit.to(routes.notices, {}, { stand: tab, nach: page.next })}>
              {t('participation.more')}
            </a>
          </p>
        )}
      </>
    ),
  }
}
