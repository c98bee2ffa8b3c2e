import type { Translate } from '#kernel/locale.ts'
import type { Children } from '../../vocabulary.ts'
import { Icon } from '../icon/icon.tsx'

const kinds = {
  info: 'kern-alert--info',
  success: 'kern-alert--success',
  warning: 'kern-alert--warning',
  danger: 'kern-alert--danger',
}

export interface MessageProps {
  readonly kind: keyof typeof kinds
  /** What happened. */
  readonly title: string
  /** What to do, or how to undo it. */
  readonly children?: Children | undefined
  /** It came as the answer to something the reader did: read at once. */
  readonly live?: boolean | undefined
  readonly t: Translate
}

/** What happened and what to do. Its kind is read as a word before the title. */
export const Message = ({ kind, title, children, live, t }: MessageProps) => (
  <div class={`kern-alert ${kinds[kind]}`} role={live ? (kind === 'danger' ? 'alert' : 'status') : undefined}>
    <div class="kern-alert__header">
      <Icon name={kind} />
      <span class="kern-title">
        <span class="kern-sr-only">{t(`ui.message.${kind}`)}: </span>
        {title}
      </span>
    </div>
    {children && <div class="kern-alert__body">{typeof children === 'string' ? <p>{children}</p> : children}</div>}
  </div>
)
