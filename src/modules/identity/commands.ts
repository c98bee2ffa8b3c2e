import { existsSync, readFileSync } from 'node:fs'
import { type Command, type CommandInput, type Io, WrongCall } from '#kernel/command.ts'
import type { LangText } from '#kernel/locale.ts'
import type { Site, Sites, TenantKind } from '#kernel/site.ts'
import type { Database } from '#platform/db'
import { barrierReports, type IdentityTables } from './store/tenant-store.ts'
import { addTenant } from './use-cases/add-tenant.ts'
import { type ChangeTenant, changeTenant } from './use-cases/change-tenant.ts'

interface TenantHouse {
  /** Modules that a tenant may switch. */
  readonly switchable: readonly string[]
  readonly database: Database<IdentityTables>
  sites(): Sites
}

interface Call {
  house: TenantHouse
  io: Io
  input: CommandInput
  text(name: string): string | undefined
}

const sentences: Record<string, string> = {
  missing: 'is missing',
  invalid: 'is not valid',
  reserved: 'is an address of the house itself; choose another',
  taken: 'is taken by another tenant',
  unknown: 'is not known; ./allmende tenant list shows all',
  contrast: 'cannot be read well enough',
  'not-a-colour': 'is no colour; write it as #22562a',
}

function tellFaults(io: Io, faults: readonly { field: string; fault: string; value: string; pair?: string }[]): number {
  for (const fault of faults)
    io.err(`${fault.field} "${fault.value}" ${sentences[fault.fault] ?? fault.fault}${fault.pair ? ` (${fault.pair})` : ''}.`)
  return 1
}

function siteOf({ house, input }: Call): Site {
  const slug = input.positionals[1]
  if (!slug) throw new WrongCall('Name the tenant by its slug.')
  const site = house.sites().bySlug(slug)
  if (!site) throw new WrongCall(`There is no tenant "${slug}". ./allmende tenant list shows all.`)
  return site
}

function list({ house, io, input }: Call): number {
  const all = house.sites().all.map(({ slug, name, kind, officialKey, path, hosts, modules }) => ({
    slug,
    name,
    kind,
    officialKey,
    path,
    hosts,
    modules,
  }))
  if (input.values.json) io.out(JSON.stringify(all, null, 2))
  else for (const one of all) io.out(`${one.slug.padEnd(28)} ${one.kind.padEnd(16)} ${one.name}`)
  return 0
}

async function add({ house, io, input, text }: Call): Promise<number> {
  const [slug, name, kind, parentSlug, officialKey, host, email, population] = [
    'slug',
    'name',
    'kind',
    'parent',
    'key',
    'host',
    'email',
    'population',
  ].map(text)
  const lacking = Object.entries({ slug, name, kind }).filter(([, value]) => !value)
  if (lacking.length > 0) throw new WrongCall(`Missing: ${lacking.map(([key]) => `--${key}`).join(', ')}`)
  const added = await addTenant(house.database.system, house.sites(), {
    slug: slug ?? '',
    name: name ?? '',
    kind: kind as TenantKind,
    ...(parentSlug ? { parentSlug } : {}),
    ...(officialKey ? { officialKey } : {}),
    ...(population ? { population: Number(population) || 0 } : {}),
    ...(host ? { hosts: [host.toLowerCase()] } : {}),
    ...(email ? { email } : {}),
  })
  if (!added.ok) return tellFaults(io, added.error)
  io.out(input.values.json ? JSON.stringify(added.value) : `Added ${added.value.name}: /${added.value.slug}`)
  return 0
}

function file(name: string): string {
  if (!existsSync(name)) throw new WrongCall(`There is no file "${name}".`)
  return readFileSync(name, 'utf8')
}

function changeOf({ text }: Call): ChangeTenant {
  const lang = text('lang') ?? 'de'
  const texts: Record<string, LangText> = {}
  for (const name of ['imprint', 'privacy', 'accessibility']) {
    const path = text(name)
    if (path) texts[name] = { [lang]: file(path) }
  }
  const [name, host, email, organisation, phone, address, light, dark, logo, population] = [
    'name',
    'host',
    'email',
    'organisation',
    'phone',
    'address',
    'accent-light',
    'accent-dark',
    'logo',
    'population',
  ].map(text)
  return {
    ...(name ? { name } : {}),
    ...(host ? { hosts: host.toLowerCase().split(',') } : {}),
    ...(population ? { population: Number(population) || 0 } : {}),
    contact: {
      ...(email ? { email } : {}),
      ...(organisation ? { organisation } : {}),
      ...(phone ? { phone } : {}),
      ...(address ? { address } : {}),
    },
    theme: {
      ...(light ? { accentLight: light } : {}),
      ...(dark ? { accentDark: dark } : {}),
      ...(logo ? { arms: file(logo) } : {}),
    },
    texts,
  }
}

