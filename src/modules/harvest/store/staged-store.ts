import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { analyse } from '#platform/db'
import type { Found } from '../model/guards.ts'
import type { MappedKind, Run, Summary } from '../model/source.ts'

type Db<T> = Kysely<T>

export const hashOf = (text: string): string => createHash('md5').update(text).digest('hex')

/** Text that the database takes: without NUL and without halves of characters. */
const storable = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '\ufffd') : part))

/** Something that a run found, before anything of it is written. */
export interface Staged {
  readonly idHash: string
  readonly sourceId: string
  readonly rawHash: string
  readonly outcome: 'same' | 'changed' | 'rejected'
  readonly record?: object
  readonly notes?: readonly object[]
  readonly page?: string
  readonly reason?: string
  readonly detail?: string
  readonly excerpt?: string
  readonly matchKey?: string
  readonly garbled?: boolean
  readonly publisher?: string
  readonly unknown?: readonly { readonly kind: string; readonly value: string }[]
  readonly mention?: boolean
  readonly line?: number
  readonly field?: string
  readonly remarks?: readonly object[]
}

/** What is known of records by the hashes of their ids: hash of what they said. */
export async function knownHashes<T>(db: Db<T>, source: string, hashes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ hash: string; raw: string }>`select id_hash as hash, raw_hash as raw from harvest_record
    where source = ${source} and id_hash = any(${[...hashes]}::text[]) and state = 'there'`.execute(db)
  return new Map(rows.map((row) => [row.hash, row.raw]))
}

/** Stages what came with a page; gives how many of it the run had not seen before. A mere mention gives way to a description, whichever comes first. */
export async function stage<T>(trx: Db<T>, run: Pick<Run, 'id' | 'tenant'>, staged: readonly Staged[]): Promise<number> {
  if (staged.length === 0) return 0
  const { rows } = await sql`
    insert into harvest_staged as s (tenant, run, id_hash, source_id, raw_hash, outcome, record, notes, page, reason, detail, excerpt, match_key, garbled, publisher, unknown, line, field, remarks, result)
    select ${run.tenant}, ${run.id}, g."idHash", g."sourceId", g."rawHash", g.outcome, g.record, g.notes, g.page, g.reason, g.detail, g.excerpt, g."matchKey", coalesce(g.garbled, false), coalesce(g.publisher, ''), g.unknown, g.line, g.field, g.remarks,
      case g.outcome when 'same' then 'unchanged' when 'rejected' then 'rejected' end
    from jsonb_to_recordset(${storable(staged)}::jsonb) as g("idHash" text, "sourceId" text, "rawHash" text, outcome text, record jsonb, notes jsonb, page text, reason text,
      detail text, excerpt text, "matchKey" text, garbled boolean, publisher text, unknown jsonb, mention boolean, line integer, field text, remarks jsonb)
    on conflict (run, id_hash) do update set raw_hash = excluded.raw_hash, outcome = excluded.outcome, record = excluded.record, notes = excluded.notes, page = excluded.page,
      reason = excluded.reason, detail = excluded.detail, excerpt = excluded.excerpt, match_key = excluded.match_key, garbled = excluded.garbled, publisher = excluded.publisher, unknown = excluded.unknown, result = excluded.result
    where s.reason = 'not-described' and excluded.reason is distinct from 'not-described'
    returning 1`.execute(trx)
  return rows.length
}

/** Stages known records of which the source says that it has them no longer; gives how many. */
export async function stageTold<T>(
  trx: Db<T>,
  run: Pick<Run, 'id' | 'tenant' | 'source'>,
  hashes: readonly string[],
): Promise<number> {
  if (hashes.length === 0) return 0
  const { rows } = await sql`insert into harvest_staged (tenant, run, id_hash, source_id, raw_hash, outcome, resource, publisher)
    select ${run.tenant}, ${run.id}, r.id_hash, r.source_id, r.raw_hash, 'gone', r.resource, r.publisher from harvest_record r
    where r.source = ${run.source} and r.state = 'there' and r.id_hash = any(${[...hashes]}::text[])
    on conflict (run, id_hash) do nothing returning 1`.execute(trx)
  return rows.length
}

