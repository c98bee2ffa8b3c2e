import { describedBy, Fault, type FieldProps, Help, Optional } from '../form-field/field-parts.tsx'

export interface ScaleFieldProps extends FieldProps {
  /** What each step means, from 0 on. Sends its number. */
  readonly options: readonly string[]
  readonly value?: string | undefined
  /** The question is a heading of its own. */
  readonly big?: boolean | undefined
}

/** A question answered on a scale, every step in words. The id is that of the first step, so an error line leads into it. */
export const ScaleField = ({ options, value, big, ...field }: ScaleFieldProps) => (
  <fieldset
    class={`alm-field${field.error ? ' kern-form-input--error' : ''}`}
    aria-describedby={describedBy(field)}
    disabled={field.disabled ?? false}
  >
    <legend class={big ? 'alm-scale__question' : 'kern-label'}>
      {field.label}
      <Optional {...field} />
    </legend>
    <Help {...field} />
    <div class="alm-scale">
      {options.map((option, i) => (
        <label key={option} class="alm-check">
          <input
            type="radio"
            id={i === 0 ? field.id : `${field.id}-${i}`}
            name={field.name}
            value={String(i)}
            checked={value === String(i)}
            required={!field.optional}
          />
          <b>{i}</b> <span>{option}</span>
        </label>
      ))}
    </div>
    <Fault {...field} />
  </fieldset>
)
