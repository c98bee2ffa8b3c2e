import { roles } from '#kernel/actor.ts'
import { type Command, WrongCall } from '#kernel/command.ts'
import { href } from '#kernel/route.ts'
import { type Site, type Sites, siteAddress } from '#kernel/site.ts'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import { routes } from './routes.ts'
import type { IdentityTables } from './store/tenant-store.ts'
import { type AddPersonFault, addPerson } from './use-cases/account/add-person.ts'
import { linkMinutes } from './use-cases/account/links.ts'

interface PersonHouse {
  readonly config: Config
  readonly database: Database<IdentityTables>
  sites(): Sites
}

const sentences: Readonly<Record<AddPersonFault['field'], string>> = {
  email: 'is no address',
  name: 'is missing',
  role: `is no role; choose one of ${roles.join(', ')}`,
  tenant: 'is not known; ./allmende tenant list shows all',
}

const addressOf = ({ config }: PersonHouse, site: Site, token: string) =>
  siteAddress(site, config.publicUrl) + href(routes.newPassword, { token })

/** `person add`: the first administrator, and everybody else whom an operator has to let in. */
export const personCommand: Command<PersonHouse> = {
  name: 'person',
  usage: 'person add --email MAIL --name NAME --role ROLE --tenant SLUG [--json]',
  help: `Gives somebody a role and prints the link that sets the first password.\nRoles: ${roles.join(', ')}.`,
  options: {
    email: { type: 'string', value: 'MAIL', help: 'address the person signs in with' },
    name: { type: 'string', value: 'NAME', help: 'name as colleagues know it' },
    role: { type: 'string', value: 'ROLE', help: 'what the person is for the tenant' },
    tenant: { type: 'string', value: 'SLUG', help: 'tenant the role counts for' },
    json: { type: 'boolean', help: 'answer as JSON' },
  },
  async run(input, io, open) {
    if (input.positionals[0] !== 'add') throw new WrongCall('Say what to do: add.')
    const text = (name: string) => (typeof input.values[name] === 'string' ? (input.values[name] as string) : '')
    const given = { email: text('email'), name: text('name'), role: text('role'), tenant: text('tenant') }
    const lacking = Object.entries(given).filter(([, value]) => !value)
    if (lacking.length > 0) throw new WrongCall(`Missing: ${lacking.map(([key]) => `--${key}`).join(', ')}`)
    const house = await open()
    const added = await addPerson(house.database, house.sites(), given)
    if (!added.ok) {
      for (const { field, value } of added.error) io.err(`${field} "${value}" ${sentences[field]}.`)
      return 1
    }
    const { id, site, token } = added.value
    const link = token && addressOf(house, site, token)
    if (input.values.json)
      io.out(JSON.stringify({ id, email: given.email, role: given.role, tenant: site.slug, ...(link ? { link } : {}) }))
    else {
      io.out(`${given.email} is now ${given.role} of ${site.name}.`)
      if (link) io.out(`Link to set the password, good once and for ${linkMinutes['set-up'] / 1440} days:\n${link}`)
    }
    return 0
  },
}
