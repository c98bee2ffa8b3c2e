import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'

type Db = Kysely<ParticipationTables>

/** A photo of a report. */
export interface IssuePhoto {
  readonly id: string
  readonly sha256: string
  readonly mediaType: string
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly state: 'waiting' | 'public'
}

const columns = sql`f.id, f.sha256, f.media_type as "mediaType", f.bytes, f.width, f.height, f.state`

/** A photo that belongs to no report yet; the connection must know its secret. */
export async function insertPhoto(
  trx: Db,
  one: Omit<IssuePhoto, 'state'> & { readonly tenant: string; readonly secretHash: Buffer },
): Promise<void> {
  await sql`insert into participation_issue_photo (id, tenant, sha256, media_type, bytes, width, height, state, secret_hash)
    values (${one.id}, ${one.tenant}, ${one.sha256}, ${one.mediaType}, ${one.bytes}, ${one.width}, ${one.height}, 'waiting', ${one.secretHash})`.execute(
    trx,
  )
}

/** What a secret opens, as long as it belongs to no report. */
export async function loosePhoto(trx: Db, secretHash: Buffer): Promise<IssuePhoto | undefined> {
  const { rows } = await sql<IssuePhoto>`select ${columns} from participation_issue_photo f
    where f.secret_hash = ${secretHash} and f.submission is null`.execute(trx)
  return rows[0]
}

/** Gives a loose photo to a report; false when it is gone. The connection is told its secret for this, and the former one again. */
export async function attachPhoto(
  trx: Db,
  secrets: { readonly photo: Buffer; readonly report: Buffer },
  submission: string,
  state: IssuePhoto['state'],
): Promise<boolean> {
  const know = (hash: Buffer) => sql`select set_config('allmende.secret', ${hash.toString('hex')}, true)`.execute(trx)
  await know(secrets.photo)
  const done = await sql`update participation_issue_photo set submission = ${submission}, state = ${state}
    where secret_hash = ${secrets.photo} and submission is null`.execute(trx)
  await know(secrets.report)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Photos of reports that the connection may see, by report, oldest first. */
export async function photosOf(db: Db, submissions: readonly string[]): Promise<ReadonlyMap<string, readonly IssuePhoto[]>> {
  const { rows } = await sql<IssuePhoto & { submission: string }>`select ${columns}, f.submission from participation_issue_photo f
    where f.submission = any(${[...submissions]}::uuid[]) order by f.at, f.id`.execute(db)
  const found = new Map<string, IssuePhoto[]>()
  for (const { submission, ...photo } of rows) found.set(submission, [...(found.get(submission) ?? []), photo])
  return found
}

/** A photo of a report by its id, where the connection may see it. */
export async function photoById(db: Db, id: string): Promise<IssuePhoto | undefined> {
  const { rows } = await sql<IssuePhoto>`select ${columns} from participation_issue_photo f
    where f.id = ${id} and f.submission is not null`.execute(db)
  return rows[0]
}

/** Lets everybody see a photo. False when it is not there. */
export async function publishPhoto(trx: Db, tenant: string, submission: string, id: string): Promise<boolean> {
  const done = await sql`update participation_issue_photo set state = 'public'
    where tenant = ${tenant} and submission = ${submission} and id = ${id}`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Takes a photo away; its content goes with the next sweep of the storage. False when it is not there. */
export async function deletePhoto(trx: Db, tenant: string, submission: string, id: string): Promise<boolean> {
  const done = await sql`delete from participation_issue_photo
    where tenant = ${tenant} and submission = ${submission} and id = ${id}`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Fingerprints of every content that a photo names. */
export async function namedPhotos(db: Db): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`select distinct sha256 from participation_issue_photo`.execute(db)
  return rows.map((one) => one.sha256)
}
