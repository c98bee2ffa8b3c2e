import type { Translate } from '#kernel/locale.ts'
import type { Hidden } from '../../vocabulary.ts'
import { HiddenValues } from '../hidden-values/hidden-values.tsx'

export interface ColumnChoice {
  readonly action: string
  /** What the list remembers besides: filters, order. */
  readonly hidden?: Hidden | undefined
  /** Columns that can be left out; the one that heads the row is not among them. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly checked: boolean }[]
  /** Name of the parameter; `spalte` when it is left out. */
  readonly name?: string | undefined
}

/** Which columns a list shows, behind a line to open. */
export const ColumnPicker = ({
  id,
  action,
  hidden,
  options,
  name = 'spalte',
  t,
}: ColumnChoice & { readonly id: string; readonly t: Translate }) => (
  <details class="alm-columns">
    <summary>{t('ui.list.columns')}</summary>
    <form method="get" action={action}>
      <HiddenValues values={hidden} />
      <fieldset>
        <legend class="kern-sr-only">{t('ui.list.columns')}</legend>
        {options.map((option) => (
          <div key={option.value} class="alm-check">
            <input
              type="checkbox"
              id={`${id}-spalte-${option.value}`}
              name={name}
              value={option.value}
              checked={option.checked}
            />
            <label for={`${id}-spalte-${option.value}`}>{option.label}</label>
          </div>
        ))}
      </fieldset>
      <button class="alm-copy" type="submit">
        {t('ui.list.columnsApply')}
      </button>
    </form>
  </details>
)