/** Whether new records look like known ones under another id: then only a look at everything tells which of them went. */
export async function looksRenamed<T>(db: Db<T>, run: Pick<Run, 'id' | 'source'>): Promise<boolean> {
  const { rows } =
    await sql`select 1 from harvest_staged s join harvest_record r on r.source = ${run.source} and r.match_key = s.match_key and r.state = 'there'
    where s.run = ${run.id} and s.outcome = 'changed' and r.id_hash <> s.id_hash
    and not exists (select 1 from harvest_record k where k.source = ${run.source} and k.id_hash = s.id_hash and k.state = 'there') limit 1`.execute(
      db,
    )
  return rows.length > 0
}

/** Which of these are staged in the run already as more than a mention. */
export async function stagedAlready<T>(db: Db<T>, run: string, hashes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ hash: string }>`select id_hash as hash from harvest_staged
    where run = ${run} and id_hash = any(${[...hashes]}::text[]) and reason is distinct from 'not-described'`.execute(db)
  return new Set(rows.map((row) => row.hash))
}

/** Changed records after an id, without what was decided already. */
export interface Changed {
  readonly idHash: string
  readonly sourceId: string
  readonly rawHash: string
  readonly record: object
  readonly notes: readonly object[]
  readonly page: string | null
  readonly matchKey: string | null
  readonly garbled: boolean
  readonly publisher: string
  readonly unknown: readonly object[] | null
  readonly was: string | null
  readonly resource: string | null
}

export async function changedAfter<T>(db: Db<T>, run: string, after: string, limit: number): Promise<Changed[]> {
  const { rows } =
    await sql<Changed>`select id_hash as "idHash", source_id as "sourceId", raw_hash as "rawHash", record, coalesce(notes, '[]') as notes, page, match_key as "matchKey",
    garbled, publisher, unknown, was, resource from harvest_staged
    where run = ${run} and outcome = 'changed' and result is null and id_hash > ${after} order by id_hash limit ${limit}`.execute(
      db,
    )
  return rows
}

/** Turns staged records away: they come by another way already, or are our own. */
export async function turnAway<T>(
  db: Db<T>,
  run: string,
  away: readonly { readonly idHash: string; readonly reason: string; readonly detail: string }[],
): Promise<void> {
  if (away.length === 0) return
  await sql`update harvest_staged s set outcome = 'rejected', result = 'rejected', reason = a.reason, detail = a.detail, excerpt = left(s.record::text, 4000), record = null, notes = null
    from jsonb_to_recordset(${JSON.stringify(away)}::jsonb) as a("idHash" text, reason text, detail text) where s.run = ${run} and s.id_hash = a."idHash"`.execute(
    db,
  )
}

/** Which of these come from another source that still has them: by what they are recognised by, and by the record they stand for. */
export async function comesFromOthers<T>(
  db: Db<T>,
  source: string,
  keys: readonly string[],
  resources: readonly string[],
): Promise<{ byKey: Map<string, string>; byResource: Map<string, string> }> {
  const { rows } = await sql<{ key: string | null; resource: string; name: string }>`
    select r.match_key as key, r.resource, s.name from harvest_record r join harvest_source s on s.id = r.source
    where r.source <> ${source} and r.state = 'there' and s.state <> 'off' and (r.match_key = any(${[...keys]}::text[]) or r.resource = any(${[...resources]}::uuid[]))`.execute(
    db,
  )
  return {
    byKey: new Map(rows.flatMap((row) => (row.key === null ? [] : [[row.key, row.name] as const]))),
    byResource: new Map(rows.map((row) => [row.resource, row.name])),
  }
}

/** The records of a source that it has already, by their staged ids. */
export async function ownResources<T>(
  db: Db<T>,
  source: string,
  hashes: readonly string[],
): Promise<Map<string, { resource: string; target: string }>> {
  const { rows } = await sql<{
    hash: string
    resource: string
    target: string
  }>`select id_hash as hash, resource, target from harvest_record
    where source = ${source} and id_hash = any(${[...hashes]}::text[])`.execute(db)
  return new Map(rows.map(({ hash, ...row }) => [hash, row]))
}

