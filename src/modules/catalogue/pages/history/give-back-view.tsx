import type { View, Visit } from '#platform/http'
import { titleOf } from '#standards/dcat-ap-de'
import { Confirm } from '#ui/components/confirm/confirm.tsx'
import { routes } from '../../routes.ts'
import type { KeptResource } from '../../store/version-store.ts'
import { entriesFrame } from '../entries/entries-frame.ts'

/** Asks before a record follows its source again: what was changed here goes with the next import. */
export function giveBackView(resource: KeptResource, source: string, visit: Visit): View {
  const { t } = visit
  const title = t('catalogue.give-back.title', { title: titleOf(resource.record, visit.lang) })
  return entriesFrame(
    visit,
    title,
    <Confirm
      title={title}
      happens={[
        t('catalogue.give-back.happens.now'),
        t('catalogue.give-back.happens.import', { source }),
        t('catalogue.give-back.happens.versions'),
      ]}
      action={visit.to(routes.giveBack, { id: resource.id })}
      deed={t('catalogue.give-back.do')}
      cancel={visit.to(routes.history, { id: resource.id })}
      t={t}
    />,
  )
}
