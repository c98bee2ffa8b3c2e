import { type Kysely, sql } from 'kysely'
import type { PhaseFilter } from '../../../store/dialogue-queries.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import { readAccess } from '../model/access.ts'
import type { EventKind, EventLink, EventState, EventWriting, TownEvent } from '../model/event.ts'
import type { Slot, SlotTime } from '../model/slots.ts'

type Db = Kysely<ParticipationTables>

const columns = sql`e.id, e.tenant, e.procedure, e.key, e.kind, e.state, e.title, e.about, e.starts_at as "startsAt", e.ends_at as "endsAt", e.place, e.address,
  e.lon, e.lat, e.access, e.programme, e.documents, e.minutes, e.registers, e.seats, e.most_people as "mostPeople", e.register_until as "registerUntil",
  e.asks_name as "asksName", e.asks_needs as "asksNeeds", e.keep_days as "keepDays", e.sequence, e.cancelled_reason as "cancelledReason", e.taken, e.waiting,
  e.version, e.changed_at as "changedAt"`

interface Row extends Omit<TownEvent, 'point'> {
  readonly lon: number | null
  readonly lat: number | null
}

const eventOf = ({ lon, lat, ...row }: Row): TownEvent => ({
  ...row,
  access: readAccess(row.access),
  point: lon === null || lat === null ? null : [lon, lat],
})

/** The events of a procedure that the connection may see, by their beginning. */
export async function eventsOf(db: Db, procedure: string): Promise<TownEvent[]> {
  const { rows } = await sql<Row>`
    select ${columns} from participation_event e where e.procedure = ${procedure} order by e.starts_at, e.key limit 500`.execute(
    db,
  )
  return rows.map(eventOf)
}

/** One event of a procedure by the number in its address. */
export async function eventByKey(db: Db, procedure: string, key: number): Promise<TownEvent | undefined> {
  const { rows } =
    await sql<Row>`select ${columns} from participation_event e where e.procedure = ${procedure} and e.key = ${key}`.execute(db)
  return rows[0] && eventOf(rows[0])
}

export async function eventById(db: Db, tenant: string, id: string): Promise<TownEvent | undefined> {
  const { rows } =
    await sql<Row>`select ${columns} from participation_event e where e.tenant = ${tenant} and e.id = ${id}`.execute(db)
  return rows[0] && eventOf(rows[0])
}

/** An event with what a calendar of several procedures says of it. */
export interface DatedEvent extends TownEvent {
  readonly slug: string
  readonly procedureTitle: string
}

/** Those of these events that are shown and not over, as mails name them. */
export async function eventsToTell(db: Db, ids: readonly string[]): Promise<DatedEvent[]> {
  const { rows } = await sql<Row & Pick<DatedEvent, 'slug' | 'procedureTitle'>>`
    select ${columns}, p.slug, p.title as "procedureTitle" from participation_event e join participation_procedure p on p.id = e.procedure
    where e.id = any(${[...ids]}::uuid[]) and p.state = 'public' and e.state <> 'draft' and e.ends_at > clock_timestamp()`.execute(
    db,
  )
  return rows.map((row) => ({ ...eventOf(row), slug: row.slug, procedureTitle: row.procedureTitle }))
}

