import type { Translate } from '#kernel/locale.ts'
import type { Area } from '#kernel/site.ts'
import { ComboField } from '#ui/components/combo-field/combo-field.tsx'
import { ChoiceField, DateField, type Option, SelectField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { MapField } from '#ui/components/map-field/map-field.tsx'
import { TokenField } from '#ui/components/token-field/token-field.tsx'
import type { Faulty, FormField, Values } from './field.ts'

interface FieldViewProps<Part> {
  readonly field: FormField<Part>
  readonly values: Values
  readonly fault?: Faulty | undefined
  readonly around: FieldSurroundings
  readonly t: Translate
}

/** What fields need of the house and of the record: built assets, known places, words that others used. */
export interface FieldSurroundings {
  readonly asset: (name: string) => string
  /** West, south, east, north of the tenant: what the map shows first. */
  readonly bounds?: readonly [number, number, number, number] | undefined
  /** The tenant's area, for orientation on a map without a background. */
  readonly outline?: Area | undefined
  readonly knownKeywords: readonly string[]
  readonly suggestedKeywords: readonly string[]
  /** Towns, districts and the Land by the IRI of their official key. */
  readonly places: readonly Option[]
}

/** Lists longer than this are filtered while typing. */
const long = 12

/** What is wrong with a field, as a sentence. */
export const faultSentence = <Part,>(field: FormField<Part>, fault: Faulty, t: Translate): string =>
  t(`catalogue.edit.fault.${fault.fault}`, { max: field.max ?? 2000 })

/** A field of the form in its kind, with label, help and error. */
export function FieldView<Part>({ field, values, fault, around, t }: FieldViewProps<Part>) {
  const { name, input } = field
  const common = {
    id: name,
    name,
    label: t(`catalogue.edit.${name}`),
    help: t(`catalogue.edit.${name}.help`),
    optional: field.optional,
    error: fault ? faultSentence(field, fault, t) : undefined,
    t,
  }
  const [first = ''] = values
  switch (input) {
    case 'area':
      return <TextArea {...common} value={first} rows={5} maxLength={field.max} />
    case 'select': {
      const options = [{ value: '', label: t('catalogue.edit.choose') }, ...(field.options?.(t.lang) ?? [])]
      return options.length > long ? (
        <ComboField {...common} value={first} options={options} />
      ) : (
        <SelectField {...common} value={first} options={options} />
      )
    }
    case 'radio':
      return <ChoiceField {...common} values={values} options={field.options?.(t.lang) ?? []} />
    case 'boxes':
      return (
        <div>
          <input type="hidden" name={`${name}-there`} value="1" />
          <ChoiceField {...common} values={values} options={field.options?.(t.lang) ?? []} several />
        </div>
      )
    case 'tokens':
      return <TokenField {...common} values={values} known={around.knownKeywords} suggestions={around.suggestedKeywords} />
    case 'date':
      return <DateField {...common} value={first} />
    case 'place': {
      // A place from elsewhere stays in the list as what it is: an address.
      const known = around.places.some((place) => place.value === first)
      const own = first === '' || known ? [] : [{ value: first, label: first }]
      return (
        <ComboField
          {...common}
          value={first}
          options={[{ value: '', label: t('catalogue.edit.choose') }, ...around.places, ...own]}
        />
      )
    }
    case 'bounds':
      return (
        <MapField
          {...common}
          value={{ west: values[0] ?? '', south: values[1] ?? '', east: values[2] ?? '', north: values[3] ?? '' }}
          {...(around.bounds ? { bounds: around.bounds } : {})}
          {...(around.outline ? { outline: around.outline } : {})}
          asset={around.asset}
        />
      )
    default:
      return <TextField {...common} type={input} value={first} maxLength={field.max} />
  }
}
