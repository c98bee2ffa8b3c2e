import type { Kysely } from 'kysely'
import { csvLine } from '#kernel/csv-line.ts'
import type { Visit } from '#platform/http'
import { type DocxCell, docxTable } from '#standards/ooxml'
import { newWorkbook } from '#standards/xlsx'
import { wordDiff } from '#ui/components/diff/words.ts'
import { numberOf } from '../../../../model/procedure.ts'
import type { SubmissionState } from '../../../../model/submission.ts'
import type { ParticipationTables } from '../../../../store/tables.ts'
import { contributionOf, splitBody } from '../../contribution.ts'
import { beginning, type SynopsisRow, synopsisRows } from '../../store/contribution-store.ts'
import { wordingsOf } from '../../store/text-store.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'
import { paragraphName } from '../text-parts.tsx'

type Db = Kysely<ParticipationTables>

const states: readonly SubmissionState[] = ['waiting', 'public', 'hidden', 'withdrawn', 'merged']
const batch = 500

/** A contribution as it stands in files: what it is about, what it wants, what was answered. */
export interface SynopsisLine {
  readonly row: SynopsisRow
  readonly kind: 'comment' | 'change'
  readonly version: number
  /** The words of its paragraph in the version it speaks of; '' where there are none. */
  readonly wording: string
  readonly proposed: string
  readonly text: string
}

/** Contributions with the words they speak of; one question for all. */
export async function synopsisLines(
  db: Db,
  { procedure, settings }: OpenedText,
  rows: readonly SynopsisRow[],
): Promise<SynopsisLine[]> {
  const abouts = rows.map((one) => contributionOf(one, settings.version))
  const wordings = await wordingsOf(
    db,
    procedure.id,
    abouts.filter(({ paragraph }) => paragraph !== ''),
  )
  return rows.map((row, i) => {
    const { kind = 'comment', version = settings.version, paragraph = '' } = abouts[i] ?? {}
    const { wording, reason } = splitBody(row.body)
    return {
      row,
      kind,
      version,
      wording: wordings.get(`${version}/${paragraph}`) ?? '',
      proposed: kind === 'change' ? wording : '',
      text: kind === 'change' ? reason : row.body,
    }
  })
}

/** All of them in pieces, in the order of the text. */
export async function* allSynopsisLines(
  db: Db,
  opened: OpenedText,
  of: readonly SubmissionState[] = states,
): AsyncGenerator<readonly SynopsisLine[]> {
  let after = beginning
  for (;;) {
    const rows = await synopsisRows(db, opened.procedure.id, opened.settings.version, { states: of }, after, batch)
    yield await synopsisLines(db, opened, rows)
    const last = rows.at(-1)
    if (!last || rows.length < batch) return
    after = last
  }
}

const columns = [
  'paragraph',
  'number',
  'state',
  'received',
  'channel',
  'kind',
  'version',
  'wording',
  'proposed',
  'text',
  'author',
  'agree',
  'neutral',
  'disagree',
  'comments',
  'outcome',
  'reason',
  'answer',
  'office',
] as const

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' })

function valuesOf({ row, kind, version, wording, proposed, text }: SynopsisLine, { procedure }: OpenedText) {
  return {
    paragraph: row.key ?? '',
    number: numberOf(procedure.prefix, row.number),
    state: row.state,
    received: day.format(row.receivedAt),
    channel: row.channel,
    kind,
    version,
    wording,
    proposed,
    text,
    author: row.author ?? '',
    agree: row.agree,
    neutral: row.neutral,
    disagree: row.disagree,
    comments: row.comments,
    outcome: row.outcome ?? '',
    reason: row.reason ?? '',
    answer: row.answer ?? '',
    office: row.office ?? '',
  }
}

const cells = (line: SynopsisLine, opened: OpenedText) => {
  const values = valuesOf(line, opened)
  return columns.map((name) => values[name])
}
const heads = (visit: Visit) => columns.map((name) => visit.t(`participation.text.column.${name}`))

