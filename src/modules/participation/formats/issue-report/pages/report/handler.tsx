import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Answer, body, type Handler, handler, json, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { slowDown } from '#platform/slow-down'
import { type ParticipationWeb, publicDb, staffDb } from '../../../../house.ts'
import { limits } from '../../../../model/limits.ts'
import { phaseFor } from '../../../../model/procedure.ts'
import { taggedFile } from '../../../../pages/kept-file.ts'
import type { Typed } from '../../../../pages/submit/fields.tsx'
import { pointGround } from '../../../../pages/submit/point-ground.ts'
import { routes } from '../../../../routes.ts'
import { followOwn } from '../../../../use-cases/follow/follow-own.ts'
import { issueRoutes } from '../../issue-routes.ts'
import { type IssueSettings, whereTaken } from '../../issue-settings.ts'
import { type ReportDraft, type ReportFault, readReport } from '../../read-report.ts'
import { nearIssues } from '../../store/issue-store.ts'
import { type IssuePhoto, photoById } from '../../store/photo-store.ts'
import type { OpenedReporting } from '../../use-cases/open-reporting.ts'
import { reportIssue } from '../../use-cases/report-issue.ts'
import { largestPhoto, photoOfToken, takePhoto } from '../../use-cases/take-photo.ts'
import { withReporting } from '../with-reporting.ts'
import { typedReport } from './report-fields.tsx'
import { checkReportView, notTakenView, reportView } from './report-view.tsx'

interface Reporting {
  readonly house: ParticipationWeb
  readonly visit: Visit
  readonly opened: OpenedReporting
  readonly settings: IssueSettings
}

/** The key with which a report is sent once: nothing that two people could think of at once. */
const keyIn = ({ key = '' }: Typed): string | undefined => (/^[\w-]{16,64}$/.test(key) ? key : undefined)

/** Photos an hour from one line, and from all: a class with phones, but no flood that fills the storage. */
const photoLimit = { line: 300, all: 3000 } as const

/** For the program of ours: not now, but nothing is wrong. */
const tryLater = (): Answer =>
  body('application/json; charset=utf-8', JSON.stringify({ state: 'later' }), { 'cache-control': 'no-store' }, 429)

/** Whether a program of ours asks, which shows the answer itself. */
const wantsJson = (visit: Visit) => visit.accepts(['text/html', 'application/json']) === 'application/json'

/** Lets `go` answer while reports are taken. */
function whileOpen(house: ParticipationWeb, visit: Visit, go: (at: Reporting) => Promise<Answer> | Answer): Promise<Answer> {
  return withReporting(house, visit, (opened) => {
    if (phaseFor(opened.phases, 'submit', visit.now)) return go({ house, visit, opened, settings: opened.settings })
    return wantsJson(visit)
      ? json({ state: 'refused' }, { 'cache-control': 'no-store' })
      : page(notTakenView(visit, opened, typedReport(visit.form)), 409)
  })
}

function form(
  { house, visit, opened, settings }: Reporting,
  typed: Typed,
  faults: readonly ReportFault[] = [],
  question?: string,
): Answer {
  const known = { ...typed, key: keyIn(typed) ?? randomUUID() }
  const point = pointGround(house, visit, opened.procedure)
  const worker = visit.to(issueRoutes.worker, { slug: opened.procedure.slug })
  return page(
    reportView(visit, opened, { settings, typed: known, faults, point, worker, question }),
    faults.length > 0 ? 422 : 200,
  )
}

/** Keeps the photo that came with the form, or the one that came before; a fault where it cannot be read. */
async function withPhoto({ house, visit, settings }: Reporting, typed: Typed): Promise<{ typed: Typed; fault?: ReportFault }> {
  const upload = settings.photos === 'no' ? undefined : visit.uploads.find(({ field }) => field === 'datei')
  const kept = visit.form.has('photo-weg') ? '' : (typed.photo ?? '')
  if (!upload) {
    const there = kept && (await photoOfToken(house, visit.site, kept))
    return { typed: { ...typed, photo: there ? kept : '' } }
  }
  const slow = await slowDown(house, { room: 'participation', what: 'issue-photo' }, photoLimit, {
    address: visit.request.ip,
    given: '',
  })
  if (slow) return { typed: { ...typed, photo: '' }, fault: { field: 'photo', fault: 'later' } }
  if (upload.tooLarge) return { typed: { ...typed, photo: '' }, fault: { field: 'photo', fault: 'large' } }
  const taken = await takePhoto(house, visit.site, await readFile(upload.path))
  if (taken.ok) return { typed: { ...typed, photo: taken.value } }
  return { typed: { ...typed, photo: '' }, fault: { field: 'photo', fault: taken.error } }
}

