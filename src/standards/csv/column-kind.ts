/** What the values of a column are, as people call it. */
export type ColumnKind = 'text' | 'integer' | 'number' | 'year' | 'date' | 'datetime' | 'time' | 'boolean' | 'empty'

const kinds: readonly (readonly [ColumnKind, RegExp])[] = [
  ['year', /^(?:1[5-9]|20|21)\d\d$/],
  ['integer', /^[-+]?(?:\d{1,15}|\d{1,3}(?:[.\u202f ]\d{3})+)$/],
  ['number', /^[-+]?(?:\d+|\d{1,3}(?:[.\u202f ]\d{3})+)(?:[.,]\d+)?(?:[eE][-+]?\d{1,3})?$/],
  ['date', /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})$/],
  ['datetime', /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/],
  ['time', /^\d{1,2}:\d{2}(?::\d{2})?$/],
  ['boolean', /^(?:ja|nein|wahr|falsch|true|false|yes|no)$/i],
]

/** The narrowest kind that fits every filled value. Leading zeros make a text: a postal code is no number. */
export function columnKind(values: readonly string[]): ColumnKind {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '')
  if (filled.length === 0) return 'empty'
  const coded = filled.some((value) => /^0\d/.test(value) && !/[.,:-]/.test(value))
  for (const [kind, form] of kinds)
    if (filled.every((value) => form.test(value))) return coded && (kind === 'integer' || kind === 'number') ? 'text' : kind
  return 'text'
}