async function change(call: Call, what: ChangeTenant): Promise<number> {
  const changed = await changeTenant(call.house.database.system, call.house.sites(), siteOf(call), what)
  if (!changed.ok) return tellFaults(call.io, changed.error)
  call.io.out(call.input.values.json ? JSON.stringify(changed.value) : `Changed ${changed.value.name}.`)
  return 0
}

async function modules(call: Call): Promise<number> {
  const site = siteOf(call)
  const wanted = call.input.positionals.slice(2)
  const unknown = wanted.filter((one) => one !== 'none' && !call.house.switchable.includes(one))
  if (unknown.length > 0)
    throw new WrongCall(`There is no module ${unknown.join(', ')}. Known: ${call.house.switchable.join(', ')}, none`)
  if (wanted.length > 0) return change(call, { modules: wanted.includes('none') ? [] : [...new Set(wanted)] })
  call.io.out(`${site.name}: ${site.modules.length > 0 ? site.modules.join(', ') : 'no module is on'}`)
  return 0
}

async function reports(call: Call): Promise<number> {
  const found = await barrierReports(call.house.database.system, siteOf(call).id)
  if (call.input.values.json) call.io.out(JSON.stringify(found, null, 2))
  else
    for (const report of found)
      call.io.out(
        `${report.created_at.toISOString()}  ${report.page}\n  ${report.message}${report.reply_to ? `\n  reply to ${report.reply_to}` : ''}`,
      )
  return 0
}

const verbs: Readonly<Record<string, (call: Call) => number | Promise<number>>> = {
  add,
  list,
  set: (call) => change(call, changeOf(call)),
  modules,
  reports,
}

/** `tenant add | list | set | modules | reports`: who takes part in this instance, and how it presents itself. */
export const tenantCommand: Command<TenantHouse> = {
  name: 'tenant',
  usage:
    'tenant add --slug SLUG --name NAME --kind KIND [...] | set SLUG [...] | list | modules SLUG [MODULE...|none] | reports SLUG',
  help: 'Adds and lists tenants, sets their look and texts, switches modules, shows reported barriers.\nKinds: land, kreis, gemeinde, zweckverband, it-dienstleister, beratungsstelle.',
  options: {
    slug: { type: 'string', value: 'SLUG', help: 'short name in addresses: lower case letters, digits, hyphens' },
    name: { type: 'string', value: 'NAME', help: 'name as people know it' },
    kind: { type: 'string', value: 'KIND', help: 'what kind of body it is' },
    parent: { type: 'string', value: 'SLUG', help: 'tenant above it (default: the root)' },
    key: { type: 'string', value: 'ARS', help: 'official key, ARS or AGS' },
    population: { type: 'string', value: 'N', help: 'inhabitants' },
    host: { type: 'string', value: 'HOST', help: 'host names of its own, separated by commas, instead of /SLUG' },
    email: { type: 'string', value: 'MAIL', help: 'function mailbox for questions' },
    organisation: { type: 'string', value: 'NAME', help: 'set: office that answers' },
    phone: { type: 'string', value: 'NUMBER', help: 'set: its telephone' },
    address: { type: 'string', value: 'TEXT', help: 'set: its address' },
    'accent-light': { type: 'string', value: '#RRGGBB', help: 'set: accent on white, at least 7:1' },
    'accent-dark': { type: 'string', value: '#RRGGBB', help: 'set: accent on #0f1411, at least 7:1' },
    logo: { type: 'string', value: 'FILE', help: 'set: arms as SVG; only shapes are kept' },
    imprint: { type: 'string', value: 'FILE', help: 'set: legal notice, Markdown' },
    privacy: { type: 'string', value: 'FILE', help: 'set: privacy notice, Markdown' },
    accessibility: { type: 'string', value: 'FILE', help: 'set: accessibility statement, Markdown' },
    lang: { type: 'string', value: 'LANG', help: 'set: language of the three texts (default de)' },
    json: { type: 'boolean', help: 'answer as JSON' },
  },
  async run(input, io, open) {
    const verb = verbs[input.positionals[0] ?? '']
    if (!verb) throw new WrongCall(`Say what to do: ${Object.keys(verbs).join(', ')}.`)
    const house = await open()
    return verb({
      house,
      io,
      input,
      text: (name) => (typeof input.values[name] === 'string' ? (input.values[name] as string) : undefined),
    })
  },
}
