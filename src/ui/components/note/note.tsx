import type { Children } from '../../vocabulary.ts'

/** An aside beside the text: `accent` points to something of use, `quiet` is a way out, `warn` and `bad` say what is missing. */
export const Note = ({
  kind = 'accent',
  children,
}: {
  readonly kind?: 'accent' | 'quiet' | 'warn' | 'bad' | undefined
  readonly children: Children
}) => <div class={`alm-note alm-note--${kind}`}>{children}</div>
