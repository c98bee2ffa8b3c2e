import { staffOf } from '#identity'
import { dayOf } from '#kernel/clock.ts'
import { isIdInAnyCase } from '#kernel/id.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, stream, type Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import type { RequestFault } from '../../model/request.ts'
import { routes } from '../../routes.ts'
import { countRequests, listForStaff, queueCounts } from '../../store/request-list.ts'
import { postsOf, staffRequest } from '../../store/request-store.ts'
import { followersOf } from '../../store/subscription-store.ts'
import {
  answerRequest,
  assignRequest,
  type Clerk,
  hideRequest,
  publishRequest,
  staffDb,
  writeUnder,
} from '../../use-cases/requests/answer-request.ts'
import { draftForWish } from '../../use-cases/requests/draft-for-wish.ts'
import { csvLine } from '../search/results-csv.ts'
import { idIn, personIn } from '../staff-visit.ts'
import { typedOf } from '../wishes/draft-fields.tsx'
import { nameOf } from '../wishes/request-words.ts'
import { readStaffList, type StaffList } from './staff-filter.ts'
import { staffListView } from './staff-list.tsx'
import { type StaffRequestData, staffRequestView } from './staff-request.tsx'

const pageSize = 50

async function list(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const read = readStaffList(visit)
  const [rows, total, counts] = await Promise.all([
    listForStaff(db, read.filter, read.sort, read.after, pageSize + 1),
    countRequests(db, read.filter),
    queueCounts(db, visit.site.id, visit.actor.person?.id),
  ])
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  return page(staffListView(visit, { list: read, rows: shown, total, counts, ...(last ? { next: last.id } : {}) }))
}

const columns = [
  'number',
  'kind',
  'state',
  'title',
  'text',
  'place',
  'dataset',
  'joined',
  'assigned',
  'received',
  'due',
  'answered',
  'outcome',
] as const

function csv(house: CatalogueHouse, visit: Visit): Answer {
  const db = staffDb(house, visit.site)
  const read: StaffList = readStaffList(visit)
  async function* lines(): AsyncGenerator<string> {
    yield csvLine(columns)
    let after: string | undefined
    for (;;) {
      const rows = await listForStaff(db, read.filter, read.sort, after, 500)
      yield rows
        .map((one) =>
          csvLine([
            nameOf(one),
            one.kind,
            one.state,
            one.title,
            one.body,
            one.place ?? '',
            one.about?.slug ?? one.dataset?.slug ?? '',
            one.joined,
            one.assignedName ?? '',
            dayOf(one.createdAt),
            one.dueOn,
            one.answeredAt ? dayOf(one.answeredAt) : '',
            one.outcome ?? '',
          ]),
        )
        .join('')
      after = rows.at(-1)?.id
      if (rows.length < 500) return
    }
  }
  return stream('text/csv; charset=utf-8; header=present', lines(), {
    'content-disposition': 'attachment; filename="anliegen.csv"',
  })
}

const saids = ['published', 'hidden', 'assigned', 'asked', 'answered', 'noted', 'not-now'] as const

async function show(house: CatalogueHouse, visit: Visit, more: Partial<StaffRequestData> = {}): Promise<Answer> {
  const id = visit.params.id ?? ''
  const db = staffDb(house, visit.site)
  const request = isIdInAnyCase(id) ? await staffRequest(db, visit.site.id, id) : undefined
  if (!request) return problem(notFound)
  const [posts, followers, colleagues] = await Promise.all([
    postsOf(db, id),
    followersOf(db, id),
    staffOf(house.database.system, visit.site.id),
  ])
  const said = saids.find((one) => one === visit.query.get('getan'))
  return page(staffRequestView(visit, { request, posts, followers, colleagues, said, ...more }), more.faults ? 422 : 200)
}

type Did = { done: Awaited<ReturnType<typeof publishRequest>>; said: (typeof saids)[number] } | undefined

async function doIt(house: CatalogueHouse, visit: Visit, clerk: Clerk, id: string, act: string): Promise<Did> {
  const { site, form } = visit
  const given = (name: string) => form.get(name) ?? ''
  switch (act) {
    case 'veroeffentlichen':
      return { done: await publishRequest(house, site, clerk, id), said: 'published' }
    case 'verbergen':
      return { done: await hideRequest(house, site, clerk, id, given('reason')), said: 'hidden' }
    case 'mir':
      return { done: await assignRequest(house, site, clerk, id, { person: clerk }), said: 'assigned' }
    case 'jemandem': {
      // Only who works here can be chosen, whatever the form says.
      const chosen = (await staffOf(house.database.system, site.id)).find((one) => one.id === given('person'))
      return chosen ? { done: await assignRequest(house, site, clerk, id, { person: chosen }), said: 'assigned' } : undefined
    }
    case 'niemandem':
      return { done: await assignRequest(house, site, clerk, id, {}), said: 'assigned' }
    case 'zuweisen':
      return { done: await assignRequest(house, site, clerk, id, { office: given('office') }), said: 'assigned' }
    case 'fragen':
      return { done: await writeUnder(house, site, clerk, id, 'question', given('body')), said: 'asked' }
    case 'notieren':
      return { done: await writeUnder(house, site, clerk, id, 'note', given('body')), said: 'noted' }
    case 'antworten':
      return {
        done: await answerRequest(house, site, clerk, id, {
          outcome: given('outcome'),
          body: given('body'),
          law: given('law'),
          href: given('href'),
          dataset: given('dataset'),
          until: given('until'),
          office: given('office'),
        }),
        said: 'answered',
      }
    default:
      return undefined
  }
}

async function act(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const { person } = visit.actor
  const id = visit.params.id ?? ''
  if (!person || !isIdInAnyCase(id)) return problem(notFound)
  const name = visit.form.get('tat') ?? ''
  const back = (getan: string) => redirect(visit.to(routes.staffRequest, { id }, { getan }))
  const did = await doIt(house, visit, { id: person.id, name: person.name }, id, name)
  if (!did) return show(house, visit)
  const { done, said } = did
  if (done.ok) return back(said)
  if (done.error === 'gone') return problem(notFound)
  if (done.error === 'not-now') return back('not-now')
  const faults: readonly RequestFault[] = done.error
  const typed = typedOf(visit.form, ['outcome', 'body', 'law', 'href', 'dataset', 'until', 'office', 'reason'])
  return show(house, visit, { faults, typed, act: name })
}

async function beginForWish(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const id = idIn(visit)
  const draft = id ? await draftForWish(house, personIn(visit), id) : undefined
  return draft?.ok ? redirect(visit.to(routes.draftForm, { id: draft.value.id })) : problem(notFound)
}

/** The queue of wishes and remarks, and what is done with them. */
export const staffRequestHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.staffRequests, (visit) => list(house, visit)),
  handler(routes.staffRequestsCsv, (visit) => csv(house, visit)),
  handler(routes.staffRequest, (visit) => show(house, visit)),
  handler(routes.draftForWish, (visit) => beginForWish(house, visit)),
  handler(routes.actOnRequest, (visit) => act(house, visit)),
]
