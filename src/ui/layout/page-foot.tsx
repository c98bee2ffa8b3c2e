import type { Html } from '../jsx/html.ts'
import type { Children } from '../vocabulary.ts'
import type { FootGroup } from './page-frame.tsx'

interface FootProps {
  readonly groups: readonly FootGroup[]
  readonly end?: Children | undefined
  readonly label: string
}

const made = new WeakMap<readonly FootGroup[], Html>()

/** Groups of links, the legal ones last, and what must be said at the end. The same groups are written once. */
export function PageFoot(props: FootProps) {
  const html = made.get(props.groups) ?? Foot(props)
  made.set(props.groups, html)
  return html
}

function Foot({ groups, end, label }: FootProps) {
  return (
    <footer class="alm-foot">
      <div class="alm-wrap">
        {groups.length > 0 && (
          <nav aria-label={label}>
            {groups.map((group) => (
              <div key={group.title}>
                <h2>{group.title}</h2>
                <ul>
                  {group.links.map((link) => (
                    <li key={link.href + link.text}>
                      <a href={link.href} {...(link.lang ? { lang: link.lang, hreflang: link.lang } : {})}>
                        {link.text}
                      </a>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </nav>
        )}
        {end && <div class="alm-foot__end">{end}</div>}
      </div>
    </footer>
  )
}
