import { readFile } from 'node:fs/promises'
import { csvLine } from '#kernel/csv-line.ts'
import { isIdInAnyCase } from '#kernel/id.ts'
import { type Answer, body, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import type { ParticipationHouse } from '../../house.ts'
import { listHeads } from '../../model/paper/read-list.ts'
import type { Asked } from '../../model/submission.ts'
import { paperRoutes } from '../../paper-routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { largestList, readListFile } from '../../use-cases/paper/read-list-file.ts'
import { planList, takeKeptList } from '../../use-cases/paper/take-list.ts'
import { actingIn } from '../../use-cases/setup/acting.ts'
import { whileEntered } from '../enter/handler.tsx'
import { withOwn } from '../setup/part-handlers.ts'
import { importFormView, importPlanView } from './import-views.tsx'

async function plan(house: ParticipationHouse, visit: Visit, opened: ShownProcedure, asked: Asked): Promise<Answer> {
  const upload = visit.uploads.find((one) => one.field === 'datei')
  const faulty = (fault: string) => page(importFormView(visit, opened, { fault }), 422)
  if (!upload || (upload.bytes === 0 && !upload.tooLarge)) return faulty('missing')
  if (upload.tooLarge) return faulty('too-large')
  const lines = await readListFile(await readFile(upload.path))
  if (!lines.ok) return faulty(lines.error)
  const { id, plan } = await planList(house, actingIn(visit), opened, asked, lines.value)
  return page(importPlanView(visit, opened, plan, id), plan.some((one) => one.faults.length > 0) ? 422 : 200)
}

async function take(house: ParticipationHouse, visit: Visit, opened: ShownProcedure, asked: Asked): Promise<Answer> {
  const list = visit.form.get('liste') ?? ''
  const { id } = opened.procedure
  const done = isIdInAnyCase(list) ? await takeKeptList(house, actingIn(visit), opened, asked, list) : undefined
  if (done?.ok) return redirect(visit.to(paperRoutes.importPage, { id }, { eingelesen: done.value }))
  if (!done || done.error === 'gone') return page(importFormView(visit, opened, { fault: 'gone' }), 409)
  return page(importPlanView(visit, opened, done.error), 409)
}

/** A file with our heads and one line as an example, in the words of this procedure. */
function example({ settings, format }: ShownProcedure): Answer {
  const category = format.asked?.(settings).categories[0] ?? ''
  const line = [
    '2026/0815',
    '24.11.2026',
    'Brief',
    'Trinkbrunnen im Schatten',
    'Auf dem ganzen Platz gibt es kein Wasser.',
    category,
    'Marktplatz',
    '',
    '',
    '',
  ]
  return body('text/csv; charset=utf-8; header=present', `\uFEFF${csvLine(listHeads)}${csvLine(line)}`, {
    'content-disposition': 'attachment; filename="beitraege-muster.csv"',
  })
}

/** Submissions out of a list: a look first, then all of them or none. */
export const importHandlers = (house: ParticipationHouse): Handler[] => [
  handler(paperRoutes.importPage, (visit) =>
    whileEntered(house, visit, (opened) => {
      const count = Number(visit.query.get('eingelesen'))
      return page(importFormView(visit, opened, Number.isInteger(count) && count > 0 ? { taken: count } : {}))
    }),
  ),
  handler(paperRoutes.readImport, (visit) => whileEntered(house, visit, (opened, asked) => plan(house, visit, opened, asked)), {
    upload: { maxBytes: largestList },
  }),
  handler(paperRoutes.takeImport, (visit) => whileEntered(house, visit, (opened, asked) => take(house, visit, opened, asked))),
  handler(paperRoutes.importExample, (visit) => withOwn(house, visit, (opened) => example(opened))),
]
