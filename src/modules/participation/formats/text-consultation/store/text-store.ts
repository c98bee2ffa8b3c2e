import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'
import type { TextBlock } from '../model/text.ts'

type Db = Kysely<ParticipationTables>

/** The draft of the next version. */
export interface TextDraft {
  readonly source: string
  /** 0 where nobody saved anything yet. */
  readonly revision: number
  readonly changedAt: Date | null
}

/** A published version without its words. */
export interface TextVersion {
  readonly version: number
  readonly note: string
  readonly paragraphs: number
  readonly publishedAt: Date
}

const blockColumns = sql`key, kind, level, body`

/** The draft of a procedure's text; an empty one where there is none. `locked`: nobody saves or publishes until the transaction ends. */
export async function draftOf(db: Db, procedure: string, locked = false): Promise<TextDraft> {
  const { rows } = await sql<TextDraft>`select source, revision, changed_at as "changedAt" from participation_text
    where procedure = ${procedure} ${locked ? sql`for update` : sql``}`.execute(db)
  return rows[0] ?? { source: '', revision: 0, changedAt: null }
}

/** Saves a draft where nobody else did since `revision`; false when somebody did. */
export async function saveDraft(db: Db, tenant: string, procedure: string, revision: number, source: string): Promise<boolean> {
  const done =
    revision === 0
      ? await sql`insert into participation_text (procedure, tenant, source) values (${procedure}, ${tenant}, ${source}) on conflict do nothing`.execute(
          db,
        )
      : await sql`update participation_text set source = ${source}, revision = revision + 1, changed_at = clock_timestamp()
          where tenant = ${tenant} and procedure = ${procedure} and revision = ${revision}`.execute(db)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** The versions of a text, the newest first. */
export async function versionsOf(db: Db, procedure: string): Promise<TextVersion[]> {
  const { rows } =
    await sql<TextVersion>`select version, note, paragraphs, published_at as "publishedAt" from participation_text_version
    where procedure = ${procedure} order by version desc limit 200`.execute(db)
  return rows
}

/** A version as it was typed. */
export async function sourceOf(db: Db, procedure: string, version: number): Promise<string | undefined> {
  const { rows } = await sql<{ source: string }>`select source from participation_text_version
    where procedure = ${procedure} and version = ${version}`.execute(db)
  return rows[0]?.source
}

/** Headings and paragraphs of a version in order. */
export async function blocksOf(db: Db, procedure: string, version: number): Promise<TextBlock[]> {
  const { rows } = await sql<TextBlock>`select ${blockColumns} from participation_text_part
    where procedure = ${procedure} and version = ${version} order by position`.execute(db)
  return rows
}

/** A paragraph in a version, else as it stood last, with the version that says so. */
export async function paragraphOf(
  db: Db,
  procedure: string,
  version: number,
  key: string,
): Promise<(TextBlock & { readonly version: number }) | undefined> {
  const { rows } = await sql<TextBlock & { version: number }>`select ${blockColumns}, version from participation_text_part
    where procedure = ${procedure} and key = ${key} and kind = 'text' and version <= ${version} order by version desc limit 1`.execute(
    db,
  )
  return rows[0]
}

/** Paragraphs in the versions of which contributions speak, by `version/key`. One question. */
export async function wordingsOf(
  db: Db,
  procedure: string,
  places: readonly { readonly version: number; readonly paragraph: string }[],
): Promise<ReadonlyMap<string, string>> {
  if (places.length === 0) return new Map()
  const { rows } = await sql<{ version: number; key: string; body: string }>`
    select b.version, b.key, b.body from participation_text_part b
    where b.procedure = ${procedure} and (b.version, b.key) in (select g.version, g.paragraph from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as g(version integer, paragraph text))`.execute(
    db,
  )
  return new Map(rows.map(({ version, key, body }) => [`${version}/${key}`, body]))
}

/** Every key that was ever given in a procedure. */
export async function usedKeys(db: Db, procedure: string): Promise<string[]> {
  const { rows } = await sql<{
    key: string
  }>`select distinct key from participation_text_part where procedure = ${procedure}`.execute(db)
  return rows.map(({ key }) => key)
}

/** Writes a version with its blocks, and lets the settings of the procedure name its paragraphs. */
export async function insertVersion(
  trx: Db,
  tenant: string,
  procedure: string,
  one: { readonly version: number; readonly source: string; readonly note: string; readonly at?: Date },
  blocks: readonly TextBlock[],
): Promise<void> {
  const rows = blocks.map(({ key, kind, level, body }, position) => ({ key, kind, level, body, position }))
  const paragraphs = blocks.filter(({ kind }) => kind === 'text').length
  await sql`insert into participation_text_version (tenant, procedure, version, source, note, paragraphs, published_at)
    values (${tenant}, ${procedure}, ${one.version}, ${one.source}, ${one.note}, ${paragraphs}, coalesce(${one.at ?? null}, clock_timestamp()))`.execute(
    trx,
  )
  await sql`insert into participation_text_part (tenant, procedure, version, position, key, kind, level, body)
    select ${tenant}, ${procedure}, ${one.version}, g.position, g.key, g.kind, g.level, g.body
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(position integer, key text, kind text, level smallint, body text)`.execute(
    trx,
  )
  await sql`update participation_procedure set settings = settings, changed_at = now() where tenant = ${tenant} and id = ${procedure}`.execute(
    trx,
  )
}

/** What a paragraph has. */
export interface TextCount {
  readonly key: string
  readonly comments: number
  readonly changes: number
  readonly answered: number
}

/** The counts of all paragraphs that have something; '' is the whole text. */
export async function countsOf(db: Db, procedure: string): Promise<ReadonlyMap<string, TextCount>> {
  const { rows } = await sql<TextCount>`select key, comments, changes, answered from participation_text_count
    where procedure = ${procedure} and comments + changes > 0`.execute(db)
  return new Map(rows.map((one) => [one.key, one]))
}

/** The counts of all paragraphs together. */
export const totalOf = (counts: ReadonlyMap<string, TextCount>): Omit<TextCount, 'key'> =>
  counts.values().reduce(
    (sum, one) => ({
      comments: sum.comments + one.comments,
      changes: sum.changes + one.changes,
      answered: sum.answered + one.answered,
    }),
    { comments: 0, changes: 0, answered: 0 },
  )

/** The newest version of each of these texts whose procedure is public, as mails name it. */
export async function newestVersions(
  db: Db,
  procedures: readonly string[],
): Promise<{ procedure: string; slug: string; title: string; version: number; note: string }[]> {
  const { rows } = await sql<{ procedure: string; slug: string; title: string; version: number; note: string }>`
    select distinct on (v.procedure) v.procedure, p.slug, p.title, v.version, v.note
    from participation_text_version v join participation_procedure p on p.id = v.procedure and p.state = 'public'
    where v.procedure = any(${[...procedures]}::uuid[]) order by v.procedure, v.version desc`.execute(db)
  return rows
}
