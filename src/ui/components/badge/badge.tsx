const kinds = {
  info: 'kern-badge--info',
  success: 'kern-badge--success',
  warning: 'kern-badge--warning',
  danger: 'kern-badge--danger',
}

/** Qualifies the whole page ("Entwurf"); one a page. */
export const Badge = ({ text, kind = 'info' }: { readonly text: string; readonly kind?: keyof typeof kinds }) => (
  <span class={`kern-badge kern-badge--small ${kinds[kind]}`}>
    <span class="kern-label kern-label--small">{text}</span>
  </span>
)
