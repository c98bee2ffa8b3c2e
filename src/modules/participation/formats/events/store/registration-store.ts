import { type Kysely, sql } from 'kysely'
import type { IdentityLevel } from '../../../model/procedure.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import type { Registration, RegistrationDraft } from '../model/registration.ts'

type Db = Kysely<ParticipationTables>

const columns = sql`r.id, r.event, r.procedure, r.number, r.state, r.channel, r.people, r.name, r.email, r.needs, r.note, r.lang, r.attended,
  r.received_at as "receivedAt", s.starts_at as "slotStart", s.ends_at as "slotEnd", s.desk`

/** What is written for somebody who wants to come. */
export interface RegistrationWriting {
  readonly id: string
  readonly tenant: string
  readonly event: string
  readonly slot: string | null
  readonly channel: 'web' | 'staff'
  readonly draft: RegistrationDraft
  readonly lang: string
  readonly secretHash: Buffer
  readonly addressMark: Buffer | null
  /** What was shown, and its fingerprint for this date; nothing where nothing is asked, and of staff. */
  readonly identity: IdentityLevel
  readonly proofMark: Buffer | null
}

/**
 * Registers. The database decides whether it is still time, whether there is a seat, and who is next on the waiting list; refused with
 * 42501 when it is too late, with 23505 when somebody else has the slot. False when it was sent before: then nothing is
 * written.
 */
