import type { Kysely } from 'kysely'
import { formats } from './formats.ts'
import { contentTables, namedContents } from './store/document-store.ts'
import type { ParticipationTables } from './store/tables.ts'

/** Tables of the room and of its formats whose rows name contents of the storage. */
export const participationContentTables: readonly string[] = [
  ...contentTables,
  ...formats.flatMap((one) => one.contents?.tables ?? []),
]

/** Fingerprints of every content that a row of the room or of a format names, so that the storage keeps it. */
export async function participationContents(db: Kysely<ParticipationTables>): Promise<string[]> {
  const named = await Promise.all([namedContents(db), ...formats.map((one) => one.contents?.named(db) ?? [])])
  return named.flat()
}
