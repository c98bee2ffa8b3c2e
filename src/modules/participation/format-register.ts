import type { Format } from './format.ts'

const known = new Map<string, Format>()

/** Enters the formats that were found, by their folders. */
export function enterFormats(formats: readonly Format[]): void {
  for (const one of formats) known.set(one.id, one)
}

/**
 * A format by its folder; undefined where it is not there. Asked here and not of formats.ts by what formats themselves use: a format that
 * waited for all formats would wait for itself.
 */
export const enteredFormat = (id: string): Format | undefined => known.get(id)
