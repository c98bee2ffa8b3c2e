import { randomBytes, randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { oneLine } from '#kernel/text.ts'
import { withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import type { Acting } from '../../../use-cases/setup/acting.ts'
import { asStaff, noteStaffAct } from '../../../use-cases/staff-act.ts'
import { insertClient, isKnownClient, revokeClient } from '../store/client-store.ts'
import { keyHash } from './report-issue.ts'

/** Lets a program report; gives its key, which is shown once and kept nowhere. */
export async function addClient(
  house: ParticipationHouse,
  { site, person }: Acting,
  typed: string,
): Promise<Result<{ readonly name: string; readonly key: string }, 'missing' | 'long'>> {
  const name = oneLine(typed)
  if (!name) return fail('missing')
  if (name.length > 80) return fail('long')
  const id = randomUUID()
  const key = randomBytes(24).toString('base64url')
  await asStaff(house, site, async (trx) => {
    await insertClient(trx, { id, tenant: site.id, name, keyHash: keyHash(key) })
    await noteStaffAct(trx, site, person, 'add-issue-client', { kind: 'issue-client', id, name })
  })
  return ok({ name, key })
}

/** Shuts a program out; false when there is none, or it is out already. */
export const endClient = (house: ParticipationHouse, { site, person }: Acting, id: string): Promise<boolean> =>
  asStaff(house, site, async (trx) => {
    const name = await revokeClient(trx, site.id, id)
    if (name === undefined) return false
    await noteStaffAct(trx, site, person, 'end-issue-client', { kind: 'issue-client', id, name })
    return true
  })

/** Whether a key lets a program report to a tenant; its fingerprint where it does. */
export async function knownClient(house: ParticipationHouse, site: Site, key: string): Promise<Buffer | undefined> {
  if (!key || key.length > 200) return undefined
  const hash = keyHash(key)
  return (await withSecret(publicDb(house, site), hash, (trx) => isKnownClient(trx, hash))) ? hash : undefined
}
