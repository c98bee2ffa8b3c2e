import { severalLines } from '#kernel/text.ts'

/** Places of a report where staff may write, in Markdown. No figure is among them. */
export const reportPlaces = ['intro', 'who', 'chain', 'became', 'missed', 'speed', 'made'] as const
export type ReportPlace = (typeof reportPlaces)[number]
export type ReportTexts = Partial<Readonly<Record<ReportPlace, string>>>

export const longestText = 4000

/** Reads what staff wrote; gives the places whose text is too long. */
export function readReportTexts(form: URLSearchParams): { texts: ReportTexts; tooLong: ReportPlace[] } {
  const written = reportPlaces.map((place) => [place, severalLines(form.get(place) ?? '')] as const)
  return {
    texts: Object.fromEntries(written.filter(([, text]) => text !== '')),
    tooLong: written.filter(([, text]) => text.length > longestText).map(([place]) => place),
  }
}
