import type { Children, Marked } from '../../vocabulary.ts'
import { MarkedText } from '../marked/marked.tsx'
import { Status, type StatusKind } from '../status/status.tsx'

export interface ResultRowProps {
  readonly href: string
  readonly title: Marked
  /** Who publishes it, above the title. */
  readonly publisher?: string | undefined
  /** One sentence with the found words marked. */
  readonly excerpt?: Marked | undefined
  /** Formats, date: short facts in a line. */
  readonly meta?: readonly string[] | undefined
  readonly status?: { readonly kind: StatusKind; readonly text: string }
  /** Language of title and excerpt if it is not that of the page. */
  readonly lang?: string | undefined
}

/** One thing found: publisher, title link, sentence, facts. Stands in `<ResultList>`. */
export const ResultRow = ({ href, title, publisher, excerpt, meta = [], status, lang }: ResultRowProps) => (
  <li>
    {publisher && <p class="alm-pre">{publisher}</p>}
    <h3 lang={lang}>
      <a href={href}>
        <MarkedText text={title} />
      </a>
    </h3>
    {excerpt && excerpt.length > 0 && (
      <p class="alm-rows__text" lang={lang}>
        <MarkedText text={excerpt} />
      </p>
    )}
    {(meta.length > 0 || status) && (
      <p class="alm-meta">
        {meta.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {status && <Status kind={status.kind}>{status.text}</Status>}
      </p>
    )}
  </li>
)

/** The list everything is made of. `start` numbers the first entry for screen readers when it is not page one. */
export const ResultList = ({ children, start }: { readonly children: Children; readonly start?: number }) => (
  <ol class="alm-rows" start={start}>
    {children}
  </ol>
)

/** A plain list of rows with hairlines. */
export const Rows = ({ children }: { readonly children: Children }) => <ul class="alm-rows">{children}</ul>

export interface RunRowProps {
  /** "6 Tage" and "bis 30.11.". */
  readonly left: string
  readonly until: string
  readonly href: string
  readonly title: string
  readonly meta?: readonly string[] | undefined
  readonly go: string
}

/** Something with an end: days left, what it is, the way in. */
export const RunRow = ({ left, until, href, title, meta = [], go }: RunRowProps) => (
  <li class="alm-run">
    <p class="alm-run__days">
      <b>{left}</b> {until}
    </p>
    <div>
      <h3>
        <a href={href}>{title}</a>
      </h3>
      <p class="alm-meta">
        {meta.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </div>
    <p class="alm-run__go">
      <a href={href}>{go}</a>
    </p>
  </li>
)
