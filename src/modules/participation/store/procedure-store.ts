import { type Kysely, sql } from 'kysely'
import type { Phase, Procedure, ProcedureState } from '../model/procedure.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

const columns = sql`p.id, p.tenant, p.slug, p.format, p.state, p.prefix, p.title, p.lead, p.about, p.fixed, p.open, p.basis, p.office, p.contact, p.place, p.area,
  p.identity, p.trust, p.moderation, p.settings, p.answer_by as "answerBy", p.retention_months as "retentionMonths", p.submissions, p.comments, p.reactions, p.version,
  p.changed_at as "changedAt", p.published_at as "publishedAt", p.withdrawn_reason as "withdrawnReason"`

const phaseColumns = sql`id, track, position, title, note, label, starts_at as "startsAt", ends_at as "endsAt", actions`

/** A procedure by its address; drafts only where staff asks. */
export async function procedureBySlug(db: Db, tenant: string, slug: string): Promise<Procedure | undefined> {
  const { rows } =
    await sql<Procedure>`select ${columns} from participation_procedure p where p.tenant = ${tenant} and p.slug = ${slug}`.execute(
      db,
    )
  return rows[0]
}

/** A procedure of a tenant by its id. */
export async function procedureById(db: Db, tenant: string, id: string): Promise<Procedure | undefined> {
  const { rows } =
    await sql<Procedure>`select ${columns} from participation_procedure p where p.tenant = ${tenant} and p.id = ${id}`.execute(db)
  return rows[0]
}

/** The timetable of a procedure in order. */
export async function phasesOf(db: Db, procedure: string): Promise<Phase[]> {
  const { rows } =
    await sql<Phase>`select ${phaseColumns} from participation_phase where procedure = ${procedure} order by track desc, position`.execute(
      db,
    )
  return rows
}

/** A procedure in a list, with the end of what runs now. */
export interface ListedProcedure extends Procedure {
  /** Whether somebody may act now; the end of it (null: no end), and the next beginning. */
  readonly running: boolean
  readonly endsAt: Date | null
  readonly startsAt: Date | null
}

/** Which of them: with something to do now, still to come, over. */
export type Stand = 'running' | 'coming' | 'over'

/**
 * Public procedures of some tenants, those that end soonest first. One statement; a tenant has tens of them, a Land thousands:
 * `after` is the id of the last one shown.
 */
export async function listProcedures(
  db: Db,
  tenants: readonly string[],
  filter: {
    readonly stand?: Stand
    readonly format?: string
    readonly text?: string
    /** A theme of the data catalogue: TRAN. */
    readonly theme?: string
    readonly after?: string
    /** What ends soonest first, or what changed last. */
    readonly order?: 'ends' | 'changed'
  },
  limit: number,
): Promise<ListedProcedure[]> {
  const text = filter.text ? `%${filter.text.replace(/[\\%_]/g, '\\$&')}%` : undefined
  const listed = sql`
    select ${columns}, now.ends_at is not null or coalesce(now.endless, false) as running, nullif(now.ends_at, 'infinity'::timestamptz) as "endsAt", next.starts_at as "startsAt",
      case when coalesce(now.acting, false) then 0 when next.starts_at is not null then 1 else 2 end as stand,
      coalesce(now.ends_at, next.starts_at, 'infinity'::timestamptz) as moment
    from participation_procedure p
    left join lateral (select max(coalesce(ends_at, 'infinity'::timestamptz)) as ends_at, bool_or(ends_at is null) as endless, bool_or(true) as acting
      from participation_phase f where f.procedure = p.id and f.track = 'public' and f.actions && array['submit', 'comment', 'rate', 'vote']
      and f.starts_at <= now() and (f.ends_at is null or now() < f.ends_at)) now on true
    left join lateral (select min(starts_at) as starts_at from participation_phase f where f.procedure = p.id and f.track = 'public' and f.starts_at > now()) next on true
    where p.state = 'public' and p.tenant = any(${[...tenants]}::uuid[])
      ${filter.format ? sql`and p.format = ${filter.format}` : sql``}
      ${filter.theme ? sql`and ${filter.theme} = any(p.themes)` : sql``}
      ${text ? sql`and (p.title ilike ${text} or p.lead ilike ${text} or p.place ilike ${text})` : sql``}`
  const stands = { running: 0, coming: 1, over: 2 } as const
  const { rows } = await sql<ListedProcedure>`
    with participation_listed as (${listed})
    select * from participation_listed where true ${filter.stand ? sql`and stand = ${stands[filter.stand]}` : sql``}
      ${filter.after ? sql`and (stand, moment, id) > (select stand, moment, id from participation_listed where id = ${filter.after})` : sql``}
    order by ${filter.order === 'changed' ? sql`"changedAt" desc` : sql`stand, moment`}, id limit ${limit}`.execute(db)
  return rows
}

