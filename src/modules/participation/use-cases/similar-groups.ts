import { similarTexts } from '../model/analysis/similar-texts.ts'
import type { ExportRow } from '../store/export-store.ts'

/** Submissions with nearly the same words: the first that came, and the others. */
export interface SimilarGroup {
  readonly first: ExportRow
  readonly others: readonly ExportRow[]
}

/** Groups of similar submissions, the largest first. They need not have the same opinion; somebody looks. */
export function similarGroups(rows: readonly ExportRow[]): SimilarGroup[] {
  return similarTexts(rows.map(({ stems }) => stems)).flatMap(({ first, others }) => {
    const begin = rows[first]
    const rest = others.flatMap(({ text }) => rows[text] ?? [])
    return begin && rest.length > 0 ? [{ first: begin, others: rest }] : []
  })
}
