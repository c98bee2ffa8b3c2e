import type { Link } from '../../vocabulary.ts'

/** Links in one line that wrap, or one below the other. */
export const LinkList = ({ links, stacked }: { readonly links: readonly Link[]; readonly stacked?: boolean }) => (
  <ul class={stacked ? 'alm-links' : 'alm-inline'}>
    {links.map((link) => (
      <li key={link.href + link.text}>
        <a
          class="alm-link"
          href={link.href}
          {...(link.lang ? { lang: link.lang, hreflang: link.lang } : {})}
          aria-current={link.current ? 'true' : undefined}
        >
          {link.text}
        </a>
      </li>
    ))}
  </ul>
)
