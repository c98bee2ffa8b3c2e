import { catalogueRoutes } from '#catalogue'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import type { Receiver } from '../model/receiver.ts'
import { routes } from '../routes.ts'
import { hostOf, moment, ReceiverStatus } from './words.tsx'

/** The receivers of a tenant. */
export function receiversView(receivers: readonly Receiver[], visit: Visit): View {
  const { t } = visit
  const title = t('webhooks.title')
  const columns: Column<Receiver>[] = [
    {
      title: t('webhooks.column.name'),
      cell: (one) => (
        <a class="alm-link" href={visit.to(routes.receiver, { id: one.id })}>
          {one.name}
        </a>
      ),
    },
    { title: t('webhooks.column.host'), cell: (one) => hostOf(one.address), named: true },
    { title: t('webhooks.column.state'), cell: (one) => <ReceiverStatus receiver={one} visit={visit} /> },
    {
      title: t('webhooks.column.good'),
      cell: (one) => moment(one.goodAt, visit) || t('webhooks.never'),
      whole: true,
      right: true,
      named: true,
    },
  ]
  const broken = receivers.filter((one) => one.state === 'broken').length
  return {
    title,
    area: 'webhooks',
    frame: 'staff',
    body: (
      <>
        {visit.query.get('entfernt') === '1' && <Message kind="success" title={t('webhooks.removed')} live t={t} />}
        <Head title={title} lead={broken > 0 ? t('webhooks.lead.broken', { count: broken }) : t('webhooks.lead')} t={t}>
          <Actions>
            {visit.may('webhooks/edit') && <Button text={t('webhooks.add')} href={visit.to(routes.newReceiver)} />}
            <a class="alm-link" href={visit.to(catalogueRoutes.counter, { counter: 'webhooks' })}>
              {t('webhooks.help')}
            </a>
          </Actions>
        </Head>
        {receivers.length === 0 ? (
          <Empty level="h2" title={t('webhooks.none')} reason={t('webhooks.none.reason')} />
        ) : (
          <Table caption={title} columns={columns} rows={receivers} rowKey={(one) => one.id} t={t} />
        )}
      </>
    ),
  }
}
