import { csvLine } from '#kernel/csv-line.ts'
import type { Site } from '#kernel/site.ts'
import { type ParticipationHouse, publicDb } from '../house.ts'
import { namesOfAll } from '../model/anonymise.ts'
import { type OpenSubmission, openSubmission } from '../model/open-data.ts'
import { numberOf, type Procedure } from '../model/procedure.ts'
import { allExportRows, type ExportRow } from '../store/export-store.ts'

/** The files of an open dataset, and what is in them. */
export interface OpenDataFiles {
  readonly csv: Buffer
  readonly json: Buffer
  readonly submissions: number
  readonly blanked: number
  /** First and last day of receipt. */
  readonly first: string | undefined
  readonly last: string | undefined
}

/** Names of the fields in the order of the columns. */
export const openFields = [
  'nummer',
  'eingang',
  'weg',
  'thema',
  'ort',
  'laenge',
  'breite',
  'sprache',
  'titel',
  'text',
  'zustimmung',
  'neutral',
  'ablehnung',
  'kommentare',
  'ergebnis',
  'grund',
  'antwort',
  'stelle',
  'beantwortet',
  'beschluss',
  'gremium',
  'beschlossen',
  'stand',
] as const satisfies readonly (keyof OpenSubmission)[]

const pointOf = ({ geometry }: ExportRow): readonly [number, number] | null =>
  geometry?.type === 'Point' ? geometry.coordinates : null

/** What the public may read of a procedure, without personal data. Read as the public reads it: what is hidden cannot come along. */
export async function openDataFiles(house: ParticipationHouse, site: Site, procedure: Procedure): Promise<OpenDataFiles> {
  const rows = await allExportRows(publicDb(house, site), procedure.id, ['public'])
  const everybody = namesOfAll(rows.flatMap(({ author }) => author ?? []))
  const opened = rows.map((row) =>
    openSubmission({ ...row, number: numberOf(procedure.prefix, row.number), point: pointOf(row) }, everybody),
  )
  const days = rows.map(({ received }) => received).sort()
  const lines = opened.map(({ row }) => csvLine(openFields.map((field) => row[field] ?? '')))
  return {
    csv: Buffer.from(csvLine(openFields) + lines.join('')),
    json: Buffer.from(
      `${JSON.stringify({ verfahren: procedure.title, beitraege: opened.map(({ row }) => row) }, undefined, 1)}\n`,
    ),
    submissions: opened.length,
    blanked: opened.reduce((sum, { blanked }) => sum + blanked, 0),
    first: days[0],
    last: days.at(-1),
  }
}
