import type { Children } from '../../vocabulary.ts'

/** Nothing here: why, and the next step (children). */
export const Empty = ({
  title,
  reason,
  children,
  level = 'h3',
}: {
  readonly title: string
  readonly reason: Children
  readonly children?: Children | undefined
  readonly level?: 'h2' | 'h3' | undefined
}) => {
  const Heading = level
  return (
    <div class="alm-empty">
      <Heading class="alm-h3">{title}</Heading>
      {typeof reason === 'string' ? <p>{reason}</p> : reason}
      {children}
    </div>
  )
}
