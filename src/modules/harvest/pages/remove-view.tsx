import type { View, Visit } from '#platform/http'
import { Confirm } from '#ui/components/confirm/confirm.tsx'
import type { Source } from '../model/source.ts'
import { routes } from '../routes.ts'
import { sourceFrame } from './words.tsx'

/** Asks before a source is removed: its records stay. */
export function removeView(source: Source, visit: Visit): View {
  const { t } = visit
  const title = t('harvest.remove.title', { name: source.name })
  return sourceFrame(
    visit,
    title,
    <Confirm
      title={title}
      happens={[t('harvest.remove.records'), t('harvest.remove.history'), t('harvest.remove.final')]}
      action={visit.to(routes.remove, { id: source.id })}
      deed={t('harvest.remove.do')}
      cancel={visit.to(routes.source, { id: source.id })}
      t={t}
    />,
    source,
  )
}
