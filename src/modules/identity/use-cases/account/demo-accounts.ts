import { randomUUID } from 'node:crypto'
import type { Sites } from '#kernel/site.ts'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import { type DemoAccount, demoAccounts, demoPassword } from '../../demo/accounts.ts'
import { closeDemonstration, demoActors, mailboxesTaken } from '../../store/account/demonstration.ts'
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
  const db = house.database.system
  const taken = await mailboxesTaken(
    db,
    demoAccounts.map((one) => one.email),
  )
  const missing = demoAccounts.filter((one) => !taken.has(one.email))
  if (missing.length > 0) await openAccounts(house, missing)
  return demoActors(db)
}

async function openAccounts(house: DemoHouse, accounts: readonly DemoAccount[]): Promise<void> {
  const keys = keysOf(house.config.ALLMENDE_SECRET)
  const passwordHash = await hashPassword(demoPassword)
  for (const { email, name, tenant, role } of accounts) {
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
}

/** Closes the accounts of the demonstration where an instance runs in production: whoever knew their password is out. */
export async function closeDemoAccounts({ config, database }: Pick<DemoHouse, 'config' | 'database'>): Promise<void> {
  if (config.ALLMENDE_MODE === 'production') await database.system.transaction().execute(closeDemonstration)
}
