import type { Link } from '../../vocabulary.ts'

const Entries = ({ links }: { readonly links: readonly Link[] }) => (
  <ul>
    {links.map((link) => (
      <li key={link.href + link.text}>
        <a href={link.href} aria-current={link.current ? 'page' : undefined}>
          {link.text}
        </a>
      </li>
    ))}
  </ul>
)

/** Views with an address of their own; at most four. `label` names the choice. */
export const Tabs = ({ links, label }: { readonly links: readonly Link[]; readonly label: string }) => (
  <nav class="alm-tabs" aria-label={label}>
    <Entries links={links} />
  </nav>
)

/** The same for two or three short words: Liste, Karte. */
export const Switch = ({ links, label }: { readonly links: readonly Link[]; readonly label: string }) => (
  <nav class="alm-seg" aria-label={label}>
    <Entries links={links} />
  </nav>
)
