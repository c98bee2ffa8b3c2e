import { randomUUID } from 'node:crypto'
import { dayOf } from '#kernel/clock.ts'
import { addDays, dayBegins } from '#kernel/deadline.ts'
import type { Site } from '#kernel/site.ts'
import { wordStems } from '#platform/search'
import { secretLink } from '#platform/secret-link'
import type { ParticipationHouse } from '../house.ts'
import type { Phase } from '../model/procedure.ts'
import type { Channel, Outcome, Reason, SubmissionDraft, SubmissionState } from '../model/submission.ts'
import { backdate, plantAnswer, plantVotes, type Under } from '../store/demonstration-store.ts'
import { insertProcedure, type ProcedureWriting, setProcedureState, writePhases } from '../store/procedure-store.ts'
import { insertSubmission } from '../store/submission-store.ts'

export type Db = ParticipationHouse['database']['system']

/** A step of the demonstration: days count from a beginning; what has no `from` says in words when it is. */
export interface DemoPhase {
  readonly title: string
  readonly note?: string
  readonly label?: string
  readonly from?: number
  readonly days?: number
  readonly actions: Phase['actions']
}

/** Midnight in Germany so many days after the day of a moment. */
export const dayAfter = (start: Date, days: number): Date => dayBegins(addDays(dayOf(start), days))

/** The timetable of the public, its days counted from a beginning. */
export const phasesFrom = (phases: readonly DemoPhase[], start: Date): Phase[] =>
  phases.map(({ title, note = '', label = '', from, days, actions }, position) => ({
    id: randomUUID(),
    track: 'public',
    position,
    title,
    note,
    label,
    startsAt: from === undefined ? null : dayAfter(start, from),
    endsAt: from === undefined || days === undefined ? null : dayAfter(start, from + days),
    actions,
  }))

type Usual = 'format' | 'basis' | 'identity' | 'moderation'

/** A public procedure of the demonstration with its timetable: a collection of ideas, looked at afterwards, where nothing else is said. Gives its id. */
export async function plantProcedure(
  db: Db,
  site: Site,
  one: Omit<ProcedureWriting, Usual> & Partial<Pick<ProcedureWriting, Usual>>,
  phases: readonly Phase[],
): Promise<string> {
  const id = randomUUID()
  await insertProcedure(db, site.id, id, { format: 'idea-map', basis: [], identity: {}, moderation: 'after', ...one })
  await writePhases(db, site.id, id, 'public', phases)
  await setProcedureState(db, site.id, id, ['draft'], 'public', null)
  return id
}

/** Somebody's words in the demonstration, and how many stand how to them. */
export interface PlantedIdea {
  readonly draft: SubmissionDraft
  /** What its format asks besides. */
  readonly answers?: Readonly<Record<string, unknown>>
  readonly at: Date
  readonly channel?: Channel | undefined
  readonly state?: SubmissionState
  readonly findings?: readonly string[]
  readonly agree?: number
  readonly neutral?: number
  readonly disagree?: number
  readonly answer?:
    | { readonly outcome: Outcome; readonly reason?: Reason; readonly body: string; readonly office: string; readonly at: Date }
    | undefined
}

/** Lets a submission of the demonstration have come at its moment, with its reactions and its answer. Gives where it stands. */
export async function plantIdea(
  trx: Db,
  house: ParticipationHouse,
  { tenant, procedure }: Omit<Under, 'submission'>,
  {
    draft,
    answers = {},
    at,
    channel = 'web',
    state = 'public',
    findings = [],
    agree = 0,
    neutral = 0,
    disagree = 0,
    answer,
  }: PlantedIdea,
): Promise<Under> {
  const id = randomUUID()
  await insertSubmission(trx, {
    id,
    tenant,
    procedure,
    state,
    draft,
    answers,
    channel,
    identity: 'none',
    lang: 'de',
    stems: wordStems(`${draft.title} ${draft.body}`),
    findings,
    secretHash: secretLink(house.config.ALLMENDE_SECRET, 'participation/submission', id).hash,
  })
  await backdate(trx, id, at)
  const under = { tenant, procedure, submission: id }
  await plantVotes(trx, under, agree, 1)
  await plantVotes(trx, under, neutral, 0)
  await plantVotes(trx, under, disagree, -1)
  if (answer) await plantAnswer(trx, { ...under, reason: null, ...answer })
  return under
}
