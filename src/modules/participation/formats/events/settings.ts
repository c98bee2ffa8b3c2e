import { type ZodType, z } from 'zod'

/** What a town sets for all dates of a procedure; everything else stands with each of them. */
export interface EventSettings {
  /** Days after a date until what is known of persons is deleted, where nothing else is said. */
  readonly keepDays: number
}

export const eventSettings: ZodType<EventSettings> = z.object({ keepDays: z.number().int().min(1).max(365).default(30) })

/** The settings of a procedure; the usual ones where they cannot be read. */
export function settingsIn({ settings }: { readonly settings: unknown }): EventSettings {
  const read = eventSettings.safeParse(settings)
  return read.success ? read.data : eventSettings.parse({})
}
