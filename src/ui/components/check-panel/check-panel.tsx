import type { Translate } from '#kernel/locale.ts'
import type { Children } from '../../vocabulary.ts'
import { Disclosure } from '../disclosure/disclosure.tsx'
import { Status, type StatusKind } from '../status/status.tsx'

export interface PanelCheck {
  /** What to do: "Lizenz wählen"; of what is in order: its name. */
  readonly title: string
  /** The field it is about, or a page. */
  readonly href?: string | undefined
  /** Code of the property: `dcterms:license`. */
  readonly code?: string | undefined
  readonly reason?: Children | undefined
}

export interface CheckGroup {
  /** "2 Empfehlungen"; the first group needs none, the verdict is its title. */
  readonly title?: string | undefined
  readonly kind: StatusKind
  readonly checks: readonly PanelCheck[]
}

export interface CheckPanelProps {
  /** Unique on the page; `data-autosave-target` names it. */
  readonly id?: string | undefined
  readonly title: string
  readonly kind: StatusKind
  /** The result in words: "3 Pflichtangaben fehlen". Read aloud whenever it changes. */
  readonly verdict: string
  /** How and when it was looked at; not read aloud. */
  readonly note?: string | undefined
  readonly groups?: readonly CheckGroup[] | undefined
  /** What is in order: a count with the list behind it. */
  readonly fine?: readonly PanelCheck[] | undefined
  /** The same as a document for machines. */
  readonly source?: { readonly title: string; readonly text: string } | undefined
  readonly t: Translate
  /** Further parts: points, proposals. */
  readonly children?: Children | undefined
}

const Line = ({ check, kind, t }: { readonly check: PanelCheck; readonly kind: StatusKind; readonly t: Translate }) => (
  <li>
    <span class={`alm-status alm-status--${kind}`} role="img" aria-label={t(`ui.status.${kind === 'bad' ? 'missing' : kind}`)} />
    <p>
      <b>{check.href ? <a href={check.href}>{check.title}</a> : check.title}</b> {check.code && <code>{check.code}</code>}{' '}
      {check.reason}
    </p>
  </li>
)

const Lines = ({ checks, kind, t }: CheckGroup & { readonly t: Translate }) => (
  <ul class="alm-checks">
    {checks.map((check) => (
      <Line key={check.title + (check.code ?? '')} check={check} kind={kind} t={t} />
    ))}
  </ul>
)

/** A verdict with its reasons, each leading to its field. Kept up to date by the island `autosave` where a form names it. */
export function CheckPanel({
  id = 'pruefung',
  title,
  kind,
  verdict,
  note,
  groups = [],
  fine = [],
  source,
  t,
  children,
}: CheckPanelProps) {
  return (
    <section class="alm-verdict" id={id} aria-labelledby={`${id}-titel`}>
      <h2 id={`${id}-titel`}>{title}</h2>
      <div class="alm-verdict__word" role="status" data-autosave-say="">
        <Status kind={kind}>
          <strong>{verdict}</strong>
        </Status>
      </div>
      <div class="alm-verdict__body" data-autosave-part="">
        {note && <p class="alm-small alm-muted">{note}</p>}
        {groups.map((group, i) => (
          <div key={`${i}`} class="alm-verdict__group">
            {group.title && <h3>{group.title}</h3>}
            <Lines {...group} t={t} />
          </div>
        ))}
        {children}
        {fine.length > 0 && (
          <div class="alm-verdict__group">
            <h3>{t('ui.check.fine', { count: fine.length })}</h3>
            <Disclosure title={t('ui.check.show')}>
              <Lines kind="ok" checks={fine} t={t} />
            </Disclosure>
          </div>
        )}
        {source && (
          <Disclosure title={source.title}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
            <section class="alm-verdict__source" tabIndex={0} aria-label={source.title}>
              <pre class="alm-code">{source.text}</pre>
            </section>
          </Disclosure>
        )}
      </div>
    </section>
  )
}
