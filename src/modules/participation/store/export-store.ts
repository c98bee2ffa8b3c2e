import { type Kysely, sql } from 'kysely'
import type { Geometry } from '../model/procedure.ts'
import type { Submission, SubmissionState } from '../model/submission.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** A submission with its newest answer and its decision, for files. */
export interface ExportRow {
  readonly id: string
  readonly number: number
  readonly state: SubmissionState
  readonly title: string
  readonly body: string
  readonly category: string | null
  readonly place: string | null
  readonly geometry: Geometry | null
  readonly author: string | null
  readonly channel: Submission['channel']
  readonly identity: Submission['identity']
  readonly lang: string
  readonly stems: readonly string[]
  readonly agree: number
  readonly neutral: number
  readonly disagree: number
  readonly comments: number
  readonly received: string
  readonly outcome: string | null
  readonly reason: string | null
  readonly answer: string | null
  readonly office: string | null
  readonly answered: string | null
  readonly decision: string | null
  readonly decisionTitle: string | null
  readonly decisionBody: string | null
  readonly decidedOn: string | null
  readonly decisionState: string | null
}

/** Submissions of a procedure in the given states behind a number, with the newest answer and the decision of each. */
export async function exportRows(
  db: Db,
  procedure: string,
  states: readonly SubmissionState[],
  after: number,
  limit: number,
): Promise<ExportRow[]> {
  const { rows } =
    await sql<ExportRow>`select s.id, s.number, s.state, s.title, s.body, s.category, s.place, s.geometry, s.author, s.channel, s.identity, s.lang, s.stems,
      s.agree, s.neutral, s.disagree, s.comments, to_char(s.received_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as received, s.outcome, a.reason, a.body as answer, a.office,
      to_char(s.answered_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as answered, s.decision, d.title as "decisionTitle", d.body as "decisionBody",
      to_char(d.decided_on, 'YYYY-MM-DD') as "decidedOn", d.state as "decisionState"
    from participation_submission s left join participation_decision d on d.id = s.decision
    left join lateral (select reason, body, office from participation_answer a where a.submission = s.id and a.kind = 'answer' order by a.at desc, a.id desc limit 1) a on s.outcome is not null
    where s.procedure = ${procedure} and s.state = any(${[...states]}::text[]) and s.number > ${after} order by s.number limit ${limit}`.execute(
      db,
    )
  return rows
}

/** All of them, read in pieces. */
export async function allExportRows(db: Db, procedure: string, states: readonly SubmissionState[]): Promise<ExportRow[]> {
  const all: ExportRow[] = []
  for (;;) {
    const piece = await exportRows(db, procedure, states, all.at(-1)?.number ?? 0, 2000)
    all.push(...piece)
    if (piece.length < 2000) return all
  }
}
