import type { Translate } from '#kernel/locale.ts'
import type { Children, Hidden } from '../../vocabulary.ts'
import { Button } from '../button/button.tsx'
import { HiddenValues } from '../hidden-values/hidden-values.tsx'

export interface FilterBarProps {
  /** Where the filter goes (GET): the list itself. */
  readonly action: string
  /** Fields of `form-field`, all `optional`, with short labels. */
  readonly fields: Children
  /** What the list remembers besides: order, columns. */
  readonly hidden?: Hidden | undefined
  /** The list without filters; given when one is set, which also opens the bar on the phone. */
  readonly clear?: string | undefined
  readonly t: Translate
}

/** Fields in a row that wrap; on the phone behind a line to open. */
export const FilterBar = ({ action, fields, hidden, clear, t }: FilterBarProps) => (
  <details class="alm-filterbar" open={clear !== undefined}>
    <summary>{t('ui.list.filterOpen')}</summary>
    {/* biome-ignore lint/a11y/useSemanticElements: browsers of 2023 do not know the search element */}
    <form method="get" action={action} role="search" aria-label={t('ui.list.filter')}>
      <HiddenValues values={hidden} />
      {fields}
      <div class="alm-filterbar__end">
        <Button text={t('ui.list.apply')} kind="secondary" />
        {clear !== undefined && (
          <a class="alm-link" href={clear}>
            {t('ui.list.clear')}
          </a>
        )}
      </div>
    </form>
  </details>
)
