import type { Children } from '../../vocabulary.ts'

export interface ButtonProps {
  /** The deed: "Idee eintragen". */
  readonly text: string
  /** With an address it is a link that looks like a button, otherwise a button. */
  readonly href?: string | undefined
  readonly kind?: 'primary' | 'secondary' | 'danger' | undefined
  readonly type?: 'submit' | 'button' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** Address of a file to keep, not to open. */
  readonly download?: boolean | undefined
  /** Locked, and why: the reason stands beside it and is read with it. */
  readonly locked?: { readonly id: string; readonly reason: string }
  /** For the component page only. */
  readonly state?: 'hover' | 'focus' | undefined
}

const classes = { primary: 'kern-btn--primary', secondary: 'kern-btn--secondary', danger: 'kern-btn--secondary alm-btn-danger' }

/** A deed. One primary on a page. */
export function Button({ text, href, kind = 'primary', type = 'submit', name, value, download, locked, state }: ButtonProps) {
  const cls = `kern-btn ${classes[kind]}${state ? ` is-${state}` : ''}`
  const label = <span class="kern-label">{text}</span>
  if (href !== undefined && !locked)
    return (
      <a class={cls} href={href} download={download}>
        {label}
      </a>
    )
  return (
    <>
      <button class={cls} type={type} name={name} value={value} disabled={Boolean(locked)} aria-describedby={locked?.id}>
        {label}
      </button>
      {locked && (
        <p class="alm-small alm-muted" id={locked.id}>
          {locked.reason}
        </p>
      )}
    </>
  )
}

/** The one next step of a page and the quieter ways beside it; full width on the phone. */
export const Actions = ({ children }: { readonly children: Children }) => <div class="alm-actions">{children}</div>
