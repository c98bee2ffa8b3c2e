import type { Visit } from '#platform/http'
import { Message } from '#ui/components/message/message.tsx'
import { UndoMessage } from '#ui/components/undo-message/undo-message.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { routes } from '../../routes.ts'
import type { OpenDraft } from './open-draft.ts'

const said = {
  gespeichert: 'catalogue.edit.saved.done',
  geoeffnet: 'catalogue.draft.done.reopened',
  recht: 'catalogue.law.save.done',
  zurueck: 'catalogue.edit.undone',
} as const

/** What was done before this page was shown, by the query: only whether, never a text. */
export function doneMessage(open: OpenDraft, visit: Visit): Children | undefined {
  const { query, t } = visit
  const removed = query.get('entfernt')
  if (removed && /^\d+-\d+$/.test(removed) && open.writable)
    return (
      <UndoMessage
        title={t('catalogue.edit.files.removed')}
        undo={{ action: visit.to(routes.undoDraft, { id: open.draft.id }), hidden: { schritt: removed } }}
        t={t}
      />
    )
  if (query.has('zu-spaet')) return <Message kind="warning" title={t('catalogue.edit.undo.late')} t={t} />
  const key = (Object.keys(said) as (keyof typeof said)[]).find((name) => query.has(name))
  return key && <Message kind="success" title={t(said[key])} live t={t} />
}
