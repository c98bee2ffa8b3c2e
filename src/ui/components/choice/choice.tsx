import type { Link } from '../../vocabulary.ts'

/** One of several orders or views, as links behind the current one: works without a script and by keyboard. */
export function Choice({ label, links }: { readonly label: string; readonly links: readonly Link[] }) {
  const current = links.find((link) => link.current) ?? links[0]
  return (
    <div class="alm-choice">
      <span class="alm-small">{label}</span>
      <details>
        <summary aria-label={`${label} ${current?.text ?? ''}`}>{current?.text}</summary>
        <ul>
          {links.map((link) => (
            <li key={link.href + link.text}>
              <a href={link.href} aria-current={link === current ? 'true' : undefined}>
                {link.text}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
