import { catalogueRoutes } from '#catalogue'
import { type Answer, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import { type ParticipationHouse, publicDb, staffDb } from '../../house.ts'
import type { Procedure } from '../../model/procedure.ts'
import { type ReportPlace, readReportTexts } from '../../model/report/texts.ts'
import { routes } from '../../routes.ts'
import { staffProcedures } from '../../store/procedure-store.ts'
import { openDataset, reportVersions, reportYears } from '../../store/report-store.ts'
import { answerCounts } from '../../store/staff-answer-store.ts'
import { publishDataset } from '../../use-cases/publish-dataset.ts'
import { openReport, publishReport, writeReport } from '../../use-cases/report.ts'
import { clerkIn } from '../../use-cases/staff-act.ts'
import { gatherReport } from '../report/gather.ts'
import { datasetPath } from '../report/handler.tsx'
import { ofProcedure, ofYear, type ReportSubject, readYear, reportTitle } from '../report/report-subject.ts'
import { withStaffProcedure } from '../staff-procedure.ts'
import { accountsView } from './accounts-view.tsx'
import { type Desk, reportDeskView } from './desk-view.tsx'

const saids = [
  'gespeichert',
  'veroeffentlicht',
  'daten',
  'daten-pruefen',
  'daten-leer',
  'daten-arbeit',
  'daten-fehlt',
  'daten-recht',
] as const

async function show(
  house: ParticipationHouse,
  visit: Visit,
  subject: ReportSubject,
  back: Pick<Desk, 'typed' | 'tooLong' | 'conflict'> = {},
): Promise<Answer> {
  const { site } = visit
  const { desk, figures } = await openReport(house, site, subject.scope)
  const [sections, versions, dataset, path] = await Promise.all([
    gatherReport(house, visit, subject, figures),
    reportVersions(staffDb(house, site), site.id, subject.scope),
    subject.procedure && openDataset(staffDb(house, site), subject.procedure.id),
    subject.procedure && datasetPath(house, visit, subject.procedure.id),
  ])
  const said = saids.find((one) => one === visit.query.get('getan'))
  const draft = visit.query.get('entwurf')
  return page(
    reportDeskView(visit, {
      subject,
      figures,
      sections,
      versions,
      texts: desk?.texts ?? {},
      revision: desk?.revision ?? 0,
      dataset,
      datasetPath: path,
      said,
      ...(draft && /^[0-9a-f-]{36}$/i.test(draft) && visit.may('catalogue/read-drafts')
        ? { draft: visit.to(catalogueRoutes.draft, { id: draft }) }
        : {}),
      ...back,
    }),
    back.conflict ? 409 : back.tooLong ? 422 : 200,
  )
}

async function change(house: ParticipationHouse, visit: Visit, subject: ReportSubject): Promise<Answer> {
  const { site, form } = visit
  const clerk = clerkIn(visit)
  const name = reportTitle(subject, visit)
  const back = (getan: (typeof saids)[number]) =>
    redirect(
      subject.procedure
        ? visit.to(routes.staffReport, { id: subject.procedure.id }, { getan })
        : visit.to(routes.staffYear, {}, { jahr: String(subject.year), getan }),
    )
  if (form.get('tat') === 'veroeffentlichen') {
    await publishReport(house, site, clerk, { scope: subject.scope, name })
    return back('veroeffentlicht')
  }
  const { texts, tooLong } = readReportTexts(form)
  if (tooLong.length > 0) return show(house, visit, subject, { typed: texts, tooLong: tooLong as ReportPlace[] })
  const revision = Number(form.get('revision') ?? 0)
  const saved = await writeReport(house, site, clerk, {
    scope: subject.scope,
    name,
    revision: Number.isSafeInteger(revision) && revision >= 0 && revision < 2 ** 31 ? revision : 0,
    texts,
  })
  return saved.ok ? back('gespeichert') : show(house, visit, subject, { typed: texts, conflict: true })
}

async function dataset(house: ParticipationHouse, visit: Visit, procedure: Procedure): Promise<Answer> {
  const back = (getan: (typeof saids)[number], entwurf?: string) =>
    redirect(visit.to(routes.staffReport, { id: procedure.id }, { getan, entwurf }))
  // What goes into the catalogue is released by the catalogue's rules: this permission alone is not enough.
  if (!visit.may('catalogue/release')) return back('daten-recht')
  if (procedure.state !== 'public') return back('daten-leer')
  const done = await publishDataset(house, visit.site, clerkIn(visit), procedure)
  if (done.ok) return done.value.kind === 'released' ? back('daten') : back('daten-pruefen', done.value.draft)
  if (done.error.kind === 'empty') return back('daten-leer')
  return back(done.error.kind === 'in-work' ? 'daten-arbeit' : 'daten-fehlt', done.error.draft)
}

async function accounts(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const [procedures, counts, years] = await Promise.all([
    staffProcedures(db, visit.site.id),
    answerCounts(db, visit.site.id),
    reportYears(publicDb(house, visit.site), visit.site.id),
  ])
  return page(accountsView(visit, { procedures, counts: new Map(counts.map((one) => [one.procedure, one])), years }))
}

/** The year of a form or an address; this one where none is named. */
const yearIn = (visit: Visit): number => readYear(visit.form.get('jahr') ?? visit.query.get('jahr')) ?? visit.now.getUTCFullYear()

/** Where staff writes and publishes reports and the open dataset. */
export const staffReportHandlers = (house: ParticipationHouse): Handler[] => [
  handler(routes.staffAccounts, (visit) => accounts(house, visit)),
  handler(routes.staffYear, (visit) => show(house, visit, ofYear(yearIn(visit)))),
  handler(routes.changeYear, (visit) => change(house, visit, ofYear(yearIn(visit)))),
  handler(routes.staffReport, (visit) => withStaffProcedure(house, visit, (one) => show(house, visit, ofProcedure(one)))),
  handler(routes.changeReport, (visit) => withStaffProcedure(house, visit, (one) => change(house, visit, ofProcedure(one)))),
  handler(routes.publishDataset, (visit) => withStaffProcedure(house, visit, (one) => dataset(house, visit, one))),
]
