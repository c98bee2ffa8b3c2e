import { type Command, WrongCall } from '#kernel/command.ts'
import type { Sites } from '#kernel/site.ts'
import { auditedTenants, verifyAudit } from '#platform/audit'
import type { Database } from '#platform/db'
import type { IdentityTables } from './store/tenant-store.ts'

interface AuditHouse {
  readonly database: Database<IdentityTables>
  sites(): Sites
}

const faults: Readonly<Record<string, string>> = {
  missing: 'is not there',
  changed: 'was changed',
  unlinked: 'does not follow the one before',
}

async function chosen(house: AuditHouse, slug: unknown, all: unknown): Promise<(string | null)[]> {
  if (typeof slug === 'string') {
    const site = house.sites().bySlug(slug)
    if (!site) throw new WrongCall(`There is no tenant "${slug}". ./allmende tenant list shows all.`)
    return [site.id]
  }
  return all === true ? auditedTenants(house.database.system) : [house.sites().root.id]
}

/** `audit verify`: recalculates the chains of the audit log; ends with 1 and names the entry when one is wrong. */
export const auditCommand: Command<AuditHouse> = {
  name: 'audit',
  usage: 'audit verify [--tenant SLUG | --all] [--json]',
  help: 'Checks that no entry of the audit log was changed, cut off or put in.\nWithout a tenant: the chain of the root. The head that it prints fixes everything up to it; write it down elsewhere.',
  options: {
    tenant: { type: 'string', value: 'SLUG', help: 'only the chain of this tenant' },
    all: { type: 'boolean', help: 'every chain, that of the instance included' },
    json: { type: 'boolean', help: 'answer as JSON' },
  },
  async run(input, io, open) {
    if (input.positionals[0] !== 'verify') throw new WrongCall('Say what to do: verify.')
    const house = await open()
    const found = []
    for (const id of await chosen(house, input.values.tenant, input.values.all)) {
      const tenant = id === null ? 'instance' : (house.sites().byId(id)?.slug ?? id)
      found.push({ tenant, ...(await verifyAudit(house.database.system, id)) })
    }
    if (input.values.json) io.out(JSON.stringify(found, null, 2))
    else
      for (const { tenant, entries, erased, head, fault } of found)
        if (fault)
          io.err(`${tenant}: entry ${fault.position} ${faults[fault.fault]}. The ${entries} entries before it are unchanged.`)
        else
          io.out(
            `${tenant}: ${entries} entries unchanged, ${erased} words erased by the rules${head ? `, head ${head.position} ${head.hash}` : ''}`,
          )
    return found.some(({ fault }) => fault) ? 1 : 0
  },
}