/**
 * Known records that the run did not find. First those are recognised that came back under another id: one gone and one new with the same
 * mark, and only where each is the only one. The others are staged as gone. Safe to be done again after a stop.
 */
export async function stageGone<T>(trx: Db<T>, run: Pick<Run, 'id' | 'tenant' | 'source'>): Promise<void> {
  await sql`delete from harvest_staged where run = ${run.id} and outcome = 'gone'`.execute(trx)
  await sql`
    with gone as (
      select r.id_hash, r.match_key, r.resource from harvest_record r where r.source = ${run.source} and r.state = 'there' and r.match_key is not null
        and not exists (select 1 from harvest_staged s where s.run = ${run.id} and s.id_hash = r.id_hash)
    ), fresh as (
      select s.id_hash, s.match_key from harvest_staged s where s.run = ${run.id} and s.outcome = 'changed' and s.match_key is not null
        and not exists (select 1 from harvest_record r where r.source = ${run.source} and r.id_hash = s.id_hash and r.state = 'there')
    ), pairs as (
      select min(f.id_hash) as fresh, min(g.id_hash) as gone, min(g.resource::text)::uuid as resource from gone g join fresh f using (match_key)
      group by match_key having count(*) = 1
    )
    update harvest_staged s set was = p.gone, resource = p.resource from pairs p where s.run = ${run.id} and s.id_hash = p.fresh`.execute(
    trx,
  )
  await sql`insert into harvest_staged (tenant, run, id_hash, source_id, raw_hash, outcome, resource, publisher)
    select ${run.tenant}, ${run.id}, r.id_hash, r.source_id, r.raw_hash, 'gone', r.resource, r.publisher from harvest_record r
    where r.source = ${run.source} and r.state = 'there' and not exists (select 1 from harvest_staged s where s.run = ${run.id} and s.id_hash = r.id_hash)
    and not exists (select 1 from harvest_staged s where s.run = ${run.id} and s.was = r.id_hash and s.was is not null)`.execute(
    trx,
  )
}

/** The run in numbers, for the guards. */
export async function countFound<T>(db: Db<T>, run: Pick<Run, 'id' | 'source' | 'announced'>): Promise<Found> {
  const { rows } = await sql<Omit<Found, 'announced'>>`select
    (select count(*)::int from harvest_record where source = ${run.source} and state = 'there') as before,
    count(*) filter (where s.outcome in ('same', 'changed') or s.reason in ('loop', 'duplicate'))::int as given,
    count(*) filter (where s.outcome = 'gone')::int as gone,
    count(*) filter (where s.outcome <> 'gone')::int as came,
    count(*) filter (where s.outcome = 'changed' and s.garbled and r.garbled = false)::int as garbled,
    count(*) filter (where s.outcome = 'rejected' and r.id_hash is not null and s.reason not in ('loop', 'duplicate'))::int as unreadable
    from harvest_staged s left join harvest_record r on r.source = ${run.source} and r.id_hash = s.id_hash and r.state = 'there' where s.run = ${run.id}`.execute(
    db,
  )
  const [row] = rows
  if (!row) throw new Error('a count has a row')
  return { ...row, announced: run.announced ?? undefined }
}

/** What publishers there are, and which values no list knows. */
export async function summarise<T>(db: Db<T>, run: string, source: string): Promise<Summary> {
  const { rows: publishers } = await sql<{ name: string; count: number }>`
    select name, count(*)::int as count from (
      select coalesce(nullif(s.publisher, ''), r.publisher, '') as name from harvest_staged s left join harvest_record r on r.source = ${source} and r.id_hash = s.id_hash
      where s.run = ${run} and s.outcome in ('same', 'changed')) p group by name order by count desc, name limit 200`.execute(db)
  const { rows: unknown } = await sql<{ kind: MappedKind; value: string; count: number }>`
    select u.kind, u.value, count(*)::int as count from harvest_staged s left join harvest_record r on r.source = ${source} and r.id_hash = s.id_hash
    cross join lateral jsonb_to_recordset(case s.outcome when 'same' then r.unknown else s.unknown end) as u(kind text, value text)
    where s.run = ${run} and s.outcome in ('same', 'changed', 'rejected') group by u.kind, u.value order by count desc, u.value limit 200`.execute(
    db,
  )
  const { rows: repaired } = await sql<{
    n: number
  }>`select coalesce(sum(jsonb_array_length(notes)), 0)::int as n from harvest_staged where run = ${run} and notes is not null`.execute(
    db,
  )
  return { publishers, unknown, repaired: repaired[0]?.n ?? 0 }
}

