import { formatMoment } from '#kernel/clock.ts'
import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { SelectField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Status, type StatusKind } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import type { QueueRow } from '../../store/queue-store.ts'
import { type QueueParams, queueFindings, queueKinds, queueStates } from './read-queue.ts'

export interface QueuePage {
  readonly rows: readonly QueueRow[]
  readonly next?: string | undefined
  readonly params: QueueParams
  readonly figures: {
    readonly submissions: number
    readonly comments: number
    readonly notices: number
    readonly objections: number
  }
  readonly procedures: readonly Procedure[]
}

/** A submission or comment in the words of staff. */
export function moderationStand(state: string, visit: Visit): { kind: StatusKind; text: string } {
  const kinds: Readonly<Record<string, StatusKind>> = { waiting: 'warn', public: 'ok' }
  return { kind: kinds[state] ?? 'idle', text: visit.t(`participation.moderate.state.${state}`) }
}

/** Where a row is looked at. */
const hrefOf = (one: QueueRow, visit: Visit) =>
  visit.to(one.kind === 'submission' ? routes.moderateSubmission : routes.moderateComment, { id: one.id })

const shortened = (text: string, length: number) => (text.length > length ? `${text.slice(0, length).trimEnd()} …` : text)

function Filter({ page, visit }: { readonly page: QueuePage; readonly visit: Visit }) {
  const { t } = visit
  const select = (name: keyof QueueParams & string, options: readonly { value: string; label: string }[]) => (
    <SelectField
      id={`filter-${name}`}
      name={name}
      label={t(`participation.moderate.filter.${name}`)}
      value={page.params[name] ?? ''}
      options={[{ value: '', label: t('participation.moderate.filter.all') }, ...options]}
      t={t}
    />
  )
  return (
    <form
      class="participation-filterline"
      method="get"
      action={visit.to(routes.queue)}
      aria-label={t('participation.moderate.filter')}
    >
      {page.procedures.length > 1 &&
        select(
          'verfahren',
          page.procedures.map((one) => ({ value: one.slug, label: one.title })),
        )}
      {select(
        'art',
        Object.keys(queueKinds).map((value) => ({ value, label: t(`participation.moderate.kind.${value}`) })),
      )}
      {select(
        'stand',
        Object.entries(queueStates).map(([value, state]) => ({ value, label: t(`participation.moderate.state.${state}`) })),
      )}
      {select(
        'fund',
        queueFindings.map((value) => ({ value, label: t(`participation.finding.${value}`) })),
      )}
      <Button kind="secondary" text={t('participation.moderate.filter.show')} />
    </form>
  )
}

/** The queue of moderation: what waits comes first. */
export function queueView(visit: Visit, page: QueuePage): View {
  const { t, lang } = visit
  const { figures, rows } = page
  const waiting = figures.submissions + figures.comments
  return {
    title: t('participation.moderate.title'),
    robots: 'noindex',
    frame: 'staff',
    area: 'moderation',
    crumbs: [{ label: t('participation.moderate.title') }],
    islands: ['queue-keys'],
    body: (
      <>
        <Head
          title={
            waiting === 0 ? t('participation.moderate.title.none') : t('participation.moderate.title.waiting', { count: waiting })
          }
          lead={t('participation.moderate.lead')}
          t={t}
        >
          <LinkList
            links={[
              {
                href: visit.to(routes.notices),
                text: t('participation.moderate.to-notices', {
                  count: figures.notices,
                  number: formatNumber(figures.notices, lang),
                }),
              },
              ...(figures.objections > 0
                ? [
                    {
                      href: visit.to(routes.notices, {}, { stand: 'widersprueche' }),
                      text: t('participation.moderate.to-objections', { count: figures.objections }),
                    },
                  ]
                : []),
            ]}
          />
        </Head>
        <Filter page={page} visit={visit} />
        {rows.length === 0 ? (
          <Empty title={t('participation.moderate.empty')} reason={t('participation.moderate.empty.reason')} level="h2">
            <Actions>
              <Button kind="secondary" text={t('participation.moderate.all')} href={visit.to(routes.queue)} />
            </Actions>
          </Empty>
        ) : (
          <div class="participation-queue">
            <Table
              caption={t('participation.moderate.title')}
              rows={rows}
              rowKey={(one) => one.id}
              t={t}
              columns={[
                {
                  title: t('participation.moderate.column.what'),
                  cell: (one) => (
                    <>
                      <a href={hrefOf(one, visit)}>{one.title || shortened(one.body, 60) || t('participation.moderate.blank')}</a>
                      <span class="alm-small participation-under">
                        {t(`participation.moderate.row.${one.kind}`, {
                          number: numberOf(one.prefix, one.number),
                          title: one.procedureTitle,
                        })}
                      </span>
                      {one.title && <span class="alm-small participation-under">{shortened(one.body, 140)}</span>}
                    </>
                  ),
                },
                {
                  title: t('participation.moderate.column.state'),
                  cell: (one) => {
                    const stand = moderationStand(one.state, visit)
                    return <Status kind={stand.kind}>{stand.text}</Status>
                  },
                },
                {
                  title: t('participation.moderate.column.why'),
                  named: true,
                  cell: (one) =>
                    [
                      ...one.findings.map((finding) => t(`participation.finding.${finding}`)),
                      ...(one.notices > 0 ? [t('participation.moderate.reported', { count: one.notices })] : []),
                    ].join(', '),
                },
                {
                  title: t('participation.moderate.column.received'),
                  whole: true,
                  named: true,
                  cell: (one) => formatMoment(one.receivedAt, lang, 'table'),
                },
              ]}
            />
          </div>
        )}
        {page.next && (
          <p>
            <a class="alm-link" href={visit.to(routes.queue, {}, { ...page.params, nach: page.next })}>
              {t('participation.more')}
            </a>
          </p>
        )}
        <p class="alm-small alm-muted">{t('participation.moderate.keys')}</p>
      </>
    ),
  }
}
