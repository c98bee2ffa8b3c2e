import { type Answer, page, problem, redirect, type Visit } from '#platform/http'
import { type ParticipationHouse, type ParticipationWeb, publicDb } from '../../house.ts'
import { numberOf, phaseFor, readNumber } from '../../model/procedure.ts'
import type { Submission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import { answersOf } from '../../store/answer-store.ts'
import { decisionOf } from '../../store/decision-store.ts'
import { submissionById, submissionByNumber } from '../../store/submission-store.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { ownReactions } from '../../use-cases/react.ts'
import type { CommentsData } from '../dialogue/comments-section.tsx'
import { readComments } from '../dialogue/read-comments.ts'
import { reactorOf } from '../proof/who.ts'
import { type SubmissionState, submissionView } from './submission-view.tsx'

/** Opens the public submission that the address names; what was merged leads on, what is not there says so. */
export async function withSubmission(
  house: ParticipationHouse,
  visit: Visit,
  { procedure }: ShownProcedure,
  go: (one: Submission) => Promise<Answer> | Answer,
): Promise<Answer> {
  const named = readNumber(visit.params.number ?? '')
  const db = publicDb(house, visit.site)
  const found = named?.prefix === procedure.prefix ? await submissionByNumber(db, procedure.id, named.number) : undefined
  if (!found)
    return problem({
      status: 404,
      id: 'participation/no-submission',
      title: visit.t('participation.none.submission'),
      detail: visit.t('participation.none.submission.detail'),
    })
  const into = found.mergedInto && (await submissionById(db, found.mergedInto))
  if (into) {
    const there = visit.to(routes.submission, { slug: procedure.slug, number: numberOf(procedure.prefix, into.number) })
    return redirect(there, visit.route.method === 'GET' ? 301 : 303)
  }
  return go(found)
}

/** The page of a submission, with what was typed and refused in its forms. */
export async function showSubmission(
  house: ParticipationWeb,
  visit: Visit,
  opened: ShownProcedure,
  one: Submission,
  state: SubmissionState & { readonly comment?: Pick<CommentsData, 'typed' | 'faults' | 'slow'> } = {},
  status = 200,
): Promise<Answer> {
  const dialogue = opened.format.dialogue?.(opened.settings)
  const db = publicDb(house, visit.site)
  const [answers, decision, comments, own, told, parts] = await Promise.all([
    answersOf(db, one.id, ['answer']),
    decisionOf(db, one.decision),
    readComments(house, visit, opened, one),
    ownReactions(house, visit.site, [one], reactorOf(house, visit, opened.procedure)),
    opened.format.told?.(house, visit, opened, opened.settings, one),
    opened.format.submissionParts?.(house, visit, opened, one),
  ])
  return page(
    submissionView(
      visit,
      opened,
      {
        submission: one,
        answers,
        decision,
        told,
        parts: parts ?? [],
        comments: comments && { ...comments, ...state.comment },
        rating: dialogue && { dialogue, own, open: phaseFor(opened.phases, 'rate', visit.now) !== undefined },
      },
      state,
    ),
    status,
  )
}
