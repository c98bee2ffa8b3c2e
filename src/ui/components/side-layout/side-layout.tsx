import type { Translate } from '#kernel/locale.ts'
import type { Children } from '../../vocabulary.ts'

export interface SideLayoutProps {
  /** What stands right of the content from 1024 px and stays in sight, and below it on smaller screens. */
  readonly panel: Children
  /** The id of the panel's content, to which the line on top leads. */
  readonly panelId: string
  /** The result of the panel in one sentence, shown on top of small screens only: "3 Pflichtangaben fehlen." */
  readonly summary: string
  readonly kind?: 'accent' | 'quiet' | 'warn' | 'bad' | undefined
  /** "Ansehen" when it is left out; "Warum?" for a verdict. */
  readonly link?: string | undefined
  readonly children: Children
  readonly t: Translate
}

/** Content left, a panel of 336 px right. The line on top has the id `<panelId>-kurz`, so that autosave can renew it too. */
export const SideLayout = ({ panel, panelId, summary, kind = 'accent', link, children, t }: SideLayoutProps) => (
  <>
    <p class={`alm-onlysmall alm-note alm-note--${kind}`} id={`${panelId}-kurz`}>
      <strong>{summary}</strong> <a href={`#${panelId}`}>{link ?? t('ui.side.show')}</a>
    </p>
    <div class="alm-panelside">
      <div>{children}</div>
      <div class="alm-panelside__panel">{panel}</div>
    </div>
  </>
)
