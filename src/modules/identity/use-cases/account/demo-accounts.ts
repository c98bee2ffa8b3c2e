import { randomUUID } from 'node:crypto'
import type { Sites } from '#kernel/site.ts'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import { demoAccounts, demoPassword } from '../../demo/accounts.ts'
import { closeDemonstration, demoActors } from '../../store/account/demonstration.ts'
import { confirmEmail, grantRole, insertPerson, keepTotp } from '../../store/account/persons.ts'
import type { IdentityTables } from '../../store/tenant-store.ts'
import { keysOf } from './keys.ts'
import { hashPassword } from './passwords.ts'
import { sealTotp } from './second-factor.ts'
import { newTotpSecret } from './totp.ts'

interface DemoHouse {
  readonly config: Config
  readonly database: Database<IdentityTables>
  sites(): Sites
}

/** Accounts of the demonstration by mailbox: who can act in it. Empty in production. */
export type DemoActors = ReadonlyMap<string, { readonly id: string; readonly name: string }>

/** Makes the accounts of the demonstration that are not there yet, each with its second factor set up. Only where an instance is one. Gives all there are. */
export async function loadDemoAccounts(house: DemoHouse): Promise<DemoActors> {
  if (house.config.ALLMENDE_MODE !== 'demonstration') return new Map()
  const keys = keysOf(house.config.ALLMENDE_SECRET)
  const passwordHash = await hashPassword(demoPassword)
  for (const { email, name, tenant, role } of demoAccounts) {
    const site = tenant === '' ? house.sites().root : house.sites().bySlug(tenant)
    if (!site) continue
    const id = randomUUID()
    await house.database.system.transaction().execute(async (trx) => {
      if (!(await insertPerson(trx, { id, name, email, lang: 'de', passwordHash, demonstration: true }))) return
      await confirmEmail(trx, id)
      await grantRole(trx, { person: id, tenant: site.id, role })
      await keepTotp(trx, id, sealTotp(keys, id, newTotpSecret()), 0)
    })
  }
  return demoActors(house.database.system)
}

/** Closes the accounts of the demonstration where an instance runs in production: whoever knew their password is out. */
export async function closeDemoAccounts({ config, database }: Pick<DemoHouse, 'config' | 'database'>): Promise<void> {
  if (config.ALLMENDE_MODE === 'production') await database.system.transaction().execute(closeDemonstration)
}
