import type { View, Visit } from '#platform/http'
import { Confirm } from '#ui/components/confirm/confirm.tsx'
import type { Receiver } from '../model/receiver.ts'
import { routes } from '../routes.ts'
import { receiverFrame } from './words.tsx'

/** Asks before a secret takes the place of another. */
export function renewView(receiver: Receiver, visit: Visit): View {
  const { t } = visit
  const title = t('webhooks.renew.title', { name: receiver.name })
  return receiverFrame(
    visit,
    title,
    <Confirm
      title={title}
      happens={[t('webhooks.renew.day'), t('webhooks.renew.once')]}
      action={visit.to(routes.renewSecret, { id: receiver.id })}
      deed={t('webhooks.renew.do')}
      cancel={visit.to(routes.receiver, { id: receiver.id })}
      t={t}
    />,
    receiver,
  )
}

/** Asks before a receiver is removed. */
export function removeView(receiver: Receiver, visit: Visit): View {
  const { t } = visit
  const title = t('webhooks.remove.title', { name: receiver.name })
  return receiverFrame(
    visit,
    title,
    <Confirm
      title={title}
      happens={[t('webhooks.remove.quiet'), t('webhooks.remove.sent'), t('webhooks.remove.final')]}
      action={visit.to(routes.remove, { id: receiver.id })}
      deed={t('webhooks.remove.do')}
      cancel={visit.to(routes.receiver, { id: receiver.id })}
      t={t}
    />,
    receiver,
  )
}
