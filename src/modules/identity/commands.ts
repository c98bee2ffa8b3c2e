import type { Kysely } from 'kysely'
import { type Command, WrongCall } from '#kernel/command.ts'
import type { Sites, TenantKind } from '#kernel/site.ts'
import type { Database } from '#platform/db'
import { barrierReports, type IdentityTables } from './store/tenant-store.ts'
import { addTenant } from './use-cases/add-tenant.ts'
import { setModules } from './use-cases/set-modules.ts'

interface TenantHouse {
  readonly database: Database<IdentityTables>
  sites(): Sites
}

const sentences: Record<string, string> = {
  missing: 'is missing',
  invalid: 'is not valid',
  reserved: 'is an address of the house itself; choose another',
  taken: 'is taken by another tenant',
  unknown: 'is not known; ./allmende tenant list shows all',
}

/** `tenant add | list | modules | reports`: who takes part in this instance. */
export const tenantCommand: Command<TenantHouse> = {
  name: 'tenant',
  usage: 'tenant add --slug SLUG --name NAME --kind KIND [--parent SLUG] [--key ARS] [--host HOST] [--email MAIL] | list [--json] | modules SLUG [MODULE...] | reports SLUG [--json]',
  help: 'Adds and lists tenants, switches their modules, shows reported barriers.\nKinds: land, kreis, gemeinde, zweckverband, it-dienstleister, beratungsstelle.',
  options: {
    slug: { type: 'string', value: 'SLUG', help: 'short name in addresses: lower case letters, digits, hyphens' },
    name: { type: 'string', value: 'NAME', help: 'name as people know it' },
    kind: { type: 'string', value: 'KIND', help: 'what kind of body it is' },
    parent: { type: 'string', value: 'SLUG', help: 'tenant above it (default: the root)' },
    key: { type: 'string', value: 'ARS', help: 'official key, ARS or AGS' },
    population: { type: 'string', value: 'N', help: 'inhabitants' },
    host: { type: 'string', value: 'HOST', help: 'host name of its own, instead of /SLUG' },
    email: { type: 'string', value: 'MAIL', help: 'function mailbox for questions' },
    json: { type: 'boolean', help: 'answer as JSON' },
  },
  async run(input, io, open) {
    const [verb, slug = '', ...rest] = input.positionals
    if (!verb || !['add', 'list', 'modules', 'reports'].includes(verb)) throw new WrongCall('Say what to do: add, list, modules or reports.')
    const house = await open()
    const text = (name: string) => (typeof input.values[name] === 'string' ? (input.values[name] as string) : undefined)
    if (verb === 'list') {
      const all = house.sites().all.map(({ slug, name, kind, officialKey, path, hosts, modules }) => ({ slug, name, kind, officialKey, path, hosts, modules }))
      if (input.values.json) io.out(JSON.stringify(all, null, 2))
      else for (const one of all) io.out(`${one.slug.padEnd(28)} ${one.kind.padEnd(16)} ${one.name}`)
      return 0
    }
    if (verb === 'add') return add(house, io, { text, json: input.values.json === true })
    const site = house.sites().bySlug(slug)
    if (!site) {
      io.err(`There is no tenant "${slug}". ./allmende tenant list shows all.`)
      return 1
    }
    if (verb === 'modules') {
      const modules = await setModules(house.database.system, site, rest)
      io.out(`${site.name}: ${modules.length > 0 ? modules.join(', ') : 'no module is on'}`)
      return 0
    }
    const reports = await barrierReports(house.database.system, site.id)
    if (input.values.json) io.out(JSON.stringify(reports, null, 2))
    else for (const report of reports) io.out(`${report.created_at.toISOString()}  ${report.page}\n  ${report.message}${report.reply_to ? `\n  reply to ${report.reply_to}` : ''}`)
    return 0
  },
}

async function add(house: TenantHouse, io: { out(t: string): void; err(t: string): void }, given: { text: (name: string) => string | undefined; json: boolean }): Promise<number> {
  const { text } = given
  const [slug, name, kind, parentSlug, officialKey, host, email, population] = ['slug', 'name', 'kind', 'parent', 'key', 'host', 'email', 'population'].map(text)
  const lacking = Object.entries({ slug, name, kind }).filter(([, value]) => !value)
  if (lacking.length > 0) throw new WrongCall(`Missing: ${lacking.map(([key]) => `--${key}`).join(', ')}`)
  const db: Kysely<IdentityTables> = house.database.system
  const added = await addTenant(db, house.sites(), {
    slug: slug ?? '',
    name: name ?? '',
    kind: kind as TenantKind,
    ...(parentSlug ? { parentSlug } : {}),
    ...(officialKey ? { officialKey } : {}),
    ...(population ? { population: Number(population) || 0 } : {}),
    ...(host ? { hosts: [host.toLowerCase()] } : {}),
    ...(email ? { email } : {}),
  })
  if (!added.ok) {
    for (const fault of added.error) io.err(`--${fault.field} "${fault.value}" ${sentences[fault.fault] ?? fault.fault}.`)
    return 1
  }
  io.out(given.json ? JSON.stringify(added.value) : `Added ${added.value.name}: /${added.value.slug}`)
  return 0
}
