import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'

type Db = Kysely<ParticipationTables>

/** What is known of somebody by the mark of an address: where they registered, and which dates they could. */
export async function datesOfPerson(db: Db, mark: Buffer): Promise<unknown> {
  const registrations = await sql`
    select e.title as event, e.starts_at as "startsAt", r.state, r.people, r.name, r.needs, r.note, r.attended, r.received_at as "receivedAt"
    from participation_registration r join participation_event e on e.id = r.event where r.address_mark = ${mark} order by r.received_at`.execute(
    db,
  )
  const answers = await sql`
    select p.title as poll, a.name, a.choices, a.received_at as "receivedAt"
    from participation_poll_answer a join participation_poll p on p.id = a.poll where a.address_mark = ${mark} order by a.received_at`.execute(
    db,
  )
  return { registrations: registrations.rows, dates: answers.rows }
}

/** Takes name, address and needs out of registrations and answers. A seat stays kept: whoever has the link may still cancel it. */
export async function forgetPersonsDates(trx: Db, mark: Buffer): Promise<void> {
  await sql`update participation_registration set name = null, email = null, needs = '{}', note = null, address_mark = null, proof_mark = null where address_mark = ${mark}`.execute(
    trx,
  )
  await sql`update participation_poll_answer set name = null, email = null, address_mark = null, proof_mark = null where address_mark = ${mark}`.execute(
    trx,
  )
}
