import { catalogueRoutes } from '#catalogue'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Copy } from '#ui/components/copy/copy.tsx'
import { Head } from '#ui/components/head/head.tsx'
import type { Receiver } from '../model/receiver.ts'
import { routes } from '../routes.ts'
import { receiverFrame } from './words.tsx'

/** Shows a secret, for this once: nobody can read it later, only make a new one. */
export function secretView(receiver: Pick<Receiver, 'id' | 'name'>, secret: string, renewed: boolean, visit: Visit): View {
  const { t } = visit
  const title = t(renewed ? 'webhooks.secret.renewed' : 'webhooks.secret.made')
  return {
    ...receiverFrame(
      visit,
      title,
      <>
        <Head title={title} lead={t(renewed ? 'webhooks.secret.renewed.lead' : 'webhooks.secret.lead')} t={t} />
        <div class="alm-stack">
          <Copy t={t} label={t('webhooks.secret')} text={secret} />
          <Actions>
            <Button text={t('webhooks.secret.kept')} href={visit.to(routes.receiver, { id: receiver.id })} />
            <a class="alm-link" href={visit.to(catalogueRoutes.counter, { counter: 'webhooks' })}>
              {t('webhooks.help')}
            </a>
          </Actions>
        </div>
      </>,
      receiver,
    ),
    islands: ['copy'],
    secret: true,
  }
}
