import type { Translate } from '#kernel/locale.ts'
import { formatNumber } from '#kernel/locale.ts'

export interface PaginationProps {
  /** Counted from 1. */
  readonly page: number
  readonly pages: number
  readonly href: (page: number) => string
  /** "Nächste 20"; "Nächste" when it is left out. */
  readonly next?: string | undefined
  /** Name of the navigation when a page has more than one of them. */
  readonly label?: string | undefined
  readonly t: Translate
}

/** Which page numbers stand there: first, last, the current one and its neighbours; 0 is a gap. */
export function pageNumbers(page: number, pages: number): readonly number[] {
  const near =
    page <= 3 ? [1, 2, 3, 4] : page >= pages - 2 ? [pages - 3, pages - 2, pages - 1, pages] : [page - 1, page, page + 1]
  const wanted = [...new Set([1, ...near, pages])].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b)
  return wanted.flatMap((n, i) => {
    const before = wanted[i - 1]
    return before !== undefined && n - before > 1 ? [0, n] : [n]
  })
}

/** Links to the other pages; nothing when there is only one. */
export function Pagination({ page, pages, href, next, label, t }: PaginationProps) {
  if (pages < 2) return null
  const keep = (n: number) => n === 0 || n === 1 || n === pages || Math.abs(n - page) <= (page === 1 || page === pages ? 1 : 0)
  return (
    <nav class="alm-pages" aria-label={label ?? t('ui.pages.label')}>
      <ol>
        {pageNumbers(page, pages).map((n, i) => (
          <li key={`${i}`} class={keep(n) ? 'keep' : undefined}>
            {n === 0 ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a href={href(n)} aria-label={t('ui.pages.page', { page: n })} aria-current={n === page ? 'page' : undefined}>
                {formatNumber(n, t.lang)}
              </a>
            )}
          </li>
        ))}
      </ol>
      <div class="alm-pages__steps">
        {page > 1 && (
          <a class="alm-pages__step" rel="prev" href={href(page - 1)}>
            {t('ui.pages.previous')}
          </a>
        )}
        {page < pages && (
          <a class="alm-pages__step" rel="next" href={href(page + 1)}>
            {next ?? t('ui.pages.next')}
          </a>
        )}
      </div>
    </nav>
  )
}
