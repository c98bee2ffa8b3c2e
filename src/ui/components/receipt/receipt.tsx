import type { Children } from '../../vocabulary.ts'

/** Proof of what was handed in: its number, and what happens next with a date (children). */
export const Receipt = ({
  label,
  number,
  children,
}: {
  readonly label: string
  readonly number: string
  readonly children: Children
}) => (
  <div class="alm-receipt">
    <p class="alm-small alm-muted">{label}</p>
    <p class="alm-receipt__no">{number}</p>
    {typeof children === 'string' ? <p class="alm-small">{children}</p> : children}
  </div>
)
