import { formatDay } from '#kernel/day.ts'
import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { Tabs } from '#ui/components/tabs/tabs.tsx'
import { routes } from '../../routes.ts'
import type { QueueCounts } from '../../store/request-list.ts'
import type { StaffRequestRow } from '../../store/request-rows.ts'
import { PlainSelect, PlainText } from '../browse/plain-fields.tsx'
import { handedIn, nameOf, standOf } from '../wishes/request-words.ts'
import type { StaffList } from './staff-filter.ts'

export interface StaffPage {
  readonly list: StaffList
  readonly rows: readonly StaffRequestRow[]
  readonly counts: QueueCounts
  readonly total: number
  readonly next?: string
}

const option = (value: string, label: string) => ({ value, label })
/** Lists that are asked for most, with their figures. */
const tabs = ['pruefen', 'offen', 'ueberfaellig', 'meine'] as const

function Filter({ page, visit }: { readonly page: StaffPage; readonly visit: Visit }) {
  const { t } = visit
  const { params } = page.list
  const chosen = (name: string) => String(params[name] ?? '')
  return (
    <form
      class="catalogue-filterline"
      method="get"
      action={visit.to(routes.staffRequests)}
      aria-label={t('catalogue.wish.filter')}
    >
      <PlainText id="anliegen-q" name="q" label={t('catalogue.wish.filter.words')} value={chosen('q')} />
      <PlainSelect
        id="anliegen-art"
        name="art"
        label={t('catalogue.staff.kind')}
        value={chosen('art')}
        options={['', 'wunsch', 'anmerkung'].map((key) => option(key, t(`catalogue.staff.kind.${key || 'all'}`)))}
      />
      <PlainSelect
        id="anliegen-stand"
        name="stand"
        label={t('catalogue.wish.filter.state')}
        value={chosen('stand')}
        options={['', 'pruefen', 'offen', 'ueberfaellig', 'meine', 'beantwortet', 'verborgen', 'zurueckgezogen'].map((key) =>
          option(key, t(`catalogue.staff.state.${key || 'todo'}`)),
        )}
      />
      <PlainSelect
        id="anliegen-wer"
        name="wer"
        label={t('catalogue.staff.assigned')}
        value={chosen('wer')}
        options={['', 'niemand', 'jemand'].map((key) => option(key, t(`catalogue.staff.assigned.${key || 'all'}`)))}
      />
      <Button kind="secondary" text={t('catalogue.wish.filter.show')} />
    </form>
  )
}

/** The queue of those who answer: what is pressing comes first. */
export function staffListView(visit: Visit, page: StaffPage): View {
  const { t, lang } = visit
  const { counts, list, rows } = page
  const figures = { pruefen: counts.waiting, offen: counts.open, ueberfaellig: counts.overdue, meine: counts.mine }
  const pressing = counts.overdue > 0 ? 'overdue' : counts.waiting > 0 ? 'waiting' : counts.open > 0 ? 'open' : 'none'
  return {
    title: t('catalogue.staff.wishes'),
    robots: 'noindex',
    frame: 'staff',
    area: 'wishes',
    crumbs: [{ label: t('catalogue.staff.wishes') }],
    body: (
      <>
        <Head
          title={t(`catalogue.staff.title.${pressing}`, {
            count: pressing === 'none' ? 0 : pressing === 'open' ? counts.open : counts[pressing],
          })}
          lead={t('catalogue.staff.lead')}
          t={t}
        />
        <Tabs
          label={t('catalogue.staff.lists')}
          links={tabs.map((key) => ({
            href: visit.to(routes.staffRequests, {}, { stand: key }),
            text: `${t(`catalogue.staff.state.${key}`)} (${formatNumber(figures[key], lang)})`,
            current: list.params.stand === key,
          }))}
        />
        <Filter page={page} visit={visit} />
        <p>{t('catalogue.staff.count', { count: page.total })}</p>
        {rows.length === 0 ? (
          <Empty title={t('catalogue.staff.empty')} reason={t('catalogue.staff.empty.reason')} level="h2">
            <Actions>
              <Button kind="secondary" text={t('catalogue.staff.all')} href={visit.to(routes.staffRequests)} />
            </Actions>
          </Empty>
        ) : (
          <Table
            caption={t('catalogue.staff.wishes')}
            rows={rows}
            rowKey={(one) => one.id}
            t={t}
            columns={[
              {
                title: t('catalogue.staff.column.title'),
                cell: (one) => (
                  <>
                    <a href={visit.to(routes.staffRequest, { id: one.id })}>
                      {one.title || t('catalogue.staff.remark', { title: one.about?.title ?? '' })}
                    </a>
                    <span class="catalogue-why">
                      {nameOf(one)}
                      {one.joined > 0 ? `, ${t('catalogue.wish.joined', { count: one.joined })}` : ''}
                    </span>
                  </>
                ),
              },
              {
                title: t('catalogue.staff.column.state'),
                cell: (one) => {
                  const stand = standOf(one, visit)
                  return one.state === 'waiting' && one.daysLeft < 0 ? (
                    <Status kind="bad">
                      {stand.text}, {t('catalogue.request.overdue', { count: -one.daysLeft })}
                    </Status>
                  ) : (
                    <Status kind={stand.kind}>{stand.text}</Status>
                  )
                },
              },
              {
                title: t('catalogue.staff.column.assigned'),
                named: true,
                cell: (one) => one.assignedName ?? t('catalogue.staff.assigned.niemand'),
              },
              {
                title: t('catalogue.staff.column.received'),
                whole: true,
                right: true,
                cell: (one) => handedIn(one, visit, 'short'),
              },
              {
                title: t('catalogue.staff.column.due'),
                whole: true,
                right: true,
                cell: (one) => formatDay(one.dueOn, lang, 'short'),
              },
            ]}
          />
        )}
        {(list.after || page.next) && (
          <nav class="alm-pages" aria-label={t('ui.pages.label')}>
            <div class="alm-pages__steps">
              {list.after && (
                <a class="alm-pages__step" href={visit.to(routes.staffRequests, {}, list.params)}>
                  {t('catalogue.wish.first')}
                </a>
              )}
              {page.next && (
                <a
                  class="alm-pages__step"
                  rel="next"
                  href={visit.to(routes.staffRequests, {}, { ...list.params, nach: page.next })}
                >
                  {t('catalogue.wish.next')}
                </a>
              )}
            </div>
          </nav>
        )}
        <div class="catalogue-after">
          <LinkList
            links={[
              { href: visit.to(routes.staffRequestsCsv, {}, list.params), text: t('catalogue.wish.csv') },
              { href: visit.to(routes.wishes), text: t('catalogue.staff.public') },
            ]}
          />
        </div>
      </>
    ),
  }
}
