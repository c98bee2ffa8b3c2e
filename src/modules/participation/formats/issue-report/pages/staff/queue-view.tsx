import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { CheckField, SelectField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { numberOf } from '../../../../model/procedure.ts'
import { isOpen, statusWords } from '../../issue.ts'
import { issueRoutes } from '../../issue-routes.ts'
import type { OfficeFigures, QueuedIssue } from '../../store/issue-store.ts'
import type { Reporting } from '../../store/open311-store.ts'
import { standOfIssue } from '../issue-words.ts'

export interface QueuePage {
  readonly rows: readonly QueuedIssue[]
  readonly offices: readonly OfficeFigures[]
  readonly procedures: readonly Reporting[]
  readonly params: Readonly<Record<string, string>>
  readonly next: string | undefined
}

function Filter({ queue, visit }: { readonly queue: QueuePage; readonly visit: Visit }) {
  const { t } = visit
  const select = (
    name: string,
    label: string,
    options: readonly { value: string; label: string }[],
    usual: string = t('participation.issue.staff.all'),
  ) => (
    <SelectField
      id={`filter-${name}`}
      name={name}
      label={label}
      value={queue.params[name] ?? ''}
      options={[{ value: '', label: usual }, ...options]}
      t={t}
    />
  )
  return (
    <form
      class="participation-filterline"
      method="get"
      action={visit.to(issueRoutes.staffIssues)}
      aria-label={t('participation.issue.filter')}
      noValidate
    >
      {queue.procedures.length > 1 &&
        select(
          'verfahren',
          t('participation.issue.staff.procedure'),
          queue.procedures.map(({ slug, title }) => ({ value: slug, label: title })),
        )}
      {select(
        'amt',
        t('participation.issue.agency'),
        queue.offices.map(({ office }) => ({ value: office, label: office })),
      )}
      {select(
        'stand',
        t('participation.issue.status'),
        [...Object.keys(statusWords).slice(1), 'alle'].map((word) => ({
          value: word,
          label: t(`participation.issue.filter.status.${word}`),
        })),
        t('participation.issue.filter.status.offen'),
      )}
      <CheckField
        id="filter-spaet"
        name="spaet"
        label={t('participation.issue.staff.late-only')}
        checked={queue.params.spaet === '1'}
        t={t}
      />
      <Button kind="secondary" text={t('participation.issue.filter.show')} />
    </form>
  )
}

function Offices({ offices, visit }: { readonly offices: readonly OfficeFigures[]; readonly visit: Visit }) {
  const { t, lang } = visit
  const link = (count: number, query: Record<string, string>) =>
    count === 0 ? '0' : <a href={visit.to(issueRoutes.staffIssues, {}, query)}>{formatNumber(count, lang)}</a>
  return (
    <Table
      caption={t('participation.issue.staff.offices')}
      rows={offices}
      rowKey={({ office }) => office}
      t={t}
      columns={[
        { title: t('participation.issue.agency'), cell: ({ office }) => office },
        {
          title: t('participation.issue.status.open'),
          right: true,
          cell: ({ office, open }) => link(open, { amt: office, stand: 'neu' }),
        },
        {
          title: t('participation.issue.status.in-progress'),
          right: true,
          cell: ({ office, inProgress }) => link(inProgress, { amt: office, stand: 'in-arbeit' }),
        },
        {
          title: t('participation.issue.staff.late'),
          right: true,
          cell: ({ office, late }) => link(late, { amt: office, spaet: '1' }),
        },
      ]}
    />
  )
}

/** The queue of the offices: what waits longest comes first. */
export function queueView(visit: Visit, queue: QueuePage): View {
  const { t, lang } = visit
  const waiting = queue.offices.reduce((all, one) => all + one.open + one.inProgress, 0)
  const late = queue.offices.reduce((all, one) => all + one.late, 0)
  const today = dayOf(visit.now)
  return {
    title: t('participation.issue.staff.list'),
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-issues',
    crumbs: [{ label: t('participation.issue.staff.list') }],
    body: (
      <>
        <Head
          title={
            waiting === 0
              ? t('participation.issue.staff.title.none')
              : t('participation.issue.staff.title', { count: waiting, number: formatNumber(waiting, lang) })
          }
          lead={late === 0 ? t('participation.issue.staff.in-time') : t('participation.issue.staff.overdue', { count: late })}
          t={t}
        >
          {visit.may('participation/publish') && (
            <LinkList links={[{ href: visit.to(issueRoutes.issueClients), text: t('participation.issue.clients.title') }]} />
          )}
        </Head>
        <Filter queue={queue} visit={visit} />
        {queue.rows.length === 0 ? (
          <Empty title={t('participation.issue.staff.empty')} reason={t('participation.issue.staff.empty.reason')} level="h2">
            <Actions>
              <Button
                kind="secondary"
                text={t('participation.issue.staff.show-all')}
                href={visit.to(issueRoutes.staffIssues, {}, { stand: 'alle' })}
              />
            </Actions>
          </Empty>
        ) : (
          <div class="participation-issue-queue">
            <Table
              caption={t('participation.issue.staff.list')}
              rows={queue.rows}
              rowKey={(one) => one.id}
              t={t}
              columns={[
                {
                  title: t('participation.issue.staff.what'),
                  cell: (one) => (
                    <>
                      <a href={visit.to(issueRoutes.staffIssue, { id: one.id })}>
                        {one.title || numberOf(one.prefix, one.number)}
                      </a>
                      <span class="alm-small participation-under">
                        {[
                          numberOf(one.prefix, one.number),
                          one.category,
                          one.place,
                          one.photos > 0 && t('participation.issue.staff.photos', { count: one.photos }),
                          one.agree > 0 && t('participation.issue.me-too.count', { count: one.agree }),
                          one.state === 'waiting' && t('participation.moderate.state.waiting'),
                        ]
                          .filter(Boolean)
                          .join(', ')}
                      </span>
                    </>
                  ),
                },
                { title: t('participation.issue.agency'), named: true, cell: (one) => one.agency },
                {
                  title: t('participation.issue.status'),
                  whole: true,
                  cell: (one) => {
                    const stand = standOfIssue(one.status, visit)
                    return <Status kind={stand.kind}>{stand.text}</Status>
                  },
                },
                {
                  title: t('participation.issue.due'),
                  whole: true,
                  named: true,
                  cell: (one) =>
                    !one.dueOn ? (
                      ''
                    ) : isOpen(one.status) && one.dueOn < today ? (
                      <Status kind="bad">
                        {t('participation.issue.staff.since', { date: formatDay(one.dueOn, lang, 'short') })}
                      </Status>
                    ) : (
                      formatDay(one.dueOn, lang, 'short')
                    ),
                },
              ]}
            />
          </div>
        )}
        {queue.next && (
          <p>
            <a class="alm-link" href={visit.to(issueRoutes.staffIssues, {}, { ...queue.params, nach: queue.next })}>
              {t('participation.more')}
            </a>
          </p>
        )}
        {queue.offices.length > 0 && (
          <Section title={t('participation.issue.staff.offices')} id="aemter">
            <Offices offices={queue.offices} visit={visit} />
          </Section>
        )}
      </>
    ),
  }
}
