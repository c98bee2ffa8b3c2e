import { isIdInAnyCase } from '#kernel/id.ts'
import { type Answer, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { type AnswerFault, readAnswer } from '../../model/answer.ts'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { decisionsOf } from '../../store/decision-store.ts'
import { allExportRows } from '../../store/export-store.ts'
import { answerRows, countAnswerRows, textBlocks } from '../../store/staff-answer-store.ts'
import { answerSubmissions } from '../../use-cases/answer-submissions.ts'
import { linkDecision } from '../../use-cases/decide.ts'
import { similarGroups } from '../../use-cases/similar-groups.ts'
import { clerkIn } from '../../use-cases/staff-act.ts'
import { withStaffProcedure } from '../staff-procedure.ts'
import { answersView, type TypedAnswer } from './answers-view.tsx'
import { previewView } from './preview-view.tsx'
import { readAnswers } from './read-answers.ts'

const pageSize = 50
const saids = ['beantwortet', 'verknuepft', 'geloest', 'nichts', 'weg'] as const

/** What a form came back with. */
interface Back {
  readonly typed?: TypedAnswer
  readonly picked?: readonly string[]
  readonly faults?: readonly AnswerFault[]
}

async function list(house: ParticipationHouse, visit: Visit, procedure: Procedure, back: Back = {}): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const asked = readAnswers(visit)
  const group =
    asked.like === undefined
      ? undefined
      : similarGroups(await allExportRows(db, procedure.id, ['public'])).find(({ first, others }) =>
          [first, ...others].some(({ number }) => number === asked.like),
        )
  const ids = asked.like === undefined ? undefined : group ? [group.first, ...group.others].map(({ id }) => id) : []
  const filter = { ...asked.filter, ...(ids ? { ids } : {}) }
  const [rows, total, open, overdue, blocks, decisions] = await Promise.all([
    answerRows(db, procedure.id, filter, asked.after, pageSize + 1),
    countAnswerRows(db, procedure.id, filter),
    countAnswerRows(db, procedure.id, { list: 'offen' }),
    countAnswerRows(db, procedure.id, { list: 'ueberfaellig' }),
    textBlocks(db, visit.site.id),
    decisionsOf(db, procedure.id),
  ])
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  return page(
    answersView(visit, procedure, {
      asked,
      rows: shown,
      total,
      open,
      overdue,
      blocks,
      decisions,
      more: last && numberOf(procedure.prefix, last.number),
      // A group is looked for to be answered together.
      picked: back.picked ?? (asked.like === undefined ? [] : shown.map(({ id }) => id)),
      typed: back.typed ?? { outcome: '', reason: '', body: '', office: procedure.office },
      faults: back.faults ?? [],
      said: saids.find((one) => one === visit.query.get('getan')),
    }),
    back.faults && back.faults.length > 0 ? 422 : 200,
  )
}

const typedIn = ({ form }: Visit): TypedAnswer => ({
  outcome: form.get('outcome') ?? '',
  reason: form.get('reason') ?? '',
  body: form.get('body') ?? '',
  office: form.get('office') ?? '',
})

async function act(house: ParticipationHouse, visit: Visit, procedure: Procedure): Promise<Answer> {
  const { form, site } = visit
  const picked = form.getAll('pick').filter((id) => isIdInAnyCase(id))
  const typed = typedIn(visit)
  const { params } = readAnswers(visit)
  const done = (getan: (typeof saids)[number]) =>
    redirect(visit.to(routes.staffAnswers, { id: procedure.id }, { ...params, getan }))
  const deed = form.get('tat')
  if (deed === 'baustein') {
    const block = (await textBlocks(staffDb(house, site), site.id)).find(({ id }) => id === form.get('block'))
    const filled = block && { ...typed, body: block.body, outcome: block.outcome ?? '', reason: block.reason ?? '' }
    return list(house, visit, procedure, { picked, typed: filled ?? typed })
  }
  if (deed === 'aendern') return list(house, visit, procedure, { picked, typed })
  if (picked.length === 0) return list(house, visit, procedure, { typed, faults: [{ field: 'pick', fault: 'missing' }] })
  if (deed === 'beschluss' || deed === 'loesen') {
    const decision = deed === 'loesen' ? null : (form.get('decision') ?? '')
    if (decision !== null && !isIdInAnyCase(decision)) return done('nichts')
    const linked = await linkDecision(house, site, clerkIn(visit), procedure, { ids: picked, decision })
    return done(linked.ok ? (decision === null ? 'geloest' : 'verknuepft') : 'weg')
  }
  const read = readAnswer(form)
  if (!read.ok) return list(house, visit, procedure, { picked, typed, faults: read.error })
  if (deed === 'antworten') {
    const answered = await answerSubmissions(house, site, clerkIn(visit), procedure, { ids: picked, answer: read.value })
    return done(answered.ok ? 'beantwortet' : 'weg')
  }
  const rows = await answerRows(staffDb(house, site), procedure.id, { list: 'alle', ids: picked }, 0, 500)
  return page(previewView(visit, procedure, { rows, answer: read.value, typed, params }))
}

/** Where an office answers: the list, the answer to one or many, and what it will look like. */
export const staffAnswerHandlers = (house: ParticipationHouse): Handler[] => [
  handler(routes.staffAnswers, (visit) => withStaffProcedure(house, visit, (one) => list(house, visit, one))),
  handler(routes.sendAnswers, (visit) => withStaffProcedure(house, visit, (one) => act(house, visit, one))),
]
