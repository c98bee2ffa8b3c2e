import type { Translate } from '#kernel/locale.ts'
import type { Children } from '../../vocabulary.ts'

/** `ok` disc, `run` half disc, `idle` ring, `warn` triangle, `bad` diamond. */
export type StatusKind = 'ok' | 'run' | 'idle' | 'warn' | 'bad'

/** A shape and a word, never colour alone. */
export const Status = ({ kind, children }: { readonly kind: StatusKind; readonly children: Children }) => (
  <span class={`alm-status alm-status--${kind}`}>
    <span>{children}</span>
  </span>
)

export interface Check {
  readonly kind: StatusKind
  readonly title: string
  readonly reason?: Children | undefined
}

/** Checks with their reasons: each line says what was looked at and what was found. The shape is read as a word. */
export const Checks = ({ checks, t }: { readonly checks: readonly Check[]; readonly t: Translate }) => (
  <ul class="alm-checks">
    {checks.map((check) => (
      <li key={check.title}>
        <span class={`alm-status alm-status--${check.kind}`} role="img" aria-label={t(`ui.status.${check.kind}`)} />
        <p>
          <b>{check.title}</b> {check.reason}
        </p>
      </li>
    ))}
  </ul>
)