/** All procedures of a tenant for its staff, newest change first. */
export async function staffProcedures(db: Db, tenant: string): Promise<Procedure[]> {
  const { rows } =
    await sql<Procedure>`select ${columns} from participation_procedure p where p.tenant = ${tenant} order by p.changed_at desc, p.id limit 500`.execute(
      db,
    )
  return rows
}

/** What staff writes of a procedure. */
export type ProcedureWriting = Omit<
  Procedure,
  | 'id'
  | 'tenant'
  | 'state'
  | 'submissions'
  | 'comments'
  | 'reactions'
  | 'version'
  | 'changedAt'
  | 'publishedAt'
  | 'withdrawnReason'
  | 'trust'
> &
  Partial<Pick<Procedure, 'trust'>>

const written = (one: ProcedureWriting) => ({
  format: one.format,
  prefix: one.prefix,
  slug: one.slug,
  title: one.title,
  lead: one.lead,
  about: one.about,
  fixed: one.fixed,
  open: one.open,
  basis: one.basis,
  office: one.office,
  contact: one.contact,
  place: one.place,
  area: one.area,
  identity: one.identity,
  trust: one.trust ?? 'substantial',
  moderation: one.moderation,
  settings: one.settings,
  answer_by: one.answerBy,
  retention_months: one.retentionMonths,
})

const recordset = sql`g(format text, prefix text, slug text, title text, lead text, about text, fixed text[], open text[], basis jsonb, office text, contact jsonb, place text, area jsonb,
  identity jsonb, trust text, moderation text, settings jsonb, answer_by date, retention_months integer)`

/** Writes a new draft. */
export async function insertProcedure(db: Db, tenant: string, id: string, one: ProcedureWriting): Promise<void> {
  await sql`insert into participation_procedure (id, tenant, format, prefix, slug, title, lead, about, fixed, open, basis, office, contact, place, area, identity, trust, moderation, settings, answer_by, retention_months)
    select ${id}, ${tenant}, g.* from jsonb_to_record(${JSON.stringify(written(one))}::jsonb) as ${recordset}`.execute(db)
}

/** Writes a procedure anew if nobody else did since `version`; false when somebody did. */
export async function updateProcedure(
  db: Db,
  tenant: string,
  id: string,
  version: number,
  one: ProcedureWriting,
): Promise<boolean> {
  const done =
    await sql`update participation_procedure p set format = g.format, prefix = g.prefix, slug = g.slug, title = g.title, lead = g.lead, about = g.about, fixed = g.fixed, open = g.open,
      basis = g.basis, office = g.office, contact = g.contact, place = g.place, area = g.area, identity = g.identity, trust = g.trust, moderation = g.moderation, settings = g.settings,
      answer_by = g.answer_by, retention_months = g.retention_months, version = p.version + 1, changed_at = now()
    from jsonb_to_record(${JSON.stringify(written(one))}::jsonb) as ${recordset}
    where p.tenant = ${tenant} and p.id = ${id} and p.version = ${version}`.execute(db)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Makes a draft public, or takes a public procedure back with a reason. False when it is not in the state it goes from. */
export async function setProcedureState(
  db: Db,
  tenant: string,
  id: string,
  from: readonly ProcedureState[],
  to: ProcedureState,
  reason: string | null,
): Promise<boolean> {
  const done =
    await sql`update participation_procedure set state = ${to}, withdrawn_reason = ${reason}, changed_at = now(), version = version + 1,
      published_at = case when ${to} = 'public' then coalesce(published_at, now()) else published_at end
    where tenant = ${tenant} and id = ${id} and state = any(${[...from]}::text[])`.execute(db)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Replaces the timetable of one track; phases keep their ids. */
export async function writePhases(
  db: Db,
  tenant: string,
  procedure: string,
  track: Phase['track'],
  phases: readonly Phase[],
): Promise<void> {
  await sql`delete from participation_phase where tenant = ${tenant} and procedure = ${procedure} and track = ${track} and not id = any(${phases.map((one) => one.id)}::uuid[])`.execute(
    db,
  )
  if (phases.length === 0) return
  await sql`insert into participation_phase (id, tenant, procedure, track, position, title, note, label, starts_at, ends_at, actions)
    select g.id, ${tenant}, ${procedure}, ${track}, g.position, g.title, g.note, g.label, g."startsAt", g."endsAt", g.actions
    from jsonb_to_recordset(${JSON.stringify(phases)}::jsonb) as g(id uuid, position integer, title text, note text, label text, "startsAt" timestamptz, "endsAt" timestamptz, actions text[])
    on conflict (id) do update set position = excluded.position, title = excluded.title, note = excluded.note, label = excluded.label,
      starts_at = excluded.starts_at, ends_at = excluded.ends_at, actions = excluded.actions`.execute(db)
}
