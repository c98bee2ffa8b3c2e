import type { Translate } from '#kernel/locale.ts'
import type { Children } from '../../vocabulary.ts'
import { Icon } from '../icon/icon.tsx'

/** What every field has: label, help, field, error, in this order. */
export interface FieldProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly help?: string | undefined
  /** What is wrong, then an example. */
  readonly error?: string | undefined
  /** Says "freiwillig" beside the label; all other fields are needed. */
  readonly optional?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly t: Translate
}

/** Ids of what describes a field, for aria-describedby. */
export const describedBy = ({ id, help, error }: Pick<FieldProps, 'id' | 'help' | 'error'>): string | undefined =>
  [help && `${id}-hilfe`, error && `${id}-fehler`].filter(Boolean).join(' ') || undefined

export const Help = ({ id, help }: Pick<FieldProps, 'id' | 'help'>) =>
  help ? (
    <p class="kern-hint" id={`${id}-hilfe`}>
      {help}
    </p>
  ) : null

export const Fault = ({ id, error, t }: Pick<FieldProps, 'id' | 'error' | 't'>) =>
  error ? (
    <p class="kern-error" id={`${id}-fehler`}>
      <Icon name="danger" />
      <span class="kern-body">
        <span class="kern-sr-only">{t('ui.field.error')} </span>
        {error}
      </span>
    </p>
  ) : null

export const Optional = ({ optional, t }: Pick<FieldProps, 'optional' | 't'>) =>
  optional ? <span class="kern-label__optional"> – {t('ui.field.optional')}</span> : null

/** Label, help, the field itself, error. */
export const Field = ({ children, ...field }: FieldProps & { readonly children: Children }) => (
  <div class={`kern-form-input${field.error ? ' kern-form-input--error' : ''}`}>
    <label class="kern-label" for={field.id}>
      {field.label}
      <Optional {...field} />
    </label>
    <Help {...field} />
    {children}
    <Fault {...field} />
  </div>
)

/** What the control of a field always carries. */
export function control(field: FieldProps) {
  const describing = describedBy(field)
  return {
    id: field.id,
    name: field.name,
    disabled: field.disabled ?? false,
    required: !field.optional,
    ...(describing ? { 'aria-describedby': describing } : {}),
    ...(field.error ? { 'aria-invalid': true } : {}),
  }
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly help?: string | undefined
}

/** What a list to open offers. */
export const Options = ({ options, value }: { readonly options: readonly Option[]; readonly value?: string | undefined }) => (
  <>
    {options.map((option) => (
      <option key={option.value} value={option.value} selected={option.value === value}>
        {option.label}
      </option>
    ))}
  </>
)
