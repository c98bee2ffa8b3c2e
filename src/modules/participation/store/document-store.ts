import { type Kysely, sql } from 'kysely'
import type { DocumentVersion, ProcedureDocument } from '../model/setup/document.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

interface Row extends DocumentVersion {
  readonly document: string
  readonly title: string
}

const columns = sql`d.id as document, d.title, v.version, v.name, v.media_type as "mediaType", v.bytes, v.sha256, v.note, v.added_at as "addedAt", v.removed_reason as "removedReason"`

/** The documents of a procedure in the order in which they came, each with its versions, newest first. One statement. */
export async function documentsOf(db: Db, procedure: string): Promise<ProcedureDocument[]> {
  const { rows } =
    await sql<Row>`select ${columns} from participation_document d join participation_document_version v on v.document = d.id
    where d.procedure = ${procedure} order by d.created_at, d.id, v.version desc`.execute(db)
  const found = new Map<string, { id: string; title: string; versions: DocumentVersion[] }>()
  for (const { document, title, ...version } of rows) {
    const one = found.get(document) ?? { id: document, title, versions: [] }
    one.versions.push(version)
    found.set(document, one)
  }
  return [...found.values()]
}

/** A new document of a procedure, without a file so far. */
export async function insertDocument(
  trx: Db,
  one: { id: string; tenant: string; procedure: string; title: string },
): Promise<void> {
  await sql`insert into participation_document (id, tenant, procedure, title) values (${one.id}, ${one.tenant}, ${one.procedure}, ${one.title})`.execute(
    trx,
  )
}

/** Adds a file to a document as its next version; gives the number. The procedure must be held: two who add come one after the other. */
export async function addVersion(
  trx: Db,
  tenant: string,
  document: string,
  file: Pick<DocumentVersion, 'name' | 'mediaType' | 'bytes' | 'sha256' | 'note'>,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into participation_document_version (document, version, tenant, name, media_type, bytes, sha256, note)
    select ${document}, coalesce(max(version), 0) + 1, ${tenant}, ${file.name}, ${file.mediaType}, ${file.bytes}, ${file.sha256}, ${file.note}
    from participation_document_version where document = ${document} returning version`.execute(trx)
  return rows[0]?.version ?? 1
}

/** Takes a file away with a reason; its line stays. False when it is not there or gone already. */
export async function removeVersion(
  trx: Db,
  tenant: string,
  document: string,
  version: number,
  reason: string,
): Promise<boolean> {
  const done = await sql`update participation_document_version set removed_reason = ${reason}
    where tenant = ${tenant} and document = ${document} and version = ${version} and removed_reason is null`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Tables of the room whose rows name contents of the storage. */
export const contentTables = ['participation_document_version'] as const

/** Fingerprints of every content that a document names, so that the storage keeps it; what was taken away is not among them. */
export async function namedContents(db: Db): Promise<string[]> {
  const { rows } = await sql<{
    sha256: string
  }>`select distinct sha256 from participation_document_version where removed_reason is null`.execute(db)
  return rows.map((one) => one.sha256)
}
