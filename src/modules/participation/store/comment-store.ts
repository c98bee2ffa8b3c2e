import { type Kysely, sql } from 'kysely'
import type { Comment, CommentDraft, Stance } from '../model/comment.ts'
import type { IdentityLevel } from '../model/procedure.ts'
import { cameAt } from './submission-store.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

const columns = sql`c.id, c.parent, c.stance, c.state, c.body, c.author, c.office, c.lang, c.received_at as "receivedAt"`

/** A new comment as it is written. */
export interface NewComment {
  readonly id: string
  readonly tenant: string
  readonly procedure: string
  readonly submission: string
  readonly state: 'waiting' | 'public'
  readonly draft: CommentDraft
  /** Said by the office itself; only staff may. */
  readonly office?: string
  readonly lang: string
  readonly findings: readonly string[]
  readonly secretHash: Buffer
  /** What was shown by whoever writes; nothing where nothing is asked, and of the office. */
  readonly identity?: IdentityLevel
  /** It waited for the link in a mail under the same id. */
  readonly confirms?: boolean
}

/** Writes a comment. The row's policy decides by the database's clock whether it is still time: PostgreSQL refuses with 42501; a reply to a reply with 23514. */
export async function insertComment(trx: Db, one: NewComment): Promise<void> {
  const { draft } = one
  await sql`insert into participation_comment (id, tenant, procedure, submission, parent, stance, state, body, author, office, lang, findings, secret_hash, identity, received_at, confirmed_at)
    values (${one.id}, ${one.tenant}, ${one.procedure}, ${one.submission}, ${draft.parent ?? null}, ${draft.stance ?? null}, ${one.state}, ${draft.body}, ${draft.author ?? null},
      ${one.office ?? null}, ${one.lang}, ${[...one.findings]}::text[], ${one.secretHash}, ${one.identity ?? 'none'}, ${cameAt(one.id, one.confirms)},
      ${one.confirms ? sql`clock_timestamp()` : sql`null`})`.execute(trx)
}

/** A comment with its first replies. */
export interface Thread extends Comment {
  readonly replies: readonly Comment[]
  /** More of them follow. */
  readonly moreReplies: boolean
}

const firstReplies = 5

/** Public comments under a submission, oldest first, behind the one with the id `after`; of one side where one is named. Two questions, by keys. */
export async function threadsOf(
  db: Db,
  submission: string,
  { stance, after, limit }: { readonly stance?: Stance | undefined; readonly after?: string | undefined; readonly limit: number },
): Promise<Thread[]> {
  const { rows } = await sql<Comment>`select ${columns} from participation_comment c
    where c.submission = ${submission} and c.parent is null and c.state = 'public' ${stance ? sql`and c.stance = ${stance}` : sql``}
      ${after ? sql`and (c.received_at, c.id) > (select received_at, id from participation_comment where id = ${after})` : sql``}
    order by c.received_at, c.id limit ${limit}`.execute(db)
  if (rows.length === 0) return []
  const { rows: replies } = await sql<Comment>`select r.* from unnest(${rows.map((one) => one.id)}::uuid[]) as above(id)
    cross join lateral (select ${columns} from participation_comment c where c.parent = above.id and c.state = 'public' order by c.received_at, c.id limit ${firstReplies + 1}) r`.execute(
    db,
  )
  const below = Map.groupBy(replies, (one) => one.parent)
  return rows.map((one) => {
    const own = below.get(one.id) ?? []
    return { ...one, replies: own.slice(0, firstReplies), moreReplies: own.length > firstReplies }
  })
}

/** One public comment with a page of its replies behind the one with the id `after`. Undefined when it does not stand under the submission. */
export async function threadOf(
  db: Db,
  submission: string,
  id: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Thread | undefined> {
  const { rows } = await sql<Comment>`select ${columns} from participation_comment c
    where c.id = ${id} and c.submission = ${submission} and c.parent is null and c.state = 'public'`.execute(db)
  const one = rows[0]
  if (!one) return undefined
  const { rows: replies } =
    await sql<Comment>`select ${columns} from participation_comment c where c.parent = ${id} and c.state = 'public'
      ${after ? sql`and (c.received_at, c.id) > (select received_at, id from participation_comment where id = ${after})` : sql``}
    order by c.received_at, c.id limit ${limit + 1}`.execute(db)
  return { ...one, replies: replies.slice(0, limit), moreReplies: replies.length > limit }
}

/** A comment as its author sees it, with what it stands under. */
export interface OwnComment extends Comment {
  readonly procedure: string
  readonly submission: string
}

/** What stands behind a secret link; the connection must know the secret. */
export async function commentOfSecret(trx: Db, tenant: string, hash: Buffer): Promise<OwnComment | undefined> {
  const { rows } =
    await sql<OwnComment>`select ${columns}, c.procedure, c.submission from participation_comment c where c.tenant = ${tenant} and c.secret_hash = ${hash}`.execute(
      trx,
    )
  return rows[0]
}

/** Takes a comment back; withdrawing twice changes nothing. */
export async function withdrawComment(trx: Db, tenant: string, id: string): Promise<void> {
  await sql`update participation_comment set state = 'withdrawn', closed_at = clock_timestamp()
    where tenant = ${tenant} and id = ${id} and state in ('waiting', 'public', 'hidden')`.execute(trx)
}
