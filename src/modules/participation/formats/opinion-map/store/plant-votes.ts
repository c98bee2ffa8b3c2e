import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'
import type { AnswerValue } from '../model/answer.ts'

/** An answer that is brought along: of the demonstration, or of a conversation that was held elsewhere. */
export interface BroughtVote {
  readonly participant: Buffer
  readonly statement: string
  readonly value: AnswerValue
}

/** Writes answers as if they had been given; past the clock, so for the owner of the tables only. */
export async function plantVotes(
  system: Kysely<ParticipationTables>,
  { tenant, procedure }: { readonly tenant: string; readonly procedure: string },
  votes: readonly BroughtVote[],
): Promise<void> {
  await sql`insert into participation_opinion_vote (tenant, procedure, participant, statement, value)
    select ${tenant}, ${procedure}, decode(one.participant, 'hex'), one.statement, one.value
    from unnest(${votes.map(({ participant }) => participant.toString('hex'))}::text[], ${votes.map(({ statement }) => statement)}::uuid[],
      ${votes.map(({ value }) => value)}::smallint[]) one(participant, statement, value)`.execute(system)
}
