import { z } from 'zod'
import type { Site } from '#kernel/site.ts'
import { type Inside, insideOfProcedure, outsides } from '../../model/inside.ts'
import type { Procedure } from '../../model/procedure.ts'

/** An address is what a report needs: nobody has to look at it first. */
export const expected: readonly string[] = ['address']

const word = z.string().trim().max(80)

const question = z.object({
  label: word.min(1),
  required: z.boolean().default(false),
  /** What may be chosen; an empty list asks for words. */
  options: z.array(word.min(1)).max(20).default([]),
})

const category = z.object({
  /** Never changes once reports have it: programs of others name it. */
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: word.min(1).max(60),
  /** Who deals with it; '' is the office of the procedure. */
  office: word.default(''),
  /** Within how many days the town means to have dealt with it. */
  days: z.number().int().min(1).max(365).default(14),
  group: word.default(''),
  /** Other words for it, with commas. */
  keywords: z.string().trim().max(200).default(''),
  help: z.string().trim().max(200).default(''),
  question: question.nullable().default(null),
})

/** What most towns are told of. */
const usualCategories = [
  { code: 'strasse', name: 'Straße und Gehweg', group: 'Verkehr', keywords: 'Schlagloch, Pflaster, Bordstein', days: 14 },
  { code: 'radweg', name: 'Radweg', group: 'Verkehr', keywords: 'Fahrrad, Wurzel, Poller', days: 14 },
  { code: 'beleuchtung', name: 'Beleuchtung', group: 'Verkehr', keywords: 'Laterne, Lampe, dunkel', days: 7 },
  { code: 'schilder', name: 'Schilder und Ampeln', group: 'Verkehr', keywords: 'Verkehrszeichen, Ampel', days: 7 },
  { code: 'muell', name: 'Müll und wilde Ablagerungen', group: 'Sauberkeit', keywords: 'Abfall, Sperrmüll, Scherben', days: 5 },
  { code: 'gruen', name: 'Grünfläche und Bäume', group: 'Grün', keywords: 'Ast, Hecke, Park', days: 14 },
  { code: 'spielplatz', name: 'Spielplatz', group: 'Grün', keywords: 'Schaukel, Rutsche, Sand', days: 5 },
  { code: 'sonstiges', name: 'Sonstiges', group: '', keywords: '', days: 14 },
].map((one) => category.parse(one))

/** What a town may set. */
export const issueSettings = z.object({
  categories: z.array(category).min(1).max(40).default(usualCategories),
  /** Offices to which a report may be forwarded besides those of the categories. */
  offices: z.array(word.min(1)).max(40).default([]),
  /** Whether staff looks at a photo before everybody sees it. */
  photos: z.enum(['before', 'after', 'no']).default('before'),
  /** A point outside of the area: the neighbour's business, as a rule. */
  outside: z.enum(outsides).default('refuse'),
  /** How near another report must be to be offered, in metres. */
  nearby: z.number().int().min(10).max(500).default(50),
})

export type IssueSettings = z.infer<typeof issueSettings>
export type IssueCategory = IssueSettings['categories'][number]

/** The settings of a procedure as they are now; the usual ones stand in for what cannot be read. */
export function settingsOf(settings: unknown): IssueSettings {
  const read = issueSettings.safeParse(settings)
  return read.success ? read.data : issueSettings.parse({})
}

/** Where a report must lie: anywhere, where points outside of the area are taken and marked. */
export const whereTaken = (
  { outside }: Pick<IssueSettings, 'outside'>,
  procedure: Pick<Procedure, 'area'>,
  site: Pick<Site, 'area'>,
): Inside => (outside === 'refuse' ? insideOfProcedure(procedure, site) : undefined) ?? (() => true)

/** Every office to which a report may go, by name. */
export const officesOf = (settings: IssueSettings, own: string): string[] =>
  [...new Set([own, ...settings.categories.map(({ office }) => office), ...settings.offices])]
    .filter(Boolean)
    .sort((a, b) => a.localeCompare(b, 'de'))

/** The code under which programs of others know a category: no two procedures of a tenant have the same prefix. */
export const serviceCode = (prefix: string, code: string): string => `${prefix.toLowerCase()}-${code}`
