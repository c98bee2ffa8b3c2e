import { z } from 'zod'

const settings = z.object({
  /** People add statements of their own; staff looks at each before it is shown. */
  own: z.boolean().default(true),
  /** Longest statement in characters. */
  longest: z.number().int().min(60).max(280).default(140),
  /** Who reads the results when. */
  results: z.enum(['live', 'after', 'staff']).default('after'),
  /** Fewest people in a group that is shown. Five is the least: fewer could be recognised. */
  smallestGroup: z.number().int().min(5).max(100).default(5),
  /** Fewest people who took part before groups are shown. */
  fewestPeople: z.number().int().min(15).max(1000).default(30),
})

/** What a town sets for an opinion map. */
export type OpinionSettings = z.infer<typeof settings>

/** Reads the settings of an opinion map; `{}` gives the usual ones. */
export const opinionSettings = settings

/** The settings of a procedure; what cannot be read are the usual ones. */
export function opinionSettingsOf(kept: unknown): OpinionSettings {
  const read = settings.safeParse(kept)
  return read.success ? read.data : settings.parse({})
}
