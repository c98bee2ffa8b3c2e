import type { Translate } from '#kernel/locale.ts'
import type { Children, Hidden } from '../../vocabulary.ts'
import { Button } from '../button/button.tsx'
import { HiddenValues } from '../hidden-values/hidden-values.tsx'

export interface ConfirmProps {
  /** The question: "Datensatz „Spielplätze“ endgültig löschen?" */
  readonly title: string
  /** What happens then, one sentence each; the last says that it cannot be undone. */
  readonly happens: readonly Children[]
  /** Where the deed posts to. */
  readonly action: string
  readonly hidden?: Hidden | undefined
  /** The deed: "Endgültig löschen". */
  readonly deed: string
  /** Where one goes when one does not want to. */
  readonly cancel: string
  readonly cancelText?: string | undefined
  /** Further fields: a reason, the name to type. */
  readonly children?: Children | undefined
  readonly t: Translate
}

/** Asks before what cannot be undone: a page of its own, no dialog, so it needs no script. Its title is the page's heading. */
export const Confirm = ({ title, happens, action, hidden, deed, cancel, cancelText, children, t }: ConfirmProps) => (
  <form class="alm-confirm" method="post" action={action}>
    <h1>{title}</h1>
    <ul class="alm-list">
      {happens.map((one, i) => (
        <li key={`${i}`}>{one}</li>
      ))}
    </ul>
    <HiddenValues values={hidden} />
    {children}
    <div class="alm-actions">
      <Button text={deed} kind="danger" />
      <a class="alm-link" href={cancel}>
        {cancelText ?? t('ui.progress.cancel')}
      </a>
    </div>
  </form>
)
