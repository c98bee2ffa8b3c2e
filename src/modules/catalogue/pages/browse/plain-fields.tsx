import { type Option, Options } from '#ui/components/form-field/field-parts.tsx'

interface PlainField {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly value: string
}

/** A field of a filter: nothing has to be filled in, so nothing says "freiwillig". */
export const PlainText = ({ id, name, label, value }: PlainField) => (
  <div class="kern-form-input">
    <label class="kern-label" for={id}>
      {label}
    </label>
    <input class="kern-form-input__input" id={id} type="search" name={name} value={value} maxLength={200} />
  </div>
)

/** A choice of a filter. */
export const PlainSelect = ({ id, name, label, value, options }: PlainField & { readonly options: readonly Option[] }) => (
  <div class="kern-form-input">
    <label class="kern-label" for={id}>
      {label}
    </label>
    <div class="kern-form-input__select-wrapper">
      <select class="kern-form-input__select" id={id} name={name}>
        <Options options={options} value={value} />
      </select>
    </div>
  </div>
)
