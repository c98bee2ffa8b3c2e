import { control, Field, type FieldProps, type Option, Options } from '../form-field/field-parts.tsx'

export interface ComboFieldProps extends FieldProps {
  readonly options: readonly Option[]
  readonly value?: string | undefined
  /** Words that are not in the list may be entered too: a text field with proposals. */
  readonly free?: boolean | undefined
}

/** One of very many. Without script a select (or, when `free`, a text field with proposals); the island `combo-field` filters while typing. */
export const ComboField = ({ options, value, free, ...field }: ComboFieldProps) => {
  const { t } = field
  const words = {
    'data-combo': free ? 'free' : 'list',
    'data-name': field.label,
    'data-none': t('ui.combo.none'),
    'data-one': t('ui.suggest.one'),
    'data-many': t('ui.suggest.many'),
    'data-more': t('ui.combo.more'),
  }
  return (
    <Field {...field}>
      <div class={free ? 'alm-combo' : 'kern-form-input__select-wrapper alm-combo'} {...words}>
        {free ? (
          <>
            <input
              {...control(field)}
              class={`kern-form-input__input${field.error ? ' kern-form-input__input--error' : ''}`}
              type="text"
              value={value}
              list={`${field.id}-vorrat`}
            />
            <datalist id={`${field.id}-vorrat`}>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </datalist>
          </>
        ) : (
          <select {...control(field)} class={`kern-form-input__select${field.error ? ' kern-form-input__select--error' : ''}`}>
            <Options options={options} value={value} />
          </select>
        )}
      </div>
    </Field>
  )
}
