import { personNames } from '#identity'
import { readMoment } from '#kernel/clock.ts'
import type { Result } from '#kernel/result.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, stream, type Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { openStates } from '../../model/draft.ts'
import { routes } from '../../routes.ts'
import { draftFiles } from '../../store/draft-file-store.ts'
import { commentsOf, draftById } from '../../store/draft-store.ts'
import { waitingDrafts } from '../../store/queries/entries.ts'
import { keptResource, readSettings } from '../../store/version-store.ts'
import { checkDraft } from '../../use-cases/edit/check-draft.ts'
import { differenceOf } from '../../use-cases/edit/difference.ts'
import type { DraftFault } from '../../use-cases/edit/faults.ts'
import { rebaseDraft } from '../../use-cases/edit/rebase-draft.ts'
import { releaseDraft, scheduleDraft } from '../../use-cases/edit/release-draft.ts'
import {
  approveDraft,
  commentDraft,
  discardDraft,
  hasWritten,
  recoverDraft,
  reopenDraft,
  sendBackDraft,
  submitDraft,
  unscheduleDraft,
} from '../../use-cases/edit/review-draft.ts'
import { checkWithShapes } from '../../use-cases/edit/shape-findings.ts'
import { type Acting, staffDb } from '../../use-cases/edit/staff.ts'
import { fieldIn, idIn, personIn } from '../staff-visit.ts'
import { refused } from './draft-fault.ts'
import { type draftMessages, draftView } from './draft-view.tsx'
import { reviewsView } from './reviews-view.tsx'

async function reviews(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const waiting = await waitingDrafts(staffDb(house, visit.site), 200)
  const people = await personNames(
    house.database.system,
    waiting.map((one) => one.submittedBy),
  )
  return page(reviewsView({ waiting, people }, visit))
}

async function showDraft(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const staff = staffDb(house, visit.site)
  const id = idIn(visit)
  const draft = id && (await draftById(staff, id))
  if (!draft) return problem(notFound)
  const [files, comments, settings, resource] = await Promise.all([
    draftFiles(staff, draft.id),
    commentsOf(staff, draft.id),
    readSettings(staff),
    draft.resource ? keptResource(staff, draft.resource) : undefined,
  ])
  const people = await personNames(house.database.system, [
    draft.createdBy,
    draft.changedBy,
    draft.submittedBy,
    draft.approvedBy,
    draft.responsible,
    ...comments.map((one) => one.author),
  ])
  const changes = resource && draft.state !== 'released' ? differenceOf(resource.record, draft.record, visit.lang) : undefined
  const secondPair = settings.fourEyes && draft.approvedBy === null && hasWritten(draft, personIn(visit).person.id)
  const open = openStates.some((state) => state === draft.state)
  const check = open ? await checkWithShapes(house, draft) : checkDraft(draft.record, draft.lawfulness)
  return page(
    draftView(
      {
        draft,
        check,
        changes,
        outdated: resource !== undefined && draft.basedOn !== resource.hash,
        files,
        comments,
        people,
        secondPair,
      },
      visit,
    ),
  )
}

type Act = (house: CatalogueHouse, acting: Acting, id: string, visit: Visit) => Promise<Result<unknown, DraftFault>>

/** Does a deed and leads back to the draft's page, which says what came of it. */
const deed = (
  house: CatalogueHouse,
  route: Handler['route'],
  done: (typeof draftMessages)[number] | undefined,
  act: Act,
): Handler =>
  handler(route, async (visit) => {
    const id = idIn(visit)
    if (!id) return problem(notFound)
    const result = await act(house, personIn(visit), id, visit)
    if (!result.ok) return refused(result.error, visit, id)
    return redirect(visit.to(routes.draft, { id }, done ? { getan: done } : {}))
  })

/** Opens a draft again and leads to its form: whoever asked for it wants to write. */
async function reopen(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const id = idIn(visit)
  if (!id) return problem(notFound)
  const done = await reopenDraft(house, personIn(visit), { id })
  return done.ok ? redirect(`${visit.to(routes.draftForm, { id })}?geoeffnet=1`) : refused(done.error, visit, id)
}

/** A file of a draft, for colleagues only; never run by a browser. */
async function draftFile(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const id = idIn(visit)
  const file = id && (await draftFiles(staffDb(house, visit.site), id)).find((one) => one.name === visit.params.name)
  if (!file || !house.storage.has(file.sha256)) return problem(notFound)
  return stream(file.mediaType, house.storage.read(file.sha256), {
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-length': String(file.bytes),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
}

/** The queue of drafts, the page of one, and what is done with it. */
export const reviewHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.reviews, (visit) => reviews(house, visit)),
  handler(routes.draft, (visit) => showDraft(house, visit)),
  handler(routes.draftFile, (visit) => draftFile(house, visit)),
  deed(house, routes.submitDraft, 'submitted', (at, who, id, visit) => {
    const note = fieldIn(visit, 'note')
    return submitDraft(at, who, { id, ...(note ? { note } : {}) })
  }),
  handler(routes.reopenDraft, (visit) => reopen(house, visit)),
  deed(house, routes.discardDraft, undefined, (at, who, id) => discardDraft(at, who, { id })),
  deed(house, routes.recoverDraft, 'recovered', (at, who, id) => recoverDraft(at, who, { id })),
  deed(house, routes.rebaseDraft, 'rebased', (at, who, id) => rebaseDraft(at, who, { id })),
  deed(house, routes.commentDraft, 'commented', (at, who, id, visit) =>
    commentDraft(at, who, { id, text: fieldIn(visit, 'text') }),
  ),
  deed(house, routes.sendBackDraft, 'returned', (at, who, id, visit) =>
    sendBackDraft(at, who, { id, reason: fieldIn(visit, 'reason') }),
  ),
  deed(house, routes.approveDraft, 'approved', (at, who, id) => approveDraft(at, who, { id })),
  deed(house, routes.releaseDraft, 'released', (at, who, id, visit) =>
    releaseDraft(at, who, { id, note: fieldIn(visit, 'note') }),
  ),
  deed(house, routes.scheduleDraft, 'scheduled', (at, who, id, visit) =>
    scheduleDraft(at, who, { id, at: readMoment(fieldIn(visit, 'tag'), fieldIn(visit, 'uhrzeit')) }),
  ),
  deed(house, routes.unscheduleDraft, 'unscheduled', (at, who, id) => unscheduleDraft(at, who, { id })),
]
