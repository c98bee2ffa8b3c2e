import { readDay } from '#kernel/deadline.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import { longestAnswer } from './answer.ts'
import { type DecisionState, decisionStates } from './report/figures.ts'

/** What a council or a committee decided, and what came of it (Beschluss). */
export interface Decision {
  readonly id: string
  readonly procedure: string
  readonly title: string
  readonly body: string
  readonly decidedOn: string | null
  /** Address of the paper; empty where there is none. */
  readonly href: string
  readonly state: DecisionState
  readonly note: string
  readonly dueOn: string | null
  readonly milestones: readonly Milestone[]
}

/** A step towards it. */
export interface Milestone {
  readonly state: DecisionState
  readonly note: string
  /** A calendar day. */
  readonly day: string
}

export type DecisionDraft = Pick<Decision, 'title' | 'body' | 'decidedOn' | 'href'>

export interface MilestoneDraft {
  readonly state: DecisionState
  readonly note: string
  readonly dueOn: string | null
}

/** What is wrong with it; the text key is `participation.decision-fault.<field>.<fault>`. */
export interface DecisionFault {
  readonly field: 'title' | 'body' | 'day' | 'href' | 'state' | 'note' | 'due'
  readonly fault: 'missing' | 'long' | 'invalid'
}

/** A web address that a page may link to; undefined for anything else (`javascript:`). */
export function readAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : undefined
}

/** Reads a decision from a form. The paper's address may be a page of the council information system or an address of its OParl interface. */
export function readDecision(form: URLSearchParams): Result<DecisionDraft, DecisionFault[]> {
  const faults: DecisionFault[] = []
  const say = (field: DecisionFault['field'], fault: DecisionFault['fault']) => faults.push({ field, fault })
  const title = oneLine(form.get('title') ?? '')
  const body = oneLine(form.get('body') ?? '')
  const day = (form.get('day') ?? '').trim()
  const address = (form.get('href') ?? '').trim()
  if (!title) say('title', 'missing')
  if (title.length > longestAnswer.title) say('title', 'long')
  if (!body) say('body', 'missing')
  if (body.length > longestAnswer.office) say('body', 'long')
  const decidedOn = day === '' ? null : (readDay(day) ?? null)
  if (day === '') say('day', 'missing')
  else if (!decidedOn) say('day', 'invalid')
  const href = address === '' ? '' : readAddress(address)
  if (href === undefined) say('href', 'invalid')
  else if (href.length > longestAnswer.href) say('href', 'long')
  return faults.length > 0 ? fail(faults) : ok({ title, body, decidedOn, href: href ?? '' })
}

/** Reads a milestone from a form: where it stands, one sentence, and the day it is to be done. */
export function readMilestone(form: URLSearchParams): Result<MilestoneDraft, DecisionFault[]> {
  const faults: DecisionFault[] = []
  const state = decisionStates.find((one) => one === form.get('state'))
  const note = oneLine(form.get('note') ?? '')
  const due = (form.get('due') ?? '').trim()
  if (!state) faults.push({ field: 'state', fault: 'missing' })
  if (!note) faults.push({ field: 'note', fault: 'missing' })
  if (note.length > longestAnswer.note) faults.push({ field: 'note', fault: 'long' })
  const dueOn = due === '' ? null : (readDay(due) ?? null)
  if (due !== '' && !dueOn) faults.push({ field: 'due', fault: 'invalid' })
  return !state || faults.length > 0 ? fail(faults) : ok({ state, note, dueOn })
}
