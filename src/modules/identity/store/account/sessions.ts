import { type Kysely, sql } from 'kysely'
import type { IdentityTables } from '../tenant-store.ts'

type Db = Kysely<IdentityTables>

/** One session of a person, as the person sees it. */
export interface OwnSession {
  readonly id: string
  readonly device: string
  readonly createdAt: Date
  readonly seenAt: Date
}

export async function insertSession(
  db: Db,
  session: { id: string; tokenHash: Buffer; person: string; hours: number; strong: boolean; device: string },
): Promise<void> {
  await sql`insert into identity_session (id, token_hash, person, expires_at, strong_at, device) values (${session.id}, ${session.tokenHash},
    ${session.person}, now() + make_interval(hours => ${session.hours}), case when ${session.strong}::boolean then now() end, ${session.device})`.execute(
    db,
  )
  await sql`update identity_person set seen_at = now() where id = ${session.person}`.execute(db)
}

/** Gives a session another token and notes the second factor; the old token is dead. False when the session has ended. */
export async function strengthenSession(db: Db, id: string, tokenHash: Buffer): Promise<boolean> {
  const done =
    await sql`update identity_session set token_hash = ${tokenHash}, strong_at = now() where id = ${id} and expires_at > now()`.execute(
      db,
    )
  return (done.numAffectedRows ?? 0n) > 0n
}

/** Ends the session of a token's fingerprint, if there is one. */
export async function endSessionOf(db: Db, tokenHash: Buffer): Promise<void> {
  await sql`delete from identity_session where token_hash = ${tokenHash}`.execute(db)
}

/** Living sessions of a person, the latest used first. */
export async function sessionsOf(db: Db, person: string): Promise<OwnSession[]> {
  const { rows } = await sql<OwnSession>`select id, device, created_at as "createdAt", seen_at as "seenAt" from identity_session
    where person = ${person} and expires_at > now() order by seen_at desc limit 100`.execute(db)
  return rows
}

/** Ends one session of a person; false when it is not theirs. */
export async function endSession(db: Db, person: string, id: string): Promise<boolean> {
  const done = await sql`delete from identity_session where id = ${id} and person = ${person}`.execute(db)
  return (done.numAffectedRows ?? 0n) > 0n
}

/** Ends all sessions of a person but one (or all of them). */
export async function endOtherSessions(db: Db, person: string, kept: string | null): Promise<void> {
  await sql`delete from identity_session where person = ${person} and id is distinct from ${kept}::uuid`.execute(db)
}

/** Whether a session began in the last minutes: its owner has only just shown who he is. */
export async function sessionIsFresh(db: Db, id: string, minutes: number): Promise<boolean> {
  const { rows } = await sql`select 1 from identity_session where id = ${id}
    and greatest(created_at, strong_at) > now() - make_interval(mins => ${minutes})`.execute(db)
  return rows.length > 0
}
