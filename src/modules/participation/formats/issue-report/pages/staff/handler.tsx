import { isId } from '#kernel/id.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../../../house.ts'
import { numberOf, type Procedure } from '../../../../model/procedure.ts'
import { answersOf } from '../../../../store/answer-store.ts'
import { procedureById } from '../../../../store/procedure-store.ts'
import { actingIn } from '../../../../use-cases/setup/acting.ts'
import { type Issue, isOpen, statusWords } from '../../issue.ts'
import { issueRoutes } from '../../issue-routes.ts'
import { settingsOf } from '../../issue-settings.ts'
import { issueOf, nearIssues, officeFigures, type QueueFilter, queueOf } from '../../store/issue-store.ts'
import { reportingsOf } from '../../store/open311-store.ts'
import { photosOf } from '../../store/photo-store.ts'
import { changeStatus, decidePhoto, forwardIssue } from '../../use-cases/handle-issue.ts'
import { type IssuePage, issueView } from './issue-view.tsx'
import { queueView } from './queue-view.tsx'

const pageSize = 50

async function queue(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { query, site } = visit
  const db = staffDb(house, site)
  const procedures = await reportingsOf(db, site.id)
  const word = query.get('stand') ?? ''
  const named = procedures.find(({ slug }) => slug === query.get('verfahren'))
  const office = (query.get('amt') ?? '').slice(0, 80)
  const late = query.get('spaet') === '1'
  const filter: QueueFilter = {
    // What waits is what one comes for.
    statuses: word === 'alle' ? undefined : Object.hasOwn(statusWords, word) ? statusWords[word] : statusWords.offen,
    ...(named ? { procedure: named.id } : {}),
    ...(office ? { agency: office } : {}),
    late,
  }
  const after = query.get('nach') ?? ''
  const key = /^\d{1,18}\.[0-9a-f-]{36}$/.test(after) && isId(after.split('.')[1]) ? after : undefined
  const [rows, offices] = await Promise.all([queueOf(db, site.id, filter, key, pageSize + 1), officeFigures(db, site.id)])
  const shown = rows.slice(0, pageSize)
  return page(
    queueView(visit, {
      rows: shown,
      offices,
      procedures,
      params: Object.fromEntries(
        Object.entries({ verfahren: named?.slug ?? '', amt: office, stand: word, spaet: late ? '1' : '' }).filter(
          ([, one]) => one,
        ),
      ),
      next: rows.length > pageSize ? shown.at(-1)?.key : undefined,
    }),
  )
}

/** Opens the report that the address names; another tenant's is not found. */
async function withIssue(
  house: ParticipationHouse,
  visit: Visit,
  work: (issue: Issue, procedure: Procedure) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { id } = visit.params
  const db = staffDb(house, visit.site)
  const issue = isId(id) ? await issueOf(db, id) : undefined
  const procedure = issue?.tenant === visit.site.id ? await procedureById(db, visit.site.id, issue.procedure) : undefined
  return issue && procedure ? work(issue, procedure) : problem(notFound)
}

async function show(
  house: ParticipationHouse,
  visit: Visit,
  issue: Issue,
  procedure: Procedure,
  state: Pick<IssuePage, 'refused' | 'said'>,
  status = 200,
): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const settings = settingsOf(procedure.settings)
  const at = issue.geometry?.type === 'Point' ? issue.geometry.coordinates : undefined
  const [photos, near, answers] = await Promise.all([
    photosOf(db, [issue.id]),
    at && isOpen(issue.status) ? nearIssues(db, procedure.id, at, settings.nearby, 6) : [],
    answersOf(db, issue.id, ['answer']),
  ])
  return page(
    issueView(visit, {
      issue,
      procedure,
      settings,
      photos: photos.get(issue.id) ?? [],
      near: near.filter(({ id }) => id !== issue.id),
      answers,
      ...state,
    }),
    status,
  )
}

async function change(house: ParticipationHouse, visit: Visit, issue: Issue, procedure: Procedure): Promise<Answer> {
  const { form } = visit
  const deed = form.get('tat') ?? ''
  const back = (said: string) => redirect(visit.to(issueRoutes.staffIssue, { id: issue.id }, { getan: said }), 303)
  if (deed === 'foto-zeigen' || deed === 'foto-loeschen') {
    const photo = form.get('photo') ?? ''
    const named = { id: issue.id, name: numberOf(procedure.prefix, issue.number) }
    const done =
      isId(photo) && (await decidePhoto(house, actingIn(visit), named, photo, deed === 'foto-zeigen' ? 'show' : 'delete'))
    return back(done ? 'foto' : 'anders')
  }
  if (deed !== 'stand' && deed !== 'weiter') return show(house, visit, issue, procedure, {}, 422)
  const act = deed === 'stand' ? changeStatus : forwardIssue
  const done = await act(house, actingIn(visit), procedure, issue.id, form)
  if (done.ok) return back('gespeichert')
  if (typeof done.error !== 'string')
    return show(house, visit, issue, procedure, { refused: { deed, faults: done.error, typed: form } }, 422)
  // Somebody was faster: the words stand there still, beside what is true now.
  return show(house, visit, issue, procedure, { said: 'moved', refused: { deed, faults: [], typed: form } }, 409)
}

const saids: Readonly<Record<string, 'saved' | 'moved' | 'photo'>> = { gespeichert: 'saved', anders: 'moved', foto: 'photo' }

/** Staff of the offices: the queue, one report, what becomes of it. */
export const staffIssueHandlers = (house: ParticipationHouse): Handler[] => [
  handler(issueRoutes.staffIssues, (visit) => queue(house, visit)),
  handler(issueRoutes.staffIssue, (visit) =>
    withIssue(house, visit, (issue, procedure) =>
      show(house, visit, issue, procedure, { said: saids[visit.query.get('getan') ?? ''] }),
    ),
  ),
  handler(issueRoutes.changeIssue, (visit) =>
    withIssue(house, visit, (issue, procedure) => change(house, visit, issue, procedure)),
  ),
]
