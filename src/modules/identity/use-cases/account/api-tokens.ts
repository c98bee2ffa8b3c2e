import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { apiTokensOf, insertApiToken, revokeApiToken } from '../../store/account/api-tokens.ts'
import { tokenHash } from '../identify.ts'
import { tokenPrefix } from '../identify-program.ts'
import { type Accounts, note } from './accounts.ts'
import type { Mine } from './change-account.ts'
import { newToken } from './open-session.ts'

/** Days that a key may live, the usual one first. */
export const tokenDays = [90, 30, 365] as const
/** Keys that one person may have at once. */
const mostTokens = 20

export interface WantedToken {
  readonly name: string
  readonly permissions: readonly string[]
  readonly days: number
}

export interface TokenFault {
  readonly field: 'name' | 'permissions' | 'days'
  readonly fault: 'missing' | 'too-long' | 'unknown' | 'too-many'
}

/** Makes a key for programs at a tenant and gives it, for this once. `offered` are the permissions that its maker has there and may pass on. */
export async function makeApiToken(
  accounts: Accounts,
  { person, site }: Mine,
  strong: boolean,
  offered: readonly string[],
  wanted: WantedToken,
): Promise<Result<string, TokenFault[]>> {
  const faults: TokenFault[] = []
  const name = wanted.name.trim()
  if (name === '') faults.push({ field: 'name', fault: 'missing' })
  if (name.length > 80) faults.push({ field: 'name', fault: 'too-long' })
  if (wanted.permissions.length === 0) faults.push({ field: 'permissions', fault: 'missing' })
  else if (wanted.permissions.some((id) => !offered.includes(id))) faults.push({ field: 'permissions', fault: 'unknown' })
  if (!tokenDays.some((days) => days === wanted.days)) faults.push({ field: 'days', fault: 'unknown' })
  if (faults.length === 0 && (await apiTokensOf(accounts.db, person.id)).length >= mostTokens)
    faults.push({ field: 'name', fault: 'too-many' })
  if (faults.length > 0) return fail(faults)
  const token = `${tokenPrefix}${newToken()}`
  await accounts.db.transaction().execute(async (trx) => {
    await insertApiToken(trx, {
      id: randomUUID(),
      tokenHash: tokenHash(token),
      person: person.id,
      tenant: site.id,
      name,
      permissions: [...new Set(wanted.permissions)],
      strong,
      days: wanted.days,
    })
    await note(trx, { site, person, action: 'identity/api-token-made', details: { days: wanted.days } })
  })
  return ok(token)
}

/** Takes a key back; from then on it is nobody's. */
export const dropApiToken = (
  accounts: Accounts,
  { person }: Mine,
  id: string,
  siteOf: (tenant: string) => Site | undefined,
): Promise<boolean> =>
  accounts.db.transaction().execute(async (trx) => {
    const gone = await revokeApiToken(trx, person.id, id)
    const site = gone && siteOf(gone.tenant)
    if (gone && site) await note(trx, { site, person, action: 'identity/api-token-revoked' })
    return gone !== undefined
  })
