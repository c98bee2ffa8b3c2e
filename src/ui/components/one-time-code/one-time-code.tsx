import { control, Field, type FieldProps } from '../form-field/field-parts.tsx'

export interface OneTimeCodeProps extends Omit<FieldProps, 'label' | 'id' | 'name'> {
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly label?: string | undefined
  readonly digits?: number | undefined
}

/** The second factor. Phones offer the code from a message; numbers only, spaces are left to the server to take out. */
export const OneTimeCode = ({ id = 'code', name = 'code', label, digits = 6, ...rest }: OneTimeCodeProps) => {
  const field = { ...rest, id, name, label: label ?? rest.t('ui.code.label'), help: rest.help ?? rest.t('ui.code.help') }
  return (
    <Field {...field}>
      <input
        {...control(field)}
        class={`kern-form-input__input alm-code-input${field.error ? ' kern-form-input__input--error' : ''}`}
        type="text"
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={digits + 2}
        spellcheck={false}
      />
    </Field>
  )
}
