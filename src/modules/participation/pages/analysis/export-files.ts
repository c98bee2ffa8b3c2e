import type { Kysely } from 'kysely'
import { csvLine } from '#kernel/csv-line.ts'
import type { Visit } from '#platform/http'
import { docxTable } from '#standards/ooxml'
import { newWorkbook } from '#standards/xlsx'
import { wordOf } from '../../format-words.ts'
import { formatOf } from '../../known-formats.ts'
import { type Inside, insideOfProcedure, liesOutside } from '../../model/inside.ts'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import type { SubmissionState } from '../../model/submission.ts'
import { type ExportRow, exportRows } from '../../store/export-store.ts'
import type { ParticipationTables } from '../../store/tables.ts'

const columns = [
  'number',
  'state',
  'received',
  'channel',
  'identity',
  'category',
  'place',
  'outside',
  'title',
  'body',
  'author',
  'agree',
  'neutral',
  'disagree',
  'comments',
  'outcome',
  'reason',
  'answer',
  'office',
  'answered',
  'decision',
  'committee',
  'decided',
  'stand',
] as const
type Column = (typeof columns)[number]

const heads = (visit: Visit): string[] => columns.map((name) => visit.t(`participation.export.column.${name}`))

/** Where a procedure is: what lies elsewhere is marked. */
type Where = Inside | undefined

function valuesOf(one: ExportRow, procedure: Procedure, where: Where): Record<Column, string | number> {
  return {
    number: numberOf(procedure.prefix, one.number),
    state: one.state,
    received: one.received,
    channel: one.channel,
    identity: one.identity,
    category: one.category ?? '',
    place: one.place ?? '',
    outside: liesOutside(one.geometry, where) ? 1 : '',
    title: one.title,
    body: one.body,
    author: one.author ?? '',
    agree: one.agree,
    neutral: one.neutral,
    disagree: one.disagree,
    comments: one.comments,
    outcome: one.outcome ?? '',
    reason: one.reason ?? '',
    answer: one.answer ?? '',
    office: one.office ?? '',
    answered: one.answered ?? '',
    decision: one.decisionTitle ?? '',
    committee: one.decisionBody ?? '',
    decided: one.decidedOn ?? '',
    stand: one.decisionState ?? '',
  }
}

const cells = (one: ExportRow, procedure: Procedure, where: Where) => {
  const values = valuesOf(one, procedure, where)
  return columns.map((name) => values[name])
}

/** CSV in pieces, so that a large procedure needs no large memory. */
export async function* exportCsv(
  db: Kysely<ParticipationTables>,
  visit: Visit,
  procedure: Procedure,
  states: readonly SubmissionState[],
): AsyncGenerator<string> {
  const where = insideOfProcedure(procedure, visit.site)
  yield csvLine(heads(visit))
  let after = 0
  for (;;) {
    const rows = await exportRows(db, procedure.id, states, after, 1000)
    yield rows.map((one) => csvLine(cells(one, procedure, where))).join('')
    after = rows.at(-1)?.number ?? after
    if (rows.length < 1000) return
  }
}

/** JSON with the names of fields in English, as our other machine answers. */
export const exportJson = (visit: Visit, procedure: Procedure, rows: readonly ExportRow[]): string =>
  JSON.stringify(
    {
      procedure: procedure.title,
      submissions: rows.map((one) => ({
        ...valuesOf(one, procedure, insideOfProcedure(procedure, visit.site)),
        geometry: one.geometry,
      })),
    },
    undefined,
    1,
  )

/** A workbook; every text is a text, so nothing in it is ever a formula. */
export async function exportXlsx(visit: Visit, procedure: Procedure, rows: readonly ExportRow[]): Promise<Buffer> {
  const book = await newWorkbook()
  const sheet = book.addWorksheet(wordOf(formatOf(procedure.format), 'many', visit.lang), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  sheet.columns = heads(visit).map((header, i) => ({
    header,
    width: ['body', 'answer', 'title'].includes(columns[i] ?? '') ? 50 : 16,
  }))
  sheet.getRow(1).font = { bold: true }
  const where = insideOfProcedure(procedure, visit.site)
  for (const one of rows) sheet.addRow(cells(one, procedure, where))
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** A text document with the columns that fit on a page: what a committee gets as an annex. */
export function exportDocx(visit: Visit, procedure: Procedure, rows: readonly ExportRow[]): Buffer {
  const { t, lang } = visit
  const shown = rows.filter((one) => one.state === 'public')
  return Buffer.from(
    docxTable({
      title: procedure.title,
      lang: lang === 'en' ? 'en-GB' : 'de-DE',
      intro: t('participation.export.intro', { count: shown.length }),
      head: ['number', 'title', 'answer', 'decision'].map((name) => t(`participation.export.column.${name}`)),
      rows: shown.map((one) => [
        numberOf(procedure.prefix, one.number),
        `${one.title}\n${one.body}`,
        [one.outcome ? t(`participation.outcome.${one.outcome}`) : t('participation.report.no-answer'), one.answer ?? '']
          .filter(Boolean)
          .join('\n'),
        [one.decisionTitle, one.decisionBody, one.decisionState && t(`participation.decision.${one.decisionState}`)]
          .filter(Boolean)
          .join('\n'),
      ]),
    }),
  )
}
