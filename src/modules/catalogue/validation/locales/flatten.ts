import type { Messages } from '#kernel/locale.ts'

/** `dct:license` -> `dct-license`, as it stands in text keys. */
export const keyName = (prefixed: string) => prefixed.replace(':', '-')

/** The table of properties as text keys: `catalogue.validation.property.dct-license.name` and `.why`. */
export function propertyMessages(table: Readonly<Record<string, readonly [name: string, why: string]>>): Messages {
  return Object.fromEntries(
    Object.entries(table).flatMap(([property, [name, why]]) => [
      [`catalogue.validation.property.${keyName(property)}.name`, name],
      [`catalogue.validation.property.${keyName(property)}.why`, why],
    ]),
  )
}

/** The table of classes as text keys: `catalogue.validation.subject.dcat-Dataset`. */
export function subjectMessages(table: Readonly<Record<string, string>>): Messages {
  return Object.fromEntries(Object.entries(table).map(([name, text]) => [`catalogue.validation.subject.${keyName(name)}`, text]))
}
