import type { Children, Link } from '../../vocabulary.ts'

/** Something you pick: 1 px border, 2 px accent when it is picked. Not for wrapping text. */
export const Card = ({ picked, children }: { readonly picked?: boolean; readonly children: Children }) => (
  <div class={`alm-card${picked ? ' is-picked' : ''}`}>{children}</div>
)

/** The entrance to an area on a home page: name, one sentence, the three most used ways. */
export const Door = ({
  title,
  href,
  text,
  links,
}: {
  readonly title: string
  readonly href: string
  readonly text: string
  readonly links: readonly Link[]
}) => (
  <div class="alm-door">
    <h2>
      <a href={href}>{title}</a>
    </h2>
    <p>{text}</p>
    <ul>
      {links.map((link) => (
        <li key={link.href + link.text}>
          <a class="alm-link" href={link.href}>
            {link.text}
          </a>
        </li>
      ))}
    </ul>
  </div>
)

/** Two or three doors side by side. */
export const Doors = ({ children, count = 3 }: { readonly children: Children; readonly count?: 2 | 3 }) => (
  <div class={`alm-cols alm-doors ${count === 2 ? 'alm-cols--2' : 'alm-cols--3'}`}>{children}</div>
)
