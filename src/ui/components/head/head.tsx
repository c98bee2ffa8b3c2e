import type { Translate } from '#kernel/locale.ts'
import type { Children, Link } from '../../vocabulary.ts'

export interface HeadProps {
  /** The finding or the question. */
  readonly title: Children
  /** What kind of thing this is and whose: one line above the title. */
  readonly pre?: string | undefined
  readonly lead?: Children | undefined
  /** Jumps to the sections; a column from 1024 px, a panel to open below. */
  readonly onPage?: readonly Link[] | undefined
  /** Language of title and lead if it is not that of the page. */
  readonly lang?: string | undefined
  readonly t: Translate
  /** The next step and what else belongs to the head. */
  readonly children?: Children | undefined
}

const Jumps = ({ links }: { readonly links: readonly Link[] }) => (
  <ul>
    {links.map((link) => (
      <li key={link.href}>
        <a class="alm-link" href={link.href}>
          {link.text}
        </a>
      </li>
    ))}
  </ul>
)

/** The head of a page: title, numbers in the lead, the next step, the way to the sections. */
export function Head({ title, pre, lead, onPage = [], lang, t, children }: HeadProps) {
  const label = t('ui.nav.onpage')
  return (
    <div class={`alm-head${onPage.length > 0 ? ' alm-head--with' : ''}`}>
      <div class="alm-head__words">
        {pre && <p class="alm-pre">{pre}</p>}
        <h1 lang={lang}>{title}</h1>
        {lead && (
          <p class="alm-lead" lang={lang}>
            {lead}
          </p>
        )}
        {children}
      </div>
      {onPage.length > 0 && (
        <>
          <nav class="alm-onpage" aria-label={label}>
            <b aria-hidden="true">{label}</b>
            <Jumps links={onPage} />
          </nav>
          <details class="alm-jump">
            <summary>{label}</summary>
            <nav aria-label={label}>
              <Jumps links={onPage} />
            </nav>
          </details>
        </>
      )}
    </div>
  )
}