export async function insertRegistration(trx: Db, one: RegistrationWriting): Promise<boolean> {
  const { people, name, email, needs, note } = one.draft
  // Procedure, number and state are given by the database.
  const done =
    await sql`insert into participation_registration (id, tenant, event, slot, channel, people, name, email, needs, note, lang, secret_hash, address_mark, identity, proof_mark)
    values (${one.id}, ${one.tenant}, ${one.event}, ${one.slot}, ${one.channel}, ${people}, ${name ?? null}, ${email ?? null}, ${[...needs]}::text[], ${note ?? null},
      ${one.lang}, ${one.secretHash}, ${one.addressMark}, ${one.identity}, ${one.proofMark})`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** A table that is free at a time; undefined when all are taken. Somebody else may be faster: then the database refuses. */
export async function freeSlot(db: Db, event: string, startsAt: Date): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from participation_slot
    where event = ${event} and starts_at = ${startsAt} and not taken order by desk limit 1`.execute(db)
  return rows[0]?.id
}

/** Whether the database refused because somebody else has the slot. */
export const isTaken = (error: unknown): boolean => {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  return code === '23505' && constraint === 'participation_registration_slot'
}

/** Whether the database refused because there is one with the same proof already. */
export const isTwice = (error: unknown): boolean => {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  return (
    code === '23505' && (constraint === 'participation_registration_proof' || constraint === 'participation_poll_answer_proof')
  )
}

/** Whether the database refused because there would be more people than seats. */
export const isOverfull = (error: unknown): boolean => {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  return code === '23514' && constraint === 'participation_event_seats'
}

/** What stands behind a secret link; the connection must know the secret. */
export async function registrationOfSecret(trx: Db, tenant: string, hash: Buffer): Promise<Registration | undefined> {
  const { rows } =
    await sql<Registration>`select ${columns} from participation_registration r left join participation_slot s on s.id = r.slot
    where r.tenant = ${tenant} and r.secret_hash = ${hash}`.execute(trx)
  return rows[0]
}

export async function registrationById(db: Db, tenant: string, id: string): Promise<Registration | undefined> {
  const { rows } =
    await sql<Registration>`select ${columns} from participation_registration r left join participation_slot s on s.id = r.slot
    where r.tenant = ${tenant} and r.id = ${id}`.execute(db)
  return rows[0]
}

/** How many on the waiting list came before; nobody's names. Only whoever holds the link may ask. */
export async function placeInLine(trx: Db, id: string): Promise<number> {
  const { rows } = await sql<{ place: number }>`select participation_place_in_line(${id}) as place`.execute(trx)
  return rows[0]?.place ?? 0
}

/** Holds the event of a registration: before seats are given back, so that nobody waits for somebody who waits. */
export async function holdEvent(trx: Db, event: string): Promise<void> {
  await sql`select participation_hold_event(${event})`.execute(trx)
}

/** Cancels: who it was is forgotten, and the seat goes to the waiting list. False when it was cancelled before. */
export async function cancelRegistration(trx: Db, tenant: string, id: string): Promise<boolean> {
  const done =
    await sql`update participation_registration set state = 'cancelled', name = null, email = null, needs = '{}', note = null, address_mark = null, proof_mark = null,
      changed_at = clock_timestamp() where tenant = ${tenant} and id = ${id} and state <> 'cancelled'`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Fewer come than were registered. */
export async function shrinkRegistration(trx: Db, tenant: string, id: string, people: number): Promise<boolean> {
  const done = await sql`update participation_registration set people = ${people}, changed_at = clock_timestamp()
    where tenant = ${tenant} and id = ${id} and state <> 'cancelled' and people > ${people}`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Somebody who is to be written to. */
export interface Addressee {
  readonly id: string
  readonly event: string
  readonly number: number
  readonly people: number
  readonly email: string
  readonly lang: string
}

/** Those whom this transaction let move up and who gave an address. */
export async function movedUp(trx: Db): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`select id, event, number, people, email, lang from participation_moved_up()`.execute(trx)
  return rows
}

/** Everybody who comes to an event or waits, and gave an address; with the time that was booked. For staff. */
export async function addresseesOf(trx: Db, event: string): Promise<(Addressee & Pick<Registration, 'slotStart' | 'slotEnd'>)[]> {
  const { rows } = await sql<Addressee & Pick<Registration, 'slotStart' | 'slotEnd'>>`
    select r.id, r.event, r.number, r.people, r.email, r.lang, s.starts_at as "slotStart", s.ends_at as "slotEnd"
    from participation_registration r left join participation_slot s on s.id = r.slot
    where r.event = ${event} and r.state <> 'cancelled' and r.email is not null order by r.number`.execute(trx)
  return rows
}

/** Registrations of an event behind a number, in the order in which they came; for staff. */
export async function registrationsOf(db: Db, event: string, after = 0, limit = 1000): Promise<Registration[]> {
  const { rows } =
    await sql<Registration>`select ${columns} from participation_registration r left join participation_slot s on s.id = r.slot
    where r.event = ${event} and r.number > ${after} order by r.number limit ${limit}`.execute(db)
  return rows
}

/** Those of all events of a procedure. */
export async function registrationsOfProcedure(
  db: Db,
  procedure: string,
  after: number,
  limit: number,
): Promise<(Registration & { readonly title: string; readonly startsAt: Date })[]> {
  const { rows } = await sql<Registration & { title: string; startsAt: Date }>`
    select ${columns}, e.title, coalesce(s.starts_at, e.starts_at) as "startsAt" from participation_registration r
    join participation_event e on e.id = r.event left join participation_slot s on s.id = r.slot
    where r.procedure = ${procedure} and r.number > ${after} order by r.number limit ${limit}`.execute(db)
  return rows
}

/** Notes how many really came, for several registrations of one event at once; null where nobody looked. */
export async function saveAttendance(
  trx: Db,
  tenant: string,
  event: string,
  came: readonly { readonly id: string; readonly people: number | null }[],
): Promise<void> {
  await sql`update participation_registration r set attended = least(c.people, r.people), changed_at = clock_timestamp()
    from unnest(${came.map((one) => one.id)}::uuid[], ${came.map((one) => one.people)}::integer[]) as c(id, people)
    where r.tenant = ${tenant} and r.event = ${event} and r.id = c.id and r.state = 'registered' and r.attended is distinct from least(c.people, r.people)`.execute(
    trx,
  )
}

/** Somebody whose event is tomorrow, with what the letter says. */
export interface DueReminder extends Addressee {
  readonly tenant: string
}

/** Takes those whose date lies between two moments and who were not reminded yet; they are marked in the same statement. */
export async function takeReminders(system: Db, from: Date, until: Date, limit: number): Promise<DueReminder[]> {
  const { rows } = await sql<DueReminder>`
    update participation_registration set reminded_at = clock_timestamp() where id in (
      select r.id from participation_registration r join participation_event e on e.id = r.event left join participation_slot s on s.id = r.slot
      where r.state = 'registered' and r.email is not null and r.reminded_at is null and e.state = 'public'
        and e.starts_at < ${until} and e.ends_at > ${from}
        and coalesce(s.starts_at, e.starts_at) >= ${from} and coalesce(s.starts_at, e.starts_at) < ${until}
      order by r.id limit ${limit} for update of r skip locked)
    returning id, tenant, event, number, people, email, lang`.execute(system)
  return rows
}

/** Deletes what is known of persons when the days of their event are over; how many came stays. */
export async function forgetRegistrations(system: Db, now: Date): Promise<void> {
  await sql`update participation_registration r set name = null, email = null, needs = '{}', note = null, address_mark = null, proof_mark = null, secret_hash = null
    from participation_event e where e.id = r.event and ${now}::timestamptz > e.ends_at + make_interval(days => e.keep_days)
      and (r.secret_hash is not null or r.email is not null or r.name is not null or r.note is not null or r.needs <> '{}')`.execute(
    system,
  )
}