async function send(at: Reporting, draft: ReportDraft, typed: Typed): Promise<Answer> {
  const { house, visit, opened } = at
  const slow = await slowDown(house, { room: 'participation', what: 'submit' }, limits.submit, {
    address: visit.request.ip,
    given: visit.form.get('puzzle') ?? '',
  })
  if (slow) return wantsJson(visit) ? tryLater() : page(checkReportView(visit, opened, { draft, typed, near: [], slow }), 429)
  const done = await reportIssue(house, visit.site, opened.procedure, draft, {
    lang: visit.lang,
    key: keyIn(typed),
    photo: typed.photo,
  })
  if (!done.ok)
    return wantsJson(visit)
      ? json({ state: 'refused' }, { 'cache-control': 'no-store' })
      : page(notTakenView(visit, opened, typed), 409)
  if (draft.email && !done.value.again) await followOwn(house, visit, opened.procedure, done.value, draft.email)
  const receipt = visit.to(routes.ownSubmission, { token: done.value.token }, { neu: 1 })
  return wantsJson(visit)
    ? json({ state: 'sent', number: done.value.number, receipt }, { 'cache-control': 'no-store' })
    : redirect(receipt, 303)
}

async function take(at: Reporting): Promise<Answer> {
  const { house, visit, opened, settings } = at
  const { typed, fault } = await withPhoto(at, typedReport(visit.form))
  const read = readReport(
    {
      category: typed.category ?? '',
      body: typed.body ?? '',
      place: typed.place ?? '',
      point: typed.geometry ?? '',
      answer: typed.question ?? '',
      email: typed.email ?? '',
    },
    settings.categories,
    whereTaken(settings, opened.procedure, visit.site),
  )
  // Too many photos at the moment: what waits in a phone tries again by itself.
  if (fault?.fault === 'later' && wantsJson(visit)) return tryLater()
  const faults = [...(fault ? [fault] : []), ...(read.ok ? [] : read.error)]
  if (faults.length > 0 || !read.ok)
    return wantsJson(visit)
      ? json({ state: 'faulty', fields: faults.map(({ field }) => field) }, { 'cache-control': 'no-store' })
      : form(at, typed, faults)
  const step = visit.form.get('schritt')
  if (step === 'aendern') return form(at, typed)
  // What the category asks is known only now.
  const question = settings.categories.find(({ code }) => code === typed.category)?.question
  if (step === 'pruefen' && question && !visit.form.has('question')) return form(at, typed, [], question.label)
  if (step === 'senden') return send(at, read.value, typed)
  const { geometry } = read.value
  const near =
    geometry?.type === 'Point'
      ? await nearIssues(publicDb(house, visit.site), opened.procedure.id, geometry.coordinates, settings.nearby, 5)
      : []
  return page(checkReportView(visit, opened, { draft: read.value, typed, near }))
}

/** A photo as an answer. */
function photoAnswer(house: ParticipationWeb, visit: Visit, photo: IssuePhoto | undefined, cache: string): Answer {
  if (!photo || !house.storage.has(photo.sha256)) return problem(notFound)
  return taggedFile(house, visit, photo, { 'cache-control': cache })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function photoOf(house: ParticipationWeb, visit: Visit): Promise<Answer> {
  const { photo = '' } = visit.params
  if (!uuid.test(photo)) return problem(notFound)
  const staff = visit.may('participation/read')
  const db = staff ? staffDb(house, visit.site) : publicDb(house, visit.site)
  return photoAnswer(house, visit, await photoById(db, photo), staff ? 'private, no-store' : 'public, no-cache')
}

/** Reporting a defect: write, look at what is near, send. */
export const reportHandlers = (house: ParticipationWeb): Handler[] => [
  handler(issueRoutes.reportIssue, (visit) =>
    whileOpen(house, visit, (at) => form(at, { category: visit.query.get('kategorie') ?? '' })),
  ),
  handler(issueRoutes.sendIssue, (visit) => whileOpen(house, visit, take), {
    perMinute: 600,
    upload: { maxBytes: largestPhoto },
  }),
  handler(issueRoutes.loosePhoto, async (visit) =>
    photoAnswer(house, visit, await photoOfToken(house, visit.site, visit.params.token ?? ''), 'private, no-store'),
  ),
  handler(issueRoutes.issuePhoto, (visit) => photoOf(house, visit)),
]