/** What each staged record would become, so that a look has its numbers; writing sets them anew. What is the same or was refused says so from the beginning. */
export async function foresee<T>(db: Db<T>, run: string, source: string): Promise<void> {
  await sql`update harvest_staged s set result = case s.outcome when 'same' then 'unchanged' when 'rejected' then 'rejected' when 'gone' then 'withdrawn'
    else case when s.was is not null or exists (select 1 from harvest_record r where r.source = ${source} and r.id_hash = s.id_hash) then 'updated' else 'created' end end
    where s.run = ${run} and (s.outcome in ('changed', 'gone') or s.result is null)`.execute(db)
}

/** Takes the foreseen back before writing begins. */
export async function unforesee<T>(trx: Db<T>, run: string): Promise<void> {
  await sql`update harvest_staged set result = null where run = ${run} and outcome in ('changed', 'gone') and result is not null`.execute(
    trx,
  )
}

/** Makes known what was staged, before all of it is compared with all that is known. */
export const learnStaged = <T>(db: Db<T>): Promise<void> =>
  analyse(db, 'harvest_staged', ['run', 'id_hash', 'outcome', 'result', 'match_key', 'was'])

/** Makes known what was written. */
export const learnWritten = <T>(db: Db<T>): Promise<void> =>
  analyse(db, 'harvest_record', ['source', 'id_hash', 'state', 'match_key', 'resource'])

/** Examples of what a look found: what would be new or change, by title. */
export async function examplesOf<T>(
  db: Db<T>,
  run: string,
  limit = 10,
): Promise<{ sourceId: string; record: object; page: string | null; result: string | null; notes: readonly object[] }[]> {
  const { rows } = await sql<{
    sourceId: string
    record: object
    page: string | null
    result: string | null
    notes: readonly object[]
  }>`
    select source_id as "sourceId", record, page, result, coalesce(notes, '[]') as notes from harvest_staged where run = ${run} and outcome = 'changed' order by id_hash limit ${limit}`.execute(
    db,
  )
  return rows
}

/** What a run that waits would withdraw: ids at the source, and the records they stand for. */
export async function goneOf<T>(db: Db<T>, run: string, limit = 50): Promise<{ id: string; resource: string }[]> {
  const { rows } = await sql<{
    id: string
    resource: string
  }>`select source_id as id, resource from harvest_staged where run = ${run} and outcome = 'gone' order by source_id limit ${limit}`.execute(
    db,
  )
  return rows
}

/** Records that a finished run wrote, as far as no later one touched them again. */
export async function writtenIn<T>(
  db: Db<T>,
  run: Pick<Run, 'source' | 'startedAt' | 'finishedAt'>,
  limit = 10,
): Promise<string[]> {
  const { rows } = await sql<{ resource: string }>`select resource from harvest_record
    where source = ${run.source} and state = 'there' and changed_at between ${run.startedAt} and ${run.finishedAt}
    order by changed_at, id_hash limit ${limit}`.execute(db)
  return rows.map((row) => row.resource)
}

/** Ids of staged records that are gone, for writing. */
export async function goneAfter<T>(
  db: Db<T>,
  run: string,
  source: string,
  after: string,
  limit: number,
): Promise<{ idHash: string; resource: string; target: string }[]> {
  const { rows } = await sql<{
    idHash: string
    resource: string
    target: string
  }>`select s.id_hash as "idHash", s.resource, r.target from harvest_staged s
    join harvest_record r on r.source = ${source} and r.id_hash = s.id_hash
    where s.run = ${run} and s.outcome = 'gone' and s.result is null and s.id_hash > ${after} order by s.id_hash limit ${limit}`.execute(
    db,
  )
  return rows
}

