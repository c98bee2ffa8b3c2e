import type { Children } from '../../vocabulary.ts'
import { control, describedBy, Fault, Field, type FieldProps, Help, type Option, Optional, Options } from './field-parts.tsx'

export type { FieldProps } from './field-parts.tsx'
export type { Option }

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'url' | 'tel' | 'search' | 'password' | 'date' | 'time' | 'number' | undefined
  readonly value?: string | undefined
  readonly autocomplete?: string | undefined
  readonly maxLength?: number | undefined
  /** For the component page only. */
  readonly state?: 'focus' | undefined
}

const inputClass = (error: string | undefined) => `kern-form-input__input${error ? ' kern-form-input__input--error' : ''}`

/** One line of text; also e-mail, address, number. */
export const TextField = ({ type = 'text', value, autocomplete, maxLength, state, ...field }: TextFieldProps) => (
  <Field {...field}>
    <input
      {...control(field)}
      class={`${inputClass(field.error)}${state ? ' is-focus' : ''}`}
      // Preact's types want one kind at a time; none of ours has attributes of its own.
      type={type as 'text'}
      value={value}
      autocomplete={autocomplete}
      maxLength={maxLength}
    />
  </Field>
)

/** A day, by the browser's own date field; sends `2026-11-24`. */
export const DateField = (props: Omit<TextFieldProps, 'type' | 'maxLength'>) => <TextField {...props} type="date" />

/** Several lines of text. */
export const TextArea = ({
  value,
  rows = 6,
  maxLength,
  ...field
}: FieldProps & {
  readonly value?: string | undefined
  readonly rows?: number | undefined
  readonly maxLength?: number | undefined
}) => (
  <Field {...field}>
    <textarea {...control(field)} class={inputClass(field.error)} rows={rows} maxLength={maxLength}>
      {value}
    </textarea>
  </Field>
)

/** One of many, in a list to open. */
export const SelectField = ({
  options,
  value,
  ...field
}: FieldProps & { readonly options: readonly Option[]; readonly value?: string }) => (
  <Field {...field}>
    <div class="kern-form-input__select-wrapper">
      <select {...control(field)} class={`kern-form-input__select${field.error ? ' kern-form-input__select--error' : ''}`}>
        <Options options={options} value={value} />
      </select>
    </div>
  </Field>
)

/** One box to tick. */
export const CheckField = ({
  value = '1',
  checked,
  ...field
}: FieldProps & { readonly value?: string; readonly checked?: boolean }) => (
  <div class={`alm-field${field.error ? ' kern-form-input--error' : ''}`}>
    <Help {...field} />
    <div class="alm-check">
      <input {...control(field)} type="checkbox" value={value} checked={checked ?? false} />
      <label for={field.id}>
        {field.label}
        <Optional {...field} />
      </label>
    </div>
    <Fault {...field} />
  </div>
)

export interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly Option[]
  readonly values?: readonly string[] | undefined
  /** Several may be ticked. */
  readonly several?: boolean | undefined
}

/** One (or several) of a few, all in sight. The id of the group is that of its first choice, so an error line leads into it. */
export const ChoiceField = ({ options, values = [], several, ...field }: ChoiceFieldProps) => (
  <fieldset
    class={`alm-field${field.error ? ' kern-form-input--error' : ''}`}
    aria-describedby={describedBy(field)}
    disabled={field.disabled ?? false}
  >
    <legend class="kern-label">
      {field.label}
      <Optional {...field} />
    </legend>
    <Help {...field} />
    {options.map((option, i) => {
      const id = i === 0 ? field.id : `${field.id}-${i}`
      return (
        <div key={option.value} class="alm-check">
          <input
            type={several ? 'checkbox' : 'radio'}
            id={id}
            name={field.name}
            value={option.value}
            checked={values.includes(option.value)}
            aria-describedby={option.help ? `${id}-mehr` : undefined}
          />
          <label for={id}>{option.label}</label>
          {option.help && (
            <p class="alm-check__help" id={`${id}-mehr`}>
              {option.help}
            </p>
          )}
        </div>
      )
    })}
    <Fault {...field} />
  </fieldset>
)

/** Fields below each other, at a width one reads well. */
export const FormStack = ({ children }: { readonly children: Children }) => <div class="alm-form">{children}</div>
