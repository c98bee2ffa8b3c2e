import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Copy } from '#ui/components/copy/copy.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { type Delivery, messageId, type Receiver } from '../model/receiver.ts'
import { routes } from '../routes.ts'
import { answerOf, DeliveryStatus, moment, receiverFrame, whatOf } from './words.tsx'

/** One message: what was sent, how often, and what came of it. */
export function deliveryView(receiver: Receiver, delivery: Delivery, visit: Visit): View {
  const { t } = visit
  const title = whatOf(delivery, visit)
  const again = visit.query.get('getan') === 'erneut'
  return {
    ...receiverFrame(
      visit,
      title,
      <>
        {again && (
          <Message
            kind={delivery.fault ? 'danger' : delivery.status === null ? 'info' : 'success'}
            title={t(
              delivery.fault ? 'webhooks.again.bad' : delivery.status === null ? 'webhooks.again.soon' : 'webhooks.again.good',
            )}
            live
            t={t}
          >
            {answerOf(delivery, visit)}
          </Message>
        )}
        <Head title={title} lead={<DeliveryStatus delivery={delivery} receiver={receiver} visit={visit} />} t={t}>
          {visit.may('webhooks/edit') && (
            <Actions>
              <form method="post" action={visit.to(routes.sendAgain, { id: receiver.id, delivery: delivery.id })}>
                <Button text={t(delivery.state === 'open' ? 'webhooks.again.now' : 'webhooks.again.do')} kind="secondary" />
              </form>
            </Actions>
          )}
        </Head>
        <Block title={t('webhooks.block.how')}>
          <Facts
            facts={[
              { name: 'webhook-id', value: messageId(delivery.id) },
              { name: t('webhooks.column.when'), value: moment(delivery.createdAt, visit) },
              { name: t('webhooks.column.attempts'), value: String(delivery.attempts) },
              ...(delivery.triedAt ? [{ name: t('webhooks.fact.tried'), value: moment(delivery.triedAt, visit) }] : []),
              ...(delivery.fault !== null || delivery.status !== null
                ? [{ name: t('webhooks.column.answer'), value: answerOf(delivery, visit) }]
                : []),
            ]}
          />
        </Block>
        <Block title={t('webhooks.block.body')}>
          <Copy t={t} label={t('webhooks.block.body')} text={JSON.stringify(JSON.parse(delivery.body), undefined, 2)} />
        </Block>
      </>,
      receiver,
    ),
    islands: ['copy'],
  }
}