/** What became of records that were written. */
export interface Written {
  readonly idHash: string
  readonly sourceId: string
  readonly rawHash: string
  readonly matchKey: string | null
  readonly garbled: boolean
  readonly publisher: string
  readonly unknown: readonly object[] | null
  readonly was: string | null
  readonly target: string
  readonly resource: string
  readonly result: 'created' | 'updated' | 'unchanged'
  readonly kept: boolean
}

/** Remembers written records for the next run, and what became of them for this one. */
export async function noteWritten<T>(
  trx: Db<T>,
  run: Pick<Run, 'id' | 'tenant' | 'source'>,
  written: readonly Written[],
): Promise<void> {
  if (written.length === 0) return
  const given = sql`jsonb_to_recordset(${storable(written)}::jsonb) as g("idHash" text, "sourceId" text, "rawHash" text, "matchKey" text, garbled boolean, publisher text, unknown jsonb, was text, target uuid, resource uuid, result text, kept boolean)`
  await sql`delete from harvest_record r using ${given} where r.source = ${run.source} and r.id_hash = g.was`.execute(trx)
  await sql`insert into harvest_record (tenant, source, id_hash, source_id, raw_hash, match_key, garbled, publisher, unknown, target, resource)
    select ${run.tenant}, ${run.source}, g."idHash", g."sourceId", g."rawHash", g."matchKey", g.garbled, g.publisher, g.unknown, g.target, g.resource from ${given}
    on conflict (source, id_hash) do update set raw_hash = excluded.raw_hash, match_key = excluded.match_key, garbled = excluded.garbled, publisher = excluded.publisher, unknown = excluded.unknown,
      target = excluded.target, resource = excluded.resource, state = 'there', changed_at = now()`.execute(trx)
  await sql`update harvest_staged s set result = g.result, kept = g.kept, resource = g.resource from ${given} where s.run = ${run.id} and s.id_hash = g."idHash"`.execute(
    trx,
  )
}

export async function noteGone<T>(
  trx: Db<T>,
  run: Pick<Run, 'id' | 'source'>,
  gone: readonly { readonly idHash: string; readonly kept: boolean }[],
): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as g("idHash" text, kept boolean)`
  await sql`update harvest_record r set state = 'gone', changed_at = now() from ${given} where r.source = ${run.source} and r.id_hash = g."idHash"`.execute(
    trx,
  )
  // What staff keeps stays as it is: nothing was withdrawn.
  await sql`update harvest_staged s set result = case when g.kept then 'unchanged' else 'withdrawn' end, kept = g.kept from ${given} where s.run = ${run.id} and s.id_hash = g."idHash"`.execute(
    trx,
  )
}

/** Keeps what was not taken, with the record as it came. */
export async function keepIssues<T>(trx: Db<T>, run: Pick<Run, 'id' | 'tenant'>): Promise<void> {
  await sql`delete from harvest_issue where run = ${run.id}`.execute(trx)
  await sql`insert into harvest_issue (tenant, run, number, source_id, reason, detail, page, excerpt, line, field, taken)
    select ${run.tenant}, ${run.id}, row_number() over (order by taken, (reason in ('loop', 'duplicate', 'private')), line, id_hash, field), source_id, coalesce(reason, ''), detail, page, left(excerpt, 4000), line, field, taken
    from (
      select source_id, reason, detail, page, excerpt, line, field, false as taken, id_hash from harvest_staged where run = ${run.id} and outcome = 'rejected'
      union all
      select s.source_id, m.reason, m.detail, s.page, null, m.line, m.field, true, s.id_hash from harvest_staged s
        cross join lateral jsonb_to_recordset(s.remarks) as m(reason text, line integer, field text, detail text) where s.run = ${run.id} and s.outcome = 'changed' and s.remarks is not null
    ) i limit 2000`.execute(trx)
}

/** Staged things of runs that are over. */
export async function forgetStaged<T>(db: Db<T>): Promise<void> {
  await sql`delete from harvest_staged s using harvest_run r where r.id = s.run and r.state in ('done', 'failed', 'dropped')`.execute(
    db,
  )
}
