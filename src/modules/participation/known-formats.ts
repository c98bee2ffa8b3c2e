import type { Format } from './format.ts'

// Formats use the room's use cases, and some of those ask for a format. Were the list read here, each would wait for the other for ever:
// so the list stands here, and formats.ts fills it when the room is loaded.
const known = new Map<string, Format>()

/** Makes formats known by their folders. */
export function knowFormats(formats: readonly Format[]): void {
  for (const one of formats) known.set(one.id, one)
}

/** All that are known. */
export const knownFormats = (): Format[] => [...known.values()]

/** A format by its folder; undefined where it is no longer there. */
export const formatOf = (id: string): Format | undefined => known.get(id)
