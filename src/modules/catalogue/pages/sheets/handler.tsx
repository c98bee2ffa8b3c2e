import { readFile } from 'node:fs/promises'
import { type Answer, body, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { routes } from '../../routes.ts'
import { largestSheet, readSheet, writeSheet } from '../../use-cases/edit/sheet-file.ts'
import { planSheet, sheetLines, takeSheet } from '../../use-cases/edit/take-sheet.ts'
import { readEntries } from '../entries/read-entries.ts'
import { idIn, personIn } from '../staff-visit.ts'
import { sheetFormView, sheetPlanView } from './sheet-view.tsx'

async function plan(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const upload = visit.uploads.find((one) => one.field === 'datei')
  const faulty = (fault: string) => page(sheetFormView(visit, visit.t(`catalogue.sheet.file.${fault}`)), 422)
  if (!upload || upload.bytes === 0) return faulty('missing')
  if (upload.tooLarge) return faulty('too-large')
  const rows = await readSheet(await readFile(upload.path))
  if (!rows.ok) return faulty(rows.error)
  const { id, plan } = await planSheet(house, personIn(visit), rows.value)
  return page(sheetPlanView(id, plan, visit))
}

async function take(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const id = idIn(visit)
  const done = id ? await takeSheet(house, personIn(visit), { id }) : undefined
  if (!done?.ok) return problem(notFound)
  const { made, changed, faulty } = done.value
  return redirect(visit.to(routes.entries, {}, { getan: id, geaendert: made + changed, ausgelassen: faulty }))
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Metadata as a spreadsheet: out, and in again with a look before anything is written. */
export const sheetHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.importPage, (visit) => page(sheetFormView(visit))),
  handler(routes.importSheet, (visit) => plan(house, visit), { upload: { maxBytes: largestSheet } }),
  handler(routes.takeSheet, (visit) => take(house, visit)),
  handler(
    routes.entriesXlsx,
    async (visit) =>
      body(xlsx, await writeSheet(sheetLines(house, personIn(visit), readEntries(visit).filter)), {
        'content-disposition': 'attachment; filename="datensaetze.xlsx"',
      }),
    { perMinute: 30 },
  ),
]
