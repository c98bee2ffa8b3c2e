import type { Translate } from '#kernel/locale.ts'
import type { Children, Hidden } from '../../vocabulary.ts'
import { HiddenValues } from '../hidden-values/hidden-values.tsx'
import { Message } from '../message/message.tsx'

export interface UndoMessageProps {
  /** What was done: "3 Datensätze archiviert". */
  readonly title: string
  readonly undo: { readonly action: string; readonly hidden?: Hidden | undefined; readonly text?: string | undefined }
  /** How long it can be undone, what follows. */
  readonly children?: Children | undefined
  readonly t: Translate
}

/** What was done, with a button that takes it back. It stays until the next page: no toast that vanishes before it is read. */
export const UndoMessage = ({ title, undo, children, t }: UndoMessageProps) => (
  <Message kind="success" title={title} live t={t}>
    {typeof children === 'string' ? <p>{children}</p> : children}
    <form method="post" action={undo.action}>
      <HiddenValues values={undo.hidden} />
      <button class="alm-linkbutton" type="submit">
        {undo.text ?? t('ui.undo.do')}
      </button>
    </form>
  </Message>
)