/** Public events that begin before `until` and end after `from`, by their beginning. */
export async function eventsBetween(db: Db, filter: PhaseFilter, from: Date, until: Date, limit: number): Promise<DatedEvent[]> {
  const { rows } = await sql<Row & Pick<DatedEvent, 'slug' | 'procedureTitle'>>`
    select ${columns}, p.slug, p.title as "procedureTitle" from participation_event e join participation_procedure p on p.id = e.procedure
    where p.state = 'public' and e.state <> 'draft' and e.tenant = any(${[...filter.tenants]}::uuid[]) and e.starts_at < ${until} and e.ends_at > ${from}
      ${filter.procedure ? sql`and p.id = ${filter.procedure}` : sql``} ${filter.format ? sql`and p.format = ${filter.format}` : sql``}
      ${filter.theme ? sql`and ${filter.theme} = any(p.themes)` : sql``}
    order by e.starts_at, e.id limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...eventOf(row), slug: row.slug, procedureTitle: row.procedureTitle }))
}

/** Every event of a tenant for its staff, whatever its state: what is to come first, then what was, the last first. */
export async function eventsForStaff(db: Db, tenant: string, now: Date): Promise<DatedEvent[]> {
  const { rows } = await sql<Row & Pick<DatedEvent, 'slug' | 'procedureTitle'>>`
    select ${columns}, p.slug, p.title as "procedureTitle" from participation_event e join participation_procedure p on p.id = e.procedure
    where e.tenant = ${tenant} order by e.ends_at < ${now}, abs(extract(epoch from e.starts_at - ${now}::timestamptz)), e.id limit 300`.execute(
    db,
  )
  return rows.map((row) => ({ ...eventOf(row), slug: row.slug, procedureTitle: row.procedureTitle }))
}

/** Writes a new event as a draft, under the next number of its procedure. Gives that number. */
export async function insertEvent(
  trx: Db,
  where: { readonly tenant: string; readonly procedure: string },
  one: Pick<EventWriting, 'title' | 'startsAt' | 'endsAt'> & {
    readonly id: string
    readonly kind: EventKind
    readonly about?: string
    readonly place?: string
    readonly keepDays?: number
  },
): Promise<number> {
  const { rows } = await sql<{ key: number }>`
    insert into participation_event (id, tenant, procedure, key, kind, title, about, place, starts_at, ends_at, keep_days)
    select ${one.id}, ${where.tenant}, ${where.procedure}, coalesce((select max(e.key) from participation_event e where e.procedure = ${where.procedure}), 0) + 1,
      ${one.kind}, ${one.title}, ${one.about ?? ''}, ${one.place ?? ''}, ${one.startsAt}, ${one.endsAt}, ${one.keepDays ?? 30}
    returning key`.execute(trx)
  return rows[0]?.key ?? 1
}

/** Writes what staff typed, if nobody else did since `version`; false when somebody did. `sequence` is raised where calendars must learn of it. */
export async function saveEvent(
  trx: Db,
  tenant: string,
  at: { readonly id: string; readonly version: number },
  one: EventWriting,
  raise: boolean,
): Promise<boolean> {
  const done =
    await sql`update participation_event set title = ${one.title}, about = ${one.about}, starts_at = ${one.startsAt}, ends_at = ${one.endsAt},
      place = ${one.place}, address = ${one.address}, lon = ${one.point?.[0] ?? null}, lat = ${one.point?.[1] ?? null}, access = ${JSON.stringify(one.access)}::jsonb,
      programme = ${JSON.stringify(one.programme)}::jsonb, documents = ${[...one.documents]}::uuid[], minutes = ${[...one.minutes]}::uuid[],
      registers = ${one.registers}, seats = ${one.seats}, most_people = ${one.mostPeople}, register_until = ${one.registerUntil}, asks_name = ${one.asksName},
      asks_needs = ${one.asksNeeds}, keep_days = ${one.keepDays}, sequence = sequence + ${raise ? 1 : 0}, version = version + 1, changed_at = clock_timestamp()
    where tenant = ${tenant} and id = ${at.id} and version = ${at.version}`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Moves an event from one state to another; false when it is in none of `from`. */
export async function setEventState(
  trx: Db,
  tenant: string,
  id: string,
  from: readonly EventState[],
  to: EventState,
  reason: string | null = null,
): Promise<boolean> {
  const done =
    await sql`update participation_event set state = ${to}, cancelled_reason = ${reason}, sequence = sequence + ${to === 'cancelled' ? 1 : 0},
      version = version + 1, changed_at = clock_timestamp()
    where tenant = ${tenant} and id = ${id} and state = any(${[...from]}::text[])`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Throws a draft away to which nobody came. */
export async function deleteDraft(trx: Db, id: string): Promise<void> {
  await sql`select participation_drop_event(${id})`.execute(trx)
}

/** Where one takes part from afar; undefined where there is nothing, or nothing that the connection may read. */
export async function linkOf(db: Db, event: string): Promise<EventLink | undefined> {
  const { rows } = await sql<EventLink>`select link, everybody from participation_event_link where event = ${event}`.execute(db)
  return rows[0]
}

/** Writes it, or takes it away. */
export async function saveLink(trx: Db, tenant: string, event: string, one: EventLink | null): Promise<void> {
  if (!one) await sql`delete from participation_event_link where tenant = ${tenant} and event = ${event}`.execute(trx)
  else
    await sql`insert into participation_event_link (event, tenant, link, everybody) values (${event}, ${tenant}, ${one.link}, ${one.everybody})
      on conflict (event) do update set link = excluded.link, everybody = excluded.everybody`.execute(trx)
}

/** The slots of office hours, by time and table. */
export async function slotsOf(db: Db, event: string): Promise<Slot[]> {
  const { rows } = await sql<Slot>`select id, starts_at as "startsAt", ends_at as "endsAt", desk, taken from participation_slot
    where event = ${event} order by starts_at, desk limit 2000`.execute(db)
  return rows
}

/** Adds slots; those that are there already stay. The event lasts from the first to the last. Gives how many came. */
export async function insertSlots(trx: Db, tenant: string, event: string, slots: readonly SlotTime[]): Promise<number> {
  const done = await sql`insert into participation_slot (tenant, event, starts_at, ends_at, desk)
    select ${tenant}, ${event}, s, u, d from unnest(${slots.map((one) => one.startsAt)}::timestamptz[], ${slots.map((one) => one.endsAt)}::timestamptz[],
      ${slots.map((one) => one.desk)}::integer[]) as given(s, u, d) on conflict (event, starts_at, desk) do nothing`.execute(trx)
  await spanSlots(trx, tenant, event)
  return Number(done.numAffectedRows ?? 0)
}

/** Takes a time away where nobody ever booked it. Gives how many slots went. */
export async function deleteSlots(trx: Db, tenant: string, event: string, startsAt: Date): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select participation_drop_slots(${event}, ${startsAt}) as gone`.execute(trx)
  await spanSlots(trx, tenant, event)
  return rows[0]?.gone ?? 0
}

/** Lets office hours last from their first slot to their last. */
const spanSlots = (trx: Db, tenant: string, event: string) =>
  sql`update participation_event e set starts_at = s.first, ends_at = s.last, version = version + 1, sequence = sequence + 1, changed_at = clock_timestamp()
    from (select min(starts_at) as first, max(ends_at) as last from participation_slot where event = ${event}) s
    where e.tenant = ${tenant} and e.id = ${event} and s.first is not null and (e.starts_at, e.ends_at) is distinct from (s.first, s.last)`.execute(
    trx,
  )

/** The procedures of a tenant that are made of dates, the newest first. */
export async function proceduresWithDates(db: Db, tenant: string): Promise<{ readonly id: string; readonly title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`select id, title from participation_procedure
    where tenant = ${tenant} and format = 'events' order by changed_at desc, id limit 200`.execute(db)
  return rows
}
