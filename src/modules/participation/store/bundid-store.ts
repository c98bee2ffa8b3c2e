import { type Kysely, sql } from 'kysely'
import type { Action } from '../model/procedure.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** A request to BundID as it is kept until the browser is back. */
export interface BundIdRequest {
  readonly id: string
  readonly tenant: string
  readonly procedure: string
  readonly action: Action
  /** Path at which it goes on. */
  readonly onward: string
  /** Fingerprint of what the browser keeps. */
  readonly browser: Buffer
}

export async function insertBundIdRequest(db: Db, one: BundIdRequest): Promise<void> {
  await sql`insert into participation_bundid (id, tenant, procedure, action, onward, browser)
    values (${one.id}, ${one.tenant}, ${one.procedure}, ${one.action}, ${one.onward}, ${one.browser})`.execute(db)
}

const still = (minutes: number) => sql`asked_at > clock_timestamp() - make_interval(mins => ${minutes})`

/** A request that nobody answered yet and that is not too old. */
export async function openBundIdRequest(
  db: Db,
  tenant: string,
  id: string,
  minutes: number,
): Promise<{ readonly procedure: string; readonly askedAt: Date } | undefined> {
  const { rows } = await sql<{
    procedure: string
    askedAt: Date
  }>`select procedure, asked_at as "askedAt" from participation_bundid
    where tenant = ${tenant} and id = ${id} and answered_at is null and ${still(minutes)}`.execute(db)
  return rows[0]
}

/** Notes the answer to a request, once however many come at the same moment; false when it was answered already. */
export async function answerBundIdRequest(db: Db, tenant: string, id: string, mark: Buffer, minutes: number): Promise<boolean> {
  const done = await sql`update participation_bundid set answered_at = clock_timestamp(), mark = ${mark}
    where tenant = ${tenant} and id = ${id} and answered_at is null and ${still(minutes)}`.execute(db)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Gives the answer to the browser that asked, once, within five minutes; the row is gone then. */
export async function takeBundIdAnswer(
  db: Db,
  tenant: string,
  id: string,
  browser: Buffer,
): Promise<{ readonly procedure: string; readonly mark: Buffer; readonly onward: string } | undefined> {
  const { rows } = await sql<{ procedure: string; mark: Buffer; onward: string }>`delete from participation_bundid
    where tenant = ${tenant} and id = ${id} and browser = ${browser} and mark is not null and answered_at > clock_timestamp() - interval '5 minutes'
    returning procedure, mark, onward`.execute(db)
  return rows[0]
}
