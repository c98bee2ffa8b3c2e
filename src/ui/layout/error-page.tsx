import { PageFrame, type PageFrameProps } from './page-frame.tsx'

export interface ErrorPageProps extends Omit<PageFrameProps, 'children' | 'title'> {
  /** What happened, in plain words: heading of the page. */
  readonly happened: string
  /** What the reader can do now, one sentence or more. */
  readonly todo: string
  /** Where to go instead; the first is the button. */
  readonly ways?: readonly { readonly href: string; readonly text: string }[]
  /** Finds the fault in the logs. */
  readonly id?: string | undefined
}

/** A fault told to a person: what happened, what to do, what to tell support. It asks not to be indexed. */
export function ErrorPage({ happened, todo, ways, id, ...frame }: ErrorPageProps) {
  const { t, site } = frame
  const [first, ...more] = ways ?? [{ href: site.home, text: t('ui.error.home') }]
  return (
    <PageFrame {...frame} title={happened} robots="noindex">
      <div class="alm-error alm-stack-3">
        <h1>{happened}</h1>
        <p class="alm-lead">{todo}</p>
        <div class="alm-actions">
          {first && (
            <a class="kern-btn kern-btn--primary" href={first.href}>
              <span class="kern-label">{first.text}</span>
            </a>
          )}
          {more.map((way) => (
            <a key={way.href} class="alm-link" href={way.href}>
              {way.text}
            </a>
          ))}
        </div>
        {id && (
          <p class="alm-small alm-muted">
            {t('ui.error.id')}: <code>{id}</code>
          </p>
        )}
      </div>
    </PageFrame>
  )
}
