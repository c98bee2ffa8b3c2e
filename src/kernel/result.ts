/** The outcome of something that may be refused for a reason the caller can name. Bugs are thrown, refusals are returned. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** Wraps a success. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

/** Wraps a refusal. */
export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error })

/** A case that cannot happen unless the code is wrong. */
export class Bug extends Error {
  override name = 'Bug'
}

/** Hands back a value that must be there; throws a Bug that names what is missing. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Bug(`missing: ${what}`)
  return value
}
