import type { Translate } from '#kernel/locale.ts'

/** Pass a page on: by e-mail, by its address, and by the device's own menu where there is one (island `share`). Nobody else learns of it. */
export const Share = ({ title, url, t }: { readonly title: string; readonly url: string; readonly t: Translate }) => (
  <div class="alm-share" data-share={t('ui.share.native')} data-title={title} data-url={url}>
    <a class="alm-link" href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`}>
      {t('ui.share.mail')}
    </a>
    <p class="alm-small">
      {t('ui.share.link')}: <span class="alm-share__url">{url}</span>
    </p>
  </div>
)