/** CSV, a contribution a line. */
export async function* synopsisCsv(db: Db, visit: Visit, opened: OpenedText): AsyncGenerator<string> {
  yield csvLine(heads(visit))
  for await (const lines of allSynopsisLines(db, opened)) yield lines.map((one) => csvLine(cells(one, opened))).join('')
}

/** JSON with the names of fields in English, as our other machine answers. */
export async function* synopsisJson(db: Db, opened: OpenedText): AsyncGenerator<string> {
  const { procedure, settings } = opened
  yield `{"procedure":${JSON.stringify(procedure.title)},"version":${settings.version},"contributions":[`
  let first = true
  for await (const lines of allSynopsisLines(db, opened))
    for (const one of lines) {
      yield `${first ? '' : ','}\n${JSON.stringify(valuesOf(one, opened))}`
      first = false
    }
  yield ']}\n'
}

/** A workbook; every text is a text, so nothing in it is ever a formula. */
export async function synopsisXlsx(db: Db, visit: Visit, opened: OpenedText): Promise<Buffer> {
  const book = await newWorkbook()
  const sheet = book.addWorksheet(visit.t('participation.text.staff.tab.synopsis'), { views: [{ state: 'frozen', ySplit: 1 }] })
  const wide: readonly string[] = ['wording', 'proposed', 'text', 'answer']
  sheet.columns = heads(visit).map((header, i) => ({ header, width: wide.includes(columns[i] ?? '') ? 50 : 14 }))
  sheet.getRow(1).font = { bold: true }
  for await (const lines of allSynopsisLines(db, opened)) for (const one of lines) sheet.addRow(cells(one, opened))
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** What somebody wants, with what is out struck through and what is in underlined. */
function wanted({ row, kind, wording, proposed, text }: SynopsisLine, visit: Visit, { procedure }: OpenedText): DocxCell {
  const { t } = visit
  const head = `${numberOf(procedure.prefix, row.number)}, ${t(`participation.text.kind.${kind}`)}${row.author ? `, ${row.author}` : ''}\n`
  if (kind === 'comment') return `${head}${text}`
  return [
    { text: head },
    ...wordDiff(wording, proposed).flatMap((piece, i, all) => {
      if (piece.kind === 'same') return [{ text: piece.text }]
      const tight = piece.kind === 'ins' && /\S$/.test(all[i - 1]?.text ?? ' ')
      return [...(tight ? [{ text: ' ' }] : []), { text: piece.text, mark: piece.kind }]
    }),
    { text: text ? `\n${t('participation.text.reason')}: ${text}` : '' },
  ]
}

/** The synopsis as a table for the council: paragraph, what people want, what the office answers. Public contributions only. */
export async function synopsisDocx(db: Db, visit: Visit, opened: OpenedText): Promise<Buffer> {
  const { t, lang } = visit
  const rows: DocxCell[][] = []
  let last: string | null | undefined
  for await (const lines of allSynopsisLines(db, opened, ['public']))
    for (const one of lines) {
      const { key, standing, outcome, reason, answer } = one.row
      const name = key === null ? '' : paragraphName(key, visit)
      rows.push([
        rows.length > 0 && key === last
          ? ''
          : [name, standing ?? (key ? t('participation.text.dropped') : '')].filter(Boolean).join('\n'),
        wanted(one, visit, opened),
        [
          outcome
            ? [t(`participation.outcome.${outcome}`), reason && t(`participation.reason.${reason}`)].filter(Boolean).join(' ')
            : t('participation.report.no-answer'),
          answer ?? '',
        ]
          .filter(Boolean)
          .join('\n'),
      ])
      last = key
    }
  return Buffer.from(
    docxTable({
      title: opened.procedure.title,
      lang: lang === 'en' ? 'en-GB' : 'de-DE',
      intro: t('participation.text.synopsis.intro', { count: rows.length, version: opened.settings.version }),
      head: ['paragraph', 'contributions', 'answer'].map((name) => t(`participation.text.synopsis.${name}`)),
      rows,
    }),
  )
}
