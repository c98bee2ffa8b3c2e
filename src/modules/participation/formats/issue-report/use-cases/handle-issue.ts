import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine, severalLines } from '#kernel/text.ts'
import type { ParticipationHouse } from '../../../house.ts'
import { numberOf, type Procedure } from '../../../model/procedure.ts'
import type { Acting } from '../../../use-cases/setup/acting.ts'
import { asStaff, noteStaffAct } from '../../../use-cases/staff-act.ts'
import { type Issue, type IssueStatus, statuses } from '../issue.ts'
import { officesOf, settingsOf } from '../issue-settings.ts'
import { lockIssue, moveIssue, tellIssue } from '../store/issue-store.ts'
import { deletePhoto, publishPhoto } from '../store/photo-store.ts'

/** What is wrong with what staff wrote; the text key is `participation.issue.staff.fault.<field>.<fault>`. */
export interface HandleFault {
  readonly field: 'status' | 'note' | 'office' | 'category'
  readonly fault: 'missing' | 'short' | 'long' | 'unknown' | 'same'
}

/** `gone`: not there or not public; `moved`: somebody of the staff changed it meanwhile. */
export type HandleRefusal = readonly HandleFault[] | 'gone' | 'moved'

const longestNote = 2000

/** What a status comes to for the report on all submissions. */
const outcomes: Readonly<Record<IssueStatus, string | null>> = {
  open: null,
  'in-progress': null,
  done: 'adopted',
  'not-responsible': 'referred',
  rejected: 'not-adopted',
}

/** What a status comes to; null while it goes on. */
export const outcomeOf = (status: IssueStatus): string | null => outcomes[status]

/** Says what a form began with, so that nobody overwrites what somebody else did meanwhile. */
export const markOfIssue = (one: Pick<Issue, 'movedAt'>): string => one.movedAt.toISOString()

function readNote(text: string): Result<string, HandleFault> {
  const note = severalLines(text)
  if (!note) return fail({ field: 'note', fault: 'missing' })
  if (note.length < 10) return fail({ field: 'note', fault: 'short' })
  return note.length > longestNote ? fail({ field: 'note', fault: 'long' }) : ok(note)
}

type About = Pick<Procedure, 'id' | 'prefix' | 'office' | 'settings'>

interface Move {
  readonly note: string
  readonly verb: 'move-issue' | 'forward-issue'
  readonly to: (one: Issue) => {
    readonly status: IssueStatus
    readonly office: string
    readonly code: string
    readonly name?: string
  }
}

/** Holds the report, moves it, writes the sentence that its author is told, and notes who did it: together or not at all. */
function move(
  house: ParticipationHouse,
  { site, person }: Acting,
  procedure: About,
  submission: string,
  mark: string,
  { note, verb, to }: Move,
): Promise<Result<true, 'gone' | 'moved'>> {
  return asStaff(house, site, async (trx): Promise<Result<true, 'gone' | 'moved'>> => {
    const one = await lockIssue(trx, site.id, submission)
    if (one?.state !== 'public') return fail('gone')
    if (markOfIssue(one) !== mark) return fail('moved')
    const { name, ...next } = to(one)
    const forwarded = verb === 'forward-issue'
    await moveIssue(trx, site.id, submission, { ...next, forwarded }, randomUUID())
    await tellIssue(trx, {
      id: randomUUID(),
      tenant: site.id,
      procedure: procedure.id,
      submission,
      body: note,
      office: forwarded ? one.agency : next.office,
      person: person.id,
      outcome: outcomeOf(next.status),
      ...(name ? { category: name } : {}),
    })
    const subject = { kind: 'submission', id: submission, name: numberOf(procedure.prefix, one.number) }
    await noteStaffAct(trx, site, person, verb, subject, { status: next.status, office: next.office })
    return ok(true)
  })
}

/** Says where a report stands, with the sentence that everybody reads and its author is told. */
export async function changeStatus(
  house: ParticipationHouse,
  acting: Acting,
  procedure: About,
  submission: string,
  form: URLSearchParams,
): Promise<Result<true, HandleRefusal>> {
  const status = statuses.find((one) => one === form.get('status'))
  const note = readNote(form.get('note') ?? '')
  const faults: HandleFault[] = status ? [] : [{ field: 'status', fault: 'missing' }]
  if (!note.ok) faults.push(note.error)
  if (!status || !note.ok) return fail(faults)
  return move(house, acting, procedure, submission, form.get('stand') ?? '', {
    note: note.value,
    verb: 'move-issue',
    to: (one) => ({ status, office: one.agency, code: one.code }),
  })
}

/** Gives a report to another office, on wish under another category. It is open there until that office takes it up. */
export async function forwardIssue(
  house: ParticipationHouse,
  acting: Acting,
  procedure: About,
  submission: string,
  form: URLSearchParams,
): Promise<Result<true, HandleRefusal>> {
  const settings = settingsOf(procedure.settings)
  const office = oneLine(form.get('office') ?? '')
  const category = settings.categories.find(({ code }) => code === form.get('category'))
  const note = readNote(form.get('note') ?? '')
  const faults: HandleFault[] = []
  if (!office) faults.push({ field: 'office', fault: 'missing' })
  else if (!officesOf(settings, procedure.office).includes(office)) faults.push({ field: 'office', fault: 'unknown' })
  if (form.get('category') && !category) faults.push({ field: 'category', fault: 'unknown' })
  if (!note.ok) faults.push(note.error)
  if (faults.length > 0 || !note.ok) return fail(faults)
  return move(house, acting, procedure, submission, form.get('stand') ?? '', {
    note: note.value,
    verb: 'forward-issue',
    to: (one) => ({
      status: 'open',
      office,
      code: category?.code ?? one.code,
      ...(category ? { name: category.name } : {}),
    }),
  })
}

/** Lets everybody see a photo, or takes it away. False when it is not there any more. */
export const decidePhoto = (
  house: ParticipationHouse,
  { site, person }: Acting,
  issue: { readonly id: string; readonly name: string },
  photo: string,
  deed: 'show' | 'delete',
): Promise<boolean> =>
  asStaff(house, site, async (trx) => {
    const act = deed === 'show' ? publishPhoto : deletePhoto
    if (!(await act(trx, site.id, issue.id, photo))) return false
    const verb = deed === 'show' ? 'show-photo' : 'delete-photo'
    await noteStaffAct(trx, site, person, verb, { kind: 'submission', ...issue })
    return true
  })
