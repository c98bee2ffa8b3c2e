import { sql } from 'kysely'
import type { StaffDb } from './draft-store.ts'
import type { DraftFile } from './draft-tables.ts'

/** Files handed in with a draft, by name. */
export async function draftFiles(staff: StaffDb, draft: string): Promise<DraftFile[]> {
  const { rows } = await sql<DraftFile>`
    select name, media_type as "mediaType", bytes, sha256, columns, facts, added_at as "addedAt" from catalogue_draft_file
    where tenant = ${staff.tenant} and draft = ${draft} order by name`.execute(staff.db)
  return rows
}

/** Keeps a file with a draft; one of the same name is replaced. */
export async function putDraftFile(staff: StaffDb, draft: string, file: Omit<DraftFile, 'addedAt'>): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  await sql`insert into catalogue_draft_file (tenant, draft, name, media_type, bytes, sha256, columns, facts)
    values (${staff.tenant}, ${draft}, ${file.name}, ${file.mediaType}, ${file.bytes}, ${file.sha256}, ${json(file.columns)}::jsonb, ${json(file.facts)}::jsonb)
    on conflict (tenant, draft, name) do update set media_type = excluded.media_type, bytes = excluded.bytes, sha256 = excluded.sha256, columns = excluded.columns, facts = excluded.facts, added_at = now()`.execute(
    staff.db,
  )
}

export async function dropDraftFile(staff: StaffDb, draft: string, name: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`delete from catalogue_draft_file where tenant = ${staff.tenant} and draft = ${draft} and name = ${name}`.execute(
      staff.db,
    )
  return Number(numAffectedRows ?? 0) > 0
}

/** A draft that changes a published record begins with its files. */
export async function takeFiles(staff: StaffDb, resource: string, draft: string): Promise<void> {
  await sql`insert into catalogue_draft_file (tenant, draft, name, media_type, bytes, sha256, columns)
    select tenant, ${draft}, name, media_type, bytes, sha256, columns from catalogue_file where tenant = ${staff.tenant} and resource = ${resource}`.execute(
    staff.db,
  )
}

/** The files of a draft become those of its record; what the draft no longer has is public no longer. */
export async function publishFiles(staff: StaffDb, draft: string, resource: string): Promise<void> {
  await sql`delete from catalogue_file f where f.tenant = ${staff.tenant} and f.resource = ${resource}
    and not exists (select 1 from catalogue_draft_file d where d.tenant = f.tenant and d.draft = ${draft} and d.name = f.name)`.execute(
    staff.db,
  )
  await sql`insert into catalogue_file as f (tenant, resource, name, media_type, bytes, sha256, columns)
    select tenant, ${resource}, name, media_type, bytes, sha256, columns from catalogue_draft_file where tenant = ${staff.tenant} and draft = ${draft}
    on conflict (tenant, resource, name) do update set media_type = excluded.media_type, bytes = excluded.bytes, sha256 = excluded.sha256, columns = excluded.columns, changed_at = now()
    where f.sha256 <> excluded.sha256 or f.columns is distinct from excluded.columns`.execute(staff.db)
}
