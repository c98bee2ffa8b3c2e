import { type Answer, type Handler, handler, page, problem, redirect, type Visit } from '#platform/http'
import { wordStems } from '#platform/search'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { numberOf, readNumber } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { answersOf } from '../../store/answer-store.ts'
import { decisionOf } from '../../store/decision-store.ts'
import {
  countSubmissions,
  listSubmissions,
  type Order,
  submissionById,
  submissionByNumber,
} from '../../store/submission-store.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { withProcedure } from '../procedure/handler.tsx'
import { submissionView } from './submission-view.tsx'
import { submissionsView } from './submissions-view.tsx'

const orderNames: Readonly<Record<string, Order>> = { neu: 'new', zustimmung: 'agreed', kommentare: 'talked' }
const pageSize = 20

async function list(house: ParticipationHouse, visit: Visit, opened: ShownProcedure): Promise<Answer> {
  const { procedure } = opened
  const db = publicDb(house, visit.site)
  const sort = visit.query.get('sortiert') ?? ''
  const order = (Object.hasOwn(orderNames, sort) ? orderNames[sort] : undefined) ?? 'new'
  const text = (visit.query.get('q') ?? '').trim().slice(0, 100)
  const category = visit.query.get('thema')?.slice(0, 60) || undefined
  const after = readNumber(visit.query.get('nach') ?? '')?.number
  const filter = { category, ...(text ? { stems: wordStems(text) } : {}) }
  const [found, total] = await Promise.all([
    listSubmissions(db, procedure.id, filter, order, after, pageSize + 1),
    countSubmissions(db, procedure.id, filter),
  ])
  const last = found.length > pageSize ? found[pageSize - 1] : undefined
  return page(
    submissionsView(visit, opened, {
      submissions: found.slice(0, pageSize),
      total,
      more: last && numberOf(procedure.prefix, last.number),
      sort: order === 'new' ? '' : sort,
      text,
      category: category ?? '',
    }),
  )
}

async function one(house: ParticipationHouse, visit: Visit, opened: ShownProcedure): Promise<Answer> {
  const { procedure } = opened
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
  if (into)
    return redirect(visit.to(routes.submission, { slug: procedure.slug, number: numberOf(procedure.prefix, into.number) }), 301)
  const [answers, decision] = await Promise.all([answersOf(db, found.id, ['answer']), decisionOf(db, found.decision)])
  return page(submissionView(visit, opened, { submission: found, answers, decision }))
}

/** What was handed in: the list and each of them. */
export const submissionsHandlers = (house: ParticipationHouse): Handler[] => [
  handler(routes.submissions, (visit) => withProcedure(house, visit, (opened) => list(house, visit, opened))),
  handler(routes.submission, (visit) => withProcedure(house, visit, (opened) => one(house, visit, opened))),
]
