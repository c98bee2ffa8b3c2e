import type { Kysely } from 'kysely'
import { formatMoment } from '#kernel/clock.ts'
import { csvLine } from '#kernel/csv-line.ts'
import type { Visit } from '#platform/http'
import { newWorkbook } from '#standards/xlsx'
import { numberOf, type Procedure } from '../../../../model/procedure.ts'
import type { ParticipationTables } from '../../../../store/tables.ts'
import type { TownEvent } from '../../model/event.ts'
import type { Registration } from '../../model/registration.ts'
import { registrationsOf, registrationsOfProcedure } from '../../store/registration-store.ts'
import { slotWords } from './registrations-view.tsx'

type Db = Kysely<ParticipationTables>
const batch = 1000

const columns = ['number', 'state', 'people', 'name', 'email', 'slot', 'needs', 'note', 'came', 'channel', 'received'] as const

const heads = ({ t }: Pick<Visit, 't'>) => columns.map((one) => t(`participation.events.column.${one}`))

const cells = (visit: Visit, procedure: Procedure, one: Registration): (string | number)[] => [
  numberOf(procedure.prefix, one.number),
  visit.t(`participation.events.state.${one.state}`),
  one.people,
  one.name ?? '',
  one.email ?? '',
  slotWords(one, visit),
  one.needs.map((need) => visit.t(`participation.events.need.${need}`)).join('; '),
  one.note ?? '',
  one.attended ?? '',
  visit.t(`participation.events.channel.${one.channel}`),
  formatMoment(one.receivedAt, visit.lang, 'table'),
]

async function* every(db: Db, event: string): AsyncGenerator<Registration> {
  for (let after = 0; ; ) {
    const rows = await registrationsOf(db, event, after, batch)
    yield* rows
    after = rows.at(-1)?.number ?? after
    if (rows.length < batch) return
  }
}

/** Who comes to one event, a line each; without links. */
export async function* registrationsCsv(db: Db, visit: Visit, procedure: Procedure, event: TownEvent): AsyncGenerator<string> {
  yield csvLine(heads(visit))
  for await (const one of every(db, event.id)) yield csvLine(cells(visit, procedure, one))
}

/** The same for all dates of a procedure. */
export async function* procedureCsv(db: Db, visit: Visit, procedure: Procedure): AsyncGenerator<string> {
  const { t, lang } = visit
  yield csvLine([t('participation.events.fact.what'), t('participation.events.fact.when'), ...heads(visit)])
  for (let after = 0; ; ) {
    const rows = await registrationsOfProcedure(db, procedure.id, after, batch)
    for (const one of rows) yield csvLine([one.title, formatMoment(one.startsAt, lang, 'table'), ...cells(visit, procedure, one)])
    after = rows.at(-1)?.number ?? after
    if (rows.length < batch) return
  }
}

/** A workbook; every text is a text, so nothing in it is ever a formula. */
export async function registrationsXlsx(db: Db, visit: Visit, procedure: Procedure, event: TownEvent): Promise<Buffer> {
  const book = await newWorkbook()
  const sheet = book.addWorksheet(visit.t('participation.events.staff.tab.registrations'), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  sheet.columns = heads(visit).map((header, i) => ({ header, width: ['note', 'needs'].includes(columns[i] ?? '') ? 40 : 18 }))
  sheet.getRow(1).font = { bold: true }
  for await (const one of every(db, event.id)) sheet.addRow(cells(visit, procedure, one))
  return Buffer.from(await book.xlsx.writeBuffer())
}
