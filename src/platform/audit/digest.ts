import { createHash } from 'node:crypto'
import type { AuditValue, AuditWord } from './entry.ts'

/** What stands before the first entry of a chain. */
export const beginning: Buffer = Buffer.alloc(32)

/** What of an entry goes into its hash. */
export interface Hashed {
  readonly tenant: string | null
  readonly position: number
  readonly at: Date
  readonly action: string
  readonly subjectKind: string
  readonly details: AuditValue
  readonly actorDigest: Buffer
  readonly subjectDigest: Buffer
  readonly previous: Buffer
}

/** The same value always in the same letters: PostgreSQL sorts the keys of jsonb in its own way, so they are sorted here. */
function canonical(value: AuditValue): AuditValue {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, canonical(one)]),
  )
}

const sha256 = (text: string) => createHash('sha256').update(text).digest()

/** SHA-256 over the JSON list of all fields in this order, bytes as hexadecimal; anybody can calculate it from a copy of the table. */
export const entryHash = (one: Hashed): Buffer =>
  sha256(
    JSON.stringify([
      1,
      one.tenant,
      one.position,
      one.at.toISOString(),
      one.action,
      one.subjectKind,
      canonical(one.details),
      one.actorDigest.toString('hex'),
      one.subjectDigest.toString('hex'),
      one.previous.toString('hex'),
    ]),
  )

/**
 * Digest of a person's words under a salt. The salt is thrown away when the words are erased: names are few and could be
 * guessed from a bare hash, but not with 16 unknown bytes in front.
 */
export const wordDigest = (salt: Buffer, word: AuditWord): Buffer =>
  sha256(JSON.stringify([salt.toString('hex'), word.id, word.name]))

/** A text that PostgreSQL can keep: no NUL, no half characters, no more than `most` letters. */
export const keepable = (text: string, most = 300): string =>
  text.toWellFormed().replaceAll('\0', '').slice(0, most).toWellFormed()

/** The same for a value: what comes back from the database is what was hashed. */
export function keepableValue(value: AuditValue): AuditValue {
  const cleaned = JSON.stringify(value, (_key, one: unknown) => (typeof one === 'string' ? keepable(one, 2000) : one))
  return JSON.parse(cleaned) as AuditValue
}
