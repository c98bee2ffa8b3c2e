import { randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { endSessionOf, insertSession, strengthenSession } from '../../store/account/sessions.ts'
import type { IdentityTables } from '../../store/tenant-store.ts'
import { sessionHours, tokenHash } from '../identify.ts'

/** The browser that signs in: what it is called, and the token it came with. */
export interface Browser {
  readonly device: string
  readonly token: string | undefined
}

/** A token that cannot be guessed: 32 bytes in base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/**
 * Opens a session and gives its token. The session the browser came with ends, whoever's it was: a token that somebody
 * planted before never becomes one that is signed in.
 */
export async function openSession(
  trx: Kysely<IdentityTables>,
  person: string,
  browser: Browser,
  strong: boolean,
): Promise<string> {
  if (browser.token) await endSessionOf(trx, tokenHash(browser.token))
  const token = newToken()
  await insertSession(trx, {
    id: randomUUID(),
    tokenHash: tokenHash(token),
    person,
    hours: sessionHours,
    strong,
    device: browser.device,
  })
  return token
}

/** A second factor was shown: the session counts as strong from now on, under a new token. Undefined when it has ended meanwhile. */
export async function makeStrong(trx: Kysely<IdentityTables>, session: string): Promise<string | undefined> {
  const token = newToken()
  return (await strengthenSession(trx, session, tokenHash(token))) ? token : undefined
}
