import { randomBytes, randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** Lets a planted submission wait for a look, because of what was found in it. */
export async function plantWaiting(trx: Db, id: string, findings: readonly string[]): Promise<void> {
  await sql`update participation_submission set state = 'waiting', findings = ${[...findings]}::text[] where id = ${id}`.execute(
    trx,
  )
}

/** Lets a planted submission have been hidden, with its reason and its line in the protocol. */
export async function plantHidden(
  trx: Db,
  one: { readonly tenant: string; readonly procedure: string; readonly submission: string },
  code: string,
  reason: string,
): Promise<void> {
  const { tenant, procedure, submission } = one
  await sql`update participation_submission set state = 'hidden', closed_at = clock_timestamp(), moderated = 1 where id = ${submission}`.execute(
    trx,
  )
  await sql`insert into participation_statement (id, tenant, procedure, submission, act, code, body) values (${randomUUID()}, ${tenant}, ${procedure}, ${submission}, 'hidden', ${code}, ${reason})`.execute(
    trx,
  )
  await sql`insert into participation_act (id, tenant, procedure, submission, act, reason) values (${randomUUID()}, ${tenant}, ${procedure}, ${submission}, 'hidden', ${code})`.execute(
    trx,
  )
}

/** An open notice on a planted submission. */
export async function plantNotice(
  trx: Db,
  one: { readonly tenant: string; readonly procedure: string; readonly submission: string },
  words: { readonly reason: string; readonly body: string; readonly address: string },
): Promise<void> {
  await sql`with number as (
      insert into participation_notice_number (tenant, year, last) values (${one.tenant}, extract(year from now() at time zone 'Europe/Berlin')::int, 1)
      on conflict (tenant, year) do update set last = participation_notice_number.last + 1 returning year, last
    )
    insert into participation_notice (id, tenant, year, number, procedure, submission, address, reason, body, secret_hash)
    select ${randomUUID()}, ${one.tenant}, year, last, ${one.procedure}, ${one.submission}, ${words.address}, ${words.reason}, ${words.body}, ${randomBytes(32)} from number`.execute(
    trx,
  )
}
