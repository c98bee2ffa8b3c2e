import { type Kysely, sql } from 'kysely'

/** What somebody wrote or is in charge of, for the export of their data. */
export async function workOf(db: Kysely<never>, person: string): Promise<unknown> {
  const { rows } = await sql<{ work: unknown }>`select json_build_object(
    'comments', (select coalesce(json_agg(json_build_object('draft', d.title, 'text', c.text, 'at', c.at) order by c.at), '[]')
      from catalogue_comment c join catalogue_draft d on d.tenant = c.tenant and d.id = c.draft where c.author = ${person}),
    'drafts', (select coalesce(json_agg(json_build_object('title', title, 'state', state, 'createdAt', created_at, 'changedAt', changed_at) order by created_at), '[]')
      from catalogue_draft where ${person} in (created_by, changed_by, submitted_by, approved_by, responsible)),
    'versions', (select coalesce(json_agg(json_build_object('resource', resource, 'number', number, 'releasedAt', released_at) order by released_at), '[]')
      from catalogue_version where released_by = ${person}),
    'inChargeOf', (select coalesce(json_agg(resource), '[]') from catalogue_charge where responsible = ${person})
    ) as work`.execute(db)
  return rows[0]?.work
}

/** Takes a person's id out of everything that stays; what only waited for that person goes. */
export async function forgetWorker(trx: Kysely<never>, person: string): Promise<void> {
  await sql`update catalogue_draft set responsible = nullif(responsible, ${person}), created_by = nullif(created_by, ${person}),
    changed_by = nullif(changed_by, ${person}), submitted_by = nullif(submitted_by, ${person}), approved_by = nullif(approved_by, ${person})
    where ${person} in (responsible, created_by, changed_by, submitted_by, approved_by)`.execute(trx)
  await sql`update catalogue_comment set author = null where author = ${person}`.execute(trx)
  await sql`update catalogue_version set released_by = null where released_by = ${person}`.execute(trx)
  await sql`update catalogue_charge set responsible = null where responsible = ${person}`.execute(trx)
  await sql`update catalogue_bulk set person = null where person = ${person}`.execute(trx)
  await sql`delete from catalogue_sheet where person = ${person}`.execute(trx)
}
