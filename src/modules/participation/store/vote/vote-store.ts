import { type Kysely, sql } from 'kysely'
import type { Choice } from '../../model/vote/ballot.ts'
import type { ParticipationTables } from '../tables.ts'

type Db = Kysely<ParticipationTables>

/** A vote on its way into the log. Nothing in it leads to a person without the instance's secret. */
export interface NewVote {
  readonly box: string
  /** Who votes; absent where an earlier vote is replaced, and on paper. */
  readonly mark?: Buffer
  /** Fingerprint of the code by letter. */
  readonly code?: Buffer
  /** Fingerprint of the receipt code. */
  readonly receipt: Buffer
  /** Fingerprint of the receipt code of the vote that this one replaces. */
  readonly replaces?: Buffer
  readonly choice: Choice
  readonly paper?: boolean
}

/** What became of a vote: `same` when this very vote is there already, `changed` when the receipt opens no ballot (any more). */
export type VoteState =
  | 'cast'
  | 'same'
  | 'voted'
  | 'changed'
  | 'closed'
  | 'unknown-code'
  | 'unknown-box'
  | 'unknown-project'
  | 'too-few'
  | 'too-many'
  | 'over-budget'
  | 'points'

export interface VoteFate {
  readonly state: VoteState
  /** The database's clock when it decided. */
  readonly at: Date
}

const hex = (bytes: Buffer | undefined) => bytes?.toString('hex')

/** Takes several votes in one statement, each for itself; gives their fates in the same order. */
export async function castVotes(db: Db, votes: readonly NewVote[]): Promise<VoteFate[]> {
  const sent = votes.map((one) => ({
    box: one.box,
    mark: hex(one.mark),
    code: hex(one.code),
    receipt: hex(one.receipt),
    replaces: hex(one.replaces),
    projects: one.choice.projects,
    points: one.choice.points,
    paper: one.paper,
  }))
  const { rows } = await sql<
    VoteFate & { n: number }
  >`select n, state, at from participation_cast(${JSON.stringify(sent)}::jsonb)`.execute(db)
  const fates = new Map(rows.map((row) => [row.n, row]))
  return votes.map((_, n) => fates.get(n) ?? { state: 'unknown-box', at: new Date(0) })
}

/** Writes the register of a box anew unless that was done within some minutes: see docs/decisions/0039. */
export async function mixRegister(db: Db, box: string, minutes: number): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select participation_mix(${box}, ${minutes}) as done`.execute(db)
  return rows[0]?.done ?? false
}

/** Boxes with a ballot that was written in one transaction with a row of their register: PostgreSQL keeps which one that was. */
export async function boxesToMix(system: Db): Promise<{ id: string; tenant: string }[]> {
  const { rows } = await sql<{
    id: string
    tenant: string
  }>`select b.id, b.tenant from participation_box b where b.last > 0 and exists (
      select 1 from participation_voter r join participation_vote v on v.xmin = r.xmin where r.register = b.register and v.box = b.id)`.execute(
    system,
  )
  return rows
}

/** Spends codes whose ballots came on paper; gives how many were not spent yet. */
export async function spendMarks(db: Db, box: string, marks: readonly Buffer[]): Promise<number> {
  const { rows } = await sql<{ spent: number }>`select participation_spend(${box}, ${[...marks]}::bytea[]) as spent`.execute(db)
  return rows[0]?.spent ?? 0
}

/** An entry of the log. */
export interface LogEntry {
  readonly position: number
  readonly channel: 'online' | 'paper'
  readonly day: string
  /** Bytes in hex. */
  readonly receipt: string
  /** Null where a later entry took its place. */
  readonly projects: string[] | null
  readonly points: number[] | null
  readonly replaces: string | null
  readonly digest: string
  readonly hash: string
}

/** The log of a box from a position on. Empty as long as it may not be read. */
export async function logOf(db: Db, box: string, after: number, limit: number): Promise<LogEntry[]> {
  const { rows } = await sql<LogEntry>`select position, channel, day, encode(receipt, 'hex') as receipt, projects, points,
      encode(replaces, 'hex') as replaces, encode(digest, 'hex') as digest, encode(hash, 'hex') as hash
    from participation_vote where box = ${box} and position > ${after} order by position limit ${limit}`.execute(db)
  return rows
}

/** A ballot as it is published. */
export interface PublishedBallot {
  readonly receipt: string
  readonly projects: string[]
  readonly points: number[] | null
  readonly channel: 'online' | 'paper'
}

/** Ballots that count, in the order of their fingerprints: that of their arrival would tell who voted after whom. */
export async function ballotsOf(db: Db, box: string): Promise<PublishedBallot[]> {
  const { rows } =
    await sql<PublishedBallot>`select encode(receipt, 'hex') as receipt, projects, points, channel from participation_vote
    where box = ${box} and projects is not null order by receipt`.execute(db)
  return rows
}

/** The ballot of a receipt, once it may be read. */
export async function ballotOfReceipt(db: Db, box: string, receipt: Buffer): Promise<PublishedBallot | undefined> {
  const { rows } =
    await sql<PublishedBallot>`select encode(receipt, 'hex') as receipt, projects, points, channel from participation_vote
    where box = ${box} and receipt = ${receipt} and projects is not null`.execute(db)
  return rows[0]
}
