import type { Lang } from '#kernel/locale.ts'
import type { Option } from '#ui/components/form-field/form-field.tsx'

/** What a form sends for a field: one text, or several for boxes and lists. */
export type Values = readonly string[]

/** Why values cannot be taken; each has its sentence `catalogue.edit.fault.<id>`. */
export type FieldFault = 'long' | 'address' | 'email' | 'tel' | 'date' | 'order' | 'unknown' | 'area' | 'secret-link'

/**
 * One field of a form over a part of a record: how it is asked, how it is read out of the record and put back in.
 * What the field does not show stays as it is: `set` changes its own value only.
 */
export interface FormField<Part> {
  /** Name in the form, and in its texts `catalogue.edit.<name>`, `.help`. */
  readonly name: string
  /** Prefixed name of the property: `dct:title`. */
  readonly property: string
  readonly input:
    | 'text'
    | 'area'
    | 'select'
    | 'radio'
    | 'boxes'
    | 'tokens'
    | 'date'
    | 'url'
    | 'email'
    | 'tel'
    | 'bounds'
    | 'place'
  readonly options?: (lang: Lang) => readonly Option[]
  /** What DCAT-AP.de 3.0 or the portal does not ask for. */
  readonly optional?: boolean
  /** Longest text, in characters. */
  readonly max?: number
  get(part: Part): Values
  set(part: Part, values: Values): Part
  /** What is wrong with values that are not empty. */
  check?(values: Values): FieldFault | undefined
}

export interface Faulty {
  readonly field: string
  readonly fault: FieldFault
}

/** Text as it is kept: composed characters, line ends of one kind, no control characters, nothing around it. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .toWellFormed()
    .trim()

/** The values of a field as a form sent them, without empty ones and repetitions. A list field takes commas and line ends as its borders. */
export function sentValues<Part>(field: FormField<Part>, form: URLSearchParams): Values {
  const given = field.input === 'bounds' ? bounds(field.name, form) : form.getAll(field.name)
  const texts = field.input === 'tokens' ? given.flatMap((text) => text.split(/[,;\n]/)) : given
  const tidied = texts.map(tidy)
  return field.input === 'bounds' ? tidied : [...new Set(tidied.filter((text) => text !== ''))]
}

/** Names of the four parts of an area's bounds. */
export const boundsNames = ['west', 'south', 'east', 'north'] as const

const bounds = (name: string, form: URLSearchParams): string[] => {
  const four = boundsNames.map((side) => form.get(`${name}-${side}`) ?? '')
  return four.some((one) => one.trim() !== '') ? four : []
}

/** A control of a form and what it shows: several values for boxes, none where nothing is ticked. */
export interface Shown {
  readonly name: string
  readonly values: Values
}

/** The controls in which a field shows its values. */
function controlsOf<Part>({ name, input }: FormField<Part>, values: Values): readonly Shown[] {
  if (input === 'bounds') return boundsNames.map((side, i) => ({ name: `${name}-${side}`, values: [values[i] ?? ''] }))
  if (input === 'boxes' || input === 'radio') return [{ name, values }]
  return [{ name, values: [values.join(', ')] }]
}

/** What a form does not show yet of the part it was saved into: others have changed it meanwhile. Faulty fields stay as they were typed. */
export const changedByOthers = <Part>(
  part: Part,
  fields: readonly FormField<Part>[],
  form: URLSearchParams,
  faults: readonly Faulty[],
): readonly Shown[] =>
  fields
    .filter((field) => named(field, form) && !faults.some((fault) => fault.field === field.name))
    .filter((field) => !same(sentValues(field, form), field.get(part)))
    .flatMap((field) => controlsOf(field, field.get(part)))

function faultOf<Part>(field: FormField<Part>, values: Values): FieldFault | undefined {
  if (values.some((value) => value.length > (field.max ?? 2000))) return 'long'
  const allowed = field.options?.('de').map((option) => option.value)
  if (allowed && values.some((value) => !allowed.includes(value))) return 'unknown'
  return values.length === 0 ? undefined : field.check?.(values)
}

/** What a form makes of a part: the fields that are right are in it, those that are wrong are named and left as they were. */
export interface Reading<Part> {
  readonly part: Part
  readonly faults: readonly Faulty[]
}

/** Reads the fields of a form into a part. A field that the form does not name at all stays as it is. */
export function readFields<Part>(part: Part, fields: readonly FormField<Part>[], form: URLSearchParams): Reading<Part> {
  const faults: Faulty[] = []
  let read = part
  for (const field of fields) {
    if (!named(field, form)) continue
    const values = sentValues(field, form)
    const fault = same(values, field.get(part)) ? undefined : faultOf(field, values)
    if (fault) faults.push({ field: field.name, fault })
    else if (!same(values, field.get(part))) read = field.set(read, values)
  }
  return { part: read, faults }
}

/** Boxes that are all empty are not sent: their presence is told by a hidden twin `name-there`. */
const named = <Part>(field: FormField<Part>, form: URLSearchParams): boolean =>
  form.has(field.name) || form.has(`${field.name}-there`) || form.has(`${field.name}-west`)

const same = (a: Values, b: Values) => a.length === b.length && a.every((value, i) => value === b[i])
