import type { Children } from '../../vocabulary.ts'

/** Something to open for those who want to know more. */
export const Disclosure = ({
  title,
  open,
  children,
}: {
  readonly title: string
  readonly open?: boolean | undefined
  readonly children: Children
}) => (
  <details class="alm-more" open={open ?? false}>
    <summary>{title}</summary>
    {children}
  </details>
)
