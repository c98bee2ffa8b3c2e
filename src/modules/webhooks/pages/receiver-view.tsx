import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { type Column, Table } from '#ui/components/table/table.tsx'
import type { Delivery, Receiver } from '../model/receiver.ts'
import { routes } from '../routes.ts'
import { answerOf, DeliveryStatus, hostOf, moment, ReceiverStatus, receiverFrame, whatOf } from './words.tsx'

/** What can be done with a receiver: try it, pause it, let it go on. */
function Steps({ receiver, visit }: { readonly receiver: Receiver; readonly visit: Visit }) {
  const { t } = visit
  const { id } = receiver
  const on = receiver.state === 'on'
  return (
    <Actions>
      {receiver.state !== 'on' && (
        <form method="post" action={visit.to(routes.switchReceiver, { id })}>
          <Button text={t('webhooks.step.on')} name="stand" value="on" />
        </form>
      )}
      <form method="post" action={visit.to(routes.tryReceiver, { id })}>
        <Button text={t('webhooks.step.try')} kind={on ? 'primary' : 'secondary'} />
      </form>
      {on && (
        <form method="post" action={visit.to(routes.switchReceiver, { id })}>
          <Button text={t('webhooks.step.off')} kind="secondary" name="stand" value="off" />
        </form>
      )}
    </Actions>
  )
}

/** What came of a trial that was just sent. */
const TrialMessage = ({ trial, visit }: { readonly trial: Delivery; readonly visit: Visit }) => (
  <Message
    kind={trial.state === 'done' ? 'success' : 'danger'}
    title={visit.t(trial.state === 'done' ? 'webhooks.tried.good' : 'webhooks.tried.bad')}
    live
    t={visit.t}
  >
    {answerOf(trial, visit)}
  </Message>
)

const done = ['gespeichert', 'an', 'aus'] as const

export interface ReceiverPage {
  readonly receiver: Receiver
  readonly deliveries: readonly Delivery[]
  /** Address of older ones, where there are any. */
  readonly older?: string | undefined
  readonly trial?: Delivery | undefined
}

/** One receiver: how it stands, what was sent to it and how that went. */
export function receiverView({ receiver, deliveries, older, trial }: ReceiverPage, visit: Visit): View {
  const { t, now } = visit
  const { id, formerUntil } = receiver
  const edits = visit.may('webhooks/edit')
  const note = done.find((one) => visit.query.get('getan') === one)
  const columns: Column<Delivery>[] = [
    {
      title: t('webhooks.column.when'),
      cell: (one) => (
        <a class="alm-link" href={visit.to(routes.delivery, { id, delivery: one.id })}>
          {moment(one.createdAt, visit)}
        </a>
      ),
      whole: true,
    },
    { title: t('webhooks.column.what'), cell: (one) => whatOf(one, visit) },
    { title: t('webhooks.column.state'), cell: (one) => <DeliveryStatus delivery={one} receiver={receiver} visit={visit} /> },
    { title: t('webhooks.column.answer'), cell: (one) => answerOf(one, visit), named: true },
    { title: t('webhooks.column.attempts'), cell: (one) => String(one.attempts), right: true, named: true },
  ]
  return receiverFrame(
    visit,
    receiver.name,
    <>
      {note && <Message kind="success" title={t(`webhooks.done.${note}`)} live t={t} />}
      {trial && <TrialMessage trial={trial} visit={visit} />}
      {receiver.state === 'broken' && (
        <Message kind="danger" title={t('webhooks.broken.title')} t={t}>
          {t('webhooks.broken.text', { date: moment(receiver.brokenSince, visit) })}
        </Message>
      )}
      <Head
        pre={hostOf(receiver.address)}
        title={receiver.name}
        lead={<ReceiverStatus receiver={receiver} visit={visit} />}
        t={t}
      >
        {edits && <Steps receiver={receiver} visit={visit} />}
      </Head>
      <Block
        title={t('webhooks.block.facts')}
        {...(edits ? { link: { href: visit.to(routes.editReceiver, { id }), text: t('webhooks.form.change') } } : {})}
      >
        <Facts
          facts={[
            { name: t('webhooks.form.address'), value: receiver.address },
            { name: t('webhooks.form.kinds'), value: receiver.kinds.map((kind) => t(`webhooks.kind.${kind}`)).join(', ') },
            {
              name: t('webhooks.fact.whose'),
              value: t(receiver.below ? 'webhooks.fact.below' : 'webhooks.fact.own', { place: visit.site.name }),
            },
            { name: t('webhooks.column.good'), value: moment(receiver.goodAt, visit) || t('webhooks.never') },
            ...(receiver.state === 'on' && receiver.attempts > 0
              ? [{ name: t('webhooks.fact.next'), value: moment(receiver.nextAt, visit) }]
              : []),
            ...(formerUntil && formerUntil > now
              ? [
                  {
                    name: t('webhooks.fact.former'),
                    value: t('webhooks.fact.former.until', { date: moment(formerUntil, visit) }),
                  },
                ]
              : []),
          ]}
        />
        {edits && (
          <p>
            <a class="alm-link" href={visit.to(routes.renewPage, { id })}>
              {t('webhooks.renew')}
            </a>
            {' · '}
            <a class="alm-link" href={visit.to(routes.removePage, { id })}>
              {t('webhooks.remove')}
            </a>
          </p>
        )}
      </Block>
      <Block title={t('webhooks.block.sent')}>
        {deliveries.length === 0 ? (
          <Empty title={t('webhooks.sent.none')} reason={t('webhooks.sent.none.reason')} />
        ) : (
          <Table caption={t('webhooks.block.sent')} columns={columns} rows={deliveries} rowKey={(one) => one.id} t={t} />
        )}
        {older && (
          <p>
            <a class="alm-link" href={older}>
              {t('webhooks.sent.older')}
            </a>
          </p>
        )}
      </Block>
    </>,
  )
}
