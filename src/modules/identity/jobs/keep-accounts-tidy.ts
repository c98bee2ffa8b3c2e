import type { Database } from '#platform/db'
import type { Jobs } from '#platform/jobs'
import { deleteExpired, longGone } from '../store/account/expired.ts'
import { forgetInvitations } from '../store/invitation-store.ts'
import type { IdentityTables } from '../store/tenant-store.ts'
import { type EraseHouse, erasePerson } from '../use-cases/account/erase-person.ts'

/** Years after which a deactivated account is erased. */
const years = 2

/** Removes what has run out, and erases accounts that were deactivated two years ago. Gives how many accounts went. */
export async function tidyAccounts(house: EraseHouse & { readonly database: Database<IdentityTables> }): Promise<number> {
  await deleteExpired(house.database.system)
  await forgetInvitations(house.database.system)
  const gone = await longGone(house.database.system, years)
  for (const person of gone) await erasePerson(house, person)
  return gone.length
}

/** Does that once an hour, in one process. Before the jobs start. */
export function keepAccountsTidy(house: EraseHouse & { readonly database: Database<IdentityTables>; readonly jobs: Jobs }): void {
  house.jobs.define('identity/tidy-accounts', async () => void (await tidyAccounts(house)))
  house.jobs.schedule('identity/tidy-accounts', '23 * * * *')
}
