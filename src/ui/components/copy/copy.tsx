import type { Translate } from '#kernel/locale.ts'

/** Text to take along: a citation, an address. The island `copy` adds the button; without it the text can be marked. */
export const Copy = ({ text, label, t }: { readonly text: string; readonly label: string; readonly t: Translate }) => (
  <div
    class="alm-copy-box"
    data-copy={t('ui.copy.do')}
    data-done={t('ui.copy.done')}
    data-failed={t('ui.copy.failed')}
    data-label={label}
  >
    <p class="alm-code">{text}</p>
  </div>
)
