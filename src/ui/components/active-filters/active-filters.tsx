import type { Translate } from '#kernel/locale.ts'

export interface ActiveFilter {
  readonly text: string
  /** The same results without this filter; a filter without it is fixed. */
  readonly href?: string | undefined
}

/** The filters that are on, each to be taken off. Nothing when there is none. */
export function ActiveFilters({
  filters,
  clearHref,
  t,
}: {
  readonly filters: readonly ActiveFilter[]
  readonly clearHref?: string | undefined
  readonly t: Translate
}) {
  if (filters.length === 0) return null
  return (
    <div class="alm-chips">
      <span class="alm-small alm-muted" id="gefiltert">
        {t('ui.filters.label')}
      </span>
      <ul aria-labelledby="gefiltert">
        {filters.map((filter) => (
          <li key={filter.text}>
            {filter.href === undefined ? (
              <span class="alm-chip is-disabled">{filter.text}</span>
            ) : (
              <a class="alm-chip" href={filter.href} aria-label={t('ui.filters.remove', { name: filter.text })}>
                {filter.text}
              </a>
            )}
          </li>
        ))}
        {clearHref !== undefined && (
          <li>
            <a class="alm-link alm-chips__clear" href={clearHref}>
              {t('ui.filters.clear')}
            </a>
          </li>
        )}
      </ul>
    </div>
  )
}
