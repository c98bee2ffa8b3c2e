export interface ChainLink {
  readonly value: number
  /** The value as it is written. */
  readonly text: string
  readonly label: string
  readonly href: string
  /** What became of the others. */
  readonly note?: string | undefined
}

const share = (value: number, most: number) => (most > 0 ? Math.max(0, Math.min(100, (value / most) * 100)) : 0)

/** How far things came: each step is a number that leads to its list, with a bar as a share of the first. */
export const Chain = ({ links }: { readonly links: readonly ChainLink[] }) => (
  <ol class="alm-chain">
    {links.map((link) => (
      <li key={link.label}>
        <a href={link.href}>
          <b>{link.text}</b> {link.label}
        </a>
        <svg width="100%" height="16" aria-hidden="true" focusable="false">
          <rect
            class="alm-bars__bar alm-bars__bar--ours"
            width={`${share(link.value, links[0]?.value ?? 0).toFixed(1)}%`}
            height="16"
          />
        </svg>
        {link.note && <small>{link.note}</small>}
      </li>
    ))}
  </ol>
)
