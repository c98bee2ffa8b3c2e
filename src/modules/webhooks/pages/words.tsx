import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Status, type StatusKind } from '#ui/components/status/status.tsx'
import type { Delivery, Receiver } from '../model/receiver.ts'
import { routes } from '../routes.ts'

/** A page of the room: it leads back to the list, and to the receiver where there is one. */
export const receiverFrame = (
  visit: Visit,
  title: string,
  body: View['body'],
  receiver?: Pick<Receiver, 'id' | 'name'>,
): View => ({
  title,
  area: 'webhooks',
  frame: 'staff',
  crumbs: [
    { label: visit.t('webhooks.title'), href: visit.to(routes.receivers) },
    ...(receiver ? [{ label: receiver.name, href: visit.to(routes.receiver, { id: receiver.id }) }] : []),
    { label: title },
  ],
  body,
})

export const moment = (date: Date | null, visit: Visit): string => (date ? formatMoment(date, visit.lang, 'table') : '')

/** The host of an address: what comes after it may be a key. */
export const hostOf = (address: string): string => new URL(address).host

/** How a receiver stands: a shape and a word. */
export function ReceiverStatus({ receiver, visit }: { readonly receiver: Receiver; readonly visit: Visit }) {
  const { t } = visit
  if (receiver.state === 'broken') return <Status kind="bad">{t('webhooks.state.broken')}</Status>
  if (receiver.state === 'off') return <Status kind="idle">{t('webhooks.state.off')}</Status>
  if (receiver.attempts > 0) return <Status kind="warn">{t('webhooks.state.waits', { count: receiver.attempts })}</Status>
  return <Status kind="ok">{t('webhooks.state.on')}</Status>
}

const kinds: Readonly<Record<'done' | 'failed', StatusKind>> = { done: 'ok', failed: 'bad' }

/** How a message stands. What waits for its receiver to be switched on again is not tried until then. */
export function DeliveryStatus({
  delivery,
  receiver,
  visit,
}: {
  readonly delivery: Delivery
  readonly receiver: Receiver
  readonly visit: Visit
}) {
  const { t } = visit
  if (delivery.state !== 'open') return <Status kind={kinds[delivery.state]}>{t(`webhooks.sent.${delivery.state}`)}</Status>
  if (receiver.state !== 'on') return <Status kind="idle">{t('webhooks.sent.paused')}</Status>
  return (
    <Status kind={delivery.attempts > 0 ? 'warn' : 'run'}>
      {t(delivery.attempts > 0 ? 'webhooks.sent.waits' : 'webhooks.sent.open')}
    </Status>
  )
}

/** What a message told: `3 Änderungen`, or that it was a trial. */
export const whatOf = (delivery: Delivery, visit: Visit): string =>
  delivery.kind === 'test' ? visit.t('webhooks.sent.test') : visit.t('webhooks.sent.changes', { count: delivery.changes })

/** What the last attempt came to, in words. */
export function answerOf({ fault, status, tookMs }: Delivery, visit: Visit): string {
  if (status !== null && fault === null) return visit.t('webhooks.answer.taken', { status, ms: tookMs ?? 0 })
  return fault === null ? '' : visit.t(`webhooks.fault.${fault}`, { status: status ?? '' })
}
