/** An object of JSON that came from elsewhere: nothing is known of its parts. */
export type Json = Readonly<Record<string, unknown>>

/** Whether a value is such an object, and no list. */
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A word, a number or a truth as text, without spaces around it; `''` for anything else. */
export const written = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
