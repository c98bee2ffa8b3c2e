import type { Kysely } from 'kysely'
import { findLink, keepLink, type LinkPurpose, type StoredLink } from '../../store/account/links.ts'
import type { IdentityTables } from '../../store/tenant-store.ts'
import { tokenHash } from '../identify.ts'
import type { Accounts } from './accounts.ts'
import { newToken } from './open-session.ts'

/** Minutes that a link is good for. */
export const linkMinutes = { 'sign-in': 15, password: 30, email: 60, erase: 30, 'set-up': 7 * 24 * 60 } as const satisfies Record<
  LinkPurpose,
  number
>

/** Makes a link for a person and gives its token; the fingerprint alone is kept. */
export async function issueLink(
  trx: Kysely<IdentityTables>,
  person: string,
  purpose: LinkPurpose,
  email: string | null = null,
): Promise<string> {
  const token = newToken()
  await keepLink(trx, { tokenHash: tokenHash(token), person, purpose, email, minutes: linkMinutes[purpose] })
  return token
}

/** Looks at a link of one of these purposes without using it up. */
export const seeLink = ({ db }: Accounts, token: string, ...purposes: readonly LinkPurpose[]): Promise<StoredLink | undefined> =>
  findLink(db, tokenHash(token), purposes)
