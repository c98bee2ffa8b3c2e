/** The way from the home page to here; the last entry is this page. On the phone only the step up is left. */
export function Breadcrumb(props: {
  readonly entries: readonly { readonly text: string; readonly href?: string | undefined }[]
  readonly label: string
}) {
  const up = props.entries.findLastIndex((entry) => entry.href !== undefined)
  return (
    <div class="alm-wrap">
      <nav class="alm-crumbs" aria-label={props.label}>
        <ol>
          {props.entries.map((entry, i) => (
            <li key={`${i}`} class={i === up ? 'is-up' : undefined}>
              {entry.href === undefined ? <span aria-current="page">{entry.text}</span> : <a href={entry.href}>{entry.text}</a>}
            </li>
          ))}
        </ol>
      </nav>
    </div>
  )
}
